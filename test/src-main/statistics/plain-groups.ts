/** Groups and their numbers once more, in plain TypeScript over the rows of the file: what tables are held against. */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Period } from '../../../src-shared/period.ts'
import type { RecordKind } from '../../../src-shared/record-kinds.ts'

// biome-ignore lint/suspicious/noExplicitAny: a row of any table, its lists parsed
export type PlainRow = Record<string, any>

export type PlainLedger = Readonly<Record<RecordKind | 'grassrootsUnion', readonly PlainRow[]>>

/** Every row of the registers, removed ones too. */
export function plainLedger(dataFolder: string): PlainLedger {
  const db = new DatabaseSync(join(dataFolder, 'ledger.sqlite'), { readOnly: true })
  const rows = (table: string) =>
    db
      .prepare(`SELECT * FROM ${table}`)
      .all()
      .map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, parsed(value)])))
  const ledger = {
    study: rows('study'),
    lecture: rows('lecture'),
    stay: rows('stay'),
    activity: rows('activity'),
    grassrootsUnion: rows('grassrootsUnion'),
  }
  db.close()
  return ledger
}

const parsed = (value: unknown) => (typeof value === 'string' && value.startsWith('[') ? JSON.parse(value) : value)
const dayOf = (kind: RecordKind, row: PlainRow): string => (kind === 'stay' ? row.to : row.date)

export function recordsIn(ledger: PlainLedger, kind: RecordKind, { from, to }: Period): PlainRow[] {
  return ledger[kind].filter((row) => row.removedAt === null && dayOf(kind, row) >= from && dayOf(kind, row) <= to)
}

/** The union that this one counts for at the end of the day; undefined when there is none. */
export function standing(ledger: PlainLedger, id: string, day: string): PlainRow | undefined {
  let union = ledger.grassrootsUnion.find((row) => row.id === id)
  while (union && union.ending === '合并' && union.endedOn <= day && union.successorId)
    union = ledger.grassrootsUnion.find((row) => row.id === union?.successorId)
  return union && isThere(union, day) ? union : undefined
}

export function isThere(union: PlainRow, day: string): boolean {
  if (union.removedAt !== null || (union.foundedOn !== null && union.foundedOn > day)) return false
  return union.endedOn === null || union.endedOn > day
}

export function reachedBy(ledger: PlainLedger, row: PlainRow, day: string): PlainRow[] {
  return [...new Set((row.unionIds as string[]).flatMap((id) => standing(ledger, id, day) ?? []))]
}

type Where = { readonly ledger: PlainLedger; readonly kind: RecordKind; readonly period: Period }
export type Axis = { readonly key: string; readonly value: string | null } | null

const unionValue = (key: string, union: PlainRow): string => (key === 'union' ? union.id : union.township)
const ofUnions = (kind: RecordKind, key: string) =>
  (kind === 'lecture' || kind === 'activity') && (key === 'township' || key === 'union')

/** Every value under which a record stands. */
export function valuesOf({ ledger, kind, period }: Where, key: string, row: PlainRow): string[] {
  const several = (values: readonly string[]) => (values.length === 0 ? [''] : [...new Set(values)])
  if (key === 'month') return [dayOf(kind, row).slice(0, 7)]
  if (key === 'quarter')
    return [`${dayOf(kind, row).slice(0, 4)}-Q${Math.floor((Number(dayOf(kind, row).slice(5, 7)) - 1) / 3) + 1}`]
  if (ofUnions(kind, key)) return several(reachedBy(ledger, row, period.to).map((union) => unionValue(key, union)))
  if (key === 'mode') return several(row.modes)
  if (key === 'stratum') return several(row.strata.map((share: PlainRow) => share.stratum))
  if (key === 'speaker') return several(row.speakers.map((speaker: PlainRow) => speaker.name))
  if (key === 'speakerKind') return several(row.speakers.map((speaker: PlainRow) => speaker.kind))
  if (key === 'cadre') return several(row.cadres.map((cadre: PlainRow) => cadre.name))
  if (key === 'scale') return [/班前会|小结会|小组学习会/.test(row.occasion) ? '班前会和小型学习' : '其他宣讲']
  if (key === 'unit' && kind === 'stay') return [row.unitName]
  if (key === 'genreUnit') return [`${row.kind} ${row.genre} ${row.unit}`]
  return [row[key]]
}

const sumOf = (rows: readonly PlainRow[], field: string) => {
  const stated = rows.map((row) => row[field]).filter((value) => value !== null)
  return stated.length === 0 ? null : stated.reduce((sum, value) => sum + Math.round(value * 100), 0) / 100
}
const lengths = (rows: readonly PlainRow[], field: string) => rows.reduce((sum, row) => sum + row[field].length, 0)
const isSettled = (problem: PlainRow) => problem.state === '已办结' || problem.state === '跟踪回访'
const solved = (rows: readonly PlainRow[]): number =>
  rows.reduce((sum, row) => sum + row.problems.filter(isSettled).length, 0)
const quotient = (part: number | null, base: number | null) =>
  part === null || base === null || base === 0 ? null : part / base

const fields: Readonly<Record<string, string>> = {
  due: 'dueCount',
  attended: 'attendedCount',
  onSite: 'audienceOnSite',
  online: 'audienceOnline',
  questions: 'questionsAnswered',
  minutes: 'durationMinutes',
  days: 'daysOnSite',
}

/** A measure over records. */
export function measured(ledger: PlainLedger, measure: string, rows: readonly PlainRow[]): number | null {
  if (['sessions', 'stays', 'records'].includes(measure)) return rows.length
  if (['cadres', 'problems', 'deeds'].includes(measure)) return lengths(rows, measure)
  if (measure === 'solved') return solved(rows)
  if (measure === 'solvedRate') return quotient(solved(rows), lengths(rows, 'problems'))
  if (measure === 'lectures')
    return ledger.lecture.filter(({ removedAt, stayId }) => removedAt === null && rows.some(({ id }) => id === stayId))
      .length
  if (measure === 'attendanceRate')
    return quotient(measured(ledger, 'ratedAttended', rows), measured(ledger, 'ratedDue', rows))
  if (measure === 'ratedAttended' || measure === 'ratedDue') {
    const rated = rows.filter((row) => row.dueCount !== null && row.attendedCount !== null)
    return sumOf(rated, measure === 'ratedDue' ? 'dueCount' : 'attendedCount')
  }
  return sumOf(rows, fields[measure] ?? measure)
}

/** One cell: the records (of coverage the unions) that stand in its row and column, and what they give. */
export function plainCell(
  where: Where,
  measure: string,
  axes: readonly Axis[],
): { value: number | null; ids: string[] } {
  const { ledger, kind, period } = where
  const asked = axes.flatMap((axis) =>
    axis === null || axis.value === null ? [] : [{ key: axis.key, value: axis.value }],
  )
  const records = recordsIn(ledger, kind, period)
  if (measure === 'coveredUnions') {
    const unions = records
      .filter((row) =>
        asked.every(({ key, value }) => ofUnions(kind, key) || valuesOf(where, key, row).includes(value)),
      )
      .flatMap((row) => reachedBy(ledger, row, period.to))
      .filter((union) => asked.every(({ key, value }) => !ofUnions(kind, key) || unionValue(key, union) === value))
    const ids = [...new Set(unions.map(({ id }) => id))]
    return { value: ids.length, ids }
  }
  const rows = records.filter((row) => asked.every(({ key, value }) => valuesOf(where, key, row).includes(value)))
  return { value: measured(ledger, measure, rows), ids: rows.map(({ id }) => id) }
}
