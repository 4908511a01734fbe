/**
 * Counting the records that answer (印证计数): one statement for each kind of record, each criterion counted once,
 * however many requirements of the notice share it.
 */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { RecordKind } from '../../src-shared/record-kinds.ts'
import type { Tables } from '../database/tables.ts'
import { existsOn, withSuccessors } from '../unions/on-day.ts'
import { countsUnasked, dayOf, isProposed } from './answering-records.ts'
import type { Criterion } from './criteria.ts'
import { amountOf, groupingOf, type Scope } from './measures.ts'

/** A requirement on records of one kind. Equal questions of requirements without answers are one. */
export type Question = {
  readonly key: string
  readonly criterion: Criterion
  /** Whose answers the clerk has given; null where she has given none. */
  readonly requirementId: string | null
  readonly scope: Scope
  readonly unit: string
  /** Confirmed records beyond this day are left out; absent for all of them. */
  readonly until?: string
}

export type Counted = {
  readonly key: string
  readonly confirmed: number
  readonly proposed: number
  readonly doubtful: number
  readonly amount: number | null
  readonly attended: number | null
  readonly onSite: number | null
  readonly online: number | null
  readonly clicks: number | null
  readonly days: number | null
  readonly covered: number
  /** Day and id of the newest that counts. */
  readonly last: string | null
  /** Ids of those that count, with commas between; null when there are none or they were not asked for. */
  readonly ids: string | null
}
export type CountedGroup = { readonly key: string; readonly name: string | null; readonly amount: number | null }

/** SQLite joins at most 500 SELECTs; fewer are planned faster. */
const atOnce = 100

export async function countAnswers(
  db: Kysely<Tables>,
  questions: readonly Question[],
  withRecords: boolean,
): Promise<Counted[]> {
  return await ask<Counted>(db, questions, (question) => totals(question, withRecords))
}

/** For minima that are asked of each of several. */
export async function countGroups(db: Kysely<Tables>, questions: readonly Question[]): Promise<CountedGroup[]> {
  const grouped = questions.filter(({ scope }) => scope !== '本单位')
  return await ask<CountedGroup>(db, grouped, byGroup)
}

async function ask<Row>(
  db: Kysely<Tables>,
  questions: readonly Question[],
  select: (question: Question) => RawBuilder<unknown>,
): Promise<Row[]> {
  const rows: Row[] = []
  for (let start = 0; start < questions.length; start += atOnce) {
    const part = questions.slice(start, start + atOnce)
    const found = await sql<Row>`${lecturesOf(part)} ${sql.join(part.map(select), sql` union all `)}`.execute(db)
    rows.push(...found.rows)
  }
  return rows
}

/** A type of study is found by its index; lectures of a time are read once, what is compared only, for all questions. */
function lecturesOf(questions: readonly Question[]): RawBuilder<unknown> {
  const asked = questions.map(({ criterion }) => criterion).filter(({ recordKind }) => recordKind === 'lecture')
  if (asked.length === 0) return sql``
  const from = asked.map((one) => one.from ?? '').toSorted()[0]
  const to = asked
    .map((one) => one.to ?? '9999')
    .toSorted()
    .at(-1)
  return sql`with lectureOfTime as materialized (select id, date, removedAt, modes, speakers, team, occasion, venueType, place,
    strata, audienceOnSite, audienceOnline, clicks from lecture
    where removedAt is null and date >= ${from} and date <= ${to})`
}

