/** Rules about the records themselves (记录的逻辑): days, doubles, numbers of people. */
import { sql } from 'kysely'
import { recordKindNames } from '../../../src-shared/record-kinds.ts'
import { activitiesIn, lecturesIn, staysIn, studiesIn, unionsOf } from '../../statistics/in-period.ts'
import { type Found, mostOfOneRule, type RuleCheck } from './finding.ts'

type Kind = keyof typeof recordKindNames

/** L01: nothing has been held tomorrow. */
export const datesNotAhead: RuleCheck = async (trx, { today }) => {
  const found = await sql<{ kind: Kind; id: string; date: string; title: string }>`
    select 'study' as kind, id, date, topic as title from study where removedAt is null and date > ${today}
    union all select 'lecture', id, date, topic from lecture where removedAt is null and date > ${today}
    union all select 'stay', id, "from", unitName from stay where removedAt is null and "from" > ${today}
    union all select 'activity', id, date, title from activity where removedAt is null and date > ${today}
    order by 3, 2 limit ${mostOfOneRule}`.execute(trx)
  return found.rows.map(({ kind, id, date, title }) => ({
    rule: 'L01',
    subject: id,
    records: [{ kind, id }],
    message: `${recordKindNames[kind]}“${title}”的日期${date}晚于今天，还没有开展的请作为安排登记，或核对日期。`,
  }))
}

/** L02: the same day, matter and place twice is one event entered twice, until the clerk says otherwise. */
export const enteredOnce: RuleCheck = async (trx, { period }) => {
  const ids = sql<string>`group_concat(id)`.as('ids')
  const studies = await studiesIn(trx, period)
    .select(['date', 'topic as title', ids])
    .groupBy(['date', 'topic', 'organiser', 'startTime'])
    .having(sql<boolean>`count(*) > 1`)
    .execute()
  const lectures = await lecturesIn(trx, period)
    .select(['date', 'topic as title', ids])
    .groupBy(['date', 'topic', 'place', 'speakers'])
    .having(sql<boolean>`count(*) > 1`)
    .execute()
  const stays = await staysIn(trx, period)
    .select(['to as date', 'unitName as title', ids])
    .groupBy(['from', 'to', 'unitName', 'cadres'])
    .having(sql<boolean>`count(*) > 1`)
    .execute()
  const activities = await activitiesIn(trx, period)
    .select(['date', 'title', ids])
    .groupBy(['date', 'title', 'genre', 'medium'])
    .having(sql<boolean>`count(*) > 1`)
    .execute()
  const doubled = (kind: Kind, rows: readonly { date: string; title: string; ids: string }[]) =>
    rows.map(({ date, title, ids: joined }): Found => {
      const same = joined.split(',').sort()
      return {
        rule: 'L02',
        subject: same.join(' ').slice(0, 200),
        records: same.map((id) => ({ kind, id })),
        message: `${date}的${recordKindNames[kind]}“${title}”登记了${same.length}条，像是同一次；重复的请删除，确是不同场次的请说明。`,
      }
    })
  return [
    ...doubled('study', studies),
    ...doubled('lecture', lectures),
    ...doubled('stay', stays),
    ...doubled('activity', activities),
  ].slice(0, mostOfOneRule)
}

/** L04: more came than the units that were reached employ. Units without a number of staff leave it open. */
export const audienceWithinStaff: RuleCheck = async (trx, { period }) => {
  const rows = await lecturesIn(trx, period)
    .innerJoin('lectureUnion', 'lectureUnion.lectureId', 'lecture.id')
    .innerJoin('grassrootsUnion', 'grassrootsUnion.id', 'lectureUnion.unionId')
    .select(['lecture.id', 'lecture.date', 'lecture.topic', 'lecture.audienceOnSite'])
    .select(sql<number>`sum(grassrootsUnion.staff)`.as('staff'))
    .groupBy('lecture.id')
    .having(
      sql<boolean>`count(*) = count(grassrootsUnion.staff) and lecture.audienceOnSite > sum(grassrootsUnion.staff)`,
    )
    .orderBy('lecture.date')
    .limit(mostOfOneRule)
    .execute()
  return rows.map(({ id, date, topic, audienceOnSite, staff }) => ({
    rule: 'L04',
    subject: id,
    records: [{ kind: 'lecture', id }],
    message: `${date}宣讲“${topic}”现场${audienceOnSite}人次，多于所到单位职工总数${staff}人，请核对人次或所选单位，确有外单位职工参加的请说明。`,
  }))
}

