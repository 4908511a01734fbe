/** 版头, title and addressees in made-up texts of many shapes. */
import { expect, test } from 'vitest'
import { recognise } from './recognise.ts'

const body = '为做好今年的工作，现将有关事项通知如下，请认真贯彻落实，并把落实情况及时报送县总工会办公室。'

test('an ordinary notice: mark, number, title with the issuer, addressees in groups', () => {
  const { document } = recognise([
    '云溪县总工会文件',
    '云工发〔2026〕5号',
    '云溪县总工会关于做好职工疗休养工作的通知',
    '各乡镇（街道）总工会、开发区总工会，县直各基层工会：',
    body,
    '云溪县总工会',
    '2026年3月8日',
  ])
  expect(document).toMatchObject({
    kind: '通知',
    format: '普通',
    mark: '云溪县总工会文件',
    issuers: ['云溪县总工会'],
    number: '云工发〔2026〕5号',
    title: '云溪县总工会关于做好职工疗休养工作的通知',
    recipients: [{ names: ['各乡镇（街道）总工会', '开发区总工会'] }, { names: ['县直各基层工会'] }],
    issuer: ['云溪县总工会'],
    date: '2026-03-08',
  })
})

test.each([
  ['云工发[2026]5号', '云工发〔2026〕5号'],
  ['云工发（2026）第5号', '云工发〔2026〕5号'],
  ['云工发【2026】05号', '云工发〔2026〕5号'],
  ['云工发［2026］5号', '云工发〔2026〕5号'],
  ['云工发(2026)5号', '云工发〔2026〕5号'],
  ['云工发 〔 2 0 2 6 〕 5 号', '云工发〔2026〕5号'],
  ['云工发〔２０２６〕５号', '云工发〔2026〕5号'],
])('the number %s is written %s, and the change is told', (printed, number) => {
  const { document, tidied } = recognise(['云溪县总工会文件', printed, '关于开展劳动竞赛的通知', '各基层工会：', body])
  expect(document.number).toBe(number)
  expect(tidied.length).toBeGreaterThan(0)
})

test('an upward report: number and signers on one line, further signers below, names set wide', () => {
  const { document } = recognise([
    '000012',
    '机密★1年',
    '特急',
    '云溪县总工会文件',
    '云工发〔2026〕6号            签发人：王  明  李小红',
    '赵  刚',
    '云溪县总工会关于一季度宣讲工作情况的报告',
    '市总工会：',
    body,
  ])
  expect(document).toMatchObject({
    kind: '报告',
    copyNumber: '000012',
    secrecy: { level: '机密', term: '1年' },
    urgency: '特急',
    signers: ['王明', '李小红', '赵刚'],
    recipients: [{ names: ['市总工会'] }],
  })
})

test('份号, 密级 and 紧急程度 on one line are three parts', () => {
  const { document } = recognise([
    '000003  秘密★6个月  加急',
    '云溪县总工会文件',
    '云工发〔2026〕9号',
    '关于报送材料的通知',
    '各基层工会：',
    body,
  ])
  expect(document).toMatchObject({ copyNumber: '000003', secrecy: { level: '秘密', term: '6个月' }, urgency: '加急' })
})

test('a joint mark: names stacked above 文件', () => {
  const { document } = recognise([
    '云溪县总工会',
    '云溪县人力资源和社会保障局',
    '云溪县工商业联合会文件',
    '云工发〔2026〕11号',
    '关于开展劳动关系和谐企业创建活动的通知',
    '各乡镇人民政府，县直各单位：',
    body,
    '云溪县总工会',
    '云溪县人力资源和社会保障局',
    '云溪县工商业联合会',
    '2026年4月2日',
  ])
  const names = ['云溪县总工会', '云溪县人力资源和社会保障局', '云溪县工商业联合会']
  expect(document).toMatchObject({ issuers: names, issuer: names, date: '2026-04-02' })
  expect(document.mark).toBe(`${names.join('\n')}文件`)
})