/** `verdict`: 2 confirmed, 1 proposed and counted, 0 doubtful. */
function totals(question: Question, withRecords: boolean): RawBuilder<unknown> {
  const { key, criterion, unit } = question
  const kind = criterion.recordKind
  const none = sql`null`
  const sum = (value: RawBuilder<unknown> | null) => (value ? sql`sum(${value}) filter (where verdict > 0)` : none)
  return sql`select ${key} as key,
    count(*) filter (where verdict = 2) as confirmed,
    count(*) filter (where verdict = 1) as proposed,
    count(*) filter (where verdict = 0) as doubtful,
    ${sum(amountOf(kind, unit) && sql`amount`)} as amount,
    ${sum(kind === 'study' ? sql`attendedCount` : null)} as attended,
    ${sum(kind === 'lecture' ? sql`audienceOnSite` : null)} as onSite,
    ${sum(kind === 'lecture' ? sql`audienceOnline` : null)} as online,
    ${sum(kind === 'lecture' ? sql`clicks` : null)} as clicks,
    ${sum(kind === 'stay' ? sql`daysOnSite` : null)} as days,
    ${kind === 'lecture' ? coveredUnions(question) : sql`0`} as covered,
    max(case when verdict > 0 then day || ' ' || id end) as last,
    ${withRecords ? sql`group_concat(id) filter (where verdict > 0)` : none} as ids
    from (${answering(question)} limit -1)` // the limit keeps SQLite from reckoning the verdict anew for each column
}

/** The day as of which unions are counted: the last one of the question, else as they are now. */
const lastDayOf = ({ criterion, until }: Question) => until ?? criterion.to ?? '9999-12-31'

/** Unions of the register, each once. Crossed, or SQLite would go through every lecture of every union instead. */
function coveredUnions(question: Question): RawBuilder<number> {
  const day = lastDayOf(question)
  const reached = sql`(select lectureUnion.unionId from (${answering(question)}) as answer
    cross join lectureUnion on lectureUnion.lectureId = answer.id where answer.verdict > 0)`
  return sql`(select count(*) from grassrootsUnion where ${existsOn(day)} and id in ${withSuccessors(reached, day)})`
}

function byGroup(question: Question): RawBuilder<unknown> {
  const { key, criterion, unit, scope } = question
  const { name, join = sql`` } = groupingOf(scope, criterion.recordKind, lastDayOf(question))
  const table = sql.table(criterion.recordKind)
  const amount = amountOf(criterion.recordKind, unit) ?? sql`0`
  // A record counts once for a union under whatever names and parts it has reached it.
  return sql`select ${key} as key, name, sum(amount) as amount from (
    select distinct answer.id, ${name} as name, ${amount} as amount from (${answering(question)}) as answer
    join ${table} on ${sql.ref(`${criterion.recordKind}.id`)} = answer.id ${join} where answer.verdict > 0) group by name`
}

const columns: Readonly<Record<RecordKind, RawBuilder<unknown>>> = {
  study: sql`study.attendedCount`,
  lecture: sql`lecture.audienceOnSite, lecture.audienceOnline, lecture.clicks`,
  stay: sql`stay.daysOnSite`,
  activity: sql`activity.participants`,
}

/** The records of a question with what is counted of them: proposals nothing was said of, and those confirmed. */
function answering({ criterion, requirementId, unit, until }: Question): RawBuilder<unknown> {
  const { recordKind } = criterion
  const table = sql.table(recordKind)
  const day = dayOf[recordKind]
  const id = sql.ref(`${recordKind}.id`)
  const shown = sql`${id} as id, ${day} as day, ${columns[recordKind]}, ${amountOf(recordKind, unit) ?? sql`null`} as amount`
  const read = recordKind === 'lecture' ? sql`lectureOfTime as lecture` : table
  const proposals = sql`select ${countsUnasked(criterion)} as verdict, ${shown} from ${read}
    where ${isProposed(criterion)}`
  if (requirementId === null) return proposals
  const said = sql`answer.requirementId = ${requirementId} and answer.recordKind = ${recordKind}
    and answer.removedAt is null`
  return sql`${proposals} and ${id} not in (select recordId from answer where ${said})
    union all
    select 2 as verdict, ${shown} from answer join ${table} on ${id} = answer.recordId
    where ${said} and answer.state = '采用' and ${sql.ref(`${recordKind}.removedAt`)} is null
      and ${day} >= ${criterion.from ?? ''} and ${day} <= ${until ?? '9999'}`
}
