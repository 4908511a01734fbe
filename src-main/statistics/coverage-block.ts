/** 覆盖: unions of the register reached by lectures, by township or kind, and those not reached by name. */
import type { Kysely } from 'kysely'
import type { Period } from '../../src-shared/period.ts'
import type { SheetCell, SheetColumn } from '../../src-shared/statistics.ts'
import { unionKinds } from '../../src-shared/vocabulary.ts'
import type { Tables } from '../database/tables.ts'
import { nameOn } from '../unions/on-day.ts'
import { coveredUnions, unionsOf } from './in-period.ts'
import { makeBlock } from './make-block.ts'
import type { BlockMaker, CellPlace } from './sheet-maker.ts'

type CoverageTable = { readonly caption: string; readonly rows: 'township' | 'kind'; readonly rowTitle: string }

const columns = (title: string): readonly SheetColumn[] => [
  { title, width: 30, kind: 'text' },
  { title: '应覆盖单位数', width: 21, kind: 'count' },
  { title: '已覆盖单位数（去重）', width: 21, kind: 'count' },
  { title: '未覆盖单位数', width: 21, kind: 'count' },
  { title: '覆盖率', width: 21, kind: 'rate', ratioOf: [2, 1] },
]

export function coverageBlock({ caption, rows: key, rowTitle }: CoverageTable): BlockMaker {
  return {
    async draw(db, { period }) {
      const found = await unionsWithCover(db, period)
        .groupBy(`grassrootsUnion.${key}`)
        .orderBy(`grassrootsUnion.${key}`)
        .select(({ fn }) => [
          `grassrootsUnion.${key} as name`,
          fn.countAll<number>().as('base'),
          fn.count<number>('covered.id').as('covered'),
        ])
        .execute()
      const rows = found.map(({ name, base, covered }): SheetCell[] => [name, base, covered, base - covered, null])
      return makeBlock(columns(rowTitle), key === 'kind' ? inOrderOf(unionKinds, rows) : rows, { caption })
    },
    async behind(db, { period }, { row, column }: CellPlace) {
      if (column < 1) return undefined
      const unions = await unionsWithCover(db, period)
        .$if(row !== null, (query) => query.where(`grassrootsUnion.${key}`, '=', (row ?? '') as never))
        .$if(column === 2 || column === 4, (query) => query.where('covered.id', 'is not', null))
        .$if(column === 3, (query) => query.where('covered.id', 'is', null))
        .select('grassrootsUnion.id')
        .orderBy(nameOn(period.to))
        .execute()
      return { kind: 'grassrootsUnion', ids: unions.map(({ id }) => id) }
    },
  }
}

const unreachedColumns: readonly SheetColumn[] = [
  { title: '乡镇（街道、园区）', width: 24, kind: 'text' },
  { title: '未覆盖的基层工会', width: 44, kind: 'text' },
  { title: '类别', width: 20, kind: 'text' },
  { title: '职工人数', width: 13, kind: 'count' },
  { title: '会员人数', width: 13, kind: 'count' },
]

/** One row for each union that no lecture of the period reached. */
export function unreachedBlock(caption: string): BlockMaker {
  return {
    async draw(db, { period }) {
      const unions = await unionsWithCover(db, period)
        .where('covered.id', 'is', null)
        .select(['grassrootsUnion.id', 'township', nameOn(period.to).as('name'), 'kind', 'staff', 'members'])
        .orderBy('township')
        .orderBy('name')
        .execute()
      return makeBlock(
        unreachedColumns,
        unions.map(({ township, name, kind, staff, members }): SheetCell[] => [township, name, kind, staff, members]),
        { caption, rowKeys: unions.map(({ id }) => id) },
      )
    },
    async behind(db, { period }, { row, column }) {
      const title = unreachedColumns[column]
      if (title === undefined || (row === null && title.kind === 'text')) return undefined
      const stated = column === 3 ? 'staff' : 'members'
      const unions = await unionsWithCover(db, period)
        .where('covered.id', 'is', null)
        .$if(row !== null, (query) => query.where('grassrootsUnion.id', '=', row ?? ''))
        .$if(title.kind === 'count', (query) => query.where(`grassrootsUnion.${stated}`, 'is not', null))
        .select(['grassrootsUnion.id', 'staff', 'members'])
        .orderBy('township')
        .orderBy(nameOn(period.to))
        .execute()
      return {
        kind: 'grassrootsUnion',
        ids: unions.map(({ id }) => id),
        ...(title.kind === 'count' && { values: unions.map((union) => union[stated]) }),
      }
    },
  }
}

/** The unions that count, each with whether it was reached. */
function unionsWithCover(db: Kysely<Tables>, period: Period) {
  return unionsOf(db, period).leftJoin(
    coveredUnions(db, period).select('grassrootsUnion.id as id').as('covered'),
    'covered.id',
    'grassrootsUnion.id',
  )
}

function inOrderOf(words: readonly string[], rows: readonly (readonly SheetCell[])[]) {
  return rows.toSorted((one, other) => words.indexOf(String(one[0])) - words.indexOf(String(other[0])))
}
