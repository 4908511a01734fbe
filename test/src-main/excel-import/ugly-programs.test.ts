/** Workbooks of other programs (别的软件存的表): what the file format allows and exceljs never writes. */
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { convertWithLibreOffice } from '../../libre-office.ts'
import { openTestApp } from '../../open-test-app.ts'
import { inline, inlineRows, type RawParts, rawBytes, rawFile } from './raw-workbooks.ts'
import { bytesFile, excelDay, lectureHeader, lectureRow, workbookFile } from './workbooks.ts'

async function lecturesOf(file: File) {
  const { api } = await openTestApp()
  const { sheets } = await api.imports.apply({ file })
  return { sheets, rows: (await api.lectures.list({})).rows.toReversed() }
}
const header = ['日期', '主题', '宣讲方式', '宣讲人', '场所', '地点', '现场人次']
const line = (day: string) => [day, '二十大', '劳模宣讲', '赵铁柱', '车间', '一车间', '45']
const cells = (over: Readonly<Record<string, string>>): string =>
  header
    .map((_, index) => {
      const letter = 'ABCDEFG'[index] ?? ''
      return over[letter] ?? inline(line('2026-11-05')[index] ?? '', `${letter}2`)
    })
    .join('')
/** The header and one row, of which some cells are as given. */
const sheetWith = (over: Readonly<Record<string, string>>): string =>
  `<sheetData><row r="1">${header.map((text, index) => inline(text, `${'ABCDEFG'[index]}1`)).join('')}</row><row r="2">${cells(over)}</row></sheetData>`
const expected = { date: '2026-11-05', topic: '二十大', place: '一车间', audienceOnSite: 45 }

test('rows and cells without references stand one after another', async () => {
  const { rows } = await lecturesOf(rawFile({ sheet: inlineRows([header, line('2026-11-05'), line('2026-11-06')]) }))
  expect(rows.map(({ date, audienceOnSite }) => [date, audienceOnSite])).toEqual([
    ['2026-11-05', 45],
    ['2026-11-06', 45],
  ])
})

const prefixed = (xml: string) => xml.replaceAll(/<(\/?)(?=[a-z])/gu, '<$1x:')
test.each<[string, RawParts]>([
  ['a strict file (ISO/IEC 29500 Strict)', { sheet: sheetWith({}), namespaces: 'strict' }],
  ['elements with a prefix', { sheet: prefixed(sheetWith({})), prefix: 'x:' }],
  ['parts in odd order, absolute targets, other capitals', { sheet: sheetWith({}), isOdd: true }],
  [
    'extensions and comments between the elements',
    {
      sheet: `<!-- 表 --><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>${sheetWith({})}<extLst><ext uri="u"><y:row xmlns:y="y" r="9"><y:c r="A9"/></y:row></ext></extLst>`,
    },
  ],
])('%s is read like any other', async (_name, parts) => {
  const { rows } = await lecturesOf(rawFile(parts))
  expect(rows).toMatchObject([expected])
})

test('shared texts keep their runs, lose their phonetic guides and undo Excel’s escapes', async () => {
  const shared = [
    '<si><r><t>党的</t></r><r><rPr><b/></rPr><t xml:space="preserve">二十大 </t></r></si>',
    '<si><t>赵铁柱</t><rPh sb="0" eb="3"><t>zhào</t></rPh><phoneticPr fontId="1"/></si>',
    '<si><t>一车间_x000A_二班_x005F_x</t></si>',
  ].join('')
  const sheet = sheetWith({
    B: '<c r="B2" t="s"><v>0</v></c>',
    D: '<c r="D2" t="s"><v>1</v></c>',
    F: '<c r="F2" t="s"><v>2</v></c>',
  })
  const { rows } = await lecturesOf(rawFile({ sheet, shared }))
  expect(rows).toMatchObject([
    { topic: '党的二十大', speakers: [{ name: '赵铁柱', post: '' }], place: '一车间\n二班_x' },
  ])
})

const styles = (...codes: string[]) =>
  `<numFmts>${codes.map((code, index) => `<numFmt numFmtId="${170 + index}" formatCode="${code}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${codes.map((_, index) => `<xf numFmtId="${170 + index}"/>`).join('')}<xf numFmtId="31"/><xf numFmtId="57"/></cellXfs>`

