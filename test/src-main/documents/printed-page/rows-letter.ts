/** Rows about 信函 and 纪要, and what LibreOffice makes of a file that it saves, judged on the printed page. */
import { setOnParagraph, setProperty } from '../../../../src-main/documents/check/change-xml.ts'
import type { Subject } from '../../../../src-main/documents/check/check.ts'
import { isBlank } from '../../../../src-main/documents/check/measure.ts'
import type { PaperParagraph } from '../../../../src-main/documents/check/paper.ts'
import { childElement, elementsBelow } from '../../../../src-main/files/xml.ts'
import { chineseDate } from '../../../../src-shared/chinese.ts'
import { must } from '../check/mutate.ts'
import { printedLines, squeezed } from './flow.ts'
import { firstPage, lastPage, middleOf, type Print } from './print.ts'
import { type Ink, isRed } from './raster.ts'
import { area, character, near, type PrintedRow, unless } from './row.ts'
import { lineWith, markInk } from './rows-head.ts'

export const letterRows: readonly PrintedRow[] = [
  {
    id: 78,
    judge: async (print) => (isLetter(print) ? near('top of the mark', (await markInk(print))?.top, 30, 0.5) : null),
    fault: { of: 'letter', change: ({ found }) => setFrame(must(found.head.mark[0]), { y: 1760 }) },
  },
  {
    id: 79,
    judge: async (print) => {
      if (!isLetter(print)) return null
      const { upper, lower, mark } = await doubleLines(print)
      return [
        ...near('line 1 below the mark', (upper?.top ?? 0) - (mark?.bottom ?? 0), 4, 0.4),
        ...[upper, lower].flatMap((line) => [
          ...near('length', (line?.right ?? 0) - (line?.left ?? 0), 170, 0.5),
          ...near('middle', line && middleOf(line), 105, 0.5),
        ]),
      ]
    },
    fault: { of: 'letter', change: (subject) => setFrame(lineFrame(subject, 'headers'), { w: 9560 }) },
  },
  {
    id: 80,
    judge: async (print) =>
      isLetter(print) ? near('lower edge of line 2', (await doubleLines(print)).lower?.bottom, 277, 0.5) : null,
    fault: { of: 'letter', change: (subject) => setFrame(lineFrame(subject, 'footers'), { y: 15560 }) },
  },
  {
    id: 81,
    judge: async (print) => {
      if (!isLetter(print)) return null
      const { upper, lower } = await doubleLines(print)
      const [thick = 0, thin = 0, more] = await strokes(print, upper)
      const [first = 0, second = 0, others] = await strokes(print, lower)
      return [
        ...unless(thick > thin * 1.5 && thin > 0.1, `line 1 of ${thick} and ${thin}`),
        ...unless(second > first * 1.5 && first > 0.1, `line 2 of ${first} and ${second}`),
        ...unless(more === undefined && others === undefined, 'a third stroke'),
      ]
    },
    fault: {
      of: 'letter',
      change: (subject) => {
        const [border] = elementsBelow(lineFrame(subject, 'headers').xml, 'w:bottom')
        must(border).attributes['w:val'] = 'thinThickSmallGap'
      },
    },
  },
  {
    id: 82,
    judge: async (print) => {
      if (!isLetter(print)) return null
      const number = lineWith(print, print.document.number)
      const { upper } = await doubleLines(print)
      const ink = (await firstPage(print).raster()).ink({
        left: 140,
        top: (upper?.bottom ?? 0) + 0.5,
        bottom: number?.bottom ?? 0,
      })
      return [
        ...near('right end of the number', number?.right, area.right, 0.7),
        ...near('number below line 1', (ink?.top ?? 0) - (upper?.bottom ?? 0), 4.94, 0.6),
      ]
    },
    fault: { of: 'letter', change: ({ found }) => setOnParagraph(must(found.head.number), 'w:jc', { val: 'center' }) },
  },
  {
    id: 83,
    judge: async (print) => {
      if (!isLetter(print)) return null
      const raster = await lastPage(print).coarse()
      return [
        ...unless(!firstPage(print).lines.some(({ text }) => /^—\d+—$/.test(text)), 'page 1 has a number'),
        ...unless(!printedLines(print.pages).some(({ text }) => text.endsWith('印发')), 'there is a line with 印发'),
        ...unless(raster.rules(100, { top: 200, bottom: 264 }).length === 0, 'the 版记 has lines'),
      ]
    },
    fault: {
      of: 'letter',
      change: ({ found }) => {
        for (const one of elementsBelow(must(found.imprint?.table).xml, 'w:tblBorders'))
          setProperty(one, 'w:bottom', { val: 'single', sz: 8, color: '000000' })
        for (const one of elementsBelow(must(found.imprint?.table).xml, 'w:tcBorders'))
          setProperty(one, 'w:bottom', { val: 'single', sz: 8, color: '000000' })
      },
    },
  },
  {
    id: 84,
    judge: async (print) => {
      if (print.parts.format !== '纪要') return null
      const lines = printedLines(print.pages)
      const ends = print.parts.attendance.map(({ label }) =>
        lines.findIndex(({ text }) => text.startsWith(`${label}：`)),
      )
      const behind = lines.slice(Math.min(...ends))
      const further = ends.flatMap((at, index) => lines.slice(at + 1, ends[index + 1] ?? at + 1))
      const signed = [print.document.issuer, chineseDate(print.document.date)].map(squeezed)
      return [
        ...unless(print.parts.mark.lines.join('').endsWith('纪要'), 'the mark does not end with 纪要'),
        ...near('top of the mark', (await markInk(print))?.top, 72, 0.5),
        ...ends.flatMap((at) => near('label', lines[at]?.left, area.left + 2 * character, 0.7)),
        ...further.flatMap(({ left }) => near('names below the first', left, area.left + 5 * character, 0.7)),
        ...unless(!behind.some(({ text }) => signed.includes(text)), 'there is a signature'),
      ]
    },
    fault: {
      of: 'minutes',
      change: ({ paper }) => {
        const one = must(paper.paragraphs.find(({ text }) => text.startsWith('出席')))
        setOnParagraph(one, 'w:ind', { left: 945, hanging: 315 })
      },
    },
  },
  {
    id: 90,
    judge: ({ pages, pagesWhenSavedAgain }) =>
      pagesWhenSavedAgain === undefined ? null : near('pages when saved again', pagesWhenSavedAgain, pages.length, 0),
    // LibreOffice keeps every kind of fault that was tried; so its own file is given another pitch.
    fault: {
      of: 'long',
      changeSaved: ({ found }) => {
        for (const one of found.body) setOnParagraph(one, 'w:spacing', { line: 700, lineRule: 'exact' })
      },
    },
  },
]

