/** What the model asks of every kind (文种), and what the writer puts into the file for it. */
import { expect, test } from 'vitest'
import { checkDocument } from '../../../src-main/documents/check/check-document.ts'
import { writeDocx } from '../../../src-main/documents/write-docx.ts'
import { documentKinds, documentSchema, type OfficialDocument } from '../../../src-shared/documents.ts'
import { kindFaults, kindRules } from '../../../src-shared/kind-rules.ts'
import { layoutNames, layoutOf } from '../../../src-shared/layouts.ts'
import { all, first, flow, openDocx, styleValue, textOf, value } from './open-docx.ts'
import { report, text } from './sample-document.ts'
import { joint, letter, minutes, notice, samples } from './sample-kinds.ts'

const sentences = (document: OfficialDocument) => kindFaults(document).map(({ sentence }) => sentence)
const flowOf = async (document: OfficialDocument) => flow(openDocx(await writeDocx(document))['word/document.xml'])

test('every sample is sound, and every kind has one', () => {
  for (const [name, document] of Object.entries(samples))
    expect([name, documentSchema.safeParse(document).error?.issues]).toEqual([name, undefined])
  const kinds = new Set([report(), ...Object.values(samples)].map(({ kind }) => kind))
  expect([...documentKinds].filter((kind) => !kinds.has(kind))).toEqual([])
})

test('a document stored by the first version still parses', () => {
  const stored = JSON.parse(JSON.stringify(report())) as unknown
  expect(documentSchema.parse(stored)).toEqual(report())
})

test('reports and requests need signers, all other kinds forbid them', () => {
  for (const kind of documentKinds) {
    const isUpward = kind === '报告' || kind === '请示'
    expect([kind, kindRules[kind].signers]).toEqual([kind, isUpward ? 'needed' : 'forbidden'])
  }
  expect(sentences(report({ signers: [] }))).toEqual(['报告应标注签发人'])
  expect(sentences(notice({ signers: ['马建国'] }))[0]).toContain('通知不标注签发人')
})

test('a report that asks for a decision is told to become a request; one that asks to be read is not', () => {
  const closing = (words: string) => sentences(report({ blocks: [text('有关情况如下。'), text(words)] })).join()
  expect(closing('妥否，请批示。')).toContain('另写一份请示')
  expect(closing('以上请予批准。')).toContain('“以上请予批准”')
  expect(closing('特此报告，请审阅。')).toBe('')
  expect(closing('已请示并经上级批准的事项按计划推进。')).toBe('')
  expect(closing('全年收到申请批准入会的材料12份。')).toBe('')
})

test('each format has its own demands on mark, number and foot', () => {
  expect(sentences(letter({ mark: '云山县总工会文件' }))).toEqual(['信函格式的发文机关标志不加“文件”二字，请删去'])
  expect(sentences(minutes({ mark: '云山县总工会文件' }))[0]).toContain('以“纪要”结尾')
  expect(sentences(notice({ number: '第3号' }))[0]).toContain('发文机关代字')
  expect(sentences(notice({ printer: '', printedOn: '' }))).toEqual(['必填', '必填'])
  expect(sentences(report({ format: '信函' }))[0]).toContain('报告不用信函格式')
  expect(sentences(notice({ attendance: [{ label: '出席', names: '马建国' }] }))[0]).toContain('只在纪要中标注')
  expect(sentences(notice({ printedOn: '2026-11-01' }))).toEqual(['印发日期早于成文日期，请核对'])
})

test('every sample passes every check of severity E that its XML can decide', async () => {
  for (const [name, document] of Object.entries(samples)) {
    const failed = checkDocument(await writeDocx(document)).filter(
      ({ pass, severity }) => pass === false && severity === 'E',
    )
    expect([name, failed.map(({ id, found }) => `${id} ${found}`)]).toEqual([name, []])
  }
})

test('every kind gives the same bytes twice, in every profile, and well-formed parts', async () => {
  for (const name of layoutNames)
    for (const document of [notice(), letter(), minutes(), joint()]) {
      const bytes = await writeDocx(document, layoutOf(name))
      expect(Buffer.from(await writeDocx(document, layoutOf(name))).equals(Buffer.from(bytes))).toBe(true)
      expect(Object.keys(openDocx(bytes)).length).toBeGreaterThan(8)
    }
})

test('the profiles differ in their numbers and in nothing else', async () => {
  const read = async (name: (typeof layoutNames)[number]) => {
    const parts = openDocx(await writeDocx(notice(), layoutOf(name)))
    const section = first(parts['word/document.xml'], 'w:sectPr')
    return {
      top: value(section, 'w:pgMar', 'w:top'),
      grid: [value(section, 'w:docGrid', 'w:type'), value(section, 'w:docGrid', 'w:linePitch')],
      charSpace: value(section, 'w:docGrid', 'w:charSpace'),
      pitch: styleValue(parts['word/styles.xml'], 'GwText', 'w:spacing', 'w:line'),
      indent: styleValue(parts['word/styles.xml'], 'GwText', 'w:ind', 'w:firstLine'),
      isMirrored: first(parts['word/settings.xml'], 'w:mirrorMargins') !== undefined,
      isRed: JSON.stringify(parts['word/styles.xml']).includes('"w:pBdr"'),
    }
  }
  const usual = {
    top: '2098',
    grid: ['lines', '579'],
    charSpace: undefined,
    pitch: '579',
    indent: '630',
    isMirrored: false,
    isRed: true,
  }
  expect(await read('office-A')).toEqual(usual)
  expect(await read('strict-33476')).toEqual({ ...usual, top: '1960', grid: ['lines', '589'], pitch: '589' })
  const native = { grid: ['linesAndChars', '579'], charSpace: '-849', indent: '632' }
  expect(await read('native-grid')).toEqual({ ...usual, ...native })
  expect(await read('duplex')).toEqual({ ...usual, isMirrored: true })
  expect(await read('套打')).toEqual({ ...usual, isRed: false })
})