test.each([
  ['yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@'],
  ['[$-804]aaaa;yyyy'],
  ['[DBNum1][$-804]m&quot;月&quot;d&quot;日&quot;'],
  ['yyyy/m/d\\ h:mm'],
  ['e.m.d'],
])('a number under the format %s is a day', async (code) => {
  const { rows } = await lecturesOf(
    rawFile({ sheet: sheetWith({ A: '<c r="A2" s="1"><v>46331.4</v></c>' }), styles: styles(code) }),
  )
  expect(rows).toMatchObject([{ date: '2026-11-05' }])
})

test('a built-in Chinese format makes a day; the workbook may count from 1904', async () => {
  const sheet = (serial: number) => sheetWith({ A: `<c r="A2" s="1"><v>${serial}</v></c>` })
  const styled = styles()
  expect((await lecturesOf(rawFile({ sheet: sheet(46_331), styles: styled }))).rows).toMatchObject([expected])
  const mac = { sheet: sheet(46_331 - 1462), styles: styled, workbook: '<workbookPr date1904="1"/>' }
  expect((await lecturesOf(rawFile(mac))).rows).toMatchObject([expected])
})

test('a day that is shown as 2026年11月 has no day: nobody has said which', async () => {
  const { api } = await openTestApp()
  const file = rawFile({ sheet: sheetWith({ A: '<c r="A2" s="2"><v>46327</v></c>' }), styles: styles() })
  const { sheets } = await api.imports.preview({ file })
  expect(sheets[0]?.problems).toEqual([
    { row: 2, column: 'A', code: 'DATE_UNREADABLE', message: '“2026年11月”没有写到日，请写成“2026-11-05”' },
  ])
})

test.each([
  ['#,##0.00_);[Red]\\(#,##0.00\\)'],
  ['&quot;共&quot;0&quot;人/月&quot;'],
  ['[&gt;100]0;General'],
  ['0.00E+00'],
  ['_ * #,##0_ ;_ * \\-#,##0_ '],
])('a number under the format %s stays a number', async (code) => {
  const { rows } = await lecturesOf(
    rawFile({ sheet: sheetWith({ G: '<c r="G2" s="1"><v>45.000000000000007</v></c>' }), styles: styles(code) }),
  )
  expect(rows).toMatchObject([{ audienceOnSite: 45 }])
})

test('formulas give their stored results; one that failed, or was never worked out, is told at its cell', async () => {
  const good = sheetWith({
    A: '<c r="A2" t="str"><f>TEXT(1)</f><v>2026-11-05</v></c>',
    G: '<c r="G2"><f t="shared" si="0"/><v>45</v></c>',
  })
  expect((await lecturesOf(rawFile({ sheet: good }))).rows).toMatchObject([expected])
  const { api } = await openTestApp()
  const bad = sheetWith({ F: '<c r="F2" t="e"><f>A9</f><v>#REF!</v></c>', G: '<c r="G2"><f>SUM(G9:G10)</f></c>' })
  const { sheets } = await api.imports.preview({ file: rawFile({ sheet: bad }) })
  expect(sheets[0]?.problems).toEqual([
    { row: 2, column: 'F', code: 'FIELD_INVALID', message: '“#REF!”是公式出错的结果，请改正公式，或直接填写' },
    { row: 2, column: 'G', code: 'NUMBER_UNREADABLE', message: '“=SUM(G9:G10)”不是一个数，请只填数字' },
  ])
})

test('booleans, days of strict files and blank text cells are read', async () => {
  const sheet = `<sheetData><row r="1">${['姓名', '是否班子成员', '蹲点单位', '开始时间', '结束时间'].map((text) => inline(text)).join('')}</row><row r="2">${inline('张三')}<c t="b"><v>1</v></c>${inline('工业园区')}<c t="d"><v>2026-11-02</v></c><c t="d"><v>2026-11-06T00:00:00</v></c><c t="s"/><c t="inlineStr"/></row></sheetData>`
  const { api } = await openTestApp()
  await api.imports.apply({ file: rawFile({ sheet, namespaces: 'strict' }, '2026年蹲点.xlsx') })
  expect((await api.stays.list({})).rows).toMatchObject([
    { cadres: [{ name: '张三', isLeader: true }], from: '2026-11-02', to: '2026-11-06' },
  ])
})

test('merged cells reach into rows that the file leaves out', async () => {
  const sheet = `<sheetData><row r="1">${header.map((text) => inline(text)).join('')}</row><row r="2">${cells({})}</row><row r="4">${inline('2026-11-06', 'A4')}${inline('二车间', 'F4')}</row></sheetData><mergeCells count="4">${['B', 'C', 'D', 'E'].map((letter) => `<mergeCell ref="${letter}2:${letter}4"/>`).join('')}</mergeCells>`
  const { sheets, rows } = await lecturesOf(rawFile({ sheet }))
  expect(sheets).toMatchObject([{ rows: 2, new: 2 }])
  expect(rows.map(({ date, topic, place }) => [date, topic, place])).toEqual([
    ['2026-11-05', '二十大', '一车间'],
    ['2026-11-06', '二十大', '二车间'],
  ])
})

