/** Checks of 附件说明 and the annexes (附件). */
import { widthOf } from '../../../src-shared/chinese.ts'
import { type Check, faultsOf, inLines, isNear, type Subject, undecided, verdict } from './check.ts'
import { pitchOf } from './check-page.ts'
import { ownText } from './check-text.ts'
import { alignmentOf, characterOf, excerpt, indentOf, isOfFamily, linesBetween, mainFont, mainSize } from './measure.ts'
import type { PaperParagraph } from './paper.ts'
import { wordsOf } from './recognise.ts'

/** Of a line; twips: 0.4 mm (7.3.4). */
const tolerance = { lines: 0.3, indent: 23 }

export const annexChecks: readonly Check[] = [
  {
    id: 51,
    expected: ({ annexNote }) =>
      `正文下空${annexNote.linesAbove.value}行，左空${annexNote.indent.value}字，“附件：1.×××”，名称后不加标点`,
    mend: '“附件：”用全角冒号，序号用“1.”，名称后不加标点，正文下空一行、左空二字。',
    judge: (subject) => {
      const { annexNotes } = subject.found
      const first = annexNotes[0]
      if (!first) return undecided('没有附件说明')
      return verdict([...placeFaults(subject, first), ...wordFaults(annexNotes)], `${annexNotes.length}行，写法正确`)
    },
  },
  {
    id: 52,
    expected: () => '回行与附件名称首字对齐，各序号对齐',
    mend: '附件说明设悬挂缩进，使回行和下一个序号与上面对齐。',
    judge: ({ found: { annexNotes }, layout }) => {
      if (annexNotes.length === 0) return undecided('没有附件说明')
      const starts = annexNotes.map(noteStarts)
      const firstNumber = starts[0]?.number ?? 0
      const faults = annexNotes.flatMap((one, index) => {
        const start = starts[index]
        if (!start) return []
        const isLong = start.begin + textOf(one) > layout.typeArea.width.value
        return [
          ...(isLong && !isNear(start.continuation, start.name, tolerance.indent)
            ? [`${excerpt(one.text)}回行没有与名称对齐`]
            : []),
          ...(index > 0 && !isNear(start.begin, firstNumber, tolerance.indent)
            ? [`${excerpt(one.text)}序号没有与上一行对齐`]
            : []),
        ]
      })
      return verdict(faults, '对齐')
    },
  },
  {
    id: 53,
    expected: () => '附件说明与所附附件的数目、序号、名称一致',
    mend: '核对附件说明与文后附件，补齐缺的，改正不一致的名称。',
    judge: ({ found: { annexNotes, annexes } }) => {
      if (annexNotes.length === 0 && annexes.length === 0) return undecided('没有附件')
      const names = annexNotes.map(({ text }) => plainName(text.replace(leadPattern, '')))
      const titles = annexes.map(({ title }) => plainName(wordsOf(title)))
      if (names.length !== titles.length)
        return verdict([`附件说明列了${names.length}个，文后有${titles.length}个`], '')
      const faults = names.flatMap((name, index) => [
        ...(name === titles[index]
          ? []
          : [`附件${index + 1}说明为${excerpt(name)}，标题为${excerpt(titles[index] ?? '')}`]),
        ...(annexes.length > 1 && annexes[index]?.number !== index + 1
          ? [`第${index + 1}个附件标作${excerpt(annexes[index]?.label.text ?? '')}`]
          : []),
      ])
      return verdict(faults, `${names.length}个，一致`)
    },
  },
  {
    id: 60,
    expected: ({ fonts }) => `另起一面，${fonts.heiti.name}3号，顶格，后面不加冒号`,
    mend: '“附件”段落设“段前分页”，三号黑体，顶格。',
    judge: ({ found: { annexes }, layout }) => {
      if (annexes.length === 0) return undecided('没有附件')
      return verdict(
        faultsOf(
          annexes.map(({ label }) => label),
          (one) => {
            if (!one.startsPage) return '没有另起一面'
            if (!isOfFamily(layout, 'heiti', mainFont(one))) return `为${mainFont(one) || '未指明的字体'}`
            if (mainSize(one) !== layout.text.size.value) return `为${mainSize(one) / 2}磅`
            const { left, first } = indentOf(one)
            const isFlush =
              left === 0 && first === 0 && ['left', 'both'].includes(alignmentOf(one.look)) && !/^\s/.test(one.text)
            if (!isFlush) return '没有顶格'
            return /[:：]\s*$/.test(one.text) ? '后面不应有冒号' : undefined
          },
        ),
        `${annexes.length}个附件均另起一面`,
      )
    },
  },
  {
    id: 61,
    expected: ({ annex }) => `居中，在第${annex.titleLine.value}行`,
    mend: '“附件”与附件标题之间空一行，标题居中。',
    judge: (subject) => {
      const { annexes } = subject.found
      if (annexes.length === 0) return undecided('没有附件')
      const wanted = subject.layout.annex.titleLine.value - 2
      const faults = annexes.flatMap(({ label, title }) => {
        const first = title[0]
        if (!first) return [`${excerpt(label.text)}没有标题`]
        const lines = linesBetween(subject.paper.paragraphs, label, first, pitchOf(subject))
        return [
          ...(isNear(lines, wanted, tolerance.lines) ? [] : [`${excerpt(first.text)}上方${inLines(lines)}`]),
          ...(alignmentOf(first.look) === 'center' ? [] : [`${excerpt(first.text)}没有居中`]),
        ]
      })
      return verdict(faults, '居中，在第三行')
    },
  },
]