test('an office sets the font of digits, bold headings and the title pitch; the mark keeps its bounds', async () => {
  const layout = layoutOf('office-A', { digits: 'Times', hasBoldHeadings: true, titlePitch: 35, markSize: 200 })
  const parts = openDocx(await writeDocx(notice(), layout))
  const of = (id: string, name: string, attribute?: string) => styleValue(parts['word/styles.xml'], id, name, attribute)
  expect([of('Normal', 'w:rFonts', 'w:ascii'), of('Normal', 'w:rFonts', 'w:hAnsi')]).toEqual([
    'Times New Roman',
    '仿宋_GB2312',
  ])
  expect(of('GwPageNumberOdd', 'w:rFonts', 'w:ascii')).toBe('宋体')
  expect(of('GwTitle', 'w:spacing', 'w:line')).toBe('700')
  const style = (id: string) =>
    all(parts['word/styles.xml'], 'w:style').find((one) => one.attributes['w:styleId'] === id)
  expect(['GwLevel1', 'GwLevel2', 'GwLevel3', 'GwLevel4'].map((id) => first(style(id), 'w:b') !== undefined)).toEqual([
    false,
    true,
    true,
    false,
  ])
  expect(layout.mark.maxSize.value).toBe(72)
})

test('groups of addressees are parted by ， and names of one group by 、', async () => {
  const found = await flowOf(notice())
  expect(found.find(({ style }) => style === 'GwRecipients')?.text).toBe('各乡镇、街道总工会，县直各基层工会：')
})

test('text that follows a heading on its line is 仿宋, the heading in its own font, bold where the clerk made it', async () => {
  const document = samples.opinion as OfficialDocument
  const parts = openDocx(await writeDocx(document))
  const line = flow(parts['word/document.xml']).find((one) => one.text.startsWith('（一）提高认识。'))
  expect(line?.style).toBe('GwText')
  const runs = all(line?.xml, 'w:r').map((run) => [
    textOf(run).slice(0, 4),
    value(run, 'w:rStyle'),
    first(run, 'w:b') !== undefined,
  ])
  expect(runs).toEqual([
    ['（一）提', 'GwLevel2Run', false],
    ['全县各级', undefined, false],
    ['务必落实', undefined, true],
  ])
  const style = all(parts['word/styles.xml'], 'w:style').find((one) => one.attributes['w:styleId'] === 'GwLevel2Run')
  expect(value(style, 'w:rFonts', 'w:eastAsia')).toBe('楷体_GB2312')
})

test('an unnumbered heading takes no number and does not count; a numbered sentence is text', async () => {
  const found = await flowOf(
    notice({
      blocks: [
        { kind: 'heading', level: 1, text: '前言', isUnnumbered: true },
        { kind: 'heading', level: 1, text: '目标' },
        { kind: 'heading', level: 3, text: '', runIn: [{ text: '各单位于月底前报送。' }] },
      ],
    }),
  )
  const lines = found
    .filter(({ style }) => /^Gw(Level|Text)/.test(style))
    .map(({ style, text: words }) => [style, words])
  expect(lines).toEqual([
    ['GwLevel1', '前言'],
    ['GwLevel1', '一、目标'],
    ['GwText', '1.各单位于月底前报送。'],
  ])
})

test('a document that still lacks parts is laid out without them', async () => {
  const bare = notice({
    number: '',
    recipients: [],
    issuer: '',
    date: '',
    printer: '',
    printedOn: '',
    copyTo: [],
    note: '',
  })
  const found = await flowOf(bare)
  expect(found.filter(({ style }) => /^Gw(Recipients|Issuer|Date|Note)$/.test(style))).toEqual([])
  expect(found.some(({ xml }) => first(xml, 'wps:txbx') !== undefined)).toBe(false)
})

test('characters beyond the BMP and emoji are kept whole', async () => {
  const found = await flowOf(samples.odd as OfficialDocument)
  expect(found.map((line) => line.text).join('')).toContain('𠮷田𡈼')
  expect(found.map((line) => line.text)).toContain('向大家点赞👍🏽，他在👨‍👩‍👧‍👦家庭日活动中表现突出。')
})

test('an annex that is sent apart is named but has no page; a text that is sent on has a page but no label', async () => {
  const blocks = [text('正文。')]
  const annexes: OfficialDocument['annexes'] = [
    { title: '劳动竞赛办法', blocks, isUnlabelled: true },
    { title: '报名表', blocks, isApart: true },
    { title: '统计表', blocks },
  ]
  const found = await flowOf(notice({ annexes }))
  const of = (style: string) => found.filter((line) => line.style === style).map((line) => line.text)
  expect(of('GwAnnexNote')).toEqual(['附件：1.报名表', '2.统计表'])
  expect(of('GwAnnexLabel')).toEqual(['附件2'])
  expect(of('GwAnnexTitle')).toEqual(['劳动竞赛办法', '统计表'])
  const title = found.find((line) => line.text === '劳动竞赛办法')
  expect(first(title?.xml, 'w:pageBreakBefore')).toBeDefined()
})
