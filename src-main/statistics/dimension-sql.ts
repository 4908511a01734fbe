/** What records are grouped by (维度), as SQL over one record: one value, or a list of values without repetition. */
import { type RawBuilder, sql } from 'kysely'
import type { RecordKind } from '../../src-shared/record-kinds.ts'
import { smallOccasions } from '../../src-shared/vocabulary.ts'

export type DimensionSql =
  | { readonly value: RawBuilder<string> }
  | {
      /** JSON; each value at most once. */
      readonly list: RawBuilder<string>
      /** The same value of one union that was reached, where unions are counted. */
      readonly ofUnion?: RawBuilder<string | null>
    }

/** What the lectures on a line of their own are called (场次类别). */
export const scales = ['班前会和小型学习', '其他宣讲'] as const

/** Days on which records count. */
const days = { study: 'study.date', lecture: 'lecture.date', stay: 'stay.to', activity: 'activity.date' } as const

/** @param shift months by which the record's month is named later: that of a year ago beside this year's */
export function dimensionSql(kind: RecordKind, key: string, shift = 0): DimensionSql {
  if (key === 'month') return { value: monthOf(kind, shift) }
  if (key === 'quarter') {
    const month = monthOf(kind, shift)
    return { value: sql`substr(${month}, 1, 4) || '-Q' || ((cast(substr(${month}, 6, 2) as integer) + 2) / 3)` }
  }
  // A column of the tables where the records of several offices lie together.
  if (key === 'office') return { value: sql.ref(`${kind}.officeId`) }
  const own = (dimensions[kind] as Readonly<Record<string, DimensionSql>>)[key]
  return own ?? { value: sql.ref(`${kind}.${key}`) }
}

function monthOf(kind: RecordKind, shift: number): RawBuilder<string> {
  const day = sql.ref(days[kind])
  // From the first of the month on, or the 31st would slip into the month after next.
  if (shift !== 0) return sql`strftime('%Y-%m', ${day}, 'start of month', ${`${shift} months`})`
  return sql`substr(${day}, 1, 7)`
}

const distinctOf = (column: string, field: string): DimensionSql => ({
  list: sql`(select json_group_array(distinct value ->> ${sql.lit(field)}) from json_each(${sql.ref(column)}))`,
})

/** By name; of several offices each behind its own (see intake/owned-names.ts). */
const namesOf = (column: string) => ({
  list: sql<string>`(select json_group_array(distinct coalesce(value ->> 'of', '') || (value ->> 'name')) from json_each(${sql.ref(column)}))`,
})

/** Of the unions that count on the period's last day: `counted` of the statement. */
const ofLectureUnions = (column: string): DimensionSql => ({
  list: sql`(select json_group_array(distinct ${sql.ref(`counted.${column}`)}) from lectureUnion
    join counted on counted.formerId = lectureUnion.unionId where lectureUnion.lectureId = lecture.id)`,
  ofUnion: sql.ref(`reached.${column}`),
})
const ofActivityUnions = (column: string): DimensionSql => ({
  list: sql`(select json_group_array(distinct ${sql.ref(`counted.${column}`)}) from json_each(activity.unionIds) as member
    join counted on counted.formerId = member.value)`,
  ofUnion: sql.ref(`reached.${column}`),
})

/** Those that are not simply a column of the record. */
const dimensions = {
  study: { stratum: distinctOf('study.strata', 'stratum') },
  lecture: {
    mode: { list: sql.ref('lecture.modes') },
    stratum: distinctOf('lecture.strata', 'stratum'),
    scale: {
      value: sql`case when lecture.occasion in (${sql.join([...smallOccasions])}) then ${scales[0]} else ${scales[1]} end`,
    },
    speaker: namesOf('lecture.speakers'),
    speakerKind: distinctOf('lecture.speakers', 'kind'),
    township: ofLectureUnions('township'),
    union: ofLectureUnions('id'),
  },
  stay: { cadre: namesOf('stay.cadres'), unit: { value: sql.ref('stay.unitName') } },
  activity: {
    // Numbers of different units are never added up, so an amount is told by genre and unit.
    genreUnit: { value: sql`activity.kind || ' ' || activity.genre || ' ' || activity.unit` },
    township: ofActivityUnions('township'),
    union: ofActivityUnions('id'),
  },
} as const satisfies Readonly<Record<RecordKind, Readonly<Record<string, DimensionSql>>>>
