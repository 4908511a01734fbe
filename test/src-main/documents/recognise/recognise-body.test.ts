/** Text, levels, tables, lost line breaks and slips of writing in made-up texts. */
import { expect, test } from 'vitest'
import { outline, recognise, textOf } from './recognise.ts'

const head = [
  '云溪县总工会文件',
  '',
  '云工发〔2026〕5号',
  '',
  '云溪县总工会关于开展读书活动的通知',
  '',
  '各基层工会：',
  '',
]
const whats = (entries: readonly { readonly what: string }[]) => entries.map(({ what }) => what)

test('four levels, with and without text behind the heading; mixed marks are unified', () => {
  const { document, tidied } = recognise([
    ...head,
    '一、总体要求',
    '(一)提高认识。各级工会要认真学习。',
    '（二）、加强领导。各级工会要抓好落实。',
    '1、摸清底数。逐户登记造册。',
    '(1)城区。由办公室负责。',
    '二．工作安排',
  ])
  expect(outline(document.blocks)).toEqual([
    '1 一、总体要求',
    '2 （一）提高认识。',
    '2 （二）加强领导。',
    '3 1.摸清底数。',
    '4 （1）城区。',
    '1 二、工作安排',
  ])
  expect(document.blocks[1]).toMatchObject({ runIn: [{ text: '各级工会要认真学习。' }] })
  expect(whats(tidied)).toEqual(expect.arrayContaining(['bracketPair', 'headingMark']))
})

test('一、 may be followed by 1. and that is no gap', () => {
  const { document, findings } = recognise([
    ...head,
    '一、要求',
    '1. 抓好学习。要全员学习。',
    '2. 抓好宣讲。要深入班组。',
    '二、保障',
    '1. 加强领导。专人负责。',
  ])
  expect(outline(document.blocks)).toEqual([
    '1 一、要求',
    '3 1.抓好学习。',
    '3 2.抓好宣讲。',
    '1 二、保障',
    '3 1.加强领导。',
  ])
  expect(whats(findings)).toEqual([])
})

test('a number that is skipped or repeated is told, not changed', () => {
  const { document, findings } = recognise([...head, '一、要求', '各级工会要重视。', '三、保障', '各级工会要支持。'])
  expect(outline(document.blocks)).toEqual(['1 一、要求', '1 三、保障'])
  expect(findings).toMatchObject([{ what: 'headingSequence', words: '三、保障', line: 11 }])
})

test('a figure at the start of a line is no heading', () => {
  const { document } = recognise([...head, '3.5万名职工参加了活动，反响很好。', '10月底前报送总结，逾期不候。'])
  expect(document.blocks.map((block) => block.kind)).toEqual(['paragraph', 'paragraph'])
})

test('bold run-in sentences stay bold without their marks', () => {
  const { document } = recognise([
    ...head,
    '（一）丰富形式。统筹安排。**办好一个讲堂。**每月一讲。**建好一支队伍。**每县一队。',
  ])
  expect(document.blocks[0]).toMatchObject({
    runIn: [
      { text: '统筹安排。' },
      { text: '办好一个讲堂。', isBold: true },
      { text: '每月一讲。' },
      { text: '建好一支队伍。', isBold: true },
      { text: '每县一队。' },
    ],
  })
})

test('一要 and 二要 within a paragraph are told as items; one that is not bold among bold ones is told', () => {
  const { document, found, findings } = recognise([
    ...head,
    '各级工会要抓好落实。**一要加强领导。**专人负责。**二要强化保障。**经费到位。三要注重宣传。及时报道。',
  ])
  expect(document.blocks[0]).toMatchObject({ inlineItems: ['一要', '二要', '三要'] })
  expect(found).toContainEqual({ part: 'inlineItems', words: '一要、二要、三要', line: 9 })
  expect(findings).toMatchObject([{ what: 'unevenBold', words: '三要' }])
})

test('Markdown of any depth gives the same levels as the numbers', () => {
  const { document } = recognise([
    '# 云溪县总工会文件',
    '',
    '## 关于开展读书活动的通知',
    '',
    '各基层工会：',
    '',
    '## **一、提高认识**',
    '',
    '要重视。',
    '',
    '#### 二、加强领导',
    '',
    '要支持。',
  ])
  expect(document.mark).toBe('云溪县总工会文件')
  expect(document.blocks).toMatchObject([
    { level: 1, text: '提高认识', isBold: true },
    {},
    { level: 1, text: '加强领导' },
    {},
  ])
})

test('Markdown headings without numbers take their level from their depth', () => {
  const { document, findings } = recognise([
    '# 关于开展读书活动的通知',
    '',
    '各基层工会：',
    '',
    '## 活动安排',
    '',
    '### 时间',
    '',
    '全年。',
    '',
    '## 有关要求',
    '',
    '要重视。',
  ])
  expect(outline(document.blocks)).toEqual(['1 活动安排', '2 时间', '1 有关要求'])
  expect(whats(findings).filter((what) => what === 'headingUnnumbered')).toHaveLength(3)
})

