import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { openTestApp } from '../../open-test-app.ts'
import { openWorkbook } from '../../read-workbook.ts'
import { bytesFile, lectureHeader, lectureRow, workbookFile } from './workbooks.ts'

const table = [
  '2026年宣讲台账,,,,,,,',
  '序号,宣讲时间,宣讲主题,宣讲方式,宣讲人,场所类型,宣讲地点,现场人次',
  '1,11月5日,"党的""二十大""精神",劳模宣讲,"赵铁柱\n孙教授",车间,一车间,"1,200"',
].join('\r\n')

const ole = (text: string) => {
  const bytes = new Uint8Array(2048)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  for (const [index, char] of [...text].entries()) bytes[1024 + index * 2] = char.charCodeAt(0)
  return bytes
}
const zip = (entries: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(entries).map(([name, text]) => [name, strToU8(text)])))

/** A workbook of one sheet, its XML as given. */
const workbookOf = (sheet: string) =>
  zip({
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="表" r:id="a"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet>${sheet}</worksheet>`,
  })

test.each([
  ['an old .xls', ole('Workbook'), '“表.xlsx”是旧的.xls格式，请用Excel或WPS打开，另存为.xlsx文件后再导入。'],
  [
    'a password',
    ole('EncryptedPackage'),
    '“表.xlsx”设有打开密码，读不出内容。请在Excel或WPS中取消密码，另存后再导入。',
  ],
  ['nothing', new Uint8Array(), '“表.xlsx”是空文件，请核对所选的文件。'],
  [
    'macros',
    zip({ 'xl/workbook.xml': '<workbook/>', 'xl/vbaProject.bin': 'x' }),
    '“表.xlsx”带有宏，没有打开。请用Excel或WPS另存为不带宏的.xlsx文件后再导入。',
  ],
  [
    'another kind of archive',
    zip({ 'word/document.xml': '<w/>' }),
    '“表.xlsx”不是Excel工作簿。请用Excel或WPS打开，另存为.xlsx文件后再导入。',
  ],
  [
    'damaged XML',
    zip({ 'xl/workbook.xml': '<workbook><sheets' }),
    '这个工作簿已损坏或内容不全，请用Excel或WPS打开，另存为新的.xlsx文件后再导入。',
  ],
  [
    'columns merged to the last row',
    workbookOf('<sheetData></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    '这个工作簿合并了过多的单元格，没有打开。请取消整行整列的合并后再导入。',
  ],
  [
    'an OpenDocument table',
    zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
    '“表.xlsx”是.ods格式，请用Excel或WPS打开，另存为.xlsx文件后再导入。',
  ],
  ['the binary form of Excel', zip({ 'xl/workbook.bin': 'x' }), '“表.xlsx”是.xlsb格式，请另存为.xlsx文件后再导入。'],
  [
    'macros of Excel 4',
    zip({ 'xl/workbook.xml': '<workbook/>', 'xl/macrosheets/sheet1.xml': '<x/>' }),
    '“表.xlsx”带有宏，没有打开。请用Excel或WPS另存为不带宏的.xlsx文件后再导入。',
  ],
  [
    'XML of Excel 2003',
    strToU8('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook/>'),
    '“表.xlsx”是XML表格，请用Excel或WPS打开，另存为.xlsx文件后再导入。',
  ],
  [
    'a web page',
    strToU8('<html><table></table></html>'),
    '“表.xlsx”其实是网页文件，请用Excel或WPS打开，另存为.xlsx文件后再导入。',
  ],
  ['a PDF', strToU8('%PDF-1.7\n'), '“表.xlsx”不是表格文件，请提供.xlsx或.csv文件。'],
  [
    'bytes of no kind',
    Uint8Array.of(1, 2, 0, 255, 254, 128),
    '“表.xlsx”不是表格文件，读不出内容。请提供.xlsx或.csv文件。',
  ],
])('a file with %s is refused in one sentence', async (_name, bytes, sentence) => {
  const { api } = await openTestApp()
  await expect(api.imports.preview({ file: bytesFile(bytes, '表.xlsx') })).rejects.toThrow(sentence)
})

test('a workbook cut off half-way, and one that unpacks to more than it may, are refused', async () => {
  const { api } = await openTestApp()
  const whole = new Uint8Array(await (await workbookFile([{ name: '宣讲', rows: [lectureHeader] }])).arrayBuffer())
  const cut = bytesFile(whole.subarray(0, whole.length / 2), '表.xlsx')
  await expect(api.imports.preview({ file: cut })).rejects.toThrow('文件不完整或已损坏')
  // The directory says 900 MB; nothing of it is unpacked.
  const bomb = zip({ 'xl/workbook.xml': '<workbook/>', 'xl/worksheets/sheet1.xml': 'x' })
  const view = new DataView(bomb.buffer)
  for (let at = 0; at + 4 < bomb.length; at += 1)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 900_000_000, true)
  await expect(api.imports.preview({ file: bytesFile(bomb, '表.xlsx') })).rejects.toThrow('文件解压后过大')
})

test('the marked copy is the clerk’s own workbook, wrong cells yellow with the reason, the rest as it was', async () => {
  const { api } = await openTestApp()
  const file = await workbookFile([
    {
      name: '2026年宣讲',
      rows: [['本县自用表'], lectureHeader, lectureRow(1, '11月5日'), lectureRow(2, '下周', '不详')],
    },
  ])
  const delivery = await api.imports.marked({ file })
  if (delivery.state !== 'download') throw new Error(delivery.state)
  expect(delivery.file.name).toBe('台账（有误之处已标出）.xlsx')
  const workbook = await openWorkbook(new Uint8Array(await delivery.file.arrayBuffer()))
  const sheet = workbook.getWorksheet('2026年宣讲')
  expect(sheet?.getCell('A1').value).toBe('本县自用表')
  expect(sheet?.getCell('B4').note).toBe('“下周”认不出是哪一天，请写成“2026-11-05”')
  expect(sheet?.getCell('H4').fill).toMatchObject({ fgColor: { argb: 'FFFFE699' } })
  expect([sheet?.getCell('B3').note, sheet?.getCell('B3').fill]).toEqual([undefined, undefined])
})

test('a text table comes back marked as a workbook', async () => {
  const { api } = await openTestApp()
  const delivery = await api.imports.marked({ file: bytesFile(table.replace('11月5日', '某日'), '宣讲.csv') })
  if (delivery.state !== 'download') throw new Error(delivery.state)
  const workbook = await openWorkbook(new Uint8Array(await delivery.file.arrayBuffer()))
  expect(workbook.getWorksheet('宣讲')?.getCell('B3').note).toBeDefined()
})
