/** What is mechanical is mended: the check passes afterwards and the document says what it said. */
import { beforeAll, expect, test } from 'vitest'
import { setOnParagraph, setOnRuns } from '../../../../src-main/documents/check/change-xml.ts'
import { checkDocument, subjectOf } from '../../../../src-main/documents/check/check-document.ts'
import { mendDocument } from '../../../../src-main/documents/check/mend-document.ts'
import { mends } from '../../../../src-main/documents/check/mends.ts'
import { writeDocx } from '../../../../src-main/documents/write-docx.ts'
import { defaultLayout } from '../../../../src-shared/layouts.ts'
import { convertWithLibreOffice } from '../../../libre-office.ts'
import { report } from '../sample-document.ts'
import { docxOf, p } from './build-docx.ts'
import { notice } from './foreign-documents.ts'
import { bodyWith, mutated, reword } from './mutate.ts'
import { mutations } from './mutations.ts'

let bases: Readonly<Record<'report' | 'notice', Uint8Array>>
beforeAll(async () => {
  bases = { report: await writeDocx(report()), notice: notice() }
})

const failing = (bytes: Uint8Array) =>
  checkDocument(bytes)
    .filter(({ pass }) => pass === false)
    .map(({ id }) => id)
const wordsOf = (bytes: Uint8Array) => subjectOf(bytes, defaultLayout).paper.paragraphs.map(({ text }) => text)
/** Marks, brackets, spaces, empty lines and the zero of a day below 10 are what may change. */
const lettersOf = (bytes: Uint8Array) =>
  wordsOf(bytes)
    .map((text) => text.replace(/[\p{P}\p{S}\s]/gu, '').replace(/(?<=[年月])0(?=\d[月日])/g, ''))
    .filter(Boolean)

const mendable = mutations.filter(
  ({ id, of }) => (of === 'report' || of === 'notice') && mends.some((one) => one.id === id),
)

test('what the check calls mendable is what can be mended', () => {
  const spoilt = mendable.map(({ of, change, id }) => {
    const bytes = change instanceof Uint8Array ? change : mutated(bases[of as 'report'], change)
    return checkDocument(bytes).find((row) => row.id === id)?.isMendable
  })
  expect(new Set(spoilt)).toEqual(new Set([true]))
  expect(mends.length).toBeGreaterThanOrEqual(30)
})

test.each(mendable.map((one) => [one.id, one] as const))(
  'row %d passes after mending, every word is still there',
  (id, mutation) => {
    const { of, change } = mutation
    const bytes = change instanceof Uint8Array ? change : mutated(bases[of as 'report'], change)
    const before = failing(bytes)
    const result = mendDocument(bytes, [id])
    expect(result.mended).toEqual([id])
    expect(lettersOf(result.bytes)).toEqual(lettersOf(bytes))
    // Nothing that was right becomes wrong.
    expect(failing(result.bytes).filter((one) => !before.includes(one))).toEqual([])
  },
)

test('marks are mended where they are wrong and nowhere else', () => {
  const bytes = mutated(bases.report, (subject) => {
    reword(bodyWith(subject, /^全县/), '职工群众', '职工"群众",(第2期)甲乙,1,000人:9:30;')
    reword(bodyWith(subject, /^特此/), '特此报告。', '特此报告。。')
    reword(bodyWith(subject, /^1\./), '1.', '1、')
  })
  const { bytes: mended } = mendDocument(bytes, [87, 50])
  const [before, after] = [wordsOf(bytes), wordsOf(mended)]
  const changed = after.flatMap((text, index) => (text === before[index] ? [] : [text]))
  expect(changed.map((text) => text.replace(/^.*广大/, '').replace(/坚定.*$/, ''))).toEqual([
    '职工“群众”，（第2期）甲乙，1,000人：9:30；',
    '1.集中学习',
    '特此报告。',
  ])
})

test('the number gets its brackets, loses 第 and the zeros, and keeps code, year and serial', () => {
  const bytes = mutated(bases.report, ({ found }) =>
    reword(found.head.number ?? never(), '〔2026〕15号', '[2026]第015号'),
  )
  const mended = mendDocument(bytes, [30, 87])
  expect(mended.mended).toEqual([30])
  expect(wordsOf(mended.bytes)).toContain('云工发〔2026〕15号\t签发人：马建国')
})