test('every line broken at the same width, paragraphs by their indent', () => {
  const { document, tidied } = recognise([
    '云溪县总工会关于开展读书活动的通知',
    '各基层工会：',
    '　　为深入推进全民阅读，引导广大职工多读书、',
    '读好书、善读书，经县总工会研究，决定在全县职',
    '工中开展读书活动，现将有关事项通知如下。',
    '　　一、活动时间',
    '　　本次活动从2026年4月开始，到2026年11月结',
    '束，各单位可以根据生产经营的实际情况作适当的',
    '调整，但不得少于六个月。各单位要把活动同劳动',
    '竞赛结合起来。',
    '　　二、活动要求',
    '　　各单位要高度重视，落实人员和经费，活动的',
    '开展情况请于每月底前报送县总工会宣教部。',
  ])
  expect(document.blocks.map(textOf)).toEqual([
    '为深入推进全民阅读，引导广大职工多读书、读好书、善读书，经县总工会研究，决定在全县职工中开展读书活动，现将有关事项通知如下。',
    '一、活动时间',
    '本次活动从2026年4月开始，到2026年11月结束，各单位可以根据生产经营的实际情况作适当的调整，但不得少于六个月。各单位要把活动同劳动竞赛结合起来。',
    '二、活动要求',
    '各单位要高度重视，落实人员和经费，活动的开展情况请于每月底前报送县总工会宣教部。',
  ])
  expect(whats(tidied).filter((what) => what === 'lineBreak')).toHaveLength(6)
})

test('every line broken at the same width without indents', () => {
  const { document } = recognise([
    '关于开展读书活动的通知',
    '各基层工会：',
    '为深入推进全民阅读，引导广大职工多读书、读好',
    '书、善读书，经县总工会研究，决定在全县职工中',
    '开展读书活动，现将有关事项通知如下。',
    '一、活动时间',
    '本次活动从2026年4月开始，到2026年11月结束，各',
    '单位可以根据生产经营的实际情况作适当的调整，但',
    '不得少于六个月。',
    '二、活动要求',
    '各单位要高度重视，落实人员和经费，活动的开展情',
    '况请于每月底前报送县总工会宣教部。',
  ])
  expect(document.blocks.map((block) => textOf(block).length)).toEqual([62, 6, 59, 6, 40])
})

test('a sentence cut by the end of a page is joined: in a word, in a quotation, in a number, in a heading', () => {
  const { document } = recognise([
    ...head,
    '各级工会要把学习宣传作为当前的重要任务，精心组织、周密安排，通过多种形式推动入脑入心，切实抓好学',
    '',
    '习培训和宣讲工作。',
    '',
    '各级工会要按照《云溪县职工读书活动三年行动',
    '',
    '计划》的要求，认真组织实施。',
    '',
    '各级工会要在全县建设职工书屋不少于20',
    '',
    '26个，覆盖全部乡镇。',
    '',
    '（一）加强组织领导。要专人负责。',
    '',
    '（二）在充分发挥工会组织的作用，团结动员广大职工建功立业的',
    '',
    '伟大实践上下功夫。要抓好落实。',
  ])
  expect(document.blocks.map((block) => textOf(block).length)).toEqual([57, 35, 30, 16, 44])
  expect(outline(document.blocks)[1]).toBe(
    '2 （二）在充分发挥工会组织的作用，团结动员广大职工建功立业的伟大实践上下功夫。',
  )
})

test('a character that two pages have in common stands once; a word that begins alike stays', () => {
  const { document, tidied } = recognise([
    ...head,
    '各级工会要坚持围绕中心、服务大局，团结动员广大职工在新征程上向着全面建成小康社会的宏伟目标',
    '',
    '标奋勇前进，再立新功。',
    '',
    '各级工会要坚持围绕中心、服务大局，把工作重心放到基层一线，把温暖送到每一个困难职工',
    '',
    '工会组织要主动作为。',
  ])
  expect(textOf(document.blocks[0])).toContain('宏伟目标奋勇前进')
  expect(textOf(document.blocks[1])).toContain('困难职工工会组织')
  expect(whats(tidied).filter((what) => what === 'doubledText')).toHaveLength(1)
})

test('a heading of its own line is not joined with the text below it', () => {
  const { document } = recognise([
    ...head,
    '一、认真学习领会，全面准确把握，用会议精神统一广大职工的思想和行动',
    '',
    '各级工会要认真学习，抓好落实，务求实效。',
  ])
  expect(document.blocks).toHaveLength(2)
})

test('page numbers between the lines go, and the sentence closes', () => {
  const { document, tidied } = recognise([
    ...head,
    '各级工会要把学习宣传作为当前的重要任务，精心组织、周密安排，抓好学',
    '— 2 —',
    '习培训和宣讲工作。',
  ])
  expect(textOf(document.blocks[0])).toBe(
    '各级工会要把学习宣传作为当前的重要任务，精心组织、周密安排，抓好学习培训和宣讲工作。',
  )
  expect(whats(tidied)).toEqual(['pageNumber', 'lineBreak'])
})

