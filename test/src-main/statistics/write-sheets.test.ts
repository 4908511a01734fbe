import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { safe } from '@orpc/server'
import { expect, test } from 'vitest'
import { makeXlsx } from '../../../src-main/files/xlsx.ts'
import type { Sheet } from '../../../src-shared/statistics.ts'
import { convertWithLibreOffice, pdfPages } from '../../libre-office.ts'
import { makeTestFolder, openTestApp } from '../../open-test-app.ts'
import { findRow, formulaResults, openWorkbook, shownRow } from '../../read-workbook.ts'
import { office, stay, study } from '../../sample-records.ts'

const autumn = { from: '2026-08-21', to: '2026-11-20' }
const november = { from: '2026-11-01', to: '2026-11-30' }

async function sampleFile() {
  const app = await openTestApp()
  await app.api.sample.load({})
  const delivery = await app.api.sheets.write({ period: autumn })
  if (delivery.state !== 'download') throw new Error('the command line has no save dialog')
  const bytes = new Uint8Array(await delivery.file.arrayBuffer())
  return { ...app, bytes, name: delivery.file.name, workbook: await openWorkbook(bytes) }
}

test('the file shows every cell of the sheets, in three worksheets with Chinese names', async () => {
  const { api, workbook, name } = await sampleFile()
  expect(name).toBe('2026年8月21日至11月20日统计表.xlsx')
  const sheets: readonly Sheet[] = await api.sheets.show(autumn)
  expect(workbook.worksheets.map((worksheet) => worksheet.name)).toEqual(sheets.map((sheet) => sheet.title))
  for (const [index, sheet] of sheets.entries()) {
    const worksheet = workbook.worksheets[index]
    if (!worksheet) throw new Error(sheet.title)
    expect(shownRow(worksheet, 1)[0]).toBe(sheet.title)
    let at = 3
    for (const block of sheet.blocks) {
      if (block.caption) at = findRow(worksheet, block.caption, at) + 1
      const rows = [...block.rows, ...(block.total ? [block.total] : [])]
      for (const row of rows) {
        at += 1
        expect(shownRow(worksheet, at).slice(0, row.length)).toEqual(row.map((cell) => cell ?? ''))
      }
      at += 1
    }
    expect(shownRow(worksheet, worksheet.rowCount - 1)[0]).toMatch(
      /^单位负责人：.*审核人：.*填表人：.*联系电话：.*报出日期：/,
    )
    expect(shownRow(worksheet, worksheet.rowCount)[0]).toContain(`取数指纹：${sheet.fingerprint}\n`)
  }
})

test('LibreOffice works every formula out to the value that is stored beside it', async () => {
  const { bytes, workbook } = await sampleFile()
  const stored = formulaResults(workbook)
  const recalculated = formulaResults(await openWorkbook(await convertWithLibreOffice(bytes, 'xlsx', 'xlsx')))
  expect(stored.size).toBeGreaterThan(50)
  expect(recalculated).toEqual(stored)
}, 120_000)

test('totals without any stated number and rates without a base stay empty after recalculation', async () => {
  const { api } = await openTestApp()
  await api.office.set(office)
  await api.studies.add([study({ dueCount: null, attendedCount: null })])
  await api.stays.add([stay({ consolationYuan: 0.1 }), stay({ consolationYuan: 0.2 }), stay({ visits: null })])
  const delivery = await api.sheets.write({ period: november })
  if (delivery.state !== 'download') throw new Error('no download')
  const bytes = new Uint8Array(await delivery.file.arrayBuffer())
  const stored = formulaResults(await openWorkbook(bytes))
  expect(stored.get('学习活动统计表!I5')).toBe('')
  expect(stored.get('蹲点工作统计表!R7')).toBe(0.3)
  expect(formulaResults(await openWorkbook(await convertWithLibreOffice(bytes, 'xlsx', 'xlsx')))).toEqual(stored)
}, 120_000)

test('the recalculation that the tests rely on does find a wrong stored value', async () => {
  const bytes = await makeXlsx(
    [
      {
        name: '甲',
        widths: [10],
        headRows: 1,
        rows: [{ cells: [{ formula: '1+1', result: 3 }], looks: [{}], height: 15 }],
      },
    ],
    { title: '甲', creator: '乙', at: new Date(0), step: async () => undefined },
  )
  const recalculated = await openWorkbook(await convertWithLibreOffice(bytes, 'xlsx', 'xlsx'))
  expect([...formulaResults(recalculated).values()]).toEqual([2])
}, 120_000)

