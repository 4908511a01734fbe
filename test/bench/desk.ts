/**
 * The desk of an upper level over many offices: board and totals against plain SQL that groups the same rows, and again
 * when one office has reported anew. By hand, for a province: `node test/bench/desk.ts 3000 3500`.
 */
import { sql } from 'kysely'
import { deskStatus } from '../../src-main/desk/office-status.ts'
import { deskTotals } from '../../src-main/desk/totals.ts'
import { onDesk } from '../../src-main/intake/desk-database.ts'
import { inTurn } from '../../src-main/intake/received-turn.ts'
import { computeFigures } from '../../src-main/statistics/figures.ts'
import { reportedTables } from '../../src-main/sync/reported-tables.ts'
import { acceptFrom } from '../accept-card-of.ts'
import { makeReport } from '../src-main/intake/make-report.ts'
import { fillLedger, type OpenLedger, openLedger } from './ledger.ts'
import { type Comparison, compare, timeOf } from './measure.ts'
import { asOffice, takeIn } from './receiving.ts'

const quarter = { from: '2026-10-01', to: '2026-12-31' }
const asked = { noticeId: null, period: quarter, due: null }

export async function benchDesk(sizes: readonly number[], runs: number): Promise<Comparison[]> {
  const comparisons: Comparison[] = []
  for (const offices of sizes) {
    const ledger = await openLedger()
    await fillOffices(ledger, { offices, records: 200 })
    const { context } = ledger.core
    const options = {
      runs,
      size: offices,
      besides: 'states of offices, totals of the tree, only changed offices counted',
    }
    await deskTotals(context, { period: quarter, withOwn: false })
    comparisons.push(
      await compare(
        'desk: totals, one office changed',
        {
          ours: async () => {
            await touchOffice(ledger, 1)
            await deskTotals(context, { period: quarter, withOwn: false })
          },
          bare: () => plainTotals(ledger),
        },
        { ...options, aim: 2 },
      ),
    )
    await ledger.close()
  }
  return comparisons
}

/** The same numbers of all offices at once, without what makes figures of them. */
async function plainTotals({ core: { context } }: OpenLedger): Promise<void> {
  await onDesk(context, { offices: 'all', withOwn: false }, async (desk) => {
    const days = sql`between ${quarter.from} and ${quarter.to}`
    await sql`select officeId, count(*), sum(attendedCount), sum(dueCount) from study where removedAt is null and date ${days} group by officeId`.execute(
      desk,
    )
    await sql`select officeId, count(*), sum(audienceOnSite), sum(audienceOnline), sum(clicks) from lecture where removedAt is null and date ${days} group by officeId`.execute(
      desk,
    )
    await sql`select lecture.officeId, count(distinct unionId) from lecture join lectureUnion on lectureId = lecture.id where removedAt is null and date ${days} group by 1`.execute(
      desk,
    )
    await sql`select officeId, count(*), sum(daysOnSite), sum(visits), sum(talks) from stay where removedAt is null and "to" ${days} group by officeId`.execute(
      desk,
    )
    await sql`select officeId, count(*) from activity where removedAt is null and date ${days} group by officeId`.execute(
      desk,
    )
  })
}

/** One office is filled through the core; its rows are copied for the others under ids of their own. */
export async function fillOffices(ledger: OpenLedger, { offices, records }: { offices: number; records: number }) {
  const { context } = ledger.core
  await fillLedger(ledger, records)
  await onDesk(context, { offices: [], withOwn: true }, async () => undefined)
  const figures = JSON.stringify(await computeFigures(context.db, quarter))
  await inTurn(context, async (received) => {
    await sql`PRAGMA synchronous = OFF`.execute(received)
    await sql`PRAGMA foreign_keys = OFF`.execute(received)
    for (let first = 1; first <= offices; first += 50)
      await received.transaction().execute(async (trx) => {
        for (let number = first; number < first + 50 && number <= offices; number += 1)
          for (const table of reportedTables) await copyRows(trx, table, { own: context.officeId, number })
      })
  })
  await context.db.transaction().execute(async (trx) => {
    for (let number = 1; number <= offices; number += 1) {
      const officeId = officeOf(number)
      await sql`insert into peer values (${officeId}, ${`第${number}县总工会`}, ${String(100_000 + number)}, '下级', null, ${context.now()}, null)`.execute(
        trx,
      )
      const manifest = JSON.stringify({
        createdAt: context.now(),
        period: quarter,
        figures: JSON.parse(figures),
        fingerprint: '',
        declaredEmpty: [],
        papers: [],
        notice: null,
        correction: '',
        volumes: 1,
        parts: [{ name: 'data/001.ndjson', volume: 1 }],
      })
      await sql`insert into archivedBundle (bundleId, kind, officeId, keyId, via, replica, epoch, seq, manifestHash, manifest, isFork, receivedAt, importedAt, importedBy, position, undoneAt)
        values (${`b${number}`}, 'report', ${officeId}, '', '[]', 'r', 1, 1, ${'0'.repeat(64)}, ${manifest}, 0, ${context.now()}, ${context.now()}, '', ${number}, null)`.execute(
        trx,
      )
      await sql`insert into archivedVolume values (${String(number).padStart(64, '0')}, ${`b${number}`}, 1, 1, 'f', 1, ${context.now()})`.execute(
        trx,
      )
    }
  })
  await inTurn(context, async (received) => {
    await sql`insert into main.appliedBundle (bundleId, officeId, position, appliedAt, effect)
      select bundleId, officeId, position, receivedAt, '{"root":{"isSame":true}}' from ledger.archivedBundle`.execute(
      received,
    )
  })
}

