/** What follows the text: 附件说明, signature, annexes, 版记, and what a web page leaves behind. */
import { expect, test } from 'vitest'
import { outline, recognise, textOf } from './recognise.ts'

const head = ['云溪县总工会文件', '云工发〔2026〕5号', '云溪县总工会关于开展读书活动的通知', '各基层工会：']
const body = '为推动全民阅读，县总工会决定开展读书活动，请各单位认真组织，并及时报送开展情况。'
const signature = ['云溪县总工会', '2026年3月8日']
const whats = (entries: readonly { readonly what: string }[]) => entries.map(({ what }) => what)

test('附件说明 with several names, the annexes on their own with numbers and titles', () => {
  const { document, findings } = recognise([
    ...head,
    body,
    '附件：1.读书活动方案',
    '2.读书活动报名表',
    ...signature,
    '附件1',
    '读书活动方案',
    '一、活动主题',
    '书香云溪。',
    '附件2',
    '读书活动报名表',
    '单位\t姓名\t电话',
    '城关镇总工会\t王明\t—',
  ])
  expect(document.annexNotes).toEqual([
    { number: 1, name: '读书活动方案' },
    { number: 2, name: '读书活动报名表' },
  ])
  expect(document.annexes).toMatchObject([
    { number: 1, isLabelled: true, title: '读书活动方案' },
    { number: 2, title: '读书活动报名表', blocks: [{ kind: 'table', rows: [['单位', '姓名', '电话'], {}] }] },
  ])
  expect(findings).toEqual([])
})

test('one annex whose name and number differ from 附件说明 is told twice and changed nowhere', () => {
  const { document, findings } = recognise([
    ...head,
    body,
    '附件：读书活动方案',
    ...signature,
    '附件 1:',
    '全县读书活动方案',
    '一、主题',
    '书香。',
  ])
  expect(document.annexNotes).toEqual([{ name: '读书活动方案' }])
  expect(document.annexes).toMatchObject([{ number: 1, title: '全县读书活动方案' }])
  expect(whats(findings)).toEqual(['annexName', 'annexNumber'])
})

test.each([
  ['附件：1、读书方案；', '2、报名表。'],
  ['附件：1．读书方案', '2．报名表'],
  ['附件1：读书方案', '附件2：报名表'],
])('附件说明 in other writings: %s', (first, second) => {
  const { document } = recognise([...head, body, first, second, ...signature])
  expect(document.annexNotes).toEqual([
    { number: 1, name: '读书方案' },
    { number: 2, name: '报名表' },
  ])
})

test('附件： alone on its line with the names below', () => {
  const { document } = recognise([...head, body, '附件：', '1.读书方案', '2.报名表', ...signature])
  expect(document.annexNotes?.map(({ name }) => name)).toEqual(['读书方案', '报名表'])
  expect(document.annexes).toBeUndefined()
})

test('a text that is sent on after the signature without the word 附件 is an annex', () => {
  const { document } = recognise([
    '云溪县总工会文件',
    '云工发〔2026〕7号',
    '云溪县总工会关于印发《职工书屋建设方案》的通知',
    '各基层工会：',
    '现将《职工书屋建设方案》印发给你们，请认真贯彻执行。',
    ...signature,
    '职工书屋建设方案',
    '一、目标任务',
    '全年新建职工书屋二十个，覆盖全部乡镇和开发区，做到有场地、有图书、有管理员，常年向职工开放。',
    '二、保障措施',
    '安排专项经费。',
  ])
  expect(document.annexes).toMatchObject([{ isLabelled: false, title: '职工书屋建设方案' }])
  expect(outline(document.annexes?.[0]?.blocks ?? [])).toEqual(['1 一、目标任务', '1 二、保障措施'])
  expect(document.date).toBe('2026-03-08')
})

test('a forwarding notice without the forwarded text has no annex', () => {
  const { document } = recognise([
    '云溪县总工会关于转发《市总工会关于开展安全生产月活动的通知》的通知',
    '各基层工会：',
    '现将《市总工会关于开展安全生产月活动的通知》转发给你们，请遵照执行。',
    ...signature,
  ])
  expect(document).toMatchObject({ kind: '通知', issuer: ['云溪县总工会'] })
  expect(document.annexes).toBeUndefined()
})

test.each([
  ['二〇二六年三月八日', '2026-03-08'],
  ['二○二六年十一月二十日', '2026-11-20'],
  ['2026年03月08日', '2026-03-08'],
  ['2026 年 3 月 8 日', '2026-03-08'],
])('the date %s is %s', (printed, day) => {
  expect(recognise([...head, body, '云溪县总工会', printed]).document).toMatchObject({
    date: day,
    issuer: ['云溪县总工会'],
  })
})

test('a day that does not exist is no date and stays in the text', () => {
  const { document } = recognise([...head, body, '云溪县总工会', '2026年2月30日'])
  expect(document.date).toBeUndefined()
  expect(document.blocks.map(textOf)).toContain('2026年2月30日')
})

test('issuer and date on one line', () => {
  const { document } = recognise([...head, body, '云溪县总工会    2026年3月8日'])
  expect(document).toMatchObject({ issuer: ['云溪县总工会'], date: '2026-03-08' })
})

