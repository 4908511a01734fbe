/** Progress on random ledgers against plain SQL, written without looking at the program's. */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { RequirementInput } from '../../../src-shared/notices.ts'
import { lectureModes, strata, studyTypes } from '../../../src-shared/vocabulary.ts'
import { openTestApp } from '../../open-test-app.ts'
import { enterRecords, randomLedger } from '../../random-records.ts'
import { lecture, study } from '../../sample-records.ts'
import { noticeWith, requirement } from './sample-notice.ts'

const minimum = (count: number, unit: string, scope: NonNullable<RequirementInput['minimum']>['scope'] = '本单位') => ({
  minimum: { count, unit, scope },
})
const window = (from: string | null, to: string | null) => ({ window: { from, to, words: '' } })

/** A requirement, and which records answer it in plain SQL: counting ones, and those that only may. */
const asked: readonly { readonly requirement: RequirementInput; readonly counts: string; readonly doubtful: string }[] =
  [
    {
      requirement: requirement({ forms: ['主题党日'], ...minimum(3, '次') }),
      counts: `SELECT id, attendedCount AS n FROM study WHERE removedAt IS NULL AND type = '主题党日' AND date >= '2026-10-08'`,
      doubtful: 'SELECT 1 WHERE 0',
    },
    {
      requirement: requirement({
        forms: ['集体专题学习', '支部学习'],
        audiences: ['党员'],
        ...minimum(50, '人次'),
        ...window('2026-09-01', '2026-12-31'),
      }),
      counts: `SELECT id, attendedCount AS n FROM study WHERE removedAt IS NULL AND type IN ('集体专题学习', '支部学习')
      AND date BETWEEN '2026-09-01' AND '2026-12-31'
      AND (strata = '[]' OR EXISTS (SELECT 1 FROM json_each(strata) WHERE value ->> 'stratum' = '党员'))`,
      doubtful: `SELECT id FROM study WHERE removedAt IS NULL AND type IN ('集体专题学习', '支部学习')
      AND date BETWEEN '2026-09-01' AND '2026-12-31' AND strata <> '[]'
      AND NOT EXISTS (SELECT 1 FROM json_each(strata) WHERE value ->> 'stratum' = '党员')`,
    },
    {
      requirement: requirement({
        kind: '宣讲',
        forms: ['劳模宣讲', '专家宣讲'],
        venues: ['企业', '车间'],
        ...minimum(2, '场'),
      }),
      counts: `SELECT DISTINCT l.id, audienceOnSite AS n FROM lecture l, json_each(modes) m WHERE removedAt IS NULL
      AND date >= '2026-10-08' AND m.value IN ('劳模宣讲', '专家宣讲') AND venueType IN ('企业', '车间', '班组')`,
      doubtful: `SELECT DISTINCT l.id FROM lecture l, json_each(modes) m WHERE removedAt IS NULL AND date >= '2026-10-08'
      AND m.value IN ('劳模宣讲', '专家宣讲') AND venueType NOT IN ('企业', '车间', '班组')`,
    },
    {
      requirement: requirement({ kind: '蹲点', forms: [], ...minimum(3, '天'), ...window(null, '2026-11-30') }),
      counts: `SELECT id, daysOnSite AS n FROM stay WHERE removedAt IS NULL AND "to" BETWEEN '2026-10-08' AND '2026-11-30'`,
      doubtful: 'SELECT 1 WHERE 0',
    },
    {
      requirement: requirement({ kind: '研究', forms: [] }),
      counts: `SELECT id, 1 AS n FROM activity WHERE removedAt IS NULL AND kind = '研究' AND date >= '2026-10-08'`,
      doubtful: 'SELECT 1 WHERE 0',
    },
  ]

const extra = fc.record({
  studies: fc.array(
    fc.record({
      type: fc.constantFrom(...studyTypes.slice(1, 6)),
      strata: fc.subarray([...strata.slice(0, 4)]).map((words) => words.map((stratum) => ({ stratum, people: 1 }))),
      partyOrganisation: fc.constantFrom('', '机关党支部', '园区党支部'),
      organiser: fc.constantFrom('县总工会党组', '水泥公司党支部'),
    }),
    { maxLength: 12 },
  ),
  lectures: fc.array(fc.record({ modes: fc.subarray([...lectureModes], { minLength: 1 }) }), { maxLength: 12 }),
  /** Whom the clerk confirms and refuses, by number of requirement and record. */
  answers: fc.array(fc.tuple(fc.nat(4), fc.nat(40), fc.constantFrom('采用' as const, '不采用' as const)), {
    maxLength: 20,
  }),
})

