/** Checks of the head (版头): 份号, 密级, 紧急程度, mark, 发文字号, red line. */
import { widthOf } from '../../../src-shared/chinese.ts'
import { type Check, faultsOf, inLines, inMillimetres, isNear, type Subject, undecided, verdict } from './check.ts'
import { pitchOf, typeWidth } from './check-page.ts'
import {
  alignmentOf,
  colourOf,
  excerpt,
  indentOf,
  isOfFamily,
  isRed,
  lineOf,
  linesBetween,
  mainFont,
  mainSize,
  sizeOf,
  visibleRuns,
} from './measure.ts'
import type { PaperParagraph } from './paper.ts'
import { numberIn } from './properties.ts'
import { wordsOf } from './recognise.ts'
import { namesIn } from './recognise-main.ts'

/** Empty lines ±0.3 of a line; gap of the red line ±0.3 mm, its length ±0.5 mm (7.2.7). */
const tolerance = { lines: 0.3, gap: 0.3, length: 28 }

/** 0.35 to 0.7 mm, in eighths of a point. */
const thickness = { least: 7.9, most: 16 }

/** 代字〔年〕序号号; full year, no 第, no leading zero (7.2.5). */
const rightNumber = /^[\u4e00-\u9fa5A-Za-z]{2,20}〔(?:19|20)\d{2}〕[1-9]\d{0,4}号$/u

