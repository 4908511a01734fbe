/** The figures once more, in plain SQL written without looking at the program's: what the program is held against. */

import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Period } from '../../../src-shared/period.ts'
import type { PeriodFigures } from '../../../src-shared/statistics.ts'

export function plainFigures(dataFolder: string, { from, to }: Period): PeriodFigures {
  const db = new DatabaseSync(join(dataFolder, 'ledger.sqlite'), { readOnly: true })
  // biome-ignore lint/suspicious/noExplicitAny: the answer of any query
  const one = (sql: string): any => db.prepare(sql).get({ from, to })
  const studies = `(SELECT * FROM study WHERE removedAt IS NULL AND date BETWEEN $from AND $to)`
  const lectures = `(SELECT * FROM lecture WHERE removedAt IS NULL AND date BETWEEN $from AND $to)`
  const stays = `(SELECT * FROM stay WHERE removedAt IS NULL AND "to" BETWEEN $from AND $to)`
  const study = one(`SELECT count(*) sessions, sum(attendedCount) attended,
    total(CASE WHEN attendedCount IS NOT NULL THEN dueCount END) ratedDue,
    total(CASE WHEN dueCount IS NOT NULL THEN attendedCount END) ratedAttended,
    count(CASE type WHEN '理论学习中心组集体学习' THEN 1 END) coreGroupSessions,
    count(CASE type WHEN '主题党日' THEN 1 END) partyDaySessions FROM ${studies}`)
  const lecture = one(`SELECT count(*) sessions, sum(audienceOnSite) audienceOnSite, sum(audienceOnline) audienceOnline,
    sum(clicks) clicks, sum(questionsAnswered) questionsAnswered FROM ${lectures}`)
  const covered = one(`SELECT count(DISTINCT u.value) n FROM ${lectures} l, json_each(l.unionIds) u
    WHERE u.value IN (SELECT id FROM grassrootsUnion WHERE removedAt IS NULL)`).n
  const base = one(`SELECT count(*) n, $from, $to FROM grassrootsUnion WHERE removedAt IS NULL`).n
  const stay = one(`SELECT count(*) stays, sum(daysOnSite) daysOnSite, sum(visits) visits, sum(talks) talks,
    sum(meetings) meetings, sum(suggestions) suggestions, sum(unionsFounded) unionsFounded,
    sum(membersJoined) membersJoined, sum(consolationPeople) consolationPeople,
    round(sum(consolationYuan), 2) consolationYuan FROM ${stays}`)
  const members = (column: string) => `${stays} s, json_each(s.${column}) j`
  const figures = {
    study: { ...study, attendanceRate: study.ratedDue ? study.ratedAttended / study.ratedDue : null },
    lecture: { ...lecture, coveredUnions: covered, baseUnions: base, coverageRate: base ? covered / base : null },
    stay: {
      ...stay,
      continuing: one(`SELECT count(*) n, $from FROM stay
        WHERE removedAt IS NULL AND "from" <= $to AND "to" > $to`).n,
      cadres: one(`SELECT count(*) n FROM ${members('cadres')}`).n,
      problems: one(`SELECT count(*) n FROM ${members('problems')}`).n,
      problemsSolved: one(`SELECT count(*) n FROM ${members('problems')}
        WHERE json_extract(j.value, '$.state') = '已办结' OR json_extract(j.value, '$.state') = '跟踪回访'`).n,
      deeds: one(`SELECT count(*) n FROM ${members('deeds')}`).n,
      lectures: one(`SELECT count(*) n FROM lecture l JOIN ${stays} s ON s.id = l.stayId WHERE l.removedAt IS NULL`).n,
    },
  }
  const activity =
    one(`SELECT count(CASE kind WHEN '宣传' THEN 1 END) publicity, count(CASE kind WHEN '文化' THEN 1 END) culture,
    count(CASE kind WHEN '研究' THEN 1 END) research, count(CASE kind WHEN '典型' THEN 1 END) models,
    sum(participants) participants FROM activity WHERE removedAt IS NULL AND date BETWEEN $from AND $to`)
  db.close()
  return { ...figures, activity }
}
