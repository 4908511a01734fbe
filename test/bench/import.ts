/**
 * Import: a workbook of lectures, 20 columns, previewed, and taken into an empty ledger (opened, read, judged, compared,
 * written in one transaction), each against exceljs merely loading the same bytes.
 */
import { PassThrough } from 'node:stream'
import ExcelJS from 'exceljs'
import { lectureModes, venueTypes } from '../../src-shared/vocabulary.ts'
import { openLedger } from './ledger.ts'
import { type Comparison, median, timeOf } from './measure.ts'

const header =
  '序号 日期 时长（分钟） 主题 宣讲方式 宣讲人 宣讲团 组织单位 宣讲场合 开展形式 场所类型 地点 现场人次 线上人次 点击次数 对象 解答问题数 职工反响 备注 记录人'.split(
    ' ',
  )

const ways = {
  preview: 'preview of a workbook, 20 columns',
  apply: 'import of a workbook, 20 columns',
} as const
type Way = keyof typeof ways

export async function benchImport(sizes: readonly number[], runs: number): Promise<Comparison[]> {
  const comparisons: Comparison[] = []
  for (const size of sizes) {
    const bytes = await workbookOf(size)
    const times = { preview: [] as number[], apply: [] as number[], bare: [] as number[] }
    const sides = ['preview', 'bare', 'apply'] as const
    for (let round = 0; round < runs; round += 1)
      for (const side of round % 2 === 0 ? sides : sides.toReversed())
        times[side].push(side === 'bare' ? await timeOf(() => load(bytes)) : await timeInCore(side, { bytes, size }))
    for (const way of ['preview', 'apply'] as const)
      comparisons.push({
        name: ways[way],
        size,
        ours: median(times[way]),
        bare: median(times.bare),
        aim: 1.6,
        besides: 'unpacking within limits, reading and judging of every cell, writing with notes of changes',
      })
  }
  return comparisons
}

/** Milliseconds; opening the ledger is not measured. */
async function timeInCore(way: Way, { bytes, size }: { bytes: Uint8Array; size: number }): Promise<number> {
  const { api, close } = await openLedger()
  const file = new File([new Uint8Array(bytes)], '2026年宣讲.xlsx')
  let found = 0
  const time = await timeOf(async () => {
    const { sheets } = way === 'preview' ? await api.imports.preview({ file }) : await api.imports.apply({ file })
    found = sheets[0]?.new ?? 0
  })
  await close()
  if (found !== size) throw new Error(`${found} of ${size} rows are new`)
  return time
}

async function load(bytes: Uint8Array): Promise<void> {
  await new ExcelJS.Workbook().xlsx.load(bytes as unknown as ExcelJS.Buffer)
}

/** Written row by row: a workbook of 100,000 rows is more than exceljs holds well. */
export async function workbookOf(size: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  const stream = new PassThrough().on('data', (chunk) => chunks.push(chunk))
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true })
  const sheet = workbook.addWorksheet('宣讲')
  sheet.addRow(header).commit()
  for (let index = 0; index < size; index += 1) {
    const row = sheet.addRow([...cellsOf(index)])
    row.getCell(2).numFmt = 'yyyy-mm-dd'
    row.commit()
  }
  await workbook.commit()
  return Buffer.concat(chunks)
}

const cellsOf = (index: number): readonly (string | number | Date | null)[] => [
  index + 1,
  new Date(Date.UTC(2026, 0, 1 + (index % 365))),
  60,
  `党的二十大精神第${index}讲`,
  lectureModes[index % lectureModes.length] ?? null,
  '赵铁柱（全国劳动模范；劳模工匠）',
  '县总工会宣讲团',
  '县总工会',
  '讲座',
  '线下',
  venueTypes[index % venueTypes.length] ?? null,
  `第${index % 400}车间`,
  30 + (index % 300),
  `约${index % 90}人`,
  null,
  '一线职工30；女职工12',
  3,
  '反响热烈',
  '',
  '王芳',
]
