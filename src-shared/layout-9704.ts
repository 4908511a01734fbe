/**
 * The numbers of the official document format (公文格式, GB/T 9704—2012), each once: value, unit, clause, strength.
 * The standard is a recommended one and offices differ, so they form a profile; the writer of DOCX files and the
 * preview on the screen both read them here. Plain data.
 */

/** 规定: must; 一般 and 推荐: as the standard words it; 实务: practice, on which the standard is silent. */
export type Strength = '规定' | '一般' | '推荐' | '实务'

/** twip = 1/20 pt; character (字) and line (行) as in clause 3. */
export type Unit =
  | 'twip'
  | 'point'
  | 'half-point'
  | 'eighth-point'
  | 'millimetre'
  | 'character'
  | 'line'
  | 'percent'
  | 'ratio'
  | 'count'

export type Measure = {
  readonly value: number
  readonly unit: Unit
  readonly clause: string
  readonly strength: Strength
}
export type Font = {
  /** The name that documents ask for; never bundled. */
  readonly name: string
  /** Names of the same face on other machines, tried in this order. */
  readonly alternatives: readonly string[]
  readonly clause: string
  readonly strength: Strength
}

const measure =
  (unit: Unit) =>
  (value: number, clause: string, strength: Strength): Measure => ({ value, unit, clause, strength })
const twip = measure('twip')
const point = measure('point')
const halfPoint = measure('half-point')
const eighthPoint = measure('eighth-point')
const millimetre = measure('millimetre')
const character = measure('character')
const line = measure('line')
const percent = measure('percent')
const ratio = measure('ratio')
const count = measure('count')