test('the whole foot: note, copies to bodies and to persons, printer and day, number of copies', () => {
  const { document, found } = recognise([
    ...head,
    body,
    ...signature,
    '（此件公开发布）',
    '抄送：市总工会，县委办公室、县政府办公室；各县级领导。',
    '云溪县总工会办公室            2026年3月9日印发',
    '（共印60份）',
  ])
  expect(document).toMatchObject({
    note: '此件公开发布',
    copyTo: [
      { names: ['市总工会'] },
      { names: ['县委办公室', '县政府办公室'] },
      { names: ['各县级领导'], persons: true },
    ],
    printer: '云溪县总工会办公室',
    printedOn: '2026-03-09',
    copies: 60,
  })
  expect(found.find(({ part }) => part === 'copies')).toEqual({ part: 'copies', words: '（共印60份）', line: 11 })
})

test('抄送 over several lines; 抄报 is 抄送 today', () => {
  const { document, tidied } = recognise([
    ...head,
    body,
    ...signature,
    '抄报：市总工会，县委办公室，县政府办公室，',
    '　　　县委宣传部。',
    '云溪县总工会办公室',
    '2026年3月8日印发',
  ])
  expect(document.copyTo?.flatMap((group) => group.names)).toEqual([
    '市总工会',
    '县委办公室',
    '县政府办公室',
    '县委宣传部',
  ])
  expect(whats(tidied)).toContain('labelForm')
})

test('the addressees may stand in the foot', () => {
  const { document } = recognise([
    ...head.slice(0, 3),
    body,
    ...signature,
    '主送：各乡镇总工会，县直各基层工会。',
    '云溪县总工会办公室',
    '2026年3月8日印发',
  ])
  expect(document.recipients).toEqual([{ names: ['各乡镇总工会'] }, { names: ['县直各基层工会'] }])
})

test('印发机关 is not taken for a signature and 成文日期 is not invented from 印发日期', () => {
  const { document, missing } = recognise([...head, body, '云溪县总工会办公室', '2026年3月9日印发'])
  expect(document).toMatchObject({ printer: '云溪县总工会办公室', printedOn: '2026-03-09' })
  expect(missing.filter(({ isNeeded }) => isNeeded).map(({ part }) => part)).toEqual(['issuer', 'date'])
})

test('two days, a number of another year, a window before the day and few copies are told', () => {
  const { findings } = recognise([
    ...head,
    body,
    '活动时间为1月—12月，请妥善安排。',
    '云溪县总工会',
    '2027年3月8日',
    '云溪县总工会办公室',
    '2027年3月9日印发',
    '共印5份',
  ])
  expect(whats(findings)).toEqual(['numberYear', 'windowBefore', 'datesDiffer', 'fewCopies'])
})

test('a signature without a date is seen by the name known from the mark', () => {
  expect(recognise([...head, body, '云溪县总工会']).document).toMatchObject({ issuer: ['云溪县总工会'] })
})

test('a page from the web: what is no part of the document goes, line by line, and is told', () => {
  const { document, tidied } = recognise([
    '首页 > 通知公告',
    '云溪县总工会关于开展读书活动的通知',
    '来源：云溪县总工会网站  发布时间：2026-03-09 10:30  浏览次数：126  【字体：大 中 小】',
    '\u00a0\u00a0各基层工会：',
    `\u3000\u3000${body}`,
    '\u200b一、活动时间&nbsp;&nbsp;',
    '全年。',
    '\u3000\u3000\u3000云溪县总工会',
    '\u3000\u3000\u30002026年3月8日',
    '【打印本页】 【关闭窗口】',
    '上一篇：关于开展劳动竞赛的通知',
    'http://www.example.gov.cn/a/1.html',
  ])
  expect(document).toEqual({
    kind: '通知',
    format: '普通',
    title: '云溪县总工会关于开展读书活动的通知',
    recipients: [{ names: ['各基层工会'] }],
    blocks: [
      { kind: 'paragraph', runs: [{ text: body }] },
      { kind: 'heading', level: 1, number: '一、', text: '活动时间' },
      { kind: 'paragraph', runs: [{ text: '全年。' }] },
    ],
    issuer: ['云溪县总工会'],
    date: '2026-03-08',
  })
  expect(whats(tidied).filter((what) => what === 'residue')).toHaveLength(5)
})

test('a source named within the text stays', () => {
  const { document } = recognise([
    ...head,
    body,
    '数据来源：县统计局。',
    '请各单位据此安排好全年的宣讲工作，确保各项任务落到实处。',
  ])
  expect(document.blocks).toHaveLength(3)
})

test('a title that the page shows twice stands once', () => {
  const title = '云溪县总工会关于开展读书活动的通知'
  const { document, tidied } = recognise([
    title,
    '发布时间：2026-03-09',
    '云溪县总工会文件',
    '云工发〔2026〕5号',
    title,
    '各基层工会：',
    body,
  ])
  expect(document).toMatchObject({ title, mark: '云溪县总工会文件', number: '云工发〔2026〕5号' })
  expect(document.unplaced).toBeUndefined()
  expect(whats(tidied)).toContain('repeatedTitle')
})

test('a number below the title of a web page is the number', () => {
  const { document } = recognise(['关于开展读书活动的通知', '（云工发〔2026〕5号）', '各基层工会：', body])
  expect(document).toMatchObject({ number: '云工发〔2026〕5号', recipients: [{ names: ['各基层工会'] }] })
})

test('nothing, one word and one sentence give a document without invented parts', () => {
  expect(recognise([]).document).toEqual({ format: '普通', blocks: [] })
  expect(recognise(['通知']).document).toMatchObject({ title: '通知', kind: '通知', blocks: [] })
  expect(recognise([body]).document).toEqual({
    format: '普通',
    blocks: [{ kind: 'paragraph', runs: [{ text: body }] }],
  })
})