test('on random ledgers and answers the records that count, and what they add up to, are those of plain SQL', async () => {
  await fc.assert(
    fc.asyncProperty(randomLedger, extra, async (ledger, more) => {
      const app = await openTestApp()
      const { api } = app
      const { id, ids } = await noticeWith(
        api,
        asked.map((one) => one.requirement),
      )
      await enterRecords(api, ledger)
      if (more.studies.length > 0)
        await api.studies.add(more.studies.map((fields) => study({ attendedCount: 5, ...fields })))
      if (more.lectures.length > 0) await api.lectures.add(more.lectures.map(lecture))
      const db = new DatabaseSync(join(app.dataFolder, 'ledger.sqlite'), { readOnly: true })
      const said = await answerSome(app, ids, more.answers)
      const { requirements } = await api.notices.progress({ id })
      const matches = await api.notices.matches({ id })
      for (const [index, one] of requirements.entries()) {
        const plain = asked[index]
        const proposed = db.prepare(plain?.counts ?? '').all() as { id: string; n: number | null }[]
        const doubtful = db.prepare(plain?.doubtful ?? '').all() as { id: string }[]
        const answers = said.get(ids[index] ?? '') ?? new Map<string, string>()
        const confirmed = [...answers].filter(([, state]) => state === '采用').map(([record]) => record)
        const unsaid = proposed.filter((row) => !answers.has(row.id)).map((row) => row.id)
        expect(one).toMatchObject({
          confirmed: confirmed.length,
          proposed: unsaid.length,
          doubtful: doubtful.filter((row) => !answers.has(row.id)).length,
        })
        const counting = [...confirmed, ...unsaid].toSorted()
        expect(one.recordIds.toSorted()).toEqual(counting)
        const listed = matches.filter((match) => match.requirementId === one.requirementId && match.counts)
        expect(listed.map((match) => match.recordId).toSorted()).toEqual(counting)
        if (one.unit === '次' || one.unit === '场') expect(one.done).toBe(counting.length)
        else if (one.unit !== null && confirmed.length === 0)
          expect(one.done).toBe(proposed.reduce((sum, row) => sum + (answers.has(row.id) ? 0 : (row.n ?? 0)), 0))
      }
      db.close()
      await app.close()
    }),
    { numRuns: 30 },
  )
}, 180_000)

type App = Awaited<ReturnType<typeof openTestApp>>

/** Answers for records of the requirement's kind that are not before it; the last word on a record holds. */
async function answerSome(
  { api, context }: App,
  ids: readonly string[],
  answers: readonly (readonly [number, number, '采用' | '不采用'])[],
) {
  const kinds = ['study', 'study', 'lecture', 'stay', 'activity'] as const
  const said = new Map<string, Map<string, string>>()
  for (const [index, number, state] of answers) {
    const recordKind = kinds[index] ?? 'study'
    const day = sql.ref<string>(recordKind === 'stay' ? 'to' : 'date').as('day')
    const present = context.db.selectFrom(recordKind).where('removedAt', 'is', null).orderBy('id')
    const rows = await present.select(['id', day]).execute()
    const row = rows[number % Math.max(1, rows.length)]
    if (!row || row.day < (index === 1 ? '2026-09-01' : '2026-10-08')) continue
    const requirementId = ids[index] ?? ''
    await api.answers.set({ requirementId, recordKind, recordId: row.id, state })
    said.set(requirementId, new Map([...(said.get(requirementId) ?? []), [row.id, state]]))
  }
  return said
}

test('minima of each are counted group by group as plain SQL does', async () => {
  await fc.assert(
    fc.asyncProperty(randomLedger, extra, async (ledger, more) => {
      const app = await openTestApp()
      const { api } = app
      const { id } = await noticeWith(api, [
        requirement({ forms: ['主题党日', '支部学习'], ...minimum(2, '次', '每个党支部') }),
        requirement({ kind: '宣讲', forms: [], ...minimum(1, '场', '每个基层工会') }),
        requirement({ kind: '蹲点', forms: [], ...minimum(1, '次', '每名干部') }),
        requirement({ kind: '宣讲', forms: ['网上宣讲'], ...minimum(1, '场', '每月') }),
      ])
      await enterRecords(api, ledger)
      if (more.studies.length > 0)
        await api.studies.add(more.studies.map((fields) => study({ attendedCount: 5, ...fields })))
      const db = new DatabaseSync(join(app.dataFolder, 'ledger.sqlite'), { readOnly: true })
      const branch = `CASE WHEN partyOrganisation LIKE '%支部%' THEN partyOrganisation WHEN organiser LIKE '%支部%' THEN organiser END`
      const plain = [
        `SELECT ${branch} AS name, count(*) FILTER (WHERE date >= '2026-10-08' AND type IN ('主题党日', '支部学习')) AS n
          FROM study WHERE removedAt IS NULL AND ${branch} IS NOT NULL GROUP BY 1`,
        `SELECT u.name AS name, (SELECT count(*) FROM lecture l, json_each(l.unionIds) j WHERE l.removedAt IS NULL
          AND l.date >= '2026-10-08' AND j.value = u.id) AS n FROM grassrootsUnion u WHERE u.removedAt IS NULL`,
        `SELECT j.value ->> 'name' AS name, count(*) FILTER (WHERE "to" >= '2026-10-08') AS n
          FROM stay, json_each(cadres) j WHERE removedAt IS NULL GROUP BY 1`,
        `SELECT m.name AS name, (SELECT count(*) FROM lecture l WHERE l.removedAt IS NULL AND l.modes LIKE '%网上宣讲%'
          AND l.date >= '2026-10-08' AND l.date LIKE m.month || '%') AS n
          FROM (SELECT '2026年10月' AS name, '2026-10' AS month UNION ALL SELECT '2026年11月', '2026-11') m`,
      ].map((sql) => db.prepare(sql).all() as { name: string; n: number }[])
      db.close()
      const { requirements } = await api.notices.progress({ id })
      for (const [index, one] of requirements.entries()) {
        const groups = new Map(one.groups.map(({ name, done }) => [name, done]))
        const expected = new Map((plain[index] ?? []).map(({ name, n }) => [name, n]))
        // Months to come have groups only where something was entered for them already.
        if (index === 3) for (const name of groups.keys()) if (!expected.has(name)) groups.delete(name)
        expect(groups).toEqual(expected)
      }
      await app.close()
    }),
    { numRuns: 20 },
  )
}, 180_000)
