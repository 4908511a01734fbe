/** Formatting and checking files from elsewhere (公文排版、格式检查): a text becomes a DOCX, a DOCX is judged and mended. */
import type { CheckResult } from '../../src-shared/conformance.ts'
import type { DeliveredFile } from '../../src-shared/delivery.ts'
import type {
  CheckInput,
  FormatInput,
  Formatted,
  MendedFile,
  MendInput,
  Recognised,
} from '../../src-shared/formatting.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { CoreContext } from '../core-context.ts'
import { deliver } from '../files/deliver.ts'
import { safeFileName } from '../files/file-name.ts'
import { checkDocument } from './check/check-document.ts'
import { mendDocument } from './check/mend-document.ts'
import { documentOf } from './document-of-recognition.ts'
import { getDocument } from './documents.ts'
import { frozenFile } from './outgoing-register.ts'
import { readDocumentFile } from './read-document-file.ts'
import { recogniseDocument } from './recognise/recognise-document.ts'
import { docxType } from './write-document.ts'
import { writeDocx } from './write-docx.ts'

/** Larger than any document that a clerk has; a scan of a book is not for us. */
const largestFile = 50_000_000

/** Reads a file or text part by part. @throws Problem FILE_UNREADABLE, INVALID_INPUT */
export async function recogniseInput({ file, text, kind, hasSeal = false, meta }: FormatInput): Promise<Recognised> {
  if ((file === undefined) === (text === undefined))
    throw new Problem('INVALID_INPUT', '请选一个文件，或者贴入公文文字，二者取一。')
  const source = file ? readDocumentFile(file.name, await bytesOf(file)) : { text: text ?? '' }
  const recognition = recogniseDocument(source, { ...(kind && { kind }), hasSeal })
  return { ...recognition, proposal: documentOf(recognition.document, { hasSeal, meta }) }
}

/** Writes what was read as an official document. @throws Problem as reading; DISK_FULL, FILE_UNWRITABLE */
export async function formatInput(context: CoreContext, input: FormatInput): Promise<Formatted> {
  const { document, proposal, ...report } = await recogniseInput(input)
  if (proposal.document.blocks.length === 0)
    throw new Problem('INVALID_INPUT', '没有读到公文正文，没有写出文件，请核对原文。')
  const bytes = await writeDocx(proposal.document)
  const name = safeFileName(proposal.document.title || '公文', 'docx')
  const delivery = await deliver(context.host, { name, type: docxType }, async () => bytes)
  return { kind: document.kind ?? null, ...report, unheld: proposal.unheld, delivery }
}

/** Judges a file, or a stored document as it would be written. @throws Problem FILE_UNREADABLE, NOT_FOUND */
export async function checkInput(context: CoreContext, { file, id }: CheckInput): Promise<readonly CheckResult[]> {
  if (file) return checkDocument(await bytesOf(file))
  if (id === undefined) throw new Problem('INVALID_INPUT', '请选一个要检查的Word文件。')
  const { content } = await getDocument(context.db, id)
  return checkDocument((await frozenFile(context.db, id)) ?? (await writeDocx(content)))
}

/** Mends what is mechanical; the words stay as they are. @throws Problem FILE_UNREADABLE, DISK_FULL, FILE_UNWRITABLE */
export async function mendInput(context: CoreContext, { file }: MendInput): Promise<MendedFile> {
  const bytes = await bytesOf(file)
  const faults = checkDocument(bytes).filter(({ isMendable }) => isMendable)
  const result = mendDocument(
    bytes,
    faults.map(({ id }) => id),
  )
  const name = safeFileName(`${file.name.replace(/\.docx$/iu, '')}（已修）`, 'docx')
  const delivery = await deliver(context.host, { name, type: docxType }, async () => result.bytes)
  const left = checkDocument(result.bytes).filter(({ pass }) => pass === false)
  return { mended: result.mended, left, delivery }
}

async function bytesOf(file: DeliveredFile): Promise<Uint8Array> {
  if (file.size > largestFile) throw new Problem('FILE_UNREADABLE', `“${file.name}”超过50兆，不像一份公文，没有打开。`)
  return new Uint8Array(await file.arrayBuffer())
}