const officeOf = (number: number) => `office-${String(number).padStart(5, '0')}`

/** Ids of one run begin alike, so that another beginning makes them another office's. */
async function copyRows(
  trx: Parameters<Parameters<typeof inTurn>[1]>[0],
  table: string,
  { own, number }: { own: string; number: number },
) {
  const { rows } = await sql<{ name: string }>`select name from pragma_table_info(${table}, 'main')`.execute(trx)
  const begin = (0x4000 + number).toString(16)
  const moved = (name: string) => sql`${sql.lit(begin)} || substr(${sql.ref(name)}, 5)`
  const values = rows.map(({ name }) => {
    if (name === 'officeId') return sql`${officeOf(number)}`
    if (name === 'id' || name === 'stayId' || name === 'unionId' || name === 'recordId') return moved(name)
    if (name === 'unionIds') return sql`replace(unionIds, '"' || substr(${own}, 1, 4), ${`"${begin}`})`
    return sql.ref(name)
  })
  await sql`insert into main.${sql.table(table)} (${sql.join(rows.map(({ name }) => sql.ref(name)))})
    select ${sql.join(values)} from main.${sql.table(table)} where officeId = ${own}`.execute(trx)
}

/** Another bundle of the office has been taken in. */
async function touchOffice({ core: { context } }: OpenLedger, number: number): Promise<void> {
  await inTurn(context, async (received) => {
    await sql`update main.deskCount set basis = 'stale' where officeId = ${officeOf(number)}`.execute(received)
  })
}

/** `node test/bench/desk.ts OFFICES RECORDS`: figures of one run, on a folder that is removed again. */
async function byHand(offices: number, records: number): Promise<void> {
  const ledger = await openLedger()
  const { context } = ledger.core
  const tell = (what: string, ms: number) => console.log(`${what}: ${(ms / 1000).toFixed(2)} s`)
  try {
    tell(
      `filled ${offices} offices × ${records} records`,
      await timeOf(() => fillOffices(ledger, { offices, records })),
    )
    tell('totals, all counted', await timeOf(() => deskTotals(context, { period: quarter, withOwn: false })))
    tell('totals, nothing changed', await timeOf(() => deskTotals(context, { period: quarter, withOwn: false })))
    await touchOffice(ledger, 1)
    tell('totals, one office changed', await timeOf(() => deskTotals(context, { period: quarter, withOwn: false })))
    tell('board', await timeOf(() => deskStatus(context, asked)))
    tell('board again', await timeOf(() => deskStatus(context, asked)))
    for (const which of ['a first bundle', 'a second one'])
      tell(`${which} of ${records} records taken in, its effect on all totals told`, await reportInto(ledger, records))
    tell('plain SQL over all rows', await timeOf(() => plainTotals(ledger)))
  } finally {
    await ledger.close()
  }
}

/** One more county reports. @returns milliseconds at the desk */
async function reportInto(ledger: OpenLedger, records: number): Promise<number> {
  const desk = asOffice(ledger)
  const county = asOffice(await openLedger())
  await fillLedger(county, records)
  await acceptFrom(desk, county, { role: '下级', parentId: null })
  const { files } = await makeReport(county, desk, { period: quarter })
  const time = await timeOf(() => takeIn(desk, files))
  await county.close()
  return time
}

const [offices, records] = process.argv.slice(2).map(Number)
if (process.argv[1]?.endsWith('desk.ts') && offices && records) await byHand(offices, records)
