/** Rows and columns of a cross-table (表头): which values there are, in what order, and what they are called. */
import type { Kysely } from 'kysely'
import { blankLabel, type CrossHead } from '../../src-shared/cross-tables.ts'
import type { Period } from '../../src-shared/period.ts'
import type { RecordKind } from '../../src-shared/record-kinds.ts'
import * as words from '../../src-shared/vocabulary.ts'
import type { Tables } from '../database/tables.ts'
import { nameOn } from '../unions/on-day.ts'
import { scales } from './dimension-sql.ts'

/** Values of the vocabularies, in whose order heads stand. */
const vocabularies: Readonly<Record<string, readonly string[]>> = {
  'study.type': words.studyTypes,
  'study.delivery': words.deliveries,
  'study.stratum': words.strata,
  'lecture.mode': words.lectureModes,
  'lecture.venueType': words.venueTypes,
  'lecture.stratum': words.strata,
  'lecture.level': words.lectureLevels,
  'lecture.occasion': words.lectureOccasions,
  'lecture.scale': scales,
  'lecture.delivery': words.deliveries,
  'lecture.speakerKind': words.speakerKinds,
  'stay.form': words.stayForms,
  'activity.kind': words.activityKinds,
  'activity.genre': Object.values(words.activityGenres).flat(),
}

/** @param found the values that occur; of months and quarters all that the period has stand there, with records or not */
export async function headsOf(
  db: Kysely<Tables>,
  { kind, key, period }: { readonly kind: RecordKind; readonly key: string; readonly period: Period },
  found: readonly string[],
): Promise<CrossHead[]> {
  if (key === 'month' || key === 'quarter') {
    const months = monthsIn(period)
    const spans = key === 'month' ? months : months.map(quarterKey)
    return [...new Set([...spans, ...found])].toSorted().map((span) => ({ key: span, label: timeLabel(span) }))
  }
  const values = [...new Set(found)]
  if (key === 'union') return await unionHeads(db, values, period.to)
  if (key === 'office') return await officeHeads(db, values)
  const order = vocabularies[`${kind}.${key}`] ?? []
  const rank = (value: string) => {
    const index = order.indexOf(value)
    if (value === '') return order.length + 1
    return index < 0 ? order.length : index
  }
  return values
    .toSorted((one, other) => rank(one) - rank(other) || compare(one, other))
    .map((value) => ({ key: value, label: value || blankLabel }))
}

async function unionHeads(db: Kysely<Tables>, ids: readonly string[], day: string): Promise<CrossHead[]> {
  const unions = await db
    .selectFrom('grassrootsUnion')
    .select(['id', nameOn(day).as('label'), 'township'])
    .where(
      'id',
      'in',
      ids.filter((id) => id !== ''),
    )
    .orderBy('label')
    .orderBy('id')
    .execute()
  const blank = ids.includes('') ? [{ key: '', label: blankLabel }] : []
  // Two of one name there are only where several offices report: their township says whose they are.
  const heads = unions.map(({ id, label, township }, index) => {
    const isAlone = unions[index - 1]?.label !== label && unions[index + 1]?.label !== label
    return { key: id, label: isAlone ? label : `${label}（${township}）` }
  })
  return [...heads, ...blank]
}

/** In the order of their division codes; an office that is no peer is this one. */
async function officeHeads(db: Kysely<Tables>, ids: readonly string[]): Promise<CrossHead[]> {
  const peers = await db
    .selectFrom('peer')
    .select(['officeId', 'name'])
    .where('officeId', 'in', ids)
    .orderBy('divisionCode')
    .orderBy('name')
    .execute()
  const others = ids.filter((id) => peers.every(({ officeId }) => officeId !== id))
  return [
    ...others.map((key) => ({ key, label: '本单位' })),
    ...peers.map(({ officeId, name }) => ({ key: officeId, label: name })),
  ]
}

/** `2026-11` → 2026年11月, `2026-Q4` → 2026年第四季度 */
export function timeLabel(key: string): string {
  const [year, span = ''] = key.split('-')
  return span.startsWith('Q') ? `${year}年第${'一二三四'[Number(span[1]) - 1]}季度` : `${year}年${Number(span)}月`
}

/** Heads as another period calls them that lies so many months before: by its own months and quarters. */
export function headsBefore(key: string | null, heads: readonly CrossHead[], months: number): CrossHead[] {
  return heads.map((head) => {
    if (key === 'month') return { ...head, label: timeLabel(monthOn(head.key, -months)) }
    if (key !== 'quarter' || months % 3 !== 0) return head
    const first = `${head.key.slice(0, 4)}-${String(Number(head.key.slice(6)) * 3 - 2).padStart(2, '0')}`
    return { ...head, label: timeLabel(quarterKey(monthOn(first, -months))) }
  })
}

function monthsIn({ from, to }: Period): string[] {
  const months: string[] = []
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = monthOn(month, 1)) months.push(month)
  return months
}

/** The month so many months later; earlier for a negative number. */
function monthOn(month: string, months: number): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const count = year * 12 + number - 1 + months
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}

const quarterKey = (month: string) => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`
const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
