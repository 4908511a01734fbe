/** Fields of a row as the words of a cell (单元格): lists in one text, ids as names, moments as the office reads them. */

import type { LectureFields } from '../../src-shared/lectures.ts'
import type { ListCell } from '../../src-shared/list-tables.ts'
import type { RegisterFields } from '../../src-shared/registers.ts'
import type { StayFields } from '../../src-shared/stays.ts'
import type { UnionLife } from '../../src-shared/unions.ts'

/** Ids → names of unions and stays. */
export type NamesById = ReadonlyMap<string, string>
type Row = Readonly<Record<string, unknown>>
type InWords = (value: never, names: NamesById, row: Row) => string

const withPost = ({ name, post }: { readonly name: string; readonly post: string }) =>
  post ? `${name}（${post}）` : name
const nameOf = (id: string, names: NamesById) => names.get(id) ?? ''

const inWords: Readonly<Record<string, InWords>> = {
  modes: (modes: readonly string[]) => modes.join('、'),
  speakers: (speakers: LectureFields['speakers']) => speakers.map(withPost).join('、'),
  cadres: (cadres: StayFields['cadres']) => cadres.map(withPost).join('、'),
  strata: (strata: LectureFields['strata']) =>
    strata.map(({ stratum, people }) => (people === null ? stratum : `${stratum}${people}`)).join('、'),
  unionIds: (ids: readonly string[], names) => ids.map((id) => nameOf(id, names)).join('、'),
  unionId: nameOf,
  parentId: nameOf,
  stayId: nameOf,
  problems: (problems: StayFields['problems']) => numbered(problems.map(({ text, state }) => `${text}（${state}）`)),
  deeds: (deeds: readonly string[]) => numbered(deeds),
  duties: (duties: RegisterFields['studyGroup']['duties']) =>
    duties.map(({ type, times, per }) => `${type}${per}${times}次`).join('、'),
  formerNames: (names: UnionLife['formerNames']) => names.map(({ name }) => name).join('、'),
  serial: (serial: number, _names, { year }) => `${year}年第${serial}号`,
  updatedAt: moment,
  finalisedAt: moment,
}

export function cellOf(row: Row, field: string, names: NamesById): ListCell {
  const value = row[field]
  if (value === null || value === undefined) return null
  const words = inWords[field] as ((value: unknown, names: NamesById, row: Row) => string) | undefined
  return words ? words(value, names, row) : (value as ListCell)
}

function numbered(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : items.map((item, index) => `${index + 1}.${item}`).join('\n')
}

/** `2026-11-21T06:30:00.000Z` as the wall clock shows it, to the minute. */
function moment(at: string): string {
  const date = new Date(at)
  const two = (number: number) => String(number).padStart(2, '0')
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`
}
