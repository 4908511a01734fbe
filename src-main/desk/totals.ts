/** 汇总: the figures of every office in a period with the subtotals of the tree, and the records behind any of them. */
import { sql } from 'kysely'
import type { BundleSigner, DeskOffice, DeskTotals, OfficeRecords, RecordOrigin } from '../../src-shared/desk.ts'
import type { TotalsQuery } from '../../src-shared/desk-calls.ts'
import { addValues, type FigureValues, subtotals, valuesOf } from '../../src-shared/office-totals.ts'
import type { Period } from '../../src-shared/period.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { PeriodFigureKey } from '../../src-shared/statistics.ts'
import type { CoreContext } from '../core-context.ts'
import type { ChangeRow } from '../database/tables.ts'
import { onDesk } from '../intake/desk-database.ts'
import { findPeer, peerOfKey } from '../keys/peers.ts'
import { requireOffice } from '../office.ts'
import { nameRecords } from '../replies/named-records.ts'
import { kindBehind, recordsBehind } from '../statistics/figure-records.ts'
import { countOffices } from './count-offices.ts'
import { listOffices } from './offices.ts'
import { listReports, type ReportBundle } from './received-bundles.ts'

/** @throws Problem OFFICE_MISSING */
export async function deskTotals(
  context: CoreContext,
  { period, withOwn }: TotalsQuery,
  step?: (done: number, total: number) => Promise<void>,
): Promise<DeskTotals> {
  const offices = await listOffices(context.db)
  const reports = await listReports(context.db)
  const taken = new Set(reports.filter(({ importedAt }) => importedAt !== null).map(({ officeId }) => officeId))
  const counted = [
    ...(withOwn ? [context.officeId] : []),
    ...offices.map(({ officeId }) => officeId).filter((id) => taken.has(id)),
  ]
  const counts = await countOffices(
    context,
    counted.map((officeId) => ({ officeId, noticeId: null, period })),
    step,
  )
  const values = new Map(counted.map((id, index) => [id, valuesOfCount(counts[index])]))
  const below = subtotals(offices, values)
  const own: DeskOffice = {
    officeId: context.officeId,
    name: `${(await requireOffice(context.db)).name}（本单位）`,
    divisionCode: '',
    parentId: null,
    depth: 0,
  }
  return {
    period,
    rows: [...(withOwn ? [own] : []), ...offices].map((office) => ({
      ...office,
      values: values.get(office.officeId) ?? null,
      subtotal: below.get(office.officeId) ?? null,
    })),
    total: values.size === 0 ? null : addValues([...values.values()]),
  }
}

function valuesOfCount(count: Awaited<ReturnType<typeof countOffices>>[number] | undefined): FigureValues {
  if (count === undefined) throw new Error('an office was asked for and not counted')
  return valuesOf(count.figures)
}

/** So many are named; all are counted. */
const mostNamed = 1000

/** The records of one office behind a figure. */
export async function officeRecords(
  context: CoreContext,
  {
    officeId,
    figure,
    period,
  }: { readonly officeId: string; readonly figure: PeriodFigureKey; readonly period: Period },
): Promise<OfficeRecords> {
  return await onOffice(context, officeId, async (desk) => {
    const kind = kindBehind(figure)
    const ids = await recordsBehind(desk, figure, period)
    const refs = ids.slice(0, mostNamed).map((id) => ({ kind, id }))
    return { kind, count: ids.length, records: await nameRecords(desk, refs) }
  })
}

/** Of the office alone; our own rows are beside the received ones. */
export function onOffice<Value>(
  context: CoreContext,
  officeId: string,
  work: Parameters<typeof onDesk<Value>>[2],
): Promise<Value> {
  const isOwn = officeId === context.officeId
  return onDesk(context, { offices: isOwn ? [] : [officeId], withOwn: isOwn }, work)
}

type OriginRow = Pick<ChangeRow, 'replica' | 'epoch' | 'at'> & {
  readonly officeId: string
  readonly version: number
  readonly row: string
}

/**
 * A received record as it stands, whose it is, and which bundle brought it, signed by whom.
 * @throws Problem NOT_FOUND
 */
export async function recordOrigin(
  context: CoreContext,
  { kind, id }: { readonly kind: RecordOrigin['kind']; readonly id: string },
): Promise<RecordOrigin> {
  const row = await onDesk(context, { offices: 'all', withOwn: true }, async (desk) => {
    // The table itself: the view of it says before each name whose it is.
    const { rows: columns } = await sql<{ name: string }>`select name from pragma_table_info(${kind}, 'main')`.execute(
      desk,
    )
    const parts = columns.flatMap(({ name }) => [sql.lit(name), sql.ref(`stood.${name}`)])
    const { rows } = await sql<OriginRow>`
      select stood.officeId, stood.version, last.replica, last.epoch, last.at, json_object(${sql.join(parts)}) as row
      from ${sql.table(`main.${kind}`)} as stood join "change" as last on last.rowId = stood.id and last.tableName = ${kind}
      where stood.id = ${id} order by last.version desc, last.replica desc, last.epoch desc, last.at desc limit 1
    `.execute(desk)
    return rows[0]
  })
  if (!row) throw new Problem('NOT_FOUND', '没有找到这条记录，可能已撤销接收，请刷新后再看。')
  const reports = await listReports(context.db, row.officeId)
  const bundle = bundleBehind(row, reports)
  return {
    kind,
    id,
    officeId: row.officeId,
    // Also of an office that parted: what it reported may still be read.
    officeName: (await findPeer(context.db, row.officeId))?.name ?? '本单位',
    version: row.version,
    fields: JSON.parse(row.row) as RecordOrigin['fields'],
    bundle: bundle && {
      bundleId: bundle.bundleId,
      seq: bundle.seq,
      createdAt: bundle.createdAt,
      receivedAt: bundle.receivedAt,
      signer: await signerOf(context, bundle.keyId),
    },
  }
}

/**
 * The first bundle that was made when the row stood as it does, of the PC that changed it last: both times are by its
 * clock, and what another PC of the office sent need not hold the row. A PC that never reports itself hands its rows to
 * one that does.
 */
function bundleBehind({ replica, epoch, at }: OriginRow, reports: readonly ReportBundle[]): ReportBundle | null {
  const made = reports.filter(({ importedAt, createdAt }) => importedAt !== null && createdAt >= at)
  return made.find((one) => one.replica === replica && one.epoch === epoch) ?? made[0] ?? null
}

/** A bundle is archived only when its key is known, and no key is ever forgotten. */
async function signerOf({ db }: CoreContext, keyId: string): Promise<BundleSigner> {
  const known = await peerOfKey(db, keyId)
  if (!known) throw new Error(`the key ${keyId} of an archived bundle is not known`)
  const { peer, key } = known
  return { name: peer.name, fingerprint: key.fingerprint, acceptedAt: key.acceptedAt, state: key.state }
}