test('spaces between Han characters and digits, half-width marks, full-width digits', () => {
  const { document, tidied } = recognise([
    ...head,
    '各级工会要在 2026 年 3 月底前,举办不少于 2 场宣讲;每场不少于１００人(含线上),用好APP 平台: 比例达到 85.5% 以上.',
  ])
  expect(textOf(document.blocks[0])).toBe(
    '各级工会要在2026年3月底前，举办不少于2场宣讲；每场不少于100人（含线上），用好APP平台：比例达到85.5%以上。',
  )
  expect(new Set(whats(tidied))).toEqual(
    new Set(['digitSpace', 'halfWidthMark', 'fullWidthDigit', 'bracketPair', 'punctuationSpace']),
  )
})

test('OCR: digits and characters set apart', () => {
  const { document } = recognise([...head, '于 2 0 2 6 年 1 1 月 8 日 召 开 全 县 职 工 大 会，请准时参加。'])
  expect(textOf(document.blocks[0])).toBe('于2026年11月8日召开全县职工大会，请准时参加。')
})

test('a time, a number with a comma and a decimal stay as they are', () => {
  const sentence = '会议于9:30开始，补助1,200.50元，网址见www.example.com。'
  expect(textOf(recognise([...head, sentence]).document.blocks[0])).toBe(sentence)
})

test('two hyphens are a dash between numbers and a long dash between words; straight quotes are turned', () => {
  const { document } = recognise([...head, '时间为10月--12月底，主题为"劳模来了--走进车间"，请各单位准备。'])
  expect(textOf(document.blocks[0])).toBe('时间为10月—12月底，主题为“劳模来了——走进车间”，请各单位准备。')
})

test('a table with tabs and a table with | are tables; every cell stays', () => {
  const rows = [
    ['序号', '单位', '场次'],
    ['1', '城关镇总工会', '3'],
    ['2', '东湖乡总工会', '12'],
  ]
  const tabs = recognise([...head, '宣讲安排如下。', ...rows.map((row) => row.join('\t'))])
  const bars = recognise([
    ...head,
    '宣讲安排如下。',
    '| 序号 | 单位 | 场次 |',
    '| --- | --- | --- |',
    ...rows.slice(1).map((row) => `| ${row.join(' | ')} |`),
  ])
  for (const { document } of [tabs, bars]) expect(document.blocks[1]).toEqual({ kind: 'table', rows })
})

test('a foreign word, a slip, a space and an odd quotation mark are told and left', () => {
  const { document, findings } = recognise([...head, '要统一思想 and 行动，聚集中心工作，展示职工风彩 再立“新功。'])
  expect(textOf(document.blocks[0])).toBe('要统一思想 and 行动，聚集中心工作，展示职工风彩 再立“新功。')
  expect(new Set(whats(findings))).toEqual(new Set(['foreignWord', 'typo', 'spaceInText', 'unpaired']))
})

test('one name written in two ways is told', () => {
  const { findings } = recognise([...head, '由云溪县职工教育培训中心承办。', '材料报云溪县职工培训教育中心。'])
  expect(findings).toMatchObject([{ what: 'nameOrder' }])
})

test.each(['\r\n', '\r', '\u2028'])('line ends of every system are read alike (%j)', (end) => {
  const lines = [...head, '一、要求', '要重视。', '云溪县总工会', '2026年3月8日']
  const unix = recognise(lines).document
  expect(recognise([lines.join(end)]).document).toEqual(unix)
})

test('a report that asks for a decision is told', () => {
  const ask = ['云溪县总工会关于宣讲工作情况的报告', '市总工会：', '现将有关情况报告如下。', '以上报告妥否，请批示。']
  expect(whats(recognise(ask).findings)).toEqual(['requestInReport'])
  expect(whats(recognise([...ask.slice(0, 3), '特此报告。']).findings)).toEqual([])
})

test('a numbered sentence too long for a heading is text with its number', () => {
  const long =
    '各乡镇、街道总工会和县直各基层工会要在每月二十五日以前，把本月开展学习、宣讲、蹲点的场次和人次，连同照片和简要文字说明，一并报送县总工会宣教部汇总。'
  const { document } = recognise([...head, `（1）${long}`])
  expect(document.blocks).toMatchObject([{ level: 4, number: '（1）', text: '', runIn: [{ text: long }] }])
})

test('a mark mended by one rule is seen by the others', () => {
  const { document } = recognise([...head, '共有 3 (三)类单位参加,请认真组织。'])
  expect(textOf(document.blocks[0])).toBe('共有3（三）类单位参加，请认真组织。')
})

test('a paragraph that ends with a full line ends there when the next one is indented', () => {
  const { document } = recognise([
    '关于开展读书活动的通知',
    '各基层工会：',
    '　　为深入推进全民阅读，引导广大职工多读书、',
    '读好书、善读书，经县总工会研究，决定在全县职',
    '工中开展读书活动，请各单位高度重视认真组织好',
    '　　本次活动从2026年4月开始，到2026年11月结',
    '束，各单位可以根据生产经营的实际情况作适当的',
    '调整，但不得少于六个月。',
  ])
  expect(document.blocks).toHaveLength(2)
})
