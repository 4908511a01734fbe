import type ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import type { Delivery } from '../../../src-shared/delivery.ts'
import { type Sheet, sheetKinds } from '../../../src-shared/statistics.ts'
import { convertWithLibreOffice, pdfPages } from '../../libre-office.ts'
import { openTestApp } from '../../open-test-app.ts'
import { findRow, formulaResults, openWorkbook, shownRow } from '../../read-workbook.ts'
import { lecture, office, stay } from '../../sample-records.ts'

const autumn = { from: '2026-08-21', to: '2026-11-20' }
const november = { from: '2026-11-01', to: '2026-11-30' }
const kinds = [...sheetKinds]
const crossTables = [
  { kind: 'lecture', rows: 'mode', columns: 'month', measure: 'onSite', compare: 'last' },
  { kind: 'lecture', rows: 'venueType', columns: 'month', measure: 'sessions' },
  { kind: 'lecture', rows: 'township', measure: 'coveredUnions', compare: 'year' },
  { kind: 'study', rows: 'organiser', measure: 'attendanceRate', compare: 'last' },
  { kind: 'stay', rows: 'cadre', columns: 'unit', measure: 'consolationYuan' },
] as const

async function bytesOf(delivery: Delivery): Promise<Uint8Array> {
  if (delivery.state !== 'download') throw new Error(delivery.state)
  return new Uint8Array(await delivery.file.arrayBuffer())
}

async function sampleApp() {
  const app = await openTestApp()
  await app.api.sample.load({})
  return app
}

/** Every table of the sheet stands in the worksheet, cell by cell. */
function expectTables(worksheet: ExcelJS.Worksheet, { blocks }: Sheet) {
  let at = 3
  for (const { caption, columns, rows, total } of blocks) {
    if (caption) at = findRow(worksheet, caption, at) + 1
    for (const row of [...rows, ...(total ? [total] : [])]) {
      at += 1
      // A long table has its header again on the next page.
      if (shownRow(worksheet, at)[0] === columns[0]?.title) at += 1
      expect(shownRow(worksheet, at).slice(0, row.length)).toEqual(row.map((cell) => cell ?? ''))
    }
    at += 1
  }
}

test('the whole workbook begins with a cover, shows every cell, and LibreOffice works it out to the same values', async () => {
  const { api } = await sampleApp()
  const bytes = await bytesOf(await api.sheets.write({ kinds, period: autumn }))
  const workbook = await openWorkbook(bytes)
  const sheets = await api.sheets.show({ ...autumn, kinds })
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(['封面', ...sheets.map(({ title }) => title)])
  for (const [index, sheet] of sheets.entries())
    expectTables(workbook.worksheets[index + 1] as ExcelJS.Worksheet, sheet)
  const cover = workbook.worksheets[0] as ExcelJS.Worksheet
  const texts = Array.from({ length: cover.rowCount }, (_, index) =>
    shownRow(cover, index + 1)
      .join(' ')
      .trim(),
  )
  expect(texts.slice(4, 10)).toEqual([
    '填报单位（公章）： 云山县总工会',
    '单位负责人： 高志远',
    '审核人： 李红梅',
    '填表人： 王芳',
    '联系电话： 0000-6221008',
    '报出日期： 2026年11月21日',
  ])
  expect(texts.at(-1)).toContain(`取数指纹：${sheets[0]?.fingerprint}`)
  const stored = formulaResults(workbook)
  expect(stored.size).toBeGreaterThan(300)
  expect(formulaResults(await openWorkbook(await convertWithLibreOffice(bytes, 'xlsx', 'xlsx')))).toEqual(stored)
}, 180_000)

test('cross-tables are worked out by LibreOffice to the same values, differences and growth too', async () => {
  const { api } = await sampleApp()
  for (const [index, table] of crossTables.entries()) {
    const query = { ...table, period: autumn }
    const bytes = await bytesOf(await api.sheets.writeCross({ query }))
    const workbook = await openWorkbook(bytes)
    const { sheet } = await api.sheets.showCross(query)
    expectTables(workbook.worksheets[0] as ExcelJS.Worksheet, sheet)
    // One conversion is enough for each way of laying out.
    if (index === 1 || index === 3)
      expect(formulaResults(await openWorkbook(await convertWithLibreOffice(bytes, 'xlsx', 'xlsx')))).toEqual(
        formulaResults(workbook),
      )
  }
}, 180_000)

