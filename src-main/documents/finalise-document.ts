/**
 * Finalising (定稿): gives the number and freezes the document, its file and its list of records in one transaction.
 * The file is made inside the transaction: it needs the number, and making it waits for the processor and its pictures
 * only.
 */
import type { Kysely, Transaction } from 'kysely'
import { partsOf } from '../../src-shared/document-parts.ts'
import type { OfficialDocument, StoredDocument } from '../../src-shared/documents.ts'
import { layoutChosen } from '../../src-shared/layouts.ts'
import type { RegisteredDocument } from '../../src-shared/outgoing.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { DocumentFigures } from '../../src-shared/statistics.ts'
import type { CoreContext } from '../core-context.ts'
import { insertRows, updateRow } from '../database/changes.ts'
import { toRow } from '../database/rows.ts'
import type { Tables } from '../database/tables.ts'
import { picturesOf } from '../pictures.ts'
import { findLayoutChoice } from '../settings.ts'
import { recordsText, sha256Of } from '../statistics/record-set.ts'
import { getDocument, scopeOf } from './documents.ts'
import { type NextNumber, nextNumberOf } from './number-series.ts'
import { refuseFinalised } from './outgoing-register.ts'
import { refuseUnready } from './refuse-unready.ts'
import { writeDocx } from './write-docx.ts'

export type FinaliseInput = {
  readonly id: string
  /** The version that the clerk has seen: nothing else is frozen. */
  readonly version: number
  /** Made by the caller for this wish; the same wish uttered twice gives one number. */
  readonly requestId: string
}

/** What a document that answers a notice must be held against besides its period. */
export type ReplyChecks = {
  readonly requirementFigures: (
    trx: Transaction<Tables>,
    stored: StoredDocument,
  ) => Promise<DocumentFigures['requirement']>
  /** @throws Problem INVALID_INPUT naming what must be mended first */
  readonly refuseFaulty: (trx: Transaction<Tables>, stored: StoredDocument, today: string) => Promise<void>
}

/** A document that answers no notice. */
const standsAlone: ReplyChecks = { requirementFigures: async () => undefined, refuseFaulty: async () => undefined }

/** @throws Problem NOT_FOUND, CONFLICT, FINALISED, INVALID_INPUT for what is missing, OFFICE_MISSING */
export async function finaliseDocument(
  context: CoreContext,
  input: FinaliseInput,
  checks: ReplyChecks = standsAlone,
): Promise<RegisteredDocument> {
  const finalise = async (trx: Transaction<Tables>, records: Kysely<Tables>) => {
    if (await isDone(trx, input)) return
    await refuseFinalised(trx, input.id)
    const stored = await getDocument(trx, input.id)
    if (stored.version !== input.version)
      throw new Problem('CONFLICT', '这件公文已在别的窗口改过，没有定稿，请重新打开、核对后再定稿。')
    const requirement = await checks.requirementFigures(trx, stored)
    await refuseUnready(records, stored, { today: context.today(), requirement })
    await checks.refuseFaulty(trx, stored, context.today())
    const next = await nextNumberOf(trx, stored.content)
    await freeze(trx, context, { stored, next, requestId: input.requestId, records })
  }
  await context.onRecordsOf(await scopeOf(context.db, input.id), (records) =>
    context.db.transaction().execute((trx) => finalise(trx, records ?? trx)),
  )
  return await getDocument(context.db, input.id)
}

/** The number that finalising would give now, to be shown before it is. @throws Problem NOT_FOUND, OFFICE_MISSING */
export async function proposedNumber(context: CoreContext, id: string): Promise<{ number: string }> {
  return await context.db.transaction().execute(async (trx) => {
    const { registration, content } = await getDocument(trx, id)
    return { number: registration?.number ?? (await nextNumberOf(trx, content)).number }
  })
}

type Freezing = {
  readonly stored: StoredDocument
  readonly next: NextNumber
  readonly requestId: string
  /** What is counted. */
  readonly records: Kysely<Tables>
}

async function freeze(trx: Transaction<Tables>, context: CoreContext, freezing: Freezing) {
  const { stored, next, requestId } = freezing
  const { id, version, period } = stored
  const content: OfficialDocument = { ...stored.content, number: next.number }
  await updateRow(trx, context, 'document', { id, version }, toRow('document', { number: next.number, content }))
  const [outgoingId] = await insertRows(trx, context, 'outgoing', [
    {
      code: next.code,
      year: next.year,
      serial: next.serial,
      documentId: id,
      requestId,
      state: '已定稿',
      kind: content.kind,
      title: content.title,
      date: content.date,
      recipients: partsOf(content).recipients.replace(/：$/u, ''),
      finalisedBy: context.operator,
      withdrawnAt: null,
      withdrawnReason: '',
    },
  ])
  if (outgoingId === undefined) throw new Error('an entry of the register was added without an id')
  const layout = await findLayoutChoice(trx)
  const docx = await writeDocx(content, layoutChosen(layout), picturesOf(context))
  const records = await recordsText(freezing.records, period)
  await trx
    .insertInto('frozenDocument')
    .values({
      outgoingId,
      content: JSON.stringify(content),
      docx,
      sha256: sha256Of(docx),
      records,
      fingerprint: sha256Of(records),
      layout: JSON.stringify(layout),
    })
    .execute()
}

async function isDone(trx: Transaction<Tables>, { id, requestId }: FinaliseInput): Promise<boolean> {
  const done = await trx
    .selectFrom('outgoing')
    .select('documentId')
    .where('requestId', '=', requestId)
    .executeTakeFirst()
  if (done && done.documentId !== id)
    throw new Problem('CONFLICT', '这次定稿的请求已用于另一件公文，没有编号，请刷新后再试。')
  return done !== undefined
}
