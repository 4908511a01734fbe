/** Taking a notice in (收文): registered as 来文, kept with its structure, its requirements proposed. */
import type { Transaction } from 'kysely'
import type { DeliveredFile } from '../../src-shared/delivery.ts'
import type { AddedNotice, CatalogueNotice, NoticeFields, RequirementFields } from '../../src-shared/notices.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { Missing, RecognisedDocument } from '../../src-shared/recognition.ts'
import type { CoreContext } from '../core-context.ts'
import { insertRows, updateRow } from '../database/changes.ts'
import type { Tables } from '../database/tables.ts'
import { readDocumentFile } from '../documents/read-document-file.ts'
import { recogniseDocument } from '../documents/recognise/recognise-document.ts'
import { insertIncoming } from '../incoming.ts'
import { findCatalogueNotice, matchCatalogue } from './catalogue/catalogue.ts'
import { withQuotations } from './catalogue/quotations.ts'
import { firstDayOf } from './criteria.ts'
import { noticeFieldsOf } from './notice-fields.ts'
import { getNotice, requirementsOf } from './notices.ts'
import { mergeProposals } from './propose/merge-proposals.ts'
import { proposeRequirements } from './propose/propose-requirements.ts'
import { insertRequirements, knownRequirements, nextPosition } from './requirements.ts'

const largestFile = 50_000_000
const longestText = 1_000_000

type Intake = {
  readonly fields: NoticeFields
  readonly document: RecognisedDocument | null
  readonly missing: readonly Missing[]
}

/**
 * From a file or pasted text. Requirements come from the catalogue when it knows the 文号, else from the words.
 * @throws Problem FILE_UNREADABLE, INVALID_INPUT
 */
export async function addNotice(
  context: CoreContext,
  { file, text }: { readonly file?: DeliveredFile | undefined; readonly text?: string | undefined },
): Promise<AddedNotice> {
  if ((file === undefined) === (text === undefined))
    throw new Problem('INVALID_INPUT', '请选一个通知文件，或者贴入通知全文，二者取一。')
  const source = file ? readDocumentFile(file.name, await bytesOf(file)) : { text: text ?? '' }
  if ('text' in source && source.text.length > longestText)
    throw new Problem('INVALID_INPUT', '贴入的文字超过100万字，不像一件通知，没有收下。')
  const { document, missing } = recogniseDocument(source)
  const fields = noticeFieldsOf(document)
  if (fields.title === '') throw new Problem('INVALID_INPUT', '没有读到通知的文字，没有收下，请核对原文。')
  return await takeIn(context, { fields, document, missing })
}

/** Takes in a notice that the catalogue knows, without its text. @throws Problem NOT_FOUND */
export async function adoptNotice(context: CoreContext, number: string): Promise<AddedNotice> {
  const known = findCatalogueNotice(number)
  if (!known) throw new Problem('NOT_FOUND', `目录里没有文号为“${number}”的通知，请核对文号，或者用通知原文收文。`)
  const { requirements: _requirements, ...fields } = known
  return await takeIn(context, { fields, document: null, missing: [] })
}

async function takeIn(context: CoreContext, intake: Intake): Promise<AddedNotice> {
  const { fields, document, missing } = intake
  const known = document ? matchCatalogue(document) : findCatalogueNotice(fields.number)
  const fresh = known
    ? rowsOf(known, document)
    : document
      ? proposeRequirements(document, { noticeDate: firstDayOf(fields) ?? context.today() })
      : []
  const source = known ? '目录' : '自动'
  return await context.db.transaction().execute(async (trx) => {
    const existing = await sameNotice(trx, intake)
    const notice = existing ?? (await insertNotice(context, trx, { ...intake, catalogueNumber: known?.number ?? '' }))
    const added = await addFresh(context, trx, notice.id, fresh)
    if (existing && document && existing.document === 'null') {
      await updateRow(trx, context, 'notice', existing, { document: JSON.stringify(document) })
      await completeWords(context, trx, existing.id, fresh)
    }
    const stored = await getNotice(trx, notice.id)
    return {
      ...shownFields(stored),
      noticeId: notice.id,
      incomingId: notice.incomingId,
      isNew: !existing,
      source,
      added,
      requirements: await requirementsOf(trx, notice.id),
      missing,
    }
  })
}