const isLetter = ({ parts }: Print) => parts.format === '信函'

function setFrame({ xml }: PaperParagraph, attributes: Readonly<Record<string, number>>): void {
  setProperty(must(childElement(xml, 'w:pPr')), 'w:framePr', attributes)
}

/** The paragraph whose border is the double line in the header or footer of page 1. */
function lineFrame({ paper }: Subject, part: 'headers' | 'footers'): PaperParagraph {
  const { paragraphs } = must(paper.sections[0]?.[part].first)
  return must(paragraphs.find((one) => isBlank(one) && childElement(childElement(one.xml, 'w:pPr'), 'w:pBdr')))
}

async function doubleLines(print: Print): Promise<Partial<Record<'upper' | 'lower' | 'mark', Ink | undefined>>> {
  const raster = await firstPage(print).raster()
  const upper = joined(raster.rules(120, { bottom: 150 }, isRed))
  const lower = joined(raster.rules(120, { top: 220 }, isRed))
  return { upper, lower, mark: raster.ink({ top: 20, bottom: (upper?.top ?? 100) - 0.5 }, isRed) }
}

function joined(rules: readonly Ink[]): Ink | undefined {
  const [first, last] = [rules[0], rules.at(-1)]
  return first && last && { ...first, bottom: last.bottom }
}

/** Thickness of the strokes of a double line, from the top. */
async function strokes(print: Print, line: Ink | undefined): Promise<number[]> {
  const part = { left: 100, right: 102, top: (line?.top ?? 0) - 1, bottom: (line?.bottom ?? 0) + 1 }
  const raster = await firstPage(print).raster({ dotsPerInch: 1200, part })
  return raster.rules(1.5, {}, isRed).map(({ top, bottom }) => bottom - top)
}
