/** 蹲点问题台账: how many problems are in which state and overdue, then every one of them; and the list of deeds (办实事). */
import type { Kysely } from 'kysely'
import type { Period } from '../../src-shared/period.ts'
import type { SheetCell, SheetColumn } from '../../src-shared/statistics.ts'
import type { Stay } from '../../src-shared/stays.ts'
import { problemStates } from '../../src-shared/vocabulary.ts'
import type { Tables } from '../database/tables.ts'
import { staysIn } from './in-period.ts'
import { makeBlock } from './make-block.ts'
import type { BlockMaker, SheetMaker, SheetScope } from './sheet-maker.ts'

const stateColumns: readonly SheetColumn[] = [
  { title: '办理状态', width: 20, kind: 'text' },
  { title: '问题数', width: 14, kind: 'count' },
  { title: '其中超期', width: 14, kind: 'count' },
]

const ledgerColumns: readonly SheetColumn[] = [
  { title: '蹲点单位', width: 26, kind: 'text' },
  { title: '问题', width: 44, kind: 'text' },
  { title: '类别', width: 12, kind: 'text' },
  { title: '责任人', width: 12, kind: 'text' },
  { title: '办理时限', width: 12, kind: 'text' },
  { title: '办理状态', width: 11, kind: 'text' },
  { title: '是否超期', width: 9, kind: 'text' },
]

const statesBlock: BlockMaker = {
  async draw(db, { period, today }) {
    const problems = await listProblems(db, period)
    const rows = problemStates.map((state): SheetCell[] => {
      const those = problems.filter((problem) => problem.state === state)
      return [state, those.length, those.filter((problem) => isOverdue(problem, today)).length]
    })
    return makeBlock(stateColumns, problems.length === 0 ? [] : rows, { caption: '一、按办理状态' })
  },
  async behind(db, { period, today }, { row, column }) {
    if (column < 1) return undefined
    const problems = (await listProblems(db, period)).filter(
      (problem) => (row === null || problem.state === row) && (column === 1 || isOverdue(problem, today)),
    )
    const ids = [...new Set(problems.map(({ stayId }) => stayId))]
    const values = ids.map((id) => problems.filter(({ stayId }) => stayId === id).length)
    return { kind: 'stay', ids, values }
  },
}

const ledgerBlock: BlockMaker = {
  async draw(db, { period, today }) {
    const problems = await listProblems(db, period)
    return makeBlock(
      ledgerColumns,
      problems.map((problem): SheetCell[] => [
        problem.unitName,
        problem.text,
        problem.category,
        problem.responsible,
        problem.due,
        problem.state,
        isOverdue(problem, today) ? '超期' : '',
      ]),
      { caption: '二、问题台账', rowKeys: problems.map(({ key }) => key) },
    )
  },
  behind: async (db, scope, { row }) => await stayOf(listProblems(db, scope.period), row),
}

export const problemSheet: SheetMaker = {
  blocks: [statesBlock, ledgerBlock],
  notes: (_db, { today }) => [
    `列出截止日期在统计期内的蹲点收集的全部问题，按办理状态和办理时限排列。`,
    `超期：办理时限早于${today}，仍为“待办”或“办理中”。`,
  ],
}

const deedColumns: readonly SheetColumn[] = [
  { title: '蹲点单位', width: 26, kind: 'text' },
  { title: '蹲点干部', width: 20, kind: 'text' },
  { title: '办实事', width: 66, kind: 'text' },
  { title: '蹲点截止日期', width: 14, kind: 'text' },
]

const deedsBlock: BlockMaker = {
  async draw(db, { period }) {
    const deeds = await listDeeds(db, period)
    return makeBlock(
      deedColumns,
      deeds.map(({ unitName, cadres, text, to }): SheetCell[] => [unitName, cadres, text, to]),
      { rowKeys: deeds.map(({ key }) => key) },
    )
  },
  behind: async (db, { period }: SheetScope, { row }) => await stayOf(listDeeds(db, period), row),
}

export const deedSheet: SheetMaker = {
  blocks: [deedsBlock],
  async notes(db, { period }) {
    const { length } = await listDeeds(db, period)
    return [`列出截止日期在统计期内的蹲点办的实事，共${length}件。`]
  },
}

/** A row of a list opens the stay it stands in. */
async function stayOf(rows: Promise<readonly { readonly key: string; readonly stayId: string }[]>, key: string | null) {
  const found = (await rows).find((row) => row.key === key)
  return found && { kind: 'stay' as const, ids: [found.stayId] }
}

type Problem = Stay['problems'][number]

/** Not settled on the day after its term, or later. */
function isOverdue({ due, state }: Problem, today: string): boolean {
  return due !== null && due < today && (state === '待办' || state === '办理中')
}

/** By state, then by term; those without a term last. */
async function listProblems(db: Kysely<Tables>, period: Period) {
  const stays = await listStays(db, period)
  const problems = stays.flatMap(({ id, unitName, problems: text }) =>
    (JSON.parse(text) as Stay['problems']).map((problem, index) => ({
      ...problem,
      unitName,
      stayId: id,
      key: `${id}/${index + 1}`,
    })),
  )
  const rank = (problem: Problem) => `${problemStates.indexOf(problem.state)}${problem.due ?? '9999'}`
  return problems.toSorted((one, other) => (rank(one) < rank(other) ? -1 : rank(one) > rank(other) ? 1 : 0))
}

async function listDeeds(db: Kysely<Tables>, period: Period) {
  return (await listStays(db, period)).flatMap(({ id, unitName, cadres, deeds, to }) =>
    (JSON.parse(deeds) as Stay['deeds']).map((text, index) => ({
      unitName,
      cadres: (JSON.parse(cadres) as Stay['cadres']).map(({ name }) => name).join('、'),
      text,
      to,
      stayId: id,
      key: `${id}/${index + 1}`,
    })),
  )
}

function listStays(db: Kysely<Tables>, period: Period) {
  return staysIn(db, period)
    .select(['stay.id', 'unitName', 'cadres', 'problems', 'deeds', 'to'])
    .orderBy('stay.to')
    .orderBy('stay.id')
    .execute()
}