test('spaces before the date become an indent that keeps its place', () => {
  const spaces = '　'.repeat(17)
  const bytes = docxOf({
    body: [
      p('云山县总工会关于开展主题宣讲的通知', { jc: 'center', font: '方正小标宋简体', size: 44 }),
      p('各镇总工会：'),
      p('　　现就有关事项通知如下。'),
      p(`${spaces}云山县总工会`),
      p(`${spaces}　2026年11月21日`),
    ].join(''),
  })
  const { bytes: mended, mended: ids } = mendDocument(bytes, [47])
  expect(ids).toEqual([47])
  expect(wordsOf(mended).filter((text) => /^\s|\s$/.test(text))).toEqual([])
  const { found } = subjectOf(mended, defaultLayout)
  // 28.07 字 in the line; 17 + 6 and 18 + 7 of them are taken.
  expect(found.issuers[0]?.look.ind?.right).toBe(String(Math.round(8844 - 23 * 315)))
  expect(found.date?.look.ind?.right).toBe(String(Math.round(8844 - 25 * 315)))
  expect(found.body[0]?.look.ind?.firstLineChars).toBe('200')
})

test('a plain document gets page numbers for odd and even pages, paper and margins, and opens in LibreOffice', async () => {
  const bytes = docxOf({
    body: [
      p('云山县总工会关于开展主题宣讲的通知', { jc: 'center', size: 36 }),
      p('各镇总工会:'),
      p('一、宣讲时间', { size: 24 }),
      p('　　本月底前完成,不少于3场。', { size: 24, run: '<w:color w:val="C00000"/>' }),
      p('2026年11月21日', { jc: 'right' }),
    ].join(''),
    section:
      '<w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800"/><w:docGrid w:type="lines" w:linePitch="312"/>',
    settings: '<w:zoom w:percent="100"/><w:compat/>',
    styles:
      '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>' +
      '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>',
    footers: {},
  })
  const faults = checkDocument(bytes).filter(({ pass, isMendable }) => pass === false && isMendable)
  const { bytes: mended, mended: ids } = mendDocument(
    bytes,
    faults.map(({ id }) => id),
  )
  expect(faults.map(({ id }) => id).filter((id) => !ids.includes(id))).toEqual([])
  expect(ids).toEqual(expect.arrayContaining([3, 4, 5, 6, 7, 11, 12, 13, 19, 20, 21, 39, 44, 46, 47, 49, 73, 87]))
  const text = new TextDecoder().decode(await convertWithLibreOffice(mended, 'docx', 'txt'))
  expect(text).toContain('本月底前完成，不少于3场。')
  expect(
    failing(await convertWithLibreOffice(mended, 'docx', 'docx')).filter((id) =>
      [3, 4, 5, 6, 7, 13, 20, 46, 73].includes(id),
    ),
  ).toEqual([])
})

test('the foot gets its size, its places, its marks and a day without zeros, however it was written', () => {
  const tabs = '<w:tabs><w:tab w:val="right" w:pos="8000"/></w:tabs>'
  const foots = [
    p('云山县总工会办公室\t2026-12-02 印发', { more: tabs, size: 32 }),
    p('云山县总工会办公室\t2026年12月02日印发', { more: tabs, ind: 'w:firstLine="640"', size: 24 }),
    p('云山县总工会办公室') + p('2026.12.2印发', { jc: 'right', size: 28 }),
  ]
  for (const foot of foots) {
    const copyTo = p('抄 送:固川市总工会，云山县委宣传部；', { size: 32, ind: 'w:firstLine="640"' })
    const bytes = notice({ imprint: copyTo + foot })
    expect(failing(bytes)).toEqual(expect.arrayContaining([66, 68]))
    const result = mendDocument(bytes, [66, 68])
    expect(result.mended).toEqual([66, 68])
    const words = wordsOf(result.bytes)
    expect(words).toContain('抄送：固川市总工会，云山县委宣传部。')
    expect(words.at(-1)?.split('\t').at(-1)).toBe('2026年12月2日印发')
    expect(words.join('')).toContain('云山县总工会办公室')
  }
})

test('a day of printing before that of the document is named, not changed', () => {
  const bytes = mutated(bases.report, ({ found }) =>
    reword(found.imprint?.printed ?? never(), '2026年11月22日', '2026年11月20日'),
  )
  expect(failing(bytes)).toEqual([68])
  expect(mendDocument(bytes, [68]).mended).toEqual([])
  expect(wordsOf(mendDocument(bytes, [68]).bytes)).toEqual(wordsOf(bytes))
})

test('a document that is right, and rows that were not asked for, are left as they are', () => {
  expect(
    mendDocument(
      bases.report,
      mends.map(({ id }) => id),
    ),
  ).toEqual({ bytes: bases.report, mended: [] })
  const spoilt = mutated(bases.report, (subject) => {
    setOnRuns(bodyWith(subject, /^全县/).runs, 'w:color', { val: '0000FF' })
    setOnParagraph(bodyWith(subject, /^全县/), 'w:spacing', { line: 560 })
  })
  expect(failing(mendDocument(spoilt, [13]).bytes)).toEqual([19])
})

function never(): never {
  throw new Error('the document has no such part')
}