/** Office practice (profile A): margins 37/35/28/26 mm, 22 lines of 28 characters, 28.95 pt from line to line. */
export const officeA = {
  name: 'office-A',
  page: {
    width: twip(11906, '5.1', '规定'),
    height: twip(16838, '5.1', '规定'),
    /** 天头 37 ±1 mm */
    top: twip(2098, '5.2.1', '规定'),
    /** 订口 28 ±1 mm */
    left: twip(1588, '5.2.1', '规定'),
    /** What the type area leaves: 26 and 35 mm. */
    right: twip(1474, '5.2.1', '规定'),
    bottom: twip(1984, '5.2.1', '规定'),
    header: twip(851, '5.2.1', '实务'),
    /** From the foot of the paper; puts the dash of the page number 7 mm below the type area. */
    footer: twip(1411, '7.5', '规定'),
  },
  /** 版心 156 × 225 mm; a landscape page has it turned, its left edge being the foot of the paper (clause 8). */
  typeArea: {
    width: twip(8844, '5.2.1', '规定'),
    height: twip(12756, '5.2.1', '规定'),
  },
  grid: {
    lines: count(22, '5.2.3', '一般'),
    characters: count(28, '5.2.3', '一般'),
    pitch: twip(579, '5.2.3', '实务'),
    /** One character of the grid: 3号 with the spacing below. */
    character: twip(315, '5.2.3', '实务'),
    /** Added to every character so that 28 fill the line. */
    spacing: twip(-5, '5.2.3', '实务'),
    tabStop: twip(420, '5.2.3', '实务'),
    /** Height of a paragraph that only holds something: what 22 lines leave of the type area is 18. */
    anchor: twip(14, '5.2.3', '实务'),
    /** By how much the margin box passes the type area above and below. */
    overhang: twip(0, '5.2.1', '规定'),
    /** charSpace of Word's grid of lines and characters: 1/4096 pt from 16 pt to 15.79 pt. */
    charSpace: count(-849, '5.2.3', '实务'),
  },
  colours: {
    text: { value: '000000', clause: '5.2.4', strength: '规定' },
    red: { value: 'FF0000', clause: '7.2.4', strength: '规定' },
  },
  fonts: {
    xiaobiaosong: {
      name: '方正小标宋简体',
      alternatives: ['方正小标宋_GBK', 'FZXiaoBiaoSong-B05S', '华文中宋'],
      clause: '7.3.1',
      strength: '一般',
    },
    fangsong: { name: '仿宋_GB2312', alternatives: ['仿宋', 'FangSong'], clause: '5.2.2', strength: '一般' },
    kaiti: { name: '楷体_GB2312', alternatives: ['楷体', 'KaiTi'], clause: '7.3.3', strength: '一般' },
    heiti: { name: '黑体', alternatives: ['SimHei'], clause: '7.3.3', strength: '一般' },
    songti: { name: '宋体', alternatives: ['SimSun'], clause: '7.5', strength: '一般' },
  },
  text: {
    /** 3号 */
    size: halfPoint(32, '5.2.2', '一般'),
    /** 左空二字 */
    indent: character(2, '7.3.3', '规定'),
  },
  /** 发文机关标志 */
  mark: {
    inkTop: millimetre(35, '7.2.4', '规定'),
    /** Space before that puts the ink there: 35 mm and what the line box keeps above the ink. */
    before: twip(2001, '7.2.4', '规定'),
    /** Line height ÷ type size. */
    lineHeight: ratio(1.04, '7.2.4', '实务'),
    maxSize: point(60, '7.2.4', '实务'),
    /** Smaller than 小初 the characters are condensed instead, then wrapped. */
    minSize: point(36, '7.2.4', '实务'),
    minScale: percent(66, '7.2.4', '实务'),
    /** Part of the line that the mark may fill. */
    fill: ratio(0.95, '7.2.4', '实务'),
    /** Names of a joint mark stand in lines of this height ÷ size; together they take at most so much. */
    jointLineHeight: ratio(1.25, '7.2.4', '实务'),
    jointHeight: point(230, '7.2.4', '实务'),
    /** Above the names, for the same place of their ink in a table. */
    jointBefore: twip(1987, '7.2.4', '规定'),
    /** Between the names and 文件, in their size. */
    jointGap: ratio(0.4, '7.2.4', '实务'),
  },
  /** 发文字号 and 签发人 */
  number: {
    linesAbove: line(2, '7.2.5', '规定'),
    indent: character(1, '7.2.5', '规定'),
    signersPerLine: count(2, '7.2.6', '规定'),
    /** Between two signers of a line. */
    signerGap: character(1, '7.2.6', '实务'),
  },
  /** 红色分隔线 */
  redLine: {
    gap: millimetre(4, '7.2.7', '规定'),
    /** From the line box of 发文字号 to the rule; gives the gap of 4 mm. */
    space: point(7, '7.2.7', '规定'),
    thickness: eighthPoint(8, '7.2.7', '实务'),
  },
  title: {
    linesAbove: line(2, '7.3.1', '规定'),
    /** 2号 */
    size: halfPoint(44, '7.3.1', '一般'),
    pitch: twip(720, '7.3.1', '一般'),
    maxCharacters: character(20, '7.3.1', '实务'),
    /** 小2号, for a title that would take more than three lines. */
    smallSize: halfPoint(36, '7.3.1', '实务'),
    smallMaxCharacters: character(24, '7.3.1', '实务'),
    mostLines: line(3, '7.3.1', '实务'),
    minLastLine: character(4, '7.3.1', '实务'),
    /** Neighbouring lines differ by this at least: 梯形 or 菱形, never 长方形. */
    minStep: character(1, '7.3.1', '规定'),
  },
  recipients: { linesAbove: line(1, '7.3.2', '规定') },
  annexNote: {
    linesAbove: line(1, '7.3.4', '规定'),
    indent: character(2, '7.3.4', '规定'),
    /** So many names at the end of the list stay on the page of 署名: more than a page of them cannot. */
    kept: count(8, '7.3.5.5', '实务'),
  },
  /** 署名, 成文日期 and 印章 */
  signature: {
    linesAboveWithSeal: line(2, '7.3.5.1', '实务'),
    linesAboveWithoutSeal: line(1, '7.3.5.2', '规定'),
    dateRightWithSeal: character(4, '7.3.5.1', '一般'),
    issuerRightWithoutSeal: character(2, '7.3.5.2', '规定'),
    dateShiftWithoutSeal: character(2, '7.3.5.2', '规定'),
    /** 签名章 */
    linesAboveStamp: line(2, '7.3.5.3', '规定'),
    stampRight: character(4, '7.3.5.3', '规定'),
    /** Room for the stamp itself, and from the post to it. */
    stampWidth: character(5, '7.3.5.3', '实务'),
    stampGap: character(2, '7.3.5.3', '规定'),
    linesBelowStamp: line(1, '7.3.5.3', '规定'),
    /** Between rows of joint issuers, for their seals; names of a row at most. */
    linesBetweenSeals: line(3, '7.3.5.1', '实务'),
    sealsPerRow: count(3, '7.3.5.1', '实务'),
    /** Lines of text that its page holds at least; so that it does, the lines of the page before it may stand this close or wide. */
    linesOfText: line(2, '7.3.5.5', '实务'),
    closestPitch: twip(540, '7.3.5.5', '实务'),
    widestPitch: twip(620, '7.3.5.5', '实务'),
  },
  annex: {
    /** 附件 on line 1, its title on line 3. */
    titleLine: line(3, '7.3.7', '规定'),
    tableHead: halfPoint(21, '8', '实务'),
    tableText: halfPoint(21, '8', '实务'),
    /** For tables of many columns. */
    tableSmallText: halfPoint(18, '8', '实务'),
    caption: halfPoint(24, '8', '实务'),
    note: halfPoint(21, '8', '实务'),
    /** Inside a cell, left and right; above and below. */
    cellSide: twip(40, '8', '实务'),
    cellTop: twip(60, '8', '实务'),
    /** Between title and table. */
    titleGap: twip(160, '8', '实务'),
    /** Above and below the caption of a table, above a note, between 填报单位 and the table. */
    captionAbove: twip(120, '8', '实务'),
    captionBelow: twip(60, '8', '实务'),
    noteAbove: twip(40, '8', '实务'),
    frameBelow: twip(40, '8', '实务'),
    rule: eighthPoint(4, '8', '实务'),
  },
  /** Pictures in the text, on which the standard is silent. */
  picture: {
    /** One pixel of a picture whose width was not given: 96 to the inch. */
    pixel: twip(15, '7.3.3', '实务'),
    /** Above and below the picture. */
    gap: twip(120, '7.3.3', '实务'),
    captionSize: halfPoint(24, '7.3.3', '实务'),
    /** Kept free on its page for a heading above and the caption below. */
    linesFree: line(3, '7.3.3', '实务'),
  },
  /** 版记 */
  imprint: {
    /** 4号 */
    size: halfPoint(28, '7.4.2', '一般'),
    character: twip(280, '3.1', '规定'),
    pitch: twip(560, '7.4', '实务'),
    tightPitch: twip(480, '7.4', '实务'),
    indent: character(1, '7.4.2', '规定'),
    outerRule: eighthPoint(8, '7.4.1', '推荐'),
    innerRule: eighthPoint(6, '7.4.1', '推荐'),
  },
  /** 信函格式 */
  letter: {
    /** Ink of the mark, from the edge of the paper. */
    markTop: millimetre(30, '10.1', '规定'),
    /** Upper edge of the mark's line, which puts the ink there. */
    markLine: twip(1707, '10.1', '规定'),
    /** Height of the ink ÷ size. */
    markInk: ratio(0.922, '10.1', '实务'),
    maxSize: point(50, '10.1', '实务'),
    gap: millimetre(4, '10.1', '规定'),
    /** The thick stroke; with the thin one and the gap 1.4 mm in all. */
    rule: eighthPoint(18, '10.1', '实务'),
    ruleHeight: twip(75, '10.1', '实务'),
    /** Height of the line of text that carries a rule. */
    ruleCarrier: twip(20, '10.1', '实务'),
    ruleWidth: twip(9638, '10.1', '规定'),
    /** Of the lower line from the foot of the paper. */
    foot: millimetre(20, '10.1', '规定'),
    /** 7/8 of 3号 between line 1 and what stands below it. */
    below: twip(280, '10.1', '规定'),
    /** From the line box of 文号 to its ink. */
    numberInk: twip(198, '10.1', '实务'),
    titleLinesAbove: line(2, '10.1', '规定'),
  },
  /** 出席、请假、列席 */
  attendance: {
    linesAbove: line(1, '10.3', '规定'),
    /** Where the names after 出席： begin, and their further lines. */
    namesAt: character(5, '10.3', '规定'),
  },
  /** 页码 */
  pageNumber: {
    size: halfPoint(28, '7.5', '一般'),
    pitch: twip(360, '7.5', '实务'),
    indent: twip(280, '7.5', '规定'),
    gap: millimetre(7, '7.5', '规定'),
    /** On a landscape page: the middle of the dash from the left edge, which is the foot of the paper. */
    landscapeLeft: millimetre(28, '8', '规定'),
  },
} as const satisfies Profile

export type Profile = {
  readonly name: string
  readonly colours: Readonly<
    Record<'text' | 'red', { readonly value: string; readonly clause: string; readonly strength: Strength }>
  >
  readonly fonts: Readonly<Record<'xiaobiaosong' | 'fangsong' | 'kaiti' | 'heiti' | 'songti', Font>>
} & {
  readonly [Part in
    | 'page'
    | 'typeArea'
    | 'grid'
    | 'text'
    | 'mark'
    | 'number'
    | 'redLine'
    | 'title'
    | 'recipients'
    | 'annexNote'
    | 'signature'
    | 'annex'
    | 'picture'
    | 'imprint'
    | 'letter'
    | 'attendance'
    | 'pageNumber']: Readonly<Record<string, Measure>>
}

/** A length in millimetres; twips, points and their parts only. */
export function toMillimetres({ value, unit }: Measure): number {
  switch (unit) {
    case 'twip':
      return (value / 1440) * 25.4
    case 'point':
      return (value / 72) * 25.4
    case 'half-point':
      return (value / 144) * 25.4
    case 'eighth-point':
      return (value / 576) * 25.4
    case 'millimetre':
      return value
    default:
      throw new Error(`${unit} is not a length`)
  }
}