/** L06: nobody stays in two places at once. */
export const staysDoNotOverlap: RuleCheck = async (trx, { period }) => {
  const found = await sql<{ name: string; one: string; other: string; oneUnit: string; otherUnit: string }>`
    with stretch as (
      select stay.id, stay."from", stay."to", stay.unitName, cadre.value ->> 'name' as name
      from stay, json_each(stay.cadres) as cadre
      where stay.removedAt is null and stay."to" >= ${period.from} and stay."from" <= ${period.to}
    )
    select one.name, one.id as one, other.id as other, one.unitName as oneUnit, other.unitName as otherUnit
    from stretch as one join stretch as other
      on other.name = one.name and other.id > one.id and other."from" <= one."to" and other."to" >= one."from"
    order by 1, 2, 3 limit ${mostOfOneRule}`.execute(trx)
  return found.rows.map(({ name, one, other, oneUnit, otherUnit }) => ({
    rule: 'L06',
    subject: `${name} ${one} ${other}`.slice(0, 200),
    records: [
      { kind: 'stay', id: one },
      { kind: 'stay', id: other },
    ],
    message: `${name}在${oneUnit}和${otherUnit}的蹲点时间有重叠，请核对起止日期；同名不同人或两处兼顾的请说明。`,
  }))
}

/** L07: a lecture given during a stay lies in its days. */
export const lecturesWithinStays: RuleCheck = async (trx, { period }) => {
  const rows = await lecturesIn(trx, period)
    .innerJoin('stay', 'stay.id', 'lecture.stayId')
    .where((eb) => eb.or([eb('lecture.date', '<', eb.ref('stay.from')), eb('lecture.date', '>', eb.ref('stay.to'))]))
    .select([
      'lecture.id',
      'lecture.date',
      'lecture.topic',
      'stay.id as stayId',
      'stay.from',
      'stay.to',
      'stay.unitName',
    ])
    .orderBy('lecture.date')
    .limit(mostOfOneRule)
    .execute()
  return rows.map((row) => ({
    rule: 'L07',
    subject: row.id,
    records: [
      { kind: 'lecture', id: row.id },
      { kind: 'stay', id: row.stayId },
    ],
    message: `${row.date}宣讲“${row.topic}”关联的${row.unitName}蹲点是${row.from}至${row.to}，不在期间内，请核对日期或关联。`,
  }))
}

/** L14: a number that was not entered is not 0, and the sums do not hold it. */
export const numbersEntered: RuleCheck = async (trx, { period }) => {
  const studies = await studiesIn(trx, period)
    .where((eb) => eb.or([eb('dueCount', 'is', null), eb('attendedCount', 'is', null)]))
    .select('study.id')
    .execute()
  const lectures = await lecturesIn(trx, period)
    .where('audienceOnSite', 'is', null)
    .where('delivery', '<>', '线上')
    .select('lecture.id')
    .execute()
  const said = (kind: Kind, rows: readonly { id: string }[], what: string): Found[] =>
    rows.length === 0
      ? []
      : [
          {
            rule: 'L14',
            subject: kind,
            records: rows.slice(0, mostOfOneRule).map(({ id }) => ({ kind, id })),
            message: `有${rows.length}条${recordKindNames[kind]}没有填${what}，合计中不含这些场次，能补的请补。`,
          },
        ]
  return [...said('study', studies, '应到或实到人数'), ...said('lecture', lectures, '现场人次')]
}

/** L15: staff of the units, which L04 and the coverage of workers need. */
export const staffEntered: RuleCheck = async (trx, { period }) => {
  const rows = await unionsOf(trx, period).where('staff', 'is', null).select('id').execute()
  if (rows.length === 0) return []
  return [
    {
      rule: 'L15',
      subject: 'staff',
      records: rows.slice(0, mostOfOneRule).map(({ id }) => ({ kind: 'grassrootsUnion', id })),
      message: `单位名册中有${rows.length}个单位没有填职工人数，无法核对现场人次，能补的请补。`,
    },
  ]
}
