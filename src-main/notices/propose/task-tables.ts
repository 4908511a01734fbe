/** A table of tasks (任务清单、任务分解表): each row a requirement with its body, number and deadline. */
import type { RequirementFields } from '../../../src-shared/notices.ts'
import { wordsOfText } from './duty-fields.ts'
import { kindOfClause } from './duty-kinds.ts'
import { venueWords, wordsIn } from './field-words.ts'
import { minimumsIn, scopeOfActors } from './minimums.ts'
import type { TablePassage } from './passages.ts'
import { documentsIn } from './produced-documents.ts'
import { reportDutyIn } from './report-duties.ts'
import { titleOf } from './titles.ts'
import { windowIn } from './windows.ts'

const columns = {
  task: /任务|内容|事项|工作(?!时限)|项目|措施|活动(?!时间|地点)|主题/u,
  actor: /责任|牵头|承办|主办|实施单位|负责/u,
  when: /时限|时间|期限|进度安排/u,
  amount: /数量|目标|指标|场次|次数/u,
  place: /地点|场所/u,
} as const
type Column = keyof typeof columns

/** A row below a head that names a task; a form to be filled in has none. */
export function tableRequirements({ rows, place }: TablePassage, notice: string): RequirementFields[] {
  const at = rows.findIndex((row) => placesOf(row).task !== undefined && row.filter(Boolean).length >= 2)
  const head = rows[at]
  if (!head) return []
  const where = placesOf(head)
  if (where.when === undefined && where.actor === undefined && where.amount === undefined) return []
  return rows.slice(at + 1).flatMap((row) => rowRequirement(row, where, { place, notice }))
}

function placesOf(row: readonly string[]): Partial<Record<Column, number>> {
  const places: Partial<Record<Column, number>> = {}
  for (const name of Object.keys(columns) as Column[]) {
    const at = row.findIndex((cell, index) => columns[name].test(cell) && !Object.values(places).includes(index))
    if (at >= 0) places[name] = at
  }
  return places
}

function rowRequirement(
  row: readonly string[],
  where: Partial<Record<Column, number>>,
  { place, notice }: { place: readonly string[]; notice: string },
): RequirementFields[] {
  const cell = (column: Column) => (where[column] === undefined ? '' : (row[where[column]] ?? '').trim())
  const task = cell('task')
  if (task.length < 4) return []
  const actors = cell('actor')
    .split(/[、，；\s]+/u)
    .filter(Boolean)
    .slice(0, 10)
  const kind = kindOfClause(task)?.kind ?? kindOfClause(`开展${task}`)?.kind ?? '组织'
  const scope = scopeOfActors(actors)
  const [found] = [...minimumsIn(task, scope), ...minimumsIn(`不少于${cell('amount')}`, scope)]
  const asked = reportDutyIn(`${task}，${cell('when')}`, { notice, actors, sentence: '' })
  const named = wordsOfText(kind, task)
  return [
    {
      ...named,
      venues: [...new Set([...named.venues, ...(wordsIn(cell('place'), venueWords) as string[])])],
      kind,
      title: titleOf(task, []),
      quote: row.join('\t').trim().slice(0, 4000).trim(),
      place: [...place],
      actors,
      minimum: kind === '报告' ? null : (found?.minimum ?? null),
      window: kind === '报告' ? null : (windowIn(cell('when'), notice) ?? windowIn(task, notice)),
      report: kind === '报告' ? asked.report : null,
      produces: documentsIn(task),
      state: '待确认',
      source: '自动',
      code: '',
      note: asked.rhythm && kind === '报告' ? `报送时间：${asked.rhythm}` : '',
    },
  ]
}
