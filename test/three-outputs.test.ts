/** The same figure is the same in the report, in the Excel file, in the bundle and in plain SQL. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asAnnex } from '../src-main/statistics/sheets.ts'
import type { Period } from '../src-shared/period.ts'
import type { PeriodFigures } from '../src-shared/statistics.ts'
import { openTestApp } from './open-test-app.ts'
import { enterRecords, randomLedger, randomPeriod } from './random-records.ts'
import { findRow, openWorkbook, shownRow } from './read-workbook.ts'
import { openSuperior, report } from './report-upward.ts'
import { office } from './sample-records.ts'
import { plainFigures } from './src-main/statistics/plain-figures.ts'

type App = Awaited<ReturnType<typeof openTestApp>>

test('on the sample county report, sheets, bundle and plain SQL state the same figures', async () => {
  const app = await openTestApp()
  const { period } = await app.api.sample.load({})
  const compared = await compareOutputs(app, period)
  // A comparison of nothing would agree too.
  expect(compared).toEqual({ inReport: expect.any(Number), inSheets: 27 })
  expect(compared.inReport).toBeGreaterThan(20)
})

test('on random records they state the same figures', async () => {
  await fc.assert(
    fc.asyncProperty(randomLedger, async (ledger) => {
      const app = await openTestApp()
      await app.api.office.set(office)
      await enterRecords(app.api, ledger)
      await compareOutputs(app, randomPeriod)
      await app.close()
    }),
    { numRuns: 15 },
  )
}, 120_000)

/** Returns how many figures were compared. */
async function compareOutputs(app: App, period: Period): Promise<{ inReport: number; inSheets: number }> {
  const figures = plainFigures(app.dataFolder, period)
  const { manifest } = await report(app, await openSuperior(app), period, {
    reasons: [{ kind: 'study', reason: '试' }],
  })
  expect(manifest.figures).toEqual(figures)
  const sheets = await sheetTotals(app, period)
  for (const [key, total] of sheets) {
    // Without a session that states both numbers the sheet's columns are blank; the base of the rate is then 0.
    const stated = total === '' && key.startsWith('study.rated') ? 0 : total
    expect([key, stated]).toEqual([key, figureOf(figures, key) ?? ''])
  }
  const written = await reportFigures(app, period)
  for (const [key, text] of written) {
    const value = figureOf(figures, key)
    // A word may stand for nothing (未安排), a number only for itself.
    if (/\d/.test(text) || value) expect([key, text]).toEqual([key, writtenOut(key, value)])
  }
  return { inReport: written.length, inSheets: sheets.length }
}

/** Every figure that the report's text carries, as it is written there; its annexes are the sheets themselves. */
async function reportFigures({ api }: App, period: Period): Promise<[key: string, text: string][]> {
  const { documentId } = await api.documents.draftReport(period)
  const { content } = await api.documents.get({ id: documentId })
  expect(content.annexes.map((annex) => 'sheet' in annex && annex.sheet)).toEqual(
    (await api.sheets.show(period)).map(asAnnex),
  )
  return content.blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? block.runs.flatMap((run): [string, string][] => (run.figure ? [[run.figure, run.text]] : []))
      : [],
  )
}

const totals = {
  学习活动统计表: { '': 'study.sessions - - - study.attended study.ratedDue study.ratedAttended study.attendanceRate' },
  宣讲覆盖统计表: {
    '一、': 'lecture.baseUnions lecture.coveredUnions - lecture.coverageRate',
    '二、': 'lecture.sessions lecture.audienceOnSite lecture.audienceOnline lecture.clicks lecture.questionsAnswered',
  },
  蹲点工作统计表: {
    '': `stay.cadres - - - stay.daysOnSite stay.visits stay.talks stay.meetings stay.lectures stay.suggestions
      stay.problems stay.problemsSolved stay.deeds stay.unionsFounded stay.membersJoined stay.consolationPeople
      stay.consolationYuan`,
  },
} as const

/** The total rows of the Excel file itself, by the figures that they state. */
async function sheetTotals({ api }: App, period: Period): Promise<[key: string, total: string | number][]> {
  const delivery = await api.sheets.write({ period })
  if (delivery.state !== 'download') throw new Error('the command line has no save dialog')
  const workbook = await openWorkbook(new Uint8Array(await delivery.file.arrayBuffer()))
  return Object.entries(totals).flatMap(([name, blocks]) =>
    Object.entries(blocks).flatMap(([caption, keys]) => {
      const worksheet = workbook.getWorksheet(name)
      if (!worksheet) throw new Error(name)
      const top = findRow(worksheet, caption)
      if (shownRow(worksheet, caption === '' ? 3 : top + 1)[0] === '本期无记录') return []
      const shown = shownRow(worksheet, findRow(worksheet, '合计', top)).slice(1)
      return keys
        .split(/\s+/)
        .map((key, index): [string, string | number] => [key, shown[index] ?? ''])
        .filter(([key]) => key !== '-')
    }),
  )
}

function figureOf(figures: PeriodFigures, key: string): number | null {
  const [group = '', name = ''] = key.split('.')
  return (figures as unknown as Record<string, Record<string, number | null>>)[group]?.[name] ?? null
}

/** As a report writes numbers: rates in per cent with one decimal, money with two unless it is whole. */
function writtenOut(key: string, value: number | null): string {
  const number = value ?? 0
  if (key.endsWith('Rate')) return `${(Math.round(number * 1000) / 10).toFixed(1)}%`
  return Number.isInteger(number) ? String(number) : number.toFixed(2)
}
