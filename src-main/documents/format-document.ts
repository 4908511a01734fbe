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
import { layoutChosen } from '../../src-shared/layouts.ts'
import { quarterOf } from '../../src-shared/periods.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { CoreContext } from '../core-context.ts'
import { deliver } from '../files/deliver.ts'
import { safeFileName } from '../files/file-name.ts'
import { picturesOf } from '../pictures.ts'
import { findLayoutChoice, officeLayout } from '../settings.ts'
import { checkDocument } from './check/check-document.ts'
import { mendDocument } from './check/mend-document.ts'
import { documentOf } from './document-of-recognition.ts'
import { addDocument, getDocument } from './documents.ts'
import { givenParts } from './given-parts.ts'
import { frozenFile } from './outgoing-register.ts'
import { readDocumentFile } from './read-document-file.ts'
import { recogniseDocument } from './recognise/recognise-document.ts'
import { docxType } from './write-document.ts'
import { writeDocx } from './write-docx.ts'

/** Larger than any document that a clerk has; a scan of a book is not for us. */
const largestFile = 50_000_000

/** Characters of a document that the editor still shows without making the clerk wait, some 200 pages. */
const largestDraft = 300_000

/** Reads a file or text part by part. @throws Problem FILE_UNREADABLE, INVALID_INPUT */
export async function recogniseInput({ file, text, kind, hasSeal = false, meta }: FormatInput): Promise<Recognised> {
  if ((file === undefined) === (text === undefined))
    throw new Problem('INVALID_INPUT', '请选一个文件，或者贴入公文文字，二者取一。')
  const given = givenParts(meta)
  const source = file ? readDocumentFile(file.name, await bytesOf(file)) : { text: text ?? '' }
  const stated = given.kind ?? kind
  const { missing, ...read } = recogniseDocument(source, { ...(stated && { kind: stated }), hasSeal })
  const isMissing = ({ part }: (typeof missing)[number]) => !(part in given)
  return { ...read, missing: missing.filter(isMissing), proposal: documentOf(read.document, { hasSeal, given }) }
}

/** Writes what was read as an official document. @throws Problem as reading; DISK_FULL, FILE_UNWRITABLE */
export async function formatInput(context: CoreContext, input: FormatInput): Promise<Formatted> {
  const { document, proposal, ...report } = await recogniseText(input)
  const choice = await findLayoutChoice(context.db)
  const layout = layoutChosen({ ...choice, name: input.layout ?? choice.name })
  const name = safeFileName(proposal.document.title || '公文', 'docx')
  const delivery = await deliver(context.host, { name, type: docxType }, () =>
    writeDocx(proposal.document, layout, picturesOf(context)),
  )
  return { kind: document.kind ?? null, ...report, unheld: proposal.unheld, delivery }
}

/** Stores what was read as a draft of this quarter, whatever it lacks: the editor says what. @throws Problem as reading */
export async function storeInput(context: CoreContext, input: FormatInput): Promise<{ documentId: string }> {
  const { proposal } = await recogniseText(input)
  if (JSON.stringify(proposal.document).length > largestDraft)
    throw new Problem('INVALID_INPUT', '正文太长，编辑器放不下，没有存为草稿。请直接导出Word，或者拆成几件公文。')
  const period = quarterOf(context.today())
  const documentId = await context.db
    .transaction()
    .execute((trx) => addDocument(trx, context, { period, content: proposal.document }))
  return { documentId }
}

async function recogniseText(input: FormatInput): Promise<Recognised> {
  const recognised = await recogniseInput(input)
  if (recognised.proposal.document.blocks.length === 0)
    throw new Problem('INVALID_INPUT', '没有读到公文正文，请核对原文后再试。')
  return recognised
}

/** Judges a file, or a stored document as it would be written. @throws Problem FILE_UNREADABLE, NOT_FOUND */
export async function checkInput(context: CoreContext, { file, id }: CheckInput): Promise<readonly CheckResult[]> {
  if (file) return checkDocument(await bytesOf(file))
  if (id === undefined) throw new Problem('INVALID_INPUT', '请选一个要检查的Word文件。')
  const { content } = await getDocument(context.db, id)
  const frozen = await frozenFile(context.db, id)
  return checkDocument(frozen ?? (await writeDocx(content, await officeLayout(context.db), picturesOf(context))))
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