export const headChecks: readonly Check[] = [
  {
    id: 24,
    expected: ({ text }) => `6位数字，${text.size.value / 2}磅，顶格`,
    mend: '份号编成6位数字，三号，顶格排在第一行。',
    judge: ({ found: { head }, layout }) => {
      const { copyNumber } = head
      if (!copyNumber) return undecided('没有份号')
      const faults = [
        ...(/^\d{6}$/.test(copyNumber.text.trim()) ? [] : [`份号${excerpt(copyNumber.text)}不是6位数字`]),
        ...(mainSize(copyNumber) === layout.text.size.value ? [] : [`份号为${mainSize(copyNumber) / 2}磅`]),
        ...(isFlushLeft(copyNumber) ? [] : ['份号没有顶格']),
      ]
      return verdict(faults, `份号${excerpt(copyNumber.text)}`)
    },
  },
  {
    id: 25,
    expected: ({ fonts }) => `${fonts.heiti.name}3号，“机密★1年”的样式，顶格`,
    mend: '密级和保密期限用三号黑体，中间用“★”隔开，顶格。',
    judge: ({ found: { head }, layout }) => {
      const { secrecy } = head
      if (!secrecy) return undecided('没有密级')
      const words = secrecy.text.replace(/\s/g, '')
      const faults = [
        ...(/^(绝密|机密|秘密)(★(\d+年|\d+个月|长期))?$/.test(words) ? [] : [`写作${excerpt(words)}`]),
        ...boldFaceFaults(secrecy, layout),
      ]
      return verdict(faults, `${excerpt(words)}`)
    },
  },
  {
    id: 26,
    expected: () => '份号、密级和保密期限、紧急程度，自上而下',
    mend: '按份号、密级和保密期限、紧急程度的次序自上而下分行排列。',
    judge: ({ found: { head }, paper }) => {
      const shown = [head.copyNumber, head.secrecy, head.urgency].filter((one) => one !== null)
      if (shown.length < 2) return undecided('没有或只有其中一项')
      const places = shown.map(
        (one) =>
          (one.place === 'frame' ? numberIn(one.look, 'framePr', 'y') : undefined) ?? paper.paragraphs.indexOf(one),
      )
      const isRising = places.every((place, index) => index === 0 || place > (places[index - 1] ?? 0))
      return verdict(isRising ? [] : [`现为${shown.map((one) => one.text.trim()).join('、')}的次序不对`], '次序正确')
    },
  },
  {
    id: 27,
    expected: ({ fonts, colours }) => `${fonts.xiaobiaosong.name}，红色（${colours.red.value}），居中`,
    mend: '发文机关标志设为红色小标宋，居中，左右缩进为0。',
    judge: ({ found: { head }, layout }) => {
      if (head.mark.length === 0) return undecided('没有发文机关标志（可能套印）')
      return verdict(
        faultsOf(head.mark, (one) => {
          const colours = visibleRuns(one).map(colourOf)
          if (!colours.every(isRed)) return `颜色为${colours.find((colour) => !isRed(colour))}`
          if (!isOfFamily(layout, 'xiaobiaosong', mainFont(one))) return `字体为${mainFont(one) || '未指明的字体'}`
          const { left, right, first } = indentOf(one)
          const isCentred = alignmentOf(one.look) === 'center' && left === right && first === 0
          return one.place === 'body' && !isCentred ? '没有居中' : undefined
        }),
        `${excerpt(wordsOf(head.mark))}红色小标宋，居中`,
      )
    },
  },
  {
    id: 29,
    expected: ({ typeArea }) => `不宽于${inMillimetres(typeArea.width.value)}`,
    mend: '缩小发文机关标志的字号，或把字符缩放调到66%以上。',
    judge: ({ found: { head }, layout }) => {
      if (head.mark.length === 0) return undecided('没有发文机关标志（可能套印）')
      const lines = head.mark.flatMap((one) =>
        one.text.split('\n').map((text) => ({ text, width: markWidth(one, text) })),
      )
      const wide = lines.filter(({ width }) => width > layout.typeArea.width.value)
      return verdict(
        wide.map(({ text, width }) => `${excerpt(text)}宽${inMillimetres(width)}`),
        `最宽${inMillimetres(Math.max(...lines.map(({ width }) => width)))}`,
      )
    },
  },
  {
    id: 30,
    expected: () => '发文机关代字〔年份〕序号号，如“云工发〔2026〕15号”',
    mend: '年份写全，用六角括号〔〕，序号不加“第”、不编虚位。',
    judge: ({ found: { head } }) => {
      if (head.numberText === '') return undecided('没有发文字号')
      const isRight = rightNumber.test(head.numberText)
      return verdict(isRight ? [] : [`写作${excerpt(head.numberText, 30)}`], excerpt(head.numberText, 30))
    },
  },
  {
    id: 31,
    expected: ({ number }) => `空${number.linesAbove.value}行`,
    mend: '发文机关标志与发文字号之间空二行。',
    judge: (subject) => {
      const { head, form } = subject.found
      const below = head.signers[0] ?? head.number
      const above = head.mark.at(-1)
      if (form === 'letter') return undecided('信函的发文字号在红色双线下')
      if (!below || !above || below.place !== 'body' || above.place !== 'body')
        return undecided('没有发文机关标志或发文字号')
      const lines = linesBetween(subject.paper.paragraphs, above, below, pitchOf(subject))
      const isRight = isNear(lines, subject.layout.number.linesAbove.value, tolerance.lines)
      return verdict(isRight ? [] : [inLines(lines)], inLines(lines))
    },
  },
  {
    id: 32,
    expected: () => '居中',
    mend: '发文字号设为居中，左右缩进和首行缩进为0。',
    judge: ({ found }) => {
      const { number, signers } = found.head
      if (!number || found.form !== 'ordinary' || signers.length > 0 || isUpward(found.kind))
        return undecided('不是下行文或平行文，或没有发文字号')
      const { left, right, first } = indentOf(number)
      const isCentred = alignmentOf(number.look) === 'center' && left === right && first === 0
      return verdict(isCentred ? [] : ['没有居中'], '居中')
    },
  },
  {
    id: 36,
    expected: ({ redLine }) => `${redLine.gap.value}毫米`,
    mend: '把红线与文字的距离调到4毫米（段落下框线距正文7磅）。',
    judge: ({ found: { head, form }, layout }) => {
      const line = head.redLine
      if (form === 'letter' || !line || !head.number) return undecided('没有红色分隔线')
      const { rule, value } = lineOf(line.at.look)
      if (line.rule || line.at !== head.number || rule !== 'exact') return undecided('须在版面上量')
      // An exact line keeps a fifth of itself below the baseline, of which Han characters take 0.08 of their size.
      const gap = ((line.gap + (0.2 * value) / 20 - (0.08 * mainSize(head.number)) / 2) * 25.4) / 72
      const isRight = isNear(gap, layout.redLine.gap.value, tolerance.gap)
      return verdict(isRight ? [] : [`约${Math.round(gap * 10) / 10}毫米`], `约${Math.round(gap * 10) / 10}毫米`)
    },
  },
  {
    id: 37,
    expected: ({ typeArea }) => `长${inMillimetres(typeArea.width.value)}，与版心等宽`,
    mend: '红线与版心等宽：带框线的段落左右缩进为0，画的线长15.6厘米。',
    judge: ({ found: { head, form }, paper, layout }) => {
      const line = head.redLine
      if (form === 'letter' || !line) return undecided('没有红色分隔线')
      const section = paper.sections[line.at.section]
      const { left, right } = indentOf(line.at)
      const length = line.rule
        ? line.rule.box.width
        : (section ? typeWidth(section) : layout.typeArea.width.value) - left - right
      const isRight = isNear(length, layout.typeArea.width.value, tolerance.length)
      return verdict(isRight ? [] : [`长${inMillimetres(length)}`], `长${inMillimetres(length)}`)
    },
  },
  {
    id: 38,
    expected: () => '0.35—0.7毫米',
    mend: '红线粗细设为1磅至2磅。',
    judge: ({ found: { head, form } }) => {
      const line = head.redLine
      if (form === 'letter' || !line) return undecided('没有红色分隔线')
      const isRight = line.thickness >= thickness.least && line.thickness <= thickness.most
      const words = `${Math.round((line.thickness / 8) * 100) / 100}磅`
      return verdict(isRight ? [] : [words], words)
    },
  },
  {
    id: 85,
    expected: () => '主办机关排列在前，“文件”居右，上下居中',
    mend: '主办机关名称排在最上，“文件”二字置于名称右侧，上下居中。',
    judge: ({ found: { head, issuers } }) => {
      const names = head.mark.filter(({ text }) => !/^\s*文\s*件\s*$/.test(text))
      if (names.length < 2) return undecided('不是联合行文')
      const first = names[0]?.text.replace(/\s|文件$/g, '') ?? ''
      const main = namesIn(issuers[0]?.text ?? '')[0] ?? first
      const faults =
        first === main || main.startsWith(first) || first.startsWith(main) ? [] : [`标志首位${first}，署名首位${main}`]
      const words = head.mark.find(({ text }) => /^\s*文\s*件\s*$/.test(text))
      const cell = words?.table?.rows.flatMap(({ cells }) => cells).find(({ paragraphs }) => paragraphs.includes(words))
      if (cell && cell.look.vAlign?.val !== 'center') faults.push('“文件”没有上下居中')
      return verdict(faults, `${names.length}个机关，${first}在前`)
    },
  },
]

