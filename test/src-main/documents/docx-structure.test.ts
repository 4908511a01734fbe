/** The DOCX as XML: the rows of the conformance list that can be read from the file. */
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { writeDocx } from '../../../src-main/documents/write-docx.ts'
import { officeA } from '../../../src-shared/layout-9704.ts'
import { all, first, flow, openDocx, styleValue, textOf, value, type Xml } from './open-docx.ts'
import { heading, report, text, uprightSheet, wideSheet } from './sample-document.ts'

let parts: Readonly<Record<string, Xml>>
let bytes: Uint8Array
beforeAll(async () => {
  bytes = await writeDocx(report())
  parts = openDocx(bytes)
})

const document = () => parts['word/document.xml']
const styles = () => parts['word/styles.xml']
const lines = () => flow(document())

test('the same document gives the same bytes, also a year later', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2027-12-01T09:00:00Z') })
  onTestFinished(() => {
    vi.useRealTimers()
  })
  expect(Buffer.from(await writeDocx(report())).equals(Buffer.from(bytes))).toBe(true)
})

test('every relation points to a part of the package', () => {
  const missing = Object.entries(parts)
    .filter(([name]) => name.endsWith('.rels'))
    .flatMap(([name, rels]) => {
      const folder = name.replace(/_rels\/[^/]+$/, '')
      return all(rels, 'Relationship').map((relation) => folder + relation.attributes.Target?.replace(/^\//, ''))
    })
    .filter((target) => !parts[target])
  expect(missing).toEqual([])
})

test('paper, margins and type area are those of the profile, in every section', async () => {
  const sections = all(openDocx(await writeDocx(report({ annexes: [wide()] })))['word/document.xml'], 'w:sectPr')
  const measured = sections.map((section) => {
    const at = (name: string, key: string) => Number(value(section, name, key))
    return {
      width: at('w:pgSz', 'w:w') - at('w:pgMar', 'w:left') - at('w:pgMar', 'w:right'),
      height: at('w:pgSz', 'w:h') - at('w:pgMar', 'w:top') - at('w:pgMar', 'w:bottom'),
      left: at('w:pgMar', 'w:left'),
      top: at('w:pgMar', 'w:top'),
      grid: [value(section, 'w:docGrid', 'w:type'), value(section, 'w:docGrid', 'w:linePitch')],
      footers: all(section, 'w:footerReference').map((footer) => footer.attributes['w:type']),
      headers: all(section, 'w:headerReference').map((header) => header.attributes['w:type']),
    }
  })
  const common = { grid: ['lines', '579'], footers: ['default', 'even'], headers: ['default', 'even'] }
  const upright = { width: 8844, height: 12756, left: 1588, top: 2098, ...common }
  const landscape = { width: 12756, height: 8844, left: 1984, top: 1588, ...common }
  expect(measured).toEqual([upright, landscape, upright])
})

test('22 lines of the body pitch fit the type area and 28 characters the line', () => {
  const { grid, typeArea } = officeA
  expect(Number(styleValue(styles(), 'GwText', 'w:spacing', 'w:line')) * 22).toBeLessThanOrEqual(typeArea.height.value)
  expect(grid.character.value * grid.characters.value).toBeLessThanOrEqual(typeArea.width.value)
  expect(grid.character.value).toBe(officeA.text.size.value * 10 + grid.spacing.value)
})

test('Normal carries size, exact pitch, spacing and every East-Asian flag', () => {
  const normal = all(styles(), 'w:style').find((style) => style.attributes['w:styleId'] === 'Normal')
  const flags = ['kinsoku', 'wordWrap', 'overflowPunct', 'autoSpaceDE', 'autoSpaceDN', 'adjustRightInd', 'snapToGrid']
  expect(flags.map((flag) => value(normal, `w:${flag}`))).toEqual(['1', '1', '0', '0', '0', '0', '0'])
  expect([value(normal, 'w:sz'), value(first(normal, 'w:rPr'), 'w:spacing')]).toEqual(['32', '-5'])
  expect(first(normal, 'w:spacing')?.attributes).toMatchObject({ 'w:line': '579', 'w:lineRule': 'exact' })
  expect(first(normal, 'w:rFonts')?.attributes).toEqual({
    'w:hint': 'eastAsia',
    'w:ascii': '仿宋_GB2312',
    'w:hAnsi': '仿宋_GB2312',
    'w:eastAsia': '仿宋_GB2312',
    'w:cs': '仿宋_GB2312',
  })
})

test('every font that a style asks for is in the font table, with other names for machines that lack it', () => {
  const asked = all(styles(), 'w:rFonts').flatMap((fonts) => [
    fonts.attributes['w:ascii'],
    fonts.attributes['w:eastAsia'],
  ])
  const table = all(parts['word/fontTable.xml'], 'w:font').map((font) => font.attributes['w:name'])
  expect([...new Set(asked)].filter((font) => !table.includes(font))).toEqual([])
  expect(value(parts['word/fontTable.xml'], 'w:altName')).toBe('方正小标宋_GBK,FZXiaoBiaoSong-B05S,华文中宋')
})

test('settings: odd and even differ, punctuation is not compressed, Word 2013 and later', () => {
  const settings = parts['word/settings.xml']
  expect(first(settings, 'w:evenAndOddHeaders')).toBeDefined()
  expect(value(settings, 'w:characterSpacingControl')).toBe('doNotCompress')
  expect(first(settings, 'w:compatSetting')?.attributes).toMatchObject({
    'w:name': 'compatibilityMode',
    'w:val': '15',
  })
  expect(value(settings, 'w:themeFontLang', 'w:eastAsia')).toBe('zh-CN')
})

test('no theme font, no bold, no line rule that Word does not know, only black outside mark and red line', () => {
  const xml = JSON.stringify([document(), styles(), parts['word/footer1.xml']])
  expect(xml).not.toMatch(/Theme"/)
  expect(xml).not.toMatch(/"w:b"|"w:bCs"/)
  const rules = new Set([...xml.matchAll(/"w:lineRule":"(\w+)"/g)].map((match) => match[1]))
  expect([...rules].filter((rule) => !['auto', 'exact', 'atLeast'].includes(rule ?? ''))).toEqual([])
  const coloured = all(styles(), 'w:style').filter((style) => JSON.stringify(style).includes('FF0000'))
  expect(coloured.map((style) => style.attributes['w:styleId'])).toEqual(['GwMark', 'GwNumber'])
  expect(JSON.stringify(document())).not.toContain('"w:color":"FF0000"')
})

test('every run carries the hint that gives “ ” — … · their Chinese font', () => {
  const runs = all(document(), 'w:r').filter((run) => textOf(run) !== '')
  expect(runs.filter((run) => value(run, 'w:rFonts', 'w:hint') !== 'eastAsia').map(textOf)).toEqual([])
})

test('properties stand in the order of the schema', () => {
  const order =
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr pBdr shd tabs kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents jc textDirection textAlignment outlineLvl rPr sectPr'
      .split(' ')
      .map((name) => `w:${name}`)
  const paragraphs = [...all(document(), 'w:pPr'), ...all(styles(), 'w:pPr')]
  for (const properties of paragraphs) {
    const names = properties.children.map((child) => (typeof child === 'string' ? child : child.name))
    expect(names).toEqual([...names].sort((one, other) => order.indexOf(one) - order.indexOf(other)))
    expect(names.filter((name) => !order.includes(name))).toEqual([])
  }
})

test('the elements follow each other with the empty lines that the standard asks for', () => {
  const kinds = lines().map(({ style }) => style)
  expect(kinds.slice(0, 11)).toEqual([
    'GwMark',
    'GwBlank',
    'GwBlank',
    'GwNumber',
    'GwBlank',
    'GwBlank',
    'GwTitle',
    'GwBlank',
    'GwRecipients',
    'GwText',
    'GwLevel1',
  ])
  const end = kinds.indexOf('GwAnnexLabel')
  expect(kinds.slice(end - 8, end + 3)).toEqual([
    'GwText',
    'GwBlank',
    'GwAnnexNote',
    'GwAnnexNote',
    'GwBlank',
    'GwBlank',
    'GwIssuer',
    'GwDate',
    'GwAnnexLabel',
    'GwBlank',
    'GwAnnexTitle',
  ])
  expect(lines().filter(({ style, text: words }) => style === 'GwBlank' && words !== '')).toEqual([])
})

test('the mark is red 小标宋 in the middle, as large as the line allows', () => {
  const mark = lines()[0]
  expect(mark?.text).toBe('云山县总工会文件')
  expect(styleValue(styles(), 'GwMark', 'w:rFonts', 'w:eastAsia')).toBe('方正小标宋简体')
  expect([styleValue(styles(), 'GwMark', 'w:color'), styleValue(styles(), 'GwMark', 'w:jc')]).toEqual([
    'FF0000',
    'center',
  ])
  expect([value(mark?.xml, 'w:sz'), value(mark?.xml, 'w:spacing', 'w:before')]).toEqual(['104', '2001'])
})

test.each([
  [['马建国'], [['云工发〔2026〕15号\t签发人：马建国']]],
  [['马建', '李红梅'], [['云工发〔2026〕15号\t签发人：马　建\t李红梅']]],
  [
    ['马建国', '李红梅', '王芳'],
    [['\t签发人：马建国\t李红梅'], ['云工发〔2026〕15号\t王　芳']],
  ],
])('signers %s stand two per line, the number on the last line', async (signers, expected) => {
  const found = flow(openDocx(await writeDocx(report({ signers })))['word/document.xml'])
  const head = found.filter(({ style }) => style === 'GwSigners' || style === 'GwNumber')
  expect(head.map((line) => [line.text])).toEqual(expected)
  expect(head.map(({ style }) => style)).toEqual([...head.slice(1).map(() => 'GwSigners'), 'GwNumber'])
  const named = all(head.at(-1)?.xml, 'w:r').filter((run) => value(run, 'w:rStyle') === 'GwSignerName')
  expect(named.length).toBe(signers.length === 3 ? 1 : signers.length)
})

test('signer names are 楷体, the label 仿宋, and names of different lines begin at the same place', async () => {
  const found = flow(
    openDocx(await writeDocx(report({ signers: ['马建国', '李红梅', '王芳', '赵铁'] })))['word/document.xml'],
  )
  const [upper, lower] = found.filter(({ style }) => style === 'GwSigners' || style === 'GwNumber')
  const tabsOf = (line: { xml: Xml } | undefined) =>
    all(line?.xml, 'w:tab').flatMap((tab) => tab.attributes['w:pos'] ?? [])
  const [label = '', second] = tabsOf(upper)
  expect(tabsOf(lower)).toEqual([String(Number(label) + 4 * 315), second])
  expect(Number(second) + 3 * 315).toBe(8844 - 315)
  expect(
    value(
      all(styles(), 'w:style').find((one) => one.attributes['w:styleId'] === 'GwSignerName'),
      'w:rFonts',
      'w:eastAsia',
    ),
  ).toBe('楷体_GB2312')
})

test('the red line is the lower border of the number', () => {
  const border = all(styles(), 'w:bottom')[0]
  expect(border?.attributes).toEqual({ 'w:val': 'single', 'w:sz': '8', 'w:space': '7', 'w:color': 'FF0000' })
})

test('the title is 2号 小标宋 in the middle and broken into lines in one paragraph', () => {
  const title = lines().find(({ style }) => style === 'GwTitle')
  expect(title?.text).toBe('云山县总工会关于2026年第四季度\n学习宣讲蹲点工作情况的报告')
  const of = (name: string, attribute?: string) => styleValue(styles(), 'GwTitle', name, attribute)
  expect([of('w:sz'), of('w:jc'), of('w:spacing', 'w:line'), of('w:rFonts', 'w:eastAsia')]).toEqual([
    '44',
    'center',
    '720',
    '方正小标宋简体',
  ])
})

test('recipients stand at the margin, separated by 、 and ended by a full-width colon', async () => {
  const found = flow(
    openDocx(await writeDocx(report({ recipients: ['固川市总工会', '云山县委'] })))['word/document.xml'],
  )
  expect(found.find(({ style }) => style === 'GwRecipients')?.text).toBe('固川市总工会、云山县委：')
  expect(styleValue(styles(), 'GwRecipients', 'w:ind', 'w:firstLine')).toBe('0')
})

test('levels are 黑体, 楷体, 仿宋, 仿宋 of 3号, two characters in, numbered in order', () => {
  const levels = lines().filter(({ style }) => style.startsWith('GwLevel'))
  expect(levels.map(({ text: words }) => words)).toEqual([
    '一、主要做法',
    '（一）学习活动组织情况',
    '1.集中学习',
    '（1）“两个一”活动',
    '二、下一步打算',
  ])
  const fontOf = (level: number) => styleValue(styles(), `GwLevel${level}`, 'w:rFonts', 'w:eastAsia')
  expect([1, 2, 3, 4].map(fontOf)).toEqual(['黑体', '楷体_GB2312', '仿宋_GB2312', '仿宋_GB2312'])
  for (const id of ['GwText', 'GwLevel1', 'GwLevel2', 'GwLevel3', 'GwLevel4']) {
    expect(styleValue(styles(), id, 'w:sz')).toBe('32')
    expect(styleValue(styles(), id, 'w:ind', 'w:firstLineChars')).toBe('200')
    expect(styleValue(styles(), id, 'w:ind', 'w:firstLine')).toBe('630')
  }
})

test('no indent is made of spaces', () => {
  expect(lines().filter(({ text: words }) => /^[\s\u3000]+\S/.test(words.replace(/^\t/, '')))).toEqual([])
})

test('附件说明 names the annexes as they are titled, hangs under the name and takes no stop', () => {
  const notes = lines().filter(({ style }) => style === 'GwAnnexNote')
  expect(notes.map(({ text: words }) => words)).toEqual(['附件：1.学习活动统计表', '2.宣讲覆盖统计表'])
  expect(notes.map(({ xml }) => first(xml, 'w:ind')?.attributes)).toEqual([
    { 'w:left': '1890', 'w:hanging': '1260' },
    { 'w:left': '1890', 'w:hanging': '315' },
  ])
  const titles = lines().filter(({ style }) => style === 'GwAnnexTitle')
  expect(titles.map(({ text: words }) => words)).toEqual(['学习活动统计表', '宣讲覆盖统计表'])
})

test('a single annex has no number', async () => {
  const sheet = uprightSheet()
  const found = flow(
    openDocx(await writeDocx(report({ annexes: [{ title: sheet.title, sheet }] })))['word/document.xml'],
  )
  expect(found.find(({ style }) => style === 'GwAnnexNote')?.text).toBe('附件：学习活动统计表')
  expect(found.find(({ style }) => style === 'GwAnnexLabel')?.text).toBe('附件')
})

test('issuer and date stand where the seal will be, the date in Arabic digits without padding', () => {
  const [issuer, date] = lines().filter(({ style }) => style === 'GwIssuer' || style === 'GwDate')
  expect([issuer?.text, date?.text]).toEqual(['云山县总工会', '2026年11月21日'])
  expect(value(date?.xml, 'w:ind', 'w:right')).toBe('1260')
  expect(value(issuer?.xml, 'w:ind', 'w:right')).toBe(String(Math.round(4.5 * 315)))
})

test('the last paragraph, 附件说明 and signature keep with what follows', () => {
  const date = lines().findIndex(({ style }) => style === 'GwDate')
  const tail = lines().slice(date - 7, date)
  const keepsByStyle = all(styles(), 'w:style').filter((style) => first(style, 'w:keepNext'))
  const ids = keepsByStyle.map((style) => style.attributes['w:styleId'])
  expect(tail[0]?.text).toBe('特此报告。')
  expect(tail.filter(({ style, xml }) => !first(xml, 'w:keepNext') && !ids.includes(style))).toEqual([])
})

test('an annex begins a page with its label in 黑体 at the margin; its table fits, repeats its head and keeps rows whole', () => {
  const labels = lines().filter(({ style }) => style === 'GwAnnexLabel')
  expect(labels.map(({ text: words }) => words)).toEqual(['附件1', '附件2'])
  const label = all(styles(), 'w:style').find((style) => style.attributes['w:styleId'] === 'GwAnnexLabel')
  expect(first(label, 'w:pageBreakBefore')).toBeDefined()
  expect(value(label, 'w:rFonts', 'w:eastAsia')).toBe('黑体')
  for (const table of all(document(), 'w:tbl').filter(
    (one) => value(one, 'w:tblLayout', 'w:type') === 'fixed' && all(one, 'w:tblHeader').length > 0,
  )) {
    const grid = all(table, 'w:gridCol').reduce((sum, column) => sum + Number(column.attributes['w:w']), 0)
    expect(grid).toBe(8844)
    const rows = all(table, 'w:tr')
    expect(
      rows.map((row) => [first(row, 'w:cantSplit') !== undefined, first(row, 'w:tblHeader') !== undefined]),
    ).toEqual(rows.map((_, index) => [true, index === 0]))
    expect(all(table, 'w:trHeight')).toEqual([])
  }
})

test('a wide sheet gets landscape pages, of at most 225 mm, with turned page numbers and no footer text', async () => {
  const opened = openDocx(await writeDocx(report({ annexes: [wide()] })))
  const section = all(opened['word/document.xml'], 'w:sectPr')[1]
  expect(first(section, 'w:pgSz')?.attributes).toMatchObject({
    'w:w': '16838',
    'w:h': '11906',
    'w:orient': 'landscape',
  })
  const table = all(opened['word/document.xml'], 'w:tbl')[0]
  expect(all(table, 'w:gridCol').reduce((sum, column) => sum + Number(column.attributes['w:w']), 0)).toBe(12756)
  const turned = Object.values(opened).filter(
    (part) => part.name === 'w:hdr' && JSON.stringify(part).includes('"vert":"vert"'),
  )
  expect(turned.length).toBe(2)
})

test('a section ends in its last line of text, so that it makes no page of its own, also below a table without notes', async () => {
  const bare = { ...wideSheet(), notes: [] }
  const opened = openDocx(await writeDocx(report({ annexes: [wide(), { title: bare.title, sheet: bare }] })))
  const ends = all(opened['word/document.xml'], 'w:p').filter((one) => all(one, 'w:sectPr').length > 0)
  expect(ends.map((end) => value(end, 'w:pStyle'))).toEqual(['GwDate', 'GwAnchor'])
  const height = Number(styleValue(opened['word/styles.xml'], 'GwAnchor', 'w:spacing', 'w:line'))
  expect(22 * officeA.grid.pitch.value + height).toBeLessThanOrEqual(officeA.typeArea.height.value)
})

test('版记 stands after the annexes in a box at the foot of the type area, thick lines outside and a thin one inside', () => {
  const last = lines().at(-1)
  const box = first(last?.xml, 'wps:txbx')
  expect(JSON.stringify(first(last?.xml, 'wp:positionV'))).toContain('"bottom"')
  expect(all(box, 'w:p').map(textOf).filter(Boolean)).toEqual([
    '抄送：固川市总工会宣传教育部，云山县委宣传部。',
    '云山县总工会办公室\t2026年11月22日印发',
  ])
  const sizeOf = (name: string) => first(first(box, 'w:tblBorders'), name)?.attributes['w:sz']
  expect([sizeOf('w:top'), sizeOf('w:insideH'), sizeOf('w:bottom')]).toEqual(['8', '6', '8'])
  expect(styleValue(styles(), 'GwCopyTo', 'w:sz')).toBe('28')
  const copyTo = all(styles(), 'w:style').find((style) => style.attributes['w:styleId'] === 'GwCopyTo')
  expect(first(copyTo, 'w:ind')?.attributes).toEqual({ 'w:left': '1120', 'w:right': '280', 'w:hanging': '840' })
})

test('page numbers are — n — of 4号 宋体, a field, odd right and even left', () => {
  const footers = Object.values(parts).filter((part) => part.name === 'w:ftr')
  expect(footers.map((footer) => [value(footer, 'w:pStyle'), textOf(footer)])).toEqual([
    ['GwPageNumberOdd', '—  —'],
    ['GwPageNumberEven', '—  —'],
  ])
  expect(footers.every((footer) => all(footer, 'w:instrText').length === 1)).toBe(true)
  expect([styleValue(styles(), 'GwPageNumberOdd', 'w:sz'), styleValue(styles(), 'GwPageNumberEven', 'w:jc')]).toEqual([
    '28',
    'left',
  ])
  for (const slot of ['w:ascii', 'w:hAnsi', 'w:eastAsia'])
    expect(styleValue(styles(), 'GwPageNumberOdd', 'w:rFonts', slot)).toBe('宋体')
})

test('characters that XML cannot hold do not spoil the file, and < & > are text', async () => {
  const spoilt = await writeDocx(
    report({ printer: '甲<乙>&“丙”\u0001', blocks: [text('a<b & c>d\u0008'), heading(1, '甲&乙')] }),
  )
  const found = flow(openDocx(spoilt)['word/document.xml'])
  expect(found.map(({ text: words }) => words)).toContain('一、甲&乙')
  expect(found.map(({ text: words }) => words).some((words) => words.startsWith('a<b & c>d'))).toBe(true)
})

function wide() {
  const sheet = wideSheet()
  return { title: sheet.title, sheet }
}