test('hidden columns and rows are read and told of; hidden sheets are not looked at', async () => {
  const sheet = `<cols><col min="1" max="1" width="9"/><col min="6" max="6" width="0" hidden="1"/></cols>${sheetWith({}).replace('<row r="2">', '<row r="2" hidden="1">')}`
  const { sheets } = await lecturesOf(rawFile({ sheet }))
  expect(sheets[0]?.remarks.map(({ row, column, code }) => [row, column, code])).toEqual([
    [1, 'F', 'COLUMN_HIDDEN'],
    [2, 'A', 'ROW_HIDDEN'],
  ])
})

test.each([
  ['what is not well-formed', { sheet: '<sheetData><row r="1"><c r="A1"></row></sheetData>' }],
  ['a text index beyond the list', { sheet: '<sheetData><row r="1"><c r="A1" t="s"><v>7</v></c></row></sheetData>' }],
  ['rows that run backwards', { sheet: '<sheetData><row r="5"/><row r="5"/></sheetData>' }],
  ['a number that is none', { sheet: '<sheetData><row r="1"><c r="A1"><v>abc</v></c></row></sheetData>' }],
])('a workbook with %s is refused as damaged', async (_name, parts: RawParts) => {
  const { api } = await openTestApp()
  await expect(api.imports.preview({ file: rawFile(parts) })).rejects.toThrow(
    '这个工作簿已损坏或内容不全，请用Excel或WPS打开，另存为新的.xlsx文件后再导入。',
  )
})

test('a DOCTYPE, whose entities could grow without end, is never expanded', async () => {
  const { api } = await openTestApp()
  const bytes = zipSync({
    'xl/workbook.xml': strToU8(
      '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><workbook>&b;</workbook>',
    ),
  })
  await expect(api.imports.preview({ file: bytesFile(bytes, '表.xlsx') })).rejects.toThrow('已损坏或内容不全')
})

test('an entry that unpacks to more than its directory says, or to other bytes, is refused', async () => {
  const { api } = await openTestApp()
  const whole = rawBytes({ sheet: sheetWith({}) })
  const changed = (offset: number, value: number) => {
    const bytes = Uint8Array.from(whole)
    const view = new DataView(bytes.buffer)
    for (let at = 0; at + 46 < bytes.length; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + offset, value, true)
    return bytesFile(bytes, '表.xlsx')
  }
  await expect(api.imports.preview({ file: changed(24, 5) })).rejects.toThrow('文件解压后过大')
  await expect(api.imports.preview({ file: changed(16, 5) })).rejects.toThrow('文件不完整或已损坏')
  // A sheet of zeros packs a thousand to one.
  const bomb = zipSync({
    'xl/workbook.xml': strToU8('<workbook/>'),
    'xl/worksheets/sheet1.xml': new Uint8Array(20_000_000),
  })
  await expect(api.imports.preview({ file: bytesFile(bomb, '表.xlsx') })).rejects.toThrow('文件解压后过大')
})

const ugly = [
  ['2026年宣讲台账'],
  lectureHeader,
  lectureRow(1, excelDay('2026-11-05')),
  lectureRow(2, '11月6日', { formula: '40+5', result: 45 }),
  ['合计', null, null, null, null, null, null, { formula: 'SUM(H3:H4)', result: 90 }],
]

test('a workbook saved again by LibreOffice is read the same', async () => {
  const file = await workbookFile([
    { name: '宣讲', rows: ugly, merges: ['A1:H1'], hidden: [4], formats: { B3: 'yyyy"年"m"月"d"日"' } },
  ])
  const saved = await convertWithLibreOffice(new Uint8Array(await file.arrayBuffer()), 'xlsx', 'xlsx')
  const { sheets, rows } = await lecturesOf(bytesFile(saved, '台账.xlsx'))
  expect(sheets).toMatchObject([{ kind: 'lecture', header: 2, rows: 2, new: 2, problems: [] }])
  expect(rows.map(({ date, audienceOnSite }) => [date, audienceOnSite])).toEqual([
    ['2026-11-05', 45],
    ['2026-11-06', 45],
  ])
})
