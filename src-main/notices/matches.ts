/** Records that answer the requirements of a notice, or may (印证清单), each with one sentence that says why. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { AnswerState, Match } from '../../src-shared/notices.ts'
import type { RecordKind } from '../../src-shared/record-kinds.ts'
import type { Tables } from '../database/tables.ts'
import { countsUnasked, dayOf, isProposed, verdictOn } from './answering-records.ts'
import type { Question } from './count-answers.ts'
import { getNotice } from './notices.ts'
import { questionsOf } from './progress.ts'
import { type Evidence, reasonOf } from './reasons.ts'

type Row = {
  readonly id: string
  readonly day: string
  readonly title: string
  readonly state: AnswerState | null
  readonly counts: number
  readonly isProposed: number
  readonly verdicts: string
  readonly form: string
  readonly strata: string
  readonly venue: string
  readonly place: string
  readonly actor: string
}

/** Confirmed and refused ones all, and the newest `limit` proposals of each. @throws Problem NOT_FOUND */
export async function listMatches(
  db: Kysely<Tables>,
  {
    id,
    requirementId,
    limit,
  }: { readonly id: string; readonly requirementId?: string | undefined; readonly limit: number },
): Promise<Match[]> {
  return await db.transaction().execute(async (trx) => {
    const asked = await questionsOf(trx, await getNotice(trx, id))
    const matches: Match[] = []
    for (const { requirement, questions } of asked) {
      if (requirementId !== undefined && requirement.id !== requirementId) continue
      for (const question of questions) {
        const rows = await matchesOf(trx, requirement.id, question, limit)
        matches.push(...rows.map((row) => matchOf(requirement.id, question, row)))
      }
    }
    return matches
  })
}

async function matchesOf(
  db: Kysely<Tables>,
  requirementId: string,
  { criterion }: Question,
  limit: number,
): Promise<Row[]> {
  const { recordKind, from } = criterion
  const table = sql.table(recordKind)
  const id = sql.ref(`${recordKind}.id`)
  const day = dayOf[recordKind]
  const verdicts = criterion.marks.map((mark) => verdictOn(criterion, mark))
  const list = verdicts.length === 0 ? sql`'[]'` : sql`json_array(${sql.join(verdicts)})`
  const { form, strata, venue, place, actor } = shownColumns[recordKind]
  const { rows } = await sql<Row>`
    select ${id} as id, ${day} as day, ${titles[recordKind]} as title, answer.state as state,
      case when answer.state is null then ${countsUnasked(criterion)}
        else answer.state = '采用' and ${day} >= ${from ?? ''} end as counts,
      (${isProposed(criterion)}) as isProposed, ${list} as verdicts, ${form} as form, ${strata} as strata,
      ${venue} as venue, ${place} as place, ${actor} as actor
    from ${table} left join answer on answer.requirementId = ${requirementId} and answer.recordKind = ${recordKind}
      and answer.recordId = ${id} and answer.removedAt is null
    where ${sql.ref(`${recordKind}.removedAt`)} is null and (answer.state is not null or (${isProposed(criterion)}))
    order by answer.state is null, ${day} desc, ${id} desc limit ${limit}
  `.execute(db)
  return rows
}

function matchOf(requirementId: string, { criterion }: Question, row: Row): Match {
  const evidence: Evidence = { ...row, verdicts: JSON.parse(row.verdicts), isProposed: row.isProposed === 1 }
  return {
    requirementId,
    recordKind: criterion.recordKind,
    recordId: row.id,
    date: row.day,
    title: row.title,
    state: row.state,
    counts: row.counts === 1,
    why: reasonOf(criterion, evidence),
  }
}

const titles: Readonly<Record<RecordKind, RawBuilder<string>>> = {
  study: sql`study.topic`,
  lecture: sql`lecture.topic`,
  stay: sql`stay.unitName`,
  activity: sql`activity.title`,
}

const empty = sql<string>`''`
/** What a record says of each mark; lists as the words with 、 between. */
const shownColumns: Readonly<
  Record<RecordKind, Readonly<Record<'form' | 'strata' | 'venue' | 'place' | 'actor', RawBuilder<string>>>>
> = {
  study: {
    form: sql`study.type`,
    strata: listed('study.strata', 'stratum'),
    venue: empty,
    place: sql`study.place`,
    actor: sql`coalesce(nullif(study.partyOrganisation, ''), study.organiser)`,
  },
  lecture: {
    form: sql`(select group_concat(value, '、') from json_each(lecture.modes)) || '、' || lecture.occasion`,
    strata: listed('lecture.strata', 'stratum'),
    venue: sql`lecture.venueType`,
    place: sql`lecture.place`,
    actor: listed('lecture.speakers', 'kind'),
  },
  stay: {
    form: sql`stay.form`,
    strata: empty,
    venue: empty,
    place: sql`stay.unitName`,
    actor: listed('stay.cadres', 'name'),
  },
  activity: {
    form: sql`activity.genre`,
    strata: empty,
    venue: empty,
    place: sql`activity.medium`,
    actor: sql`activity.organiser`,
  },
}

function listed(column: string, member: string): RawBuilder<string> {
  return sql`coalesce((select group_concat(distinct value ->> ${member}) from json_each(${sql.ref(column)})), '')`
}