/** 附件：1. before the name. */
const leadPattern = /^\s*(?:附\s*件?\s*(?:\d{1,2}\s*)?[:：]?\s*)?(?:\d{1,2}\s*[.．、:：]\s*)?/

function placeFaults(subject: Subject, first: PaperParagraph): string[] {
  const { layout, found, paper } = subject
  const above = found.body.at(-1)
  const lines = above
    ? linesBetween(paper.paragraphs, above, first, pitchOf(subject))
    : layout.annexNote.linesAbove.value
  const { left, first: extra } = indentOf(first)
  const wanted = layout.annexNote.indent.value
  const isIn = [layout.grid.character.value, characterOf(first)].some((one) =>
    isNear(left + extra, one * wanted, tolerance.indent),
  )
  return [
    ...(isNear(lines, layout.annexNote.linesAbove.value, tolerance.lines)
      ? []
      : [`正文与附件说明之间${inLines(lines)}`]),
    ...(isIn ? [] : [`左空${Math.round(((left + extra) / characterOf(first)) * 10) / 10}字`]),
  ]
}

function wordFaults(notes: readonly PaperParagraph[]): string[] {
  const faults: string[] = []
  for (const [index, one] of notes.entries()) {
    const words = one.text.trim()
    if (index === 0 && !words.startsWith('附件：')) faults.push(`${excerpt(words)}开头应为“附件：”`)
    if (/[。；，、;,.]$/.test(words)) faults.push(`${excerpt(words, 24)}末尾有标点`)
    const number = /^(?:附\s*件\s*[:：])?\s*(\d{1,2})\s*([.．、:：])/.exec(words)
    if (notes.length === 1) {
      if (number) faults.push('只有一个附件，不编序号')
    } else if (!number || Number(number[1]) !== index + 1) faults.push(`${excerpt(words)}序号应为${index + 1}`)
    else if (!/[.．]/.test(number[2] ?? '')) faults.push(`${excerpt(words)}序号后应为圆点`)
  }
  return faults
}

/** Twips from the margin: where the line, its number, its name and its further lines begin. */
function noteStarts(one: PaperParagraph) {
  const { left, first } = indentOf(one)
  const character = characterOf(one)
  const text = ownText(one)
  const lead = leadPattern.exec(text)?.[0] ?? ''
  const label = /^\s*附\s*件\s*[:：]\s*/.exec(text)?.[0] ?? ''
  const begin = left + first
  return {
    begin,
    continuation: left,
    number: begin + widthOf(label) * character,
    name: begin + widthOf(lead) * character,
  }
}

function textOf(one: PaperParagraph): number {
  return widthOf(one.text) * characterOf(one)
}

function plainName(name: string): string {
  return name.replace(/[\s《》]/g, '').replace(/[。；，、;,.]$/, '')
}
