import { createQueryId, type KyselyPlugin, SqliteQueryCompiler, sql } from 'kysely'
import { expect, test } from 'vitest'
import { onDesk } from '../../../src-main/intake/desk-database.ts'
import { narrowTo } from '../../../src-main/intake/scope-views.ts'
import { computeFigures } from '../../../src-main/statistics/figures.ts'
import { recordsText } from '../../../src-main/statistics/record-set.ts'
import { openOffices, type TestOffice } from '../../open-offices.ts'
import { lecture, study, union } from '../../sample-records.ts'
import { makeReport, november } from '../intake/make-report.ts'
import { takeIn } from '../intake/take-in.ts'

const recordTables = ['study', 'lecture', 'stay', 'activity', 'grassrootsUnion', 'lectureUnion', 'answer', 'attachment']

test('what the board and the totals count of an office is read through its indexes, no table of records from end to end', async () => {
  const { city, counties } = await openOffices()
  const [county] = counties as [TestOffice]
  const { ids } = await county.api.unions.add([union()])
  await county.api.studies.add([study()])
  await county.api.lectures.add([lecture({ unionIds: ids })])
  await takeIn(city, [await makeReport(county, city)])
  const asked: { readonly text: string; readonly parameters: readonly unknown[] }[] = []
  const listen: KyselyPlugin = {
    transformQuery({ node }) {
      const compiled = new SqliteQueryCompiler().compileQuery(node, createQueryId())
      asked.push({ text: compiled.sql, parameters: compiled.parameters })
      return node
    },
    transformResult: async ({ result }) => result,
  }
  await onDesk(city.context, { offices: [], withOwn: false }, async (desk) => {
    await narrowTo(desk, [county.context.officeId])
    await computeFigures(desk.withPlugin(listen), november)
    await recordsText(desk.withPlugin(listen), november)
    const selects = asked.filter(({ text }) => /^\s*(?:select|with)/i.test(text))
    expect(selects.length).toBeGreaterThanOrEqual(8)
    for (const { text, parameters } of selects) {
      const literal = parameters.reduce<string>((query, value) => query.replace('?', () => `'${String(value)}'`), text)
      const plan = await sql.raw<{ detail: string }>(`explain query plan ${literal}`).execute(desk)
      const scans = plan.rows
        .map(({ detail }) => detail)
        .filter((detail) => recordTables.some((table) => new RegExp(`^SCAN ${table}\\b`).test(detail)))
      expect([literal, scans]).toEqual([literal, []])
    }
  })
})
