/** Documents of other kinds, by hand: a notice (通知) with everything in its head and foot, a letter, minutes. */
import { blank, docxOf, numberLine, type Parts, p, r, red } from './build-docx.ts'

const title = { jc: 'center', spacing: 'w:line="720" w:lineRule="exact"', font: '方正小标宋简体', size: 44 }
const body = { ind: 'w:firstLineChars="200" w:firstLine="630"' }
const mark = (before: number) => ({
  jc: 'center',
  spacing: `w:before="${before}" w:line="1082" w:lineRule="exact"`,
  font: '方正小标宋简体',
  size: 104,
  run: red,
})
const redLine = '<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="7" w:color="FF0000"/></w:pBdr>'
const frame = (y: number) =>
  `<w:framePr w:w="8844" w:h="579" w:hRule="exact" w:wrap="none" w:vAnchor="margin" w:hAnchor="margin" w:x="0" w:y="${y}"/>`

const hanging = 'w:left="1120" w:hanging="840" w:right="280"'

/** Lines of a notice by name, so that a test can take one out or put another in. */
export const noticeLines = {
  copyNumber: p('000012', { more: frame(0) }),
  secrecy: p('机密★1年', { more: frame(579), font: '黑体' }),
  urgency: p('特急', { more: frame(1158), font: '黑体' }),
  mark: p('云山县总工会文件', mark(2001)),
  aboveNumber: blank + blank,
  number: p('云工发〔2026〕16号', { jc: 'center', more: redLine }),
  aboveTitle: blank + blank,
  title: p('云山县总工会关于开展主题宣讲的通知', title),
  aboveRecipients: blank,
  recipients: p('各镇总工会，县直各工会：'),
  opening: p('按照固工发〔2026〕3号文件要求，现就有关事项通知如下。', body),
  first: p('一、宣讲时间', { ...body, font: '黑体' }),
  text: p('2026年11月30日（星期一）前完成，“点单式”宣讲不少于3场。', body),
  end: p('特此通知。', body),
  aboveNote: blank,
  annexNote: p('附件：宣讲点安排', { ind: 'w:left="1575" w:hanging="945"' }),
  aboveIssuer: blank + blank,
  issuer: p('云山县总工会', { jc: 'right', ind: 'w:right="1418"' }),
  date: p('2026年11月21日', { jc: 'right', ind: 'w:right="1260"' }),
  note: p('（此件公开发布）', body),
  annexLabel: p('附件', { more: '<w:pageBreakBefore/>', font: '黑体' }),
  belowLabel: blank,
  annexTitle: p('宣讲点安排', title),
  annexText: p('城关镇职工之家、云山工业园区。', body),
  imprint: imprintTable([
    { text: '主送：各镇总工会。', ind: hanging, below: 0 },
    { text: '抄送：固川市总工会，云山县委宣传部。', ind: hanging, below: 6 },
    { text: '云山县总工会办公室\t2026年11月22日印发', ind: 'w:left="280"', below: 8 },
  ]),
}
export function notice(changes: Partial<typeof noticeLines> = {}, parts: Partial<Parts> = {}): Uint8Array {
  return docxOf({ body: Object.values({ ...noticeLines, ...changes }).join(''), ...parts })
}

type Row = { readonly text: string; readonly ind: string; readonly below: number }

/** Lines of the foot as a table in the flow; `below` is the rule under the row, none for 0. */
export function imprintTable(rows: readonly Row[]): string {
  const border = (side: string, size: number) =>
    size === 0 ? `<w:${side} w:val="nil"/>` : `<w:${side} w:val="single" w:sz="${size}" w:space="0" w:color="000000"/>`
  const cells = rows.map(({ text, ind, below }, index) => {
    const borders = `${index === 0 ? border('top', 8) : ''}${border('bottom', below)}`
    const tabs = '<w:tabs><w:tab w:val="right" w:pos="8564"/></w:tabs>'
    const paragraph = p(text, {
      more: tabs,
      ind,
      spacing: 'w:line="560" w:lineRule="exact"',
      size: 28,
      run: '<w:spacing w:val="0"/>',
    })
    return `<w:tr><w:tc><w:tcPr><w:tcW w:w="8844" w:type="dxa"/><w:tcBorders>${borders}</w:tcBorders></w:tcPr>${paragraph}</w:tc></w:tr>`
  })
  return `<w:tbl><w:tblPr><w:tblW w:w="8844" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="8844"/></w:tblGrid>${cells.join('')}</w:tbl>`
}

