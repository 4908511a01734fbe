/** In what a minimum is counted (计量) and of whom it is asked (范围), as SQL over the records. */
import { type RawBuilder, sql } from 'kysely'
import type { Minimum } from '../../src-shared/notices.ts'
import type { RecordKind } from '../../src-shared/record-kinds.ts'
import { existsOn, nameOn, standingOn } from '../unions/on-day.ts'
import { dayOf } from './answering-records.ts'

type Amount = RawBuilder<number | null>

/** 次, 场 …: each record is one. */
const perRecord = /^(?:次|场|场次|期|回|堂|轮|班|项|个|节)$/
/** 条, 篇 …: an activity says how many it stands for, at least itself. */
const perPiece = /^(?:条|篇|件|期|项|个|场|次)$/

/**
 * What one record adds to a minimum in `unit`; null when a record of this kind cannot say. 人 and 名 are never counted:
 * attendances are not persons.
 */
export function amountOf(kind: RecordKind, unit: string): Amount | null {
  if (unit === '人次') return attendances[kind]
  if (kind === 'stay' && unit in ofStay) return ofStay[unit] ?? null
  if (kind === 'activity' && perPiece.test(unit))
    return sql`case when activity.unit = ${unit} then coalesce(activity.count, 1) else ${perRecord.test(unit) ? 1 : 0} end`
  return perRecord.test(unit) ? sql`1` : null
}

/** 线上人次 and 点击次数 are other things and never stand in for 现场人次. */
const attendances: Readonly<Record<RecordKind, Amount | null>> = {
  study: sql`study.attendedCount`,
  lecture: sql`lecture.audienceOnSite`,
  stay: sql`stay.talks`,
  activity: sql`activity.participants`,
}
const ofStay: Readonly<Record<string, Amount>> = {
  天: sql`stay.daysOnSite`,
  家: sql`stay.visits`,
  户: sql`stay.visits`,
  条: sql`stay.suggestions`,
  件: sql`json_array_length(stay.deeds)`,
}

export type Scope = Minimum['scope']
type Grouping = {
  /** What the record belongs to; null for a record that does not say. */
  readonly name: RawBuilder<string | null>
  /** Joined to the record, which then stands once for each. */
  readonly join?: RawBuilder<unknown>
}

const has = (column: string, word: string) => sql`instr(${sql.ref(column)}, ${word}) > 0`
const byMonth = (day: RawBuilder<string>): Grouping => ({ name: sql`substr(${day}, 1, 7)` })
const byQuarter = (day: RawBuilder<string>): Grouping => ({
  name: sql`substr(${day}, 1, 4) || '-' || ((cast(substr(${day}, 6, 2) as integer) + 2) / 3)`,
})

/** A core group is the party committee that holds it, the organiser where none is noted. */
const coreGroup = sql<string>`coalesce(nullif(study.partyOrganisation, ''), study.organiser)`
const branch = sql<string | null>`case
  when ${has('study.partyOrganisation', '支部')} then study.partyOrganisation
  when ${has('study.organiser', '支部')} then study.organiser end`
const nobody: Grouping = { name: sql`null` }

/** For each scope of a minimum and kind of record: of which of them a record is; unions as they were on the day. */
export function groupingOf(scope: Scope, kind: RecordKind, day: string): Grouping {
  if (scope === '本单位') return nobody
  if (scope === '每月') return byMonth(dayOf[kind])
  if (scope === '每个季度') return byQuarter(dayOf[kind])
  if (scope === '每个中心组') return kind === 'study' ? { name: coreGroup } : nobody
  if (scope === '每个党支部') return kind === 'study' ? { name: branch } : nobody
  return scope === '每名干部' ? cadreOf[kind] : unionOf(kind, day)
}

const cadreOf: Readonly<Record<RecordKind, Grouping>> = {
  study: nobody,
  lecture: { name: sql`who.value ->> 'name'`, join: sql`join json_each(lecture.speakers) as who` },
  stay: { name: sql`who.value ->> 'name'`, join: sql`join json_each(stay.cadres) as who` },
  activity: nobody,
}

/** Every name of every union; one that it had is its own on the days before it was given up. */
const called = sql`(select id, name, null as until from grassrootsUnion where removedAt is null
  union all select grassrootsUnion.id, former.value ->> 'name', former.value ->> 'until'
  from grassrootsUnion join json_each(grassrootsUnion.formerNames) as former where grassrootsUnion.removedAt is null)`

function unionOf(kind: RecordKind, day: string): Grouping {
  const standing = standingOn(day)
  const joined: Readonly<Record<RecordKind, RawBuilder<unknown>>> = {
    study: sql`left join ${called} as called on called.name = study.organiser
        and (called.until is null or study.date < called.until)
      left join ${standing} as reached on reached.formerId = called.id`,
    lecture: sql`join lectureUnion on lectureUnion.lectureId = lecture.id
      join ${standing} as reached on reached.formerId = lectureUnion.unionId`,
    stay: sql`left join ${standing} as reached on reached.formerId = stay.unionId`,
    activity: sql`join json_each(activity.unionIds) as part join ${standing} as reached on reached.formerId = part.value`,
  }
  return { name: sql`reached.name`, join: joined[kind] }
}

/** Of whom the ledger knows: all there are only where a register lists them, as it was on the day. */
export function knownGroups(scope: Scope, day: string): RawBuilder<{ name: string }> | undefined {
  if (scope === '每个基层工会') return sql`select ${nameOn(day)} as name from grassrootsUnion where ${existsOn(day)}`
  return namedInRecords[scope]
}

const namedInRecords: Readonly<Partial<Record<Scope, RawBuilder<{ name: string }>>>> = {
  每个中心组: sql`select distinct ${coreGroup} as name from study
    where study.removedAt is null and study.type = '理论学习中心组集体学习'`,
  每个党支部: sql`select distinct ${branch} as name from study where study.removedAt is null and (${has('study.partyOrganisation', '支部')} or ${has('study.organiser', '支部')})`,
  每名干部: sql`select distinct who.value ->> 'name' as name from stay join json_each(stay.cadres) as who
    where stay.removedAt is null`,
}
