/**
 * Import: a workbook of lectures, 20 columns, taken into an empty ledger (opened, read, judged, compared, written in
 * one transaction), against exceljs merely loading the same bytes.
 */
import ExcelJS from 'exceljs'
import { lectureModes, venueTypes } from '../../src-shared/vocabulary.ts'
import { openLedger } from './ledger.ts'
import { type Comparison, median, timeOf } from './measure.ts'

const header =
  '序号 日期 时长（分钟） 主题 宣讲方式 宣讲人 宣讲团 组织单位 宣讲场合 开展形式 场所类型 地点 现场人次 线上人次 点击次数 对象 解答问题数 职工反响 备注 记录人'.split(
    ' ',
  )

export async function benchImport(sizes: readonly number[], runs: number): Promise<Comparison[]> {
  const comparisons: Comparison[] = []
  for (const size of sizes) {
    const bytes = await workbookOf(size)
    const times = { ours: [] as number[], bare: [] as number[] }
    for (let round = 0; round < runs; round += 1)
      for (const side of round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const))
        times[side].push(side === 'ours' ? await importByCore(bytes, size) : await timeOf(() => load(bytes)))
    comparisons.push({
      name: 'import of a workbook, 20 columns',
      size,
      ours: median(times.ours),
      bare: median(times.bare),
      aim: 1.6,
      besides: 'unpacking within limits, reading and judging of every cell, writing with notes of changes',
    })
  }
  return comparisons
}

/** Milliseconds; opening the ledger is not measured. */
async function importByCore(bytes: Uint8Array, size: number): Promise<number> {
  const { api, close } = await openLedger()
  const file = new File([new Uint8Array(bytes)], '2026年宣讲.xlsx')
  let added = 0
  const time = await timeOf(async () => {
    const { sheets } = await api.imports.apply({ file })
    added = sheets[0]?.new ?? 0
  })
  await close()
  if (added !== size) throw new Error(`${added} of ${size} rows were imported`)
  return time
}

async function load(bytes: Uint8Array): Promise<void> {
  await new ExcelJS.Workbook().xlsx.load(bytes as unknown as ExcelJS.Buffer)
}

async function workbookOf(size: number): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('宣讲')
  sheet.addRow(header)
  for (let index = 0; index < size; index += 1)
    sheet.addRow([
      index + 1,
      new Date(Date.UTC(2026, 0, 1 + (index % 365))),
      60,
      `党的二十大精神第${index}讲`,
      lectureModes[index % lectureModes.length],
      '赵铁柱（全国劳动模范；劳模工匠）',
      '县总工会宣讲团',
      '县总工会',
      '讲座',
      '线下',
      venueTypes[index % venueTypes.length],
      `第${index % 400}车间`,
      30 + (index % 300),
      `约${index % 90}人`,
      null,
      '一线职工30；女职工12',
      3,
      '反响热烈',
      '',
      '王芳',
    ])
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