type DoubleLine = readonly [kind: string, width: number, colour?: string]
const doubleLine = ([kind, width, colour = 'FF0000']: DoubleLine) =>
  p('', {
    more:
      `<w:framePr w:w="${width}" w:wrap="around" w:hAnchor="page" w:xAlign="center"/>` +
      `<w:pBdr><w:bottom w:val="${kind}" w:sz="24" w:space="1" w:color="${colour}"/></w:pBdr>`,
  })

export type LetterChoice = {
  readonly upper?: DoubleLine
  readonly lower?: DoubleLine
  readonly numberAt?: string
  readonly imprint?: string
  readonly firstFooter?: string
}

export function letter(choice: LetterChoice = {}): Uint8Array {
  const lines = [
    p('云山县总工会', mark(0)),
    blank,
    p('云工函〔2026〕2号', { jc: choice.numberAt ?? 'right' }),
    blank,
    blank,
    p('云山县总工会关于商请支持主题宣讲的函', title),
    blank,
    p('云山县教育局：'),
    p('现就有关事项函商如下。', body),
    blank,
    blank,
    p('云山县总工会', { jc: 'right', ind: 'w:right="1418"' }),
    p('2026年11月21日', { jc: 'right', ind: 'w:right="1260"' }),
    choice.imprint ?? p('抄送：云山县委宣传部。', { ind: hanging, size: 28, run: '<w:spacing w:val="0"/>' }),
  ]
  const upper = choice.upper ?? ['thickThinSmallGap', 9638]
  const lower = choice.lower ?? ['thinThickSmallGap', 9638]
  return docxOf({
    body: lines.join(''),
    section: '<w:titlePg/>',
    headerFirst: doubleLine(upper) + doubleLine(lower),
    footers: { ...(choice.firstFooter === undefined ? {} : { first: choice.firstFooter }), ...numbers },
  })
}
const numbers = { default: numberLine('right'), even: numberLine('left') }

export function minutes(attendees = attendance('黑体', '仿宋_GB2312')): Uint8Array {
  const lines = [
    p('云山县总工会主席办公会议纪要', { ...mark(2001), size: 62 }),
    blank,
    blank,
    p('〔2026〕3号', { jc: 'center', more: redLine }),
    blank,
    blank,
    p('研究部署主题宣讲工作会议纪要', title),
    blank,
    p('会议研究了主题宣讲工作。', body),
    blank,
    attendees,
  ]
  return docxOf({ body: lines.join('') })
}

export function attendance(label: string, names: string, ind = 'w:left="1575" w:hanging="945"'): string {
  return `<w:p><w:pPr><w:ind ${ind}/></w:pPr>${r('出席：', { font: label })}${r('马建国　李红梅', { font: names })}</w:p>`
}

/** 联合行文: names stacked in a table, 文件 beside them. */
export function joint(first = '云山县总工会', align = 'center'): Uint8Array {
  const names = [first, '云山县教育局'].map((name) =>
    p(name, { jc: 'distribute', font: '方正小标宋简体', size: 72, run: red }),
  )
  const words = p('文件', { jc: 'center', font: '方正小标宋简体', size: 72, run: red })
  const cell = (content: string, vAlign: string) =>
    `<w:tc><w:tcPr><w:tcW w:w="4422" w:type="dxa"/><w:vAlign w:val="${vAlign}"/></w:tcPr>${content}</w:tc>`
  const table =
    '<w:tbl><w:tblPr><w:tblW w:w="8844" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="4422"/><w:gridCol w:w="4422"/></w:tblGrid>' +
    `<w:tr>${cell(names.join(''), 'center')}${cell(words, align)}</w:tr></w:tbl>`
  return notice({ mark: table, copyNumber: '', secrecy: '', urgency: '' })
}
