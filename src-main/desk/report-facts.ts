/** What speaks for and against the reports of each office (上报事实): read for all of them at once. */
import { type Kysely, sql } from 'kysely'
import { periodFigures } from '../../src-shared/figure-meanings.ts'
import { figureName } from '../../src-shared/figure-words.ts'
import { valuesOf } from '../../src-shared/office-totals.ts'
import type { PeriodFigures } from '../../src-shared/statistics.ts'
import type { Tables } from '../database/tables.ts'
import { statedContents } from '../intake/stated-content.ts'

/** Of what was taken in, whichever bundle came first, and of what is held back; by office. */
export type IntakeFacts = { readonly isRootDifferent: boolean; readonly refused: number; readonly conflicts: number }

/** @param desk any: the tables that no scope narrows */
export async function intakeFacts(desk: Kysely<Tables>): Promise<Map<string, IntakeFacts>> {
  const contents = await statedContents(desk)
  const { rows } = await sql<{ officeId: string; refused: number; conflicts: number }>`
    select officeId,
      (select count(*) from main.heldRow where heldRow.officeId = office.officeId and settledBy is null) as refused,
      (select count(*) from main.conflict join main.appliedBundle as source on source.bundleId = conflict.bundleId
        where source.officeId = office.officeId and conflict.settledAt is null) as conflicts
    from (select distinct officeId from main.appliedBundle) as office
  `.execute(desk)
  return new Map(
    rows.map(({ officeId, ...counts }) => [
      officeId,
      { isRootDifferent: contents.get(officeId)?.isSame === false, ...counts },
    ]),
  )
}

/** Records that were returned and stand as they did then, as the receipt tells them, however much was said; by office. */
export async function openReturns(desk: Kysely<Tables>): Promise<Map<string, number>> {
  const tables = await desk.selectFrom('rowReturn').select('tableName').distinct().execute()
  const counts = new Map<string, number>()
  for (const { tableName } of tables) {
    const { rows } = await sql<{ officeId: string; open: number }>`
      select rowReturn.officeId, count(distinct rowReturn.rowId) as open from ledger.rowReturn
      join main.${sql.table(tableName)} as present on present.id = rowReturn.rowId
      where rowReturn.tableName = ${tableName} and withdrawnAt is null and present.version = rowReturn.version
        and present.removedAt is null
      group by rowReturn.officeId`.execute(desk)
    for (const { officeId, open } of rows) counts.set(officeId, (counts.get(officeId) ?? 0) + open)
  }
  return counts
}

/** Quotients may differ in the last bit. */
const tolerance = 1e-9
const namedAtMost = 5

/** Figures on the sender's cover that its records here do not give, in words. */
export function coverDifferences(cover: PeriodFigures, found: PeriodFigures): string[] {
  const [stated, counted] = [valuesOf(cover), valuesOf(found)]
  const different = periodFigures.filter((key) => !isEqual(stated[key], counted[key]))
  const named = different.slice(0, namedAtMost).map((key) => {
    return `${figureName(key)}封面${shown(stated[key])}、明细${shown(counted[key])}`
  })
  return different.length > namedAtMost ? [...named, `另有${different.length - namedAtMost}项`] : named
}

const shown = (value: number | null) => (value === null ? '空' : String(Math.round(value * 1000) / 1000))

function isEqual(one: number | null, other: number | null): boolean {
  return one === null || other === null ? one === other : Math.abs(one - other) <= tolerance
}
