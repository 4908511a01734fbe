/** The cover page (上报封面) as XLSX: the same page for who keeps the figures in a workbook. */
import type { BundleCover, CoverFigure } from '../../src-shared/bundle-cover.ts'
import { qrPicture } from '../files/qr-picture.ts'
import { makeXlsx, type XlsxCell, type XlsxLook, type XlsxRow } from '../files/xlsx.ts'
import { acrossRow } from '../statistics/lay-out-sheet.ts'
import { emptyLook, headerLook, leftLook, rowLooks, titleLook } from '../statistics/sheet-looks.ts'
import { signatures, volumeLabel } from './cover-words.ts'

/** Three pairs of name and value beside the name of the group, in characters. */
const widths = [11, 12, 12, 12, 12, 12, 12] as const
const [textLook = emptyLook] = rowLooks([{ title: '', width: 0, kind: 'text' }], false)
/** Side of the QR code in points, 26 mm. */
const codeHeight = 74
const perRow = 3

/** @param at written as the time of creation */
export async function coverXlsx(cover: BundleCover, madeOn: string, at: Date): Promise<Uint8Array> {
  const { sender, recipient, period, notice, number, fingerprint, root, bundleId } = cover
  const rows: XlsxRow[] = [
    acrossRow(cover.title, widths, { look: titleLook, height: 36 }),
    paired('报送单位', sender, '接收单位', recipient),
    paired('统计期', period, '生成日期', madeOn),
    wide('对应通知', notice),
    ...cover.figures.flatMap(({ group, cells }) => figureRows(group, cells)),
    ...cover.remarks.map((remark) => wide('说明', remark)),
    wide('取数指纹', fingerprint),
    wide('数据根', root),
    wide('包编号', `${number}　${bundleId}`),
    ...cover.volumes.map((volume, index) => wide(index === 0 ? volumeLabel(cover.volumes) : '', volume)),
    codeRow(cover.code),
    ...signatures(cover).map((line) => acrossRow(line, widths, { look: leftLook, height: 28 })),
  ]
  const sheet = { name: '上报封面', widths, rows, headRows: 0, isOnePage: true } as const
  return await makeXlsx([sheet], { title: cover.title, creator: sender, at, step: async () => undefined })
}

function paired(name: string, value: string, other: string, otherValue: string): XlsxRow {
  return ruled(
    [name, value, null, null, other, otherValue, null],
    [0, 4],
    [
      [2, 4],
      [6, 7],
    ],
  )
}

function wide(name: string, value: string): XlsxRow {
  return ruled([name, value, null, null, null, null, null], [0], [[2, 7]])
}

function figureRows(group: string, cells: readonly CoverFigure[]): XlsxRow[] {
  const rows: XlsxRow[] = []
  for (let start = 0; start < cells.length; start += perRow) {
    const pairs = [...cells.slice(start, start + perRow)]
    while (pairs.length < perRow) pairs.push({ name: '', value: '' })
    const values = pairs.flatMap(({ name, value }): XlsxCell[] => [name, value])
    const row = ruled([start === 0 ? group : null, ...values], [0, 1, 3, 5], [])
    rows.push({ ...row, looks: row.looks.map((look) => (look === textLook ? emptyLook : look)) })
  }
  return rows
}

/** @param heads indexes of cells that name what stands beside them */
function ruled(cells: readonly XlsxCell[], heads: readonly number[], merged: readonly [number, number][]): XlsxRow {
  const looks = cells.map((_, index): XlsxLook => (heads.includes(index) ? headerLook : textLook))
  return { cells, looks, height: 21, merged }
}

/** The code at the right, room for the stamp at the left. */
function codeRow(code: string): XlsxRow {
  const text = acrossRow('（公章）', widths, { look: leftLook, height: codeHeight })
  return { ...text, merged: [[1, 5]], picture: { png: qrPicture(code), column: 6 } }
}