/** The catalogue quotes a few words; the text of the notice has the sentence and its headings. */
function rowsOf(known: CatalogueNotice, document: RecognisedDocument | null): readonly RequirementFields[] {
  return document ? withQuotations(known, document) : known.requirements
}

type StoredNotice = {
  readonly id: string
  readonly version: number
  readonly incomingId: string
  readonly document: string
}

/** By 文号 and issuer, where both texts state them; else by the text itself. */
async function sameNotice(trx: Transaction<Tables>, { fields, document }: Intake): Promise<StoredNotice | undefined> {
  const present = trx
    .selectFrom('notice')
    .select(['id', 'version', 'incomingId', 'document', 'issuer'])
    .where('removedAt', 'is', null)
    .orderBy('id')
  if (fields.number !== '') {
    const rows = await present.where('number', '=', fields.number).execute()
    const same = rows.find(({ issuer }) => issuer === fields.issuer || issuer === '' || fields.issuer === '')
    if (same) return same
  }
  if (document === null) return undefined
  return await present.where('document', '=', JSON.stringify(document)).executeTakeFirst()
}

async function insertNotice(
  context: CoreContext,
  trx: Transaction<Tables>,
  { fields, document, catalogueNumber }: Intake & { readonly catalogueNumber: string },
) {
  const incomingId = await registerLetter(context, trx, fields)
  const [id = ''] = await insertRows(trx, context, 'notice', [
    {
      ...fields,
      incomingId,
      recipients: JSON.stringify(fields.recipients),
      copyTo: JSON.stringify(fields.copyTo),
      document: JSON.stringify(document),
      catalogueNumber,
    },
  ])
  return { id, incomingId }
}

/** The row in 来文登记 that the clerk may have made already, else a new one of today. */
async function registerLetter(context: CoreContext, trx: Transaction<Tables>, fields: NoticeFields): Promise<string> {
  const { number, title } = fields
  const sender = (fields.issuer || fields.printer || '（来文未写明机关）').slice(0, 60)
  const registered = await trx
    .selectFrom('incoming')
    .select('id')
    .where('removedAt', 'is', null)
    .where('senderNumber', '=', number)
    .where('sender', '=', sender)
    .where('title', '=', title)
    .executeTakeFirst()
  if (registered) return registered.id
  const letter = { receivedOn: context.today(), sender, senderNumber: number, title, copies: null, note: '' }
  const [id = ''] = await insertIncoming(trx, context, [letter])
  return id
}

/** Adds what is not there yet, neither as it was proposed nor as the clerk changed it; returns how many. */
async function addFresh(
  context: CoreContext,
  trx: Transaction<Tables>,
  noticeId: string,
  fresh: readonly RequirementFields[],
): Promise<number> {
  const fields = mergeProposals(await knownRequirements(trx, noticeId), fresh)
  await insertRequirements(trx, context, { noticeId, fields, position: await nextPosition(trx, noticeId) })
  return fields.length
}

/** What the catalogue quotes in a few words gets its sentence when the text arrives, where the clerk has left it as it was. */
async function completeWords(
  context: CoreContext,
  trx: Transaction<Tables>,
  noticeId: string,
  fresh: readonly RequirementFields[],
): Promise<void> {
  for (const row of await requirementsOf(trx, noticeId)) {
    const full = fresh.find(({ code }) => code !== '' && code === row.code)
    if (row.source !== '目录' || !full || !full.quote.includes(row.quote) || full.quote === row.quote) continue
    const place = JSON.stringify(full.place)
    await updateRow(trx, context, 'requirement', row, { quote: full.quote, place })
  }
}

function shownFields(notice: NoticeFields): NoticeFields {
  const { issuer, number, title, recipients, date, copyTo, printer, printedOn, copies } = notice
  return { issuer, number, title, recipients, date, copyTo, printer, printedOn, copies }
}

async function bytesOf(file: DeliveredFile): Promise<Uint8Array> {
  if (file.size > largestFile) throw new Problem('FILE_UNREADABLE', `“${file.name}”超过50兆，不像一份公文，没有打开。`)
  return new Uint8Array(await file.arrayBuffer())
}