export function isUpward(kind: string | null): boolean {
  return kind === '报告' || kind === '请示'
}

/** Centre by alignment alone; a box or cell may centre by its own means. */
function isFlushLeft(one: PaperParagraph): boolean {
  const { left, first } = indentOf(one)
  return (
    alignmentOf(one.look) !== 'center' &&
    alignmentOf(one.look) !== 'right' &&
    left === 0 &&
    first === 0 &&
    !/^\s/.test(one.text)
  )
}

function boldFaceFaults(one: PaperParagraph, layout: Subject['layout']): string[] {
  return [
    ...(isOfFamily(layout, 'heiti', mainFont(one)) ? [] : [`字体为${mainFont(one) || '未指明的字体'}`]),
    ...(mainSize(one) === layout.text.size.value ? [] : [`为${mainSize(one) / 2}磅`]),
    ...(isFlushLeft(one) ? [] : ['没有顶格']),
  ]
}

/** Twips, condensed as the run says. */
function markWidth(one: PaperParagraph, text: string): number {
  const run = visibleRuns(one)[0]
  if (!run) return 0
  const scale = (numberIn(run.look, 'w') ?? 100) / 100
  return widthOf(text.trim()) * (sizeOf(run) * 10 * scale + (numberIn(run.look, 'spacing') ?? 0))
}