test('no number is stored as text: what is counted is a number, what is written is text in a format for text', async () => {
  const { api } = await sampleApp()
  const workbook = await openWorkbook(await bytesOf(await api.sheets.write({ kinds, period: autumn })))
  let numbers = 0
  workbook.eachSheet((worksheet) =>
    worksheet.eachRow((row) =>
      row.eachCell(({ value, numFmt }) => {
        if (typeof value === 'string')
          expect([value, /^[\d.,%-]+$/.test(value) && numFmt !== '@']).toEqual([value, false])
        if (typeof value !== 'number') return
        numbers += 1
        expect(['#,##0', '#,##0.00', '0.0%']).toContain(numFmt)
      }),
    ),
  )
  expect(numbers).toBeGreaterThan(1000)
}, 60_000)

test('a long ledger among other tables has its header on every page it is printed on', async () => {
  const { api } = await openTestApp()
  await api.office.set(office)
  const problems = Array.from({ length: 90 }, (_, index) => ({ text: `第${index + 1}个问题` }))
  await api.stays.add([stay({ problems })])
  const bytes = await bytesOf(await api.sheets.write({ kinds: ['problems'], period: november }))
  const worksheet = (await openWorkbook(bytes)).worksheets[0] as ExcelJS.Worksheet
  const headers = Array.from({ length: worksheet.rowCount }, (_, index) => index + 1).filter(
    (number) => shownRow(worksheet, number)[0] === '蹲点单位',
  )
  const { pages } = await pdfPages(await convertWithLibreOffice(bytes, 'xlsx', 'pdf'))
  expect(headers.length).toBeGreaterThan(3)
  // The first page has the states; the last may hold the notes only.
  expect([headers.length + 1, headers.length + 2]).toContain(pages)
  const [sheet] = await api.sheets.show({ ...november, kinds: ['problems'] })
  expectTables(worksheet, sheet as Sheet)
}, 120_000)

test('any sheet and any cross-table is an annex of a draft, drawn again with it, and refused when it is stale', async () => {
  const { api } = await sampleApp()
  const { documentId } = await api.documents.draftReport(autumn)
  const query = { ...crossTables[0], period: november }
  let { version } = await api.documents.get({ id: documentId })
  for (const sheet of [{ kind: 'problems' as const }, { kind: 'summary' as const }, { cross: query }])
    version = (await api.sheets.annex({ documentId, version, sheet })).version
  const { content } = await api.documents.get({ id: documentId })
  expect(content.annexes.map(({ title }) => title).slice(3)).toEqual([
    '蹲点问题台账',
    '工作情况汇总表',
    '宣讲现场人次（按宣讲方式、月份）统计表',
  ])
  const cross = content.annexes[5]
  // Of the document's period, whatever it was looked at for.
  expect(cross && 'sheet' in cross && cross.sheet.period).toEqual(autumn)
  const again = await api.sheets
    .annex({ documentId, version, sheet: { kind: 'problems' } })
    .catch((error) => error.message)
  expect(again).toBe('公文已有附件《蹲点问题台账》，没有重复加入；要更新其中的数字，请重新取数。')

  await api.lectures.add([lecture({ date: '2026-11-18', modes: ['领导干部宣讲'], audienceOnSite: 1000 })])
  const fresh = await api.documents.refresh({ id: documentId })
  const redrawn = fresh.content.annexes[5]
  const totalOf = (annex: typeof cross) => (annex && 'sheet' in annex ? annex.sheet.blocks[0]?.total?.at(-1) : null)
  expect(Number(totalOf(redrawn))).toBe(Number(totalOf(cross)) + 1000)
  const docx = await bytesOf(await api.documents.write({ id: documentId }))
  const text = Buffer.from(await convertWithLibreOffice(docx, 'docx', 'txt')).toString('utf8')
  for (const title of ['蹲点问题台账', '工作情况汇总表', '合计（不重复）', '去年同期']) expect(text).toContain(title)
}, 180_000)
