/** For every check the one change to a right document that it must catch. */
import { setOnParagraph, setOnRuns, setProperty } from '../../../../src-main/documents/check/change-xml.ts'
import { visibleRuns } from '../../../../src-main/documents/check/measure.ts'
import { childElement, childElements, elementsBelow } from '../../../../src-main/files/xml.ts'
import { numberLine, p } from './build-docx.ts'
import { attendance, imprintTable, joint, letter, minutes, notice, noticeLines } from './foreign-documents.ts'
import {
  bodyWith,
  type Change,
  eachSection,
  insertBlankBefore,
  must,
  removeBlankBefore,
  removeChild,
  reword,
  setBottomBorder,
  styleOf,
} from './mutate.ts'

export type Base = 'report' | 'unsealed' | 'landscape' | 'notice' | 'letter' | 'minutes' | 'joint' | 'evenImprint'

export type Mutation = {
  readonly id: number
  readonly of: Base
  /** A change to the base, or a document made with the fault. */
  readonly change: Change | Uint8Array
  /** Rows that cannot but fail with it. */
  readonly also?: readonly number[]
}

const inReport = (id: number, change: Change, also: readonly number[] = []): Mutation => ({
  id,
  of: 'report',
  change,
  also,
})
const made = (id: number, of: Base, change: Uint8Array, also: readonly number[] = []): Mutation => ({
  id,
  of,
  change,
  also,
})

const title = (words: string) =>
  p(words, { jc: 'center', spacing: 'w:line="720" w:lineRule="exact"', font: '方正小标宋简体', size: 44 })
const swapped = { copyNumber: noticeLines.copyNumber.replace('w:y="0"', 'w:y="1737"') }
const ruled = imprintTable([
  { text: '主送：各镇总工会。', ind: 'w:left="1120" w:hanging="840" w:right="280"', below: 6 },
  { text: '抄送：固川市总工会，云山县委宣传部。', ind: 'w:left="1120" w:hanging="840" w:right="280"', below: 6 },
  { text: '云山县总工会办公室\t2026年11月22日印发', ind: 'w:left="280"', below: 8 },
])