test('a joint mark on one line, the names apart by a space', () => {
  const { document } = recognise([
    '云溪县总工会 云溪县教育局文件',
    '云工发〔2026〕12号',
    '关于开展师德演讲的通知',
    '各学校工会：',
    body,
  ])
  expect(document.issuers).toEqual(['云溪县总工会', '云溪县教育局'])
})

test('a hole in the mark is closed', () => {
  const { document, tidied } = recognise([
    '云溪县 总工会文件',
    '云工发〔2026〕5号',
    '关于开展读书活动的通知',
    '各基层工会：',
    body,
  ])
  expect(document.mark).toBe('云溪县总工会文件')
  expect(tidied.map(({ what }) => what)).toContain('markHole')
})

test('a letter: the mark without 文件 makes it 信函格式', () => {
  const { document } = recognise([
    '云溪县总工会',
    '云工函〔2026〕3号',
    '云溪县总工会关于商请支持宣讲活动的函',
    '县文化和旅游局：',
    body,
  ])
  expect(document).toMatchObject({ kind: '函', format: '信函', mark: '云溪县总工会', issuers: ['云溪县总工会'] })
})

test('a reply to a letter is a 函', () => {
  expect(recognise(['关于支持宣讲活动的复函', '县总工会：', body]).document.kind).toBe('函')
})

test.each([
  ['云溪县总工会关于增设职工书屋的请示', '请示'],
  ['云溪县总工会关于同意成立工会的批复', '批复'],
  ['云溪县总工会关于表彰先进集体的通报', '通报'],
  ['云溪县总工会关于加强宣讲工作的意见（试行）', '意见'],
])('the kind is the last word of the title: %s', (title, kind) => {
  expect(recognise([title, '各基层工会：', body]).document).toMatchObject({ kind, title })
})

test('minutes: mark, number of the meeting, those present, excused and listening', () => {
  const { document } = recognise([
    '云溪县总工会主席办公会议纪要',
    '第12期',
    '云溪县总工会关于研究宣讲工作的会议纪要',
    '2026年5月6日上午，县总工会召开主席办公会议，研究二季度宣讲工作。现纪要如下。',
    '一、会议听取了一季度宣讲工作情况汇报。',
    '二、会议要求，各科室要抓紧落实。',
    '出席：王明、李小红',
    '请假：赵刚',
    '列席：钱进、孙丽',
  ])
  expect(document).toMatchObject({
    kind: '纪要',
    format: '纪要',
    mark: '云溪县总工会主席办公会议纪要',
    number: '第12期',
    attendance: [
      { label: '出席', names: '王明、李小红' },
      { label: '请假', names: '赵刚' },
      { label: '列席', names: '钱进、孙丽' },
    ],
  })
  expect(document.blocks).toHaveLength(3)
})

test('a title over three lines is one title without spaces', () => {
  const { document, tidied } = recognise([
    '云溪县总工会文件',
    '云工发〔2026〕5号',
    '云溪县总工会',
    '关于转发《市总工会关于开展“安康杯”竞赛的',
    '通知》的通知',
    '各基层工会：',
    body,
  ])
  expect(document.title).toBe('云溪县总工会关于转发《市总工会关于开展“安康杯”竞赛的通知》的通知')
  expect(tidied.map(({ what }) => what)).toContain('titleLines')
})

test('addressees over three lines with a shared noun at the end', () => {
  const { document } = recognise([
    '关于开展宣讲的通知',
    '各乡镇、云溪开发区、',
    '东湖新区总工会，县属各系统、产业工',
    '会，直属基层工会：',
    body,
  ])
  expect(document.recipients).toEqual([
    { names: ['各乡镇', '云溪开发区', '东湖新区总工会'], headNoun: '总工会' },
    { names: ['县属各系统', '产业工会'], headNoun: '工会' },
    { names: ['直属基层工会'] },
  ])
})