test('printed, it is A4 landscape and one page wide, its header on every page', async () => {
  const { api } = await openTestApp()
  await api.office.set(office)
  await api.stays.add(Array.from({ length: 120 }, (_, index) => stay({ unitName: `第${index + 1}车间工会` })))
  const delivery = await api.sheets.write({ kinds: ['stay'], period: november })
  if (delivery.state !== 'download') throw new Error('no download')
  const bytes = new Uint8Array(await delivery.file.arrayBuffer())
  const { pages, width, height } = await pdfPages(await convertWithLibreOffice(bytes, 'xlsx', 'pdf'))
  expect([Math.round(width), Math.round(height)]).toEqual([842, 595])
  // 120 rows of 18 points, scaled down: three or four pages high; a second page across would double that.
  expect(pages).toBeGreaterThan(2)
  expect(pages).toBeLessThan(6)
  const worksheet = (await openWorkbook(bytes)).worksheets[0]
  expect(worksheet?.pageSetup.printTitlesRow).toBe('1:3')
  expect(worksheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 })
}, 120_000)

test('T17: text that begins like a formula is shown as entered and never worked out', async () => {
  const names = [
    '=1+1',
    "=cmd|' /C calc'!A0",
    '+86',
    '-5',
    '@SUM(A1)',
    '\t=2+2 制表符',
    '_x000D_字样',
    '第一行\n第二行',
    '<&>"\'',
  ]
  const { api } = await openTestApp()
  await api.office.set(office)
  await api.stays.add(names.map((unitName) => stay({ unitName: `${unitName}` })))
  const stored = (await api.stays.list({})).rows.map((row) => row.unitName)
  const delivery = await api.sheets.write({ kinds: ['stay'], period: november })
  if (delivery.state !== 'download') throw new Error('no download')
  const bytes = new Uint8Array(await delivery.file.arrayBuffer())
  for (const file of [bytes, await convertWithLibreOffice(bytes, 'xlsx', 'xlsx')]) {
    const worksheet = (await openWorkbook(file)).worksheets[0]
    if (!worksheet) throw new Error('no worksheet')
    const shown = names.map((_, index) => shownRow(worksheet, 4 + index)[2])
    expect(shown.toSorted()).toEqual(stored.toSorted())
    expect(worksheet.getCell('C4').numFmt).toBe('@')
  }
}, 120_000)

test('an empty period gives a sheet with one sentence instead of a bare header', async () => {
  const { api } = await openTestApp()
  await api.office.set(office)
  const delivery = await api.sheets.write({ kinds: ['study'], period: november })
  if (delivery.state !== 'download') throw new Error('no download')
  expect(delivery.file.name).toBe('2026年11月学习活动统计表.xlsx')
  const worksheet = (await openWorkbook(new Uint8Array(await delivery.file.arrayBuffer()))).worksheets[0]
  if (!worksheet) throw new Error('no worksheet')
  expect(shownRow(worksheet, 3)[0]).toBe('本期无记录')
})

test('the same sheets on the same day give the same bytes', async () => {
  const { bytes, api } = await sampleFile()
  await new Promise((resolve) => setTimeout(resolve, 2100)) // a zip counts time in steps of two seconds
  const again = await api.sheets.write({ period: autumn })
  if (again.state !== 'download') throw new Error('no download')
  expect(Buffer.from(await again.file.arrayBuffer()).equals(bytes)).toBe(true)
})

test('a file is saved where the person chose, and a cancelled job leaves none', async () => {
  const folder = await makeTestFolder()
  const path = join(folder, '表.xlsx')
  const { api, context } = await openTestApp({ host: { shell: 'electron', pickSavePath: async () => path } })
  await api.office.set(office)
  await api.stays.add(Array.from({ length: 600 }, () => stay()))
  context.jobs.cancel('job-1')
  const [error] = await safe(api.sheets.write({ kinds: ['stay'], period: november, jobId: 'job-1' }))
  expect(error?.message).toBe('已取消“正在写出统计表”，没有留下未完成的内容。')
  await expect(readFile(path)).rejects.toThrow('ENOENT')
  expect(await api.sheets.write({ kinds: ['stay'], period: november, jobId: 'job-2' })).toEqual({
    state: 'saved',
    path,
  })
  expect((await openWorkbook(await readFile(path))).worksheets[0]?.name).toBe('蹲点工作统计表')
})