export const mutations: readonly Mutation[] = [
  inReport(
    1,
    ({ paper }) =>
      (must(
        childElements(paper.file.parts.get('word/_rels/document.xml.rels')).find(
          ({ attributes }) => attributes.Target === 'fontTable.xml',
        ),
      ).attributes.Target = 'fonts.xml'),
  ),
  inReport(2, ({ found }) =>
    must(childElement(must(found.title[0]).xml, 'w:pPr')).children.unshift({
      name: 'w:jc',
      attributes: { 'w:val': 'center' },
      children: [],
    }),
  ),
  inReport(3, (subject) => eachSection(subject, 'w:pgSz', { w: 12240, h: 15840 }), [6, 7, 18, 33, 37]),
  inReport(4, (subject) => eachSection(subject, 'w:pgMar', { top: 1440, bottom: 2642 }), [71]),
  inReport(5, (subject) => eachSection(subject, 'w:pgMar', { left: 1800, right: 1262 })),
  inReport(6, (subject) => eachSection(subject, 'w:pgMar', { right: 1800 }), [33, 37, 77]),
  inReport(7, (subject) => eachSection(subject, 'w:pgMar', { bottom: 1440 }), [71]),
  inReport(11, (subject) => eachSection(subject, 'w:docGrid', { linePitch: 312 })),
  inReport(12, (subject) =>
    removeChild(must(childElement(styleOf(subject, must(subject.paper.styles.normal)), 'w:rPr')), 'w:sz'),
  ),
  inReport(13, (subject) => setOnParagraph(bodyWith(subject, /^全县/), 'w:spacing', { line: 560 })),
  inReport(
    14,
    (subject) => setOnParagraph(bodyWith(subject, /^全县/), 'w:spacing', { line: 579, lineRule: 'exactly' }),
    [13],
  ),
  inReport(
    18,
    ({ found }) => {
      for (const one of found.body) setOnParagraph(one, 'w:spacing', { line: 600 })
    },
    [13],
  ),
  inReport(19, (subject) => setOnRuns(bodyWith(subject, /^全县/).runs, 'w:color', { val: '0000FF' })),
  inReport(20, (subject) => setOnRuns(bodyWith(subject, /^全县/).runs, 'w:rFonts', { eastAsia: '宋体' })),
  inReport(21, (subject) => setOnRuns(bodyWith(subject, /^全县/).runs, 'w:rFonts', { asciiTheme: 'minorHAnsi' })),
  inReport(23, (subject) =>
    setOnRuns(bodyWith(subject, /“/).runs, 'w:rFonts', { hint: 'default', hAnsi: 'Times New Roman' }),
  ),
  made(24, 'notice', notice({ copyNumber: noticeLines.copyNumber.replace('000012', '12') })),
  made(25, 'notice', notice({ secrecy: noticeLines.secrecy.replaceAll('黑体', '宋体') })),
  made(26, 'notice', notice(swapped)),
  inReport(27, ({ found }) => setOnRuns(must(found.head.mark[0]).runs, 'w:color', { val: '000000' })),
  inReport(29, ({ found }) => setOnRuns(must(found.head.mark[0]).runs, 'w:sz', { val: 160 })),
  inReport(30, ({ found }) => reword(must(found.head.number), '〔2026〕', '[2026]')),
  inReport(31, (subject) => removeBlankBefore(subject, must(subject.found.head.number))),
  made(32, 'notice', notice({ number: noticeLines.number.replace('<w:jc w:val="center"/>', '') })),
  inReport(33, ({ found }) => setOnParagraph(must(found.head.number), 'w:ind', { firstLine: 0 })),
  inReport(34, ({ found }) =>
    setOnRuns(visibleRuns(must(found.head.number)).slice(-1), 'w:rFonts', { eastAsia: '宋体' }),
  ),
  inReport(35, ({ found }) => {
    const line = must(found.head.number).xml
    line.children = line.children.filter(
      (child) => typeof child === 'string' || child.name !== 'w:r' || !/签发人|马建国/.test(JSON.stringify(child)),
    )
  }),
  inReport(36, ({ found }) => setBottomBorder(must(found.head.number), { space: 1 })),
  inReport(37, ({ found }) => setOnParagraph(must(found.head.number), 'w:ind', { right: 1000 })),
  inReport(38, ({ found }) => setBottomBorder(must(found.head.number), { sz: 36 })),
  inReport(39, ({ found }) => setOnParagraph(must(found.title[0]), 'w:jc', { val: 'left' })),
  inReport(40, (subject) => insertBlankBefore(subject, must(subject.found.title[0]))),
  made(41, 'notice', notice({ title: title('云山县总工会关于开展\n主题宣讲有关活动通知') })),
  inReport(42, ({ found }) => {
    reword(must(found.title[0]), '第四季度', '第四')
    reword(must(found.title[0]), '学习', '季度学习')
  }),
  made(43, 'notice', notice({ title: title('云山县总工会开展主题宣讲的通知') })),
  inReport(44, ({ found }) => reword(must(found.recipients), '：', ':'), [87]),
  inReport(46, (subject) => setOnParagraph(bodyWith(subject, /^全县/), 'w:ind', { firstLine: 0, firstLineChars: 0 })),
  inReport(47, (subject) => reword(bodyWith(subject, /^全县/), '全县', '　　全县')),
  inReport(48, (subject) => reword(bodyWith(subject, /^二、/), '二、', '三、')),
  inReport(49, (subject) => setOnRuns(bodyWith(subject, /^一、/).runs, 'w:rFonts', { eastAsia: '宋体' })),
  inReport(50, (subject) => reword(bodyWith(subject, /^（一）/), '（一）', '（一）、')),
  inReport(51, ({ found }) => reword(must(found.annexNotes[0]), '统计表', '统计表。')),
  inReport(52, ({ found }) => setOnParagraph(must(found.annexNotes[1]), 'w:ind', { hanging: 945 })),
  inReport(53, ({ found }) => reword(must(found.annexes[1]?.title[0]), '宣讲', '讲座')),
  inReport(54, ({ found }) => {
    setOnParagraph(must(found.date), 'w:ind', { right: 945 })
    setOnParagraph(must(found.issuers[0]), 'w:ind', { right: 1103 })
  }),
  inReport(55, ({ found }) => setOnParagraph(must(found.issuers[0]), 'w:ind', { right: 1000 })),
  { id: 56, of: 'unsealed', change: ({ found }) => setOnParagraph(must(found.date), 'w:ind', { right: 945 }) },
  inReport(57, ({ found }) => reword(must(found.date), '2026年11月21日', '2026年11月09日')),
  made(59, 'notice', notice({ note: noticeLines.note.replace('（此件公开发布）', '此件公开发布') })),
  inReport(60, ({ found }) => setOnParagraph(must(found.annexes[0]).label, 'w:pageBreakBefore', { val: 0 })),
  inReport(61, (subject) => insertBlankBefore(subject, must(subject.found.annexes[0]?.title[0]))),
  made(62, 'notice', notice({ annexLabel: noticeLines.imprint + noticeLines.annexLabel, imprint: '' }), [63]),
  inReport(63, ({ found }) => {
    const [align] = elementsBelow(childElement(must(found.imprint?.box).xml, 'wp:positionV'), 'wp:align')
    must(align).children = ['top']
  }),
  inReport(64, ({ found }) => {
    const table = must(found.imprint?.table).xml
    for (const one of elementsBelow(table, 'w:gridCol')) one.attributes['w:w'] = '7000'
    for (const one of elementsBelow(table, 'w:tblW')) one.attributes['w:w'] = '7000'
  }),
  inReport(65, ({ found }) => {
    const [top] = elementsBelow(must(found.imprint?.table).xml, 'w:top')
    must(top).attributes['w:sz'] = '4'
  }),
  inReport(66, ({ found }) => reword(must(found.imprint?.copyTo), '宣传部。', '宣传部')),
  made(67, 'notice', notice({ imprint: ruled })),
  inReport(68, ({ found }) => reword(must(found.imprint?.printed), '11月22日', '12月02日')),
  inReport(
    70,
    ({ paper }) => {
      for (const { footers } of paper.sections)
        setOnRuns(must(footers.default?.paragraphs[0]).runs, 'w:sz', { val: 21 })
    },
    [71],
  ),
  inReport(71, (subject) => eachSection(subject, 'w:pgMar', { footer: 851 })),
  inReport(72, ({ paper }) =>
    setOnParagraph(must(paper.sections[0]?.footers.default?.paragraphs[0]), 'w:jc', { val: 'center' }),
  ),
  inReport(73, ({ paper }) => removeChild(must(paper.settings), 'w:evenAndOddHeaders')),
  inReport(74, (subject) => eachSection(subject, 'w:pgNumType', { start: 5 })),
  {
    id: 75,
    of: 'evenImprint',
    // Without its own, the section takes over the footers before it.
    change: ({ paper }) => {
      const last = must(paper.sections.at(-1)).xml
      last.children = last.children.filter((child) => typeof child === 'string' || child.name !== 'w:footerReference')
    },
  },
  {
    id: 76,
    of: 'landscape',
    change: ({ paper }) =>
      setProperty(must(paper.sections.find(({ isLandscape }) => isLandscape)).xml, 'w:pgMar', {
        top: 2098,
        bottom: 964,
      }),
  },
  inReport(77, ({ paper }) => {
    const [row] = elementsBelow(must(paper.tables.find(({ box }) => !box)).xml, 'w:trPr')
    removeChild(must(row), 'w:tblHeader')
  }),
  made(79, 'letter', letter({ upper: ['thickThinSmallGap', 8844] })),
  made(80, 'letter', letter({ lower: ['thinThickSmallGap', 9638, '000000'] })),
  made(81, 'letter', letter({ upper: ['thinThickSmallGap', 9638] })),
  made(82, 'letter', letter({ numberAt: 'left' })),
  made(83, 'letter', letter({ firstFooter: numberLine('right') })),
  made(84, 'minutes', minutes(attendance('宋体', '仿宋_GB2312'))),
  made(85, 'joint', joint('云山县教育工会')),
  inReport(86, (subject) => reword(bodyWith(subject, /^全县/), '全县', '××县')),
  inReport(87, (subject) => reword(bodyWith(subject, /^全县/), '，', ',')),
  inReport(88, (subject) => setOnParagraph(bodyWith(subject, /^全县/), 'w:overflowPunct', { val: 1 })),
]
