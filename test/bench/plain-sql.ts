/** The same questions in plain SQL through a bare better-sqlite3, each as good as we can write it by hand. */
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import type { Period } from '../../src-shared/period.ts'

const studyIn = `FROM study WHERE removedAt IS NULL AND date BETWEEN :from AND :to`
const lectureIn = `FROM lecture WHERE removedAt IS NULL AND date BETWEEN :from AND :to`
const stayIn = `FROM stay WHERE removedAt IS NULL AND "to" BETWEEN :from AND :to`
const rated = `FILTER (WHERE dueCount IS NOT NULL AND attendedCount IS NOT NULL)`
const audience = `count(*), sum(audienceOnSite), sum(audienceOnline), sum(clicks), sum(questionsAnswered)`
const covered = `SELECT unionId FROM lecture JOIN lectureUnion ON lectureId = lecture.id
  WHERE lecture.removedAt IS NULL AND date BETWEEN :from AND :to`
const solved = `(SELECT count(*) FROM json_each(problems) WHERE value ->> 'state' IN ('已办结', '跟踪回访'))`
const linked = `(SELECT count(*) FROM lecture WHERE stayId = stay.id AND lecture.removedAt IS NULL)`

const figures = [
  `SELECT count(*), sum(attendedCount), sum(dueCount) ${rated}, sum(attendedCount) ${rated},
    count(*) FILTER (WHERE type = '理论学习中心组集体学习'), count(*) FILTER (WHERE type = '主题党日') ${studyIn}`,
  `SELECT ${audience},
    (SELECT count(*) FROM grassrootsUnion WHERE removedAt IS NULL AND id IN (${covered})),
    (SELECT count(*) FROM grassrootsUnion WHERE removedAt IS NULL) ${lectureIn}`,
  `SELECT count(*), (SELECT count(*) FROM stay WHERE removedAt IS NULL AND "to" > :to AND "from" <= :to),
    sum(json_array_length(cadres)), sum(daysOnSite), sum(visits), sum(talks), sum(meetings), sum(${linked}),
    sum(suggestions), sum(json_array_length(problems)), sum(${solved}), sum(json_array_length(deeds)),
    sum(unionsFounded), sum(membersJoined), sum(consolationPeople), sum(consolationYuan) ${stayIn}`,
]

const sheets = [
  `SELECT type, count(*), count(*) FILTER (WHERE delivery = '线下'), count(*) FILTER (WHERE delivery = '线上'),
    count(*) FILTER (WHERE delivery = '线上线下结合'), sum(attendedCount), count(*) ${rated}, sum(dueCount) ${rated},
    sum(attendedCount) ${rated} ${studyIn} GROUP BY type`,
  `SELECT township, count(*), count(*) FILTER (WHERE id IN (${covered})) FROM grassrootsUnion
    WHERE removedAt IS NULL GROUP BY township`,
  `SELECT venueType, ${audience} ${lectureIn} GROUP BY venueType`,
  `SELECT mode.value, ${audience} FROM lecture, json_each(modes) AS mode
    WHERE removedAt IS NULL AND date BETWEEN :from AND :to GROUP BY mode.value`,
  `SELECT cadres, unitName, "from", "to", daysOnSite, visits, talks, meetings, ${linked}, suggestions,
    json_array_length(problems), ${solved}, json_array_length(deeds), unionsFounded, membersJoined,
    consolationPeople, consolationYuan ${stayIn} ORDER BY "to", id`,
  `SELECT count(*) FROM stay WHERE removedAt IS NULL AND "to" > :to AND "from" <= :to`,
  // Which records in which version, of which the fingerprint below the sheets is made.
  `SELECT id, version ${studyIn} ORDER BY id`,
  `SELECT id, version ${lectureIn} UNION SELECT id, version FROM lecture
    WHERE removedAt IS NULL AND stayId IN (SELECT id ${stayIn}) ORDER BY id`,
  `SELECT id, version FROM stay WHERE removedAt IS NULL AND "to" >= :from AND "from" <= :to ORDER BY id`,
  `SELECT id, version FROM activity WHERE removedAt IS NULL AND date BETWEEN :from AND :to ORDER BY id`,
  'SELECT id, version FROM grassrootsUnion WHERE removedAt IS NULL ORDER BY id',
]

const byMode = `FROM lecture, json_each(modes) AS mode WHERE removedAt IS NULL AND date BETWEEN :from AND :to`
const crossTables = {
  plain: [`SELECT venueType, substr(date, 1, 7), sum(audienceOnSite) ${lectureIn} GROUP BY 1, 2`],
  overlapping: [
    `SELECT mode.value, substr(date, 1, 7), sum(audienceOnSite) ${byMode} GROUP BY 1, 2
      UNION ALL SELECT NULL, substr(date, 1, 7), sum(audienceOnSite) ${lectureIn} GROUP BY 2`,
  ],
  townships: [
    `SELECT township, count(DISTINCT grassrootsUnion.id) FROM grassrootsUnion
      JOIN lectureUnion ON unionId = grassrootsUnion.id JOIN lecture ON lecture.id = lectureId
      WHERE grassrootsUnion.removedAt IS NULL AND lecture.removedAt IS NULL AND date BETWEEN :from AND :to GROUP BY 1
      UNION ALL SELECT NULL, count(*) FROM grassrootsUnion WHERE removedAt IS NULL AND id IN (${covered})`,
  ],
  cadres: [
    `SELECT name, sum(days) FROM (SELECT DISTINCT stay.id, cadre.value ->> 'name' AS name, daysOnSite AS days
      FROM stay, json_each(cadres) AS cadre WHERE removedAt IS NULL AND "to" BETWEEN :from AND :to) GROUP BY 1
      UNION ALL SELECT NULL, sum(daysOnSite) ${stayIn}`,
  ],
}

const page = [`SELECT * ${studyIn} ORDER BY date DESC, id DESC LIMIT 50`, `SELECT count(*) ${studyIn}`]

/** A second connection to the ledger, its statements prepared once; each function reads all rows of its statements. */
export function openPlain(folder: string) {
  const file = new SqliteDatabase(join(folder, 'ledger.sqlite'))
  const reader = (statements: readonly string[]) => {
    const prepared = statements.map((statement) => file.prepare(statement))
    return ({ from, to }: Period) => prepared.map((statement) => statement.all({ from, to }))
  }
  const cross = {
    plain: reader(crossTables.plain),
    overlapping: reader(crossTables.overlapping),
    townships: reader(crossTables.townships),
    cadres: reader(crossTables.cadres),
  }
  return {
    file,
    cross,
    figures: reader(figures),
    sheets: reader(sheets),
    page: reader(page),
    close: () => file.close(),
  }
}
