/** The register of outgoing documents (发文登记): what it holds, withdrawing, and whether all is as it was. */
import type { Kysely } from 'kysely'
import { layoutChoiceSchema } from '../../src-shared/layout-choice.ts'
import type { OutgoingEntry, OutgoingRegister, Registration, Verification } from '../../src-shared/outgoing.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { RecordScope } from '../../src-shared/record-scope.ts'
import type { CoreContext } from '../core-context.ts'
import { notFound, updateRow, type Writer } from '../database/changes.ts'
import type { Tables } from '../database/tables.ts'
import {
  countRecords,
  gatherRecords,
  type RecordSet,
  recordDifferences,
  sha256Of,
  shortCode,
} from '../statistics/record-set.ts'
import { listSeries } from './number-series.ts'

/** Newest year first, in it by code and serial; withdrawn numbers stay in their place. */
export async function listOutgoing(db: Kysely<Tables>, year: number | null): Promise<OutgoingRegister> {
  const rows = await entries(db)
    .$if(year !== null, (query) => query.where('outgoing.year', '=', year ?? 0))
    .orderBy('outgoing.year', 'desc')
    .orderBy('outgoing.code')
    .orderBy('outgoing.serial', 'desc')
    .execute()
  return { rows: rows.map(entryOf), series: await listSeries(db, year) }
}

/** What the register says about a document; null for a draft. */
export async function registrationOf(db: Kysely<Tables>, documentId: string): Promise<Registration | null> {
  const row = await entries(db).where('outgoing.documentId', '=', documentId).executeTakeFirst()
  return row ? registrationIn(row) : null
}

/** @throws Problem FINALISED: a frozen document is neither edited nor removed nor numbered again */
export async function refuseFinalised(db: Kysely<Tables>, documentId: string): Promise<void> {
  const entry = await registrationOf(db, documentId)
  if (entry?.state === '已定稿')
    throw new Problem('FINALISED', `这件公文已定稿（${entry.number}），内容不能改动；要改请作废后另起草。`)
  if (entry) throw new Problem('FINALISED', `这件公文已作废（${entry.number}），只供查阅；请另起草。`)
}

/**
 * Marks a finalised document as withdrawn; its number stays in the register and is never given again.
 * @throws Problem NOT_FOUND for a draft, FINALISED when it is withdrawn already
 */
export async function withdrawDocument(
  db: Kysely<Tables>,
  writer: Writer,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<Registration> {
  await db.transaction().execute(async (trx) => {
    const entry = await trx.selectFrom('outgoing').selectAll().where('documentId', '=', id).executeTakeFirst()
    if (!entry) throw new Problem('NOT_FOUND', '这件公文还没有定稿，没有编号可以作废；不要的草稿可以直接删除。')
    if (entry.state === '已作废') await refuseFinalised(trx, id)
    const withdrawal = { state: '已作废' as const, withdrawnAt: writer.now(), withdrawnReason: reason }
    await updateRow(trx, writer, 'outgoing', entry, withdrawal)
  })
  return required(await registrationOf(db, id), id)
}

/**
 * The frozen DOCX, byte for byte; null for a draft.
 * @throws Problem DATABASE_DAMAGED when it is not what was registered
 */
export async function frozenFile(db: Kysely<Tables>, documentId: string): Promise<Uint8Array | null> {
  const frozen = await frozenRow(db, documentId)
  if (!frozen) return null
  if (sha256Of(frozen.docx) !== frozen.sha256)
    throw new Problem('DATABASE_DAMAGED', '这件公文的定稿文件已损坏，没有写出；请用备份恢复，或以纸质存档为准。')
  return frozen.docx
}

/** Compares the frozen file and records with their hashes, and the records with today's. @throws Problem NOT_FOUND */
export async function verifyDocument(context: CoreContext, documentId: string): Promise<Verification> {
  const { scope } = JSON.parse((await frozenRow(context.db, documentId))?.content ?? '{}') as { scope?: RecordScope }
  const verify = async (trx: Kysely<Tables>, records: Kysely<Tables>) => {
    const registration = required(await registrationOf(trx, documentId), documentId)
    const frozen = required((await frozenRow(trx, documentId)) ?? null, documentId)
    const then = JSON.parse(frozen.records) as RecordSet
    return {
      ...registration,
      isIntact: sha256Of(frozen.docx) === frozen.sha256 && sha256Of(frozen.records) === frozen.fingerprint,
      records: countRecords(then),
      differences: recordDifferences(then, await gatherRecords(records, then.period)),
    }
  }
  return await context.onRecordsOf(scope, (records) =>
    context.db.transaction().execute((trx) => verify(trx, records ?? trx)),
  )
}

function entries(db: Kysely<Tables>) {
  return db
    .selectFrom('outgoing')
    .innerJoin('document', 'document.id', 'outgoing.documentId')
    .innerJoin('frozenDocument', 'frozenDocument.outgoingId', 'outgoing.id')
    .selectAll('outgoing')
    .select(['document.number', 'frozenDocument.sha256', 'frozenDocument.fingerprint', 'frozenDocument.layout'])
}

type EntryRow = Awaited<ReturnType<ReturnType<typeof entries>['execute']>>[number]

function entryOf(row: EntryRow): OutgoingEntry {
  const { id, version, createdAt, updatedAt, documentId, code, year, serial, kind, title, date, recipients } = row
  const own = { id, version, createdAt, updatedAt, documentId, code, year, serial, kind, title, date, recipients }
  return { ...own, ...registrationIn(row) }
}

function registrationIn(row: EntryRow): Registration {
  const { state, number, finalisedBy, withdrawnAt, withdrawnReason, sha256 } = row
  const withdrawal = { withdrawnAt, withdrawnReason }
  const fingerprint = shortCode(row.fingerprint)
  const layout = row.layout === null ? null : layoutChoiceSchema.parse(JSON.parse(row.layout))
  return { state, number, finalisedAt: row.createdAt, finalisedBy, ...withdrawal, sha256, fingerprint, layout }
}

function frozenRow(db: Kysely<Tables>, documentId: string) {
  return db
    .selectFrom('frozenDocument')
    .innerJoin('outgoing', 'outgoing.id', 'frozenDocument.outgoingId')
    .selectAll('frozenDocument')
    .where('outgoing.documentId', '=', documentId)
    .executeTakeFirst()
}

function required<Value>(value: Value | null, documentId: string): Value {
  if (value === null) throw notFound(documentId)
  return value
}