test('text on the line of the addressees is text', () => {
  const { document } = recognise(['关于开展宣讲的通知', `各基层工会：${body}`])
  expect(document.recipients).toEqual([{ names: ['各基层工会'] }])
  expect(document.blocks).toEqual([{ kind: 'paragraph', runs: [{ text: body }] }])
})

test('a notice without any head has a title and text, and invents neither mark nor number', () => {
  const { document, missing } = recognise(['关于开展读书活动的通知', '各基层工会：', body])
  expect(Object.keys(document).sort()).toEqual(['blocks', 'format', 'kind', 'recipients', 'title'])
  expect(missing.find(({ part }) => part === 'number')).toEqual({
    part: 'number',
    label: '发文字号',
    note: '原文未见',
    isNeeded: true,
  })
  expect(missing.find(({ part }) => part === 'mark')?.isNeeded).toBe(true)
  expect(missing.find(({ part }) => part === 'copyNumber')?.isNeeded).toBe(false)
})

test('an opening sentence with a colon is no list of addressees', () => {
  const { document } = recognise([
    '关于开展读书活动的通知',
    '为推动全民阅读，现就有关事项通知如下：',
    '一、时间安排',
    '全年。',
  ])
  expect(document.recipients).toBeUndefined()
  expect(document.blocks).toHaveLength(3)
})

test('a line above the title that is nothing known is kept apart and told', () => {
  const { document, findings } = recognise([
    '内部资料注意保存',
    '云溪县总工会文件',
    '云工发〔2026〕5号',
    '关于开展读书活动的通知',
    '各基层工会：',
    body,
  ])
  expect(document.unplaced).toEqual([{ place: 'head', text: '内部资料注意保存' }])
  expect(findings).toMatchObject([{ what: 'unplaced', words: '内部资料注意保存' }, { what: 'issuerNotInTitle' }])
})

test('the caller may set kind and seal; a title that says otherwise is told', () => {
  const { document, findings } = recognise(['关于开展读书活动的通知', '各基层工会：', body], {
    kind: '函',
    hasSeal: false,
  })
  expect(document).toMatchObject({ kind: '函', hasSeal: false })
  expect(findings.map(({ what }) => what)).toContain('kindDiffers')
})

test('minutes with body and day above the title, and a title without the word', () => {
  const { document } = recognise([
    '云溪县总工会主席办公会议纪要',
    '第12号',
    '云溪县总工会\t2026年5月6日',
    '研究冬季送温暖工作',
    '会议研究了冬季送温暖工作，明确了有关事项。',
    '出席：王　明　李小红　赵　刚',
  ])
  expect(document).toMatchObject({
    kind: '纪要',
    number: '第12号',
    title: '研究冬季送温暖工作',
    issuer: ['云溪县总工会'],
    date: '2026-05-06',
    attendance: [{ label: '出席', names: '王　明　李小红　赵　刚' }],
  })
})

test('a joint title names every issuer', () => {
  const { document } = recognise([
    '云溪县总工会',
    '云溪县教育局文件',
    '云工发〔2026〕12号',
    '云溪县总工会',
    '云溪县人力资源和社会保障局 云溪县教育局',
    '关于开展师德演讲的通知',
    '各学校工会：',
    body,
  ])
  expect(document.title).toBe('云溪县总工会云溪县人力资源和社会保障局云溪县教育局关于开展师德演讲的通知')
  expect(document.issuers).toEqual(['云溪县总工会', '云溪县教育局'])
})

test('a letter whose 份号, 密级 and 紧急程度 stand between mark and number', () => {
  const { document } = recognise([
    '云溪县总工会',
    '000003',
    '秘密★6个月',
    '加急',
    '云工函〔2026〕8号',
    '云溪县总工会关于商请支持的函',
    '县教育局：',
    body,
  ])
  expect(document).toMatchObject({
    format: '信函',
    mark: '云溪县总工会',
    copyNumber: '000003',
    urgency: '加急',
    number: '云工函〔2026〕8号',
  })
})
