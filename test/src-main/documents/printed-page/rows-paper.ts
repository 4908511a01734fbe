/** Rows about paper, type area, lines and fonts, judged on the printed page. */
import { setOnParagraph, setOnRuns, setProperty } from '../../../../src-main/documents/check/change-xml.ts'
import { childElement } from '../../../../src-main/files/xml.ts'
import { bodyWith, eachSection, must, styleOf } from '../check/mutate.ts'
import type { PlacedLine } from './flow.ts'
import { isUpright, type Print, type PrintedPage } from './print.ts'
import { type Ink, type IsInk, isAny, isColoured, isRed } from './raster.ts'
import { area, near, type PrintedRow, pitch, unless } from './row.ts'

const closingMark = /[，。、；：！？）》”’】〕]$/u

export const paperRows: readonly PrintedRow[] = [
  {
    id: 3,
    judge: ({ pages }) =>
      pages.flatMap((page) => {
        const [short, long] = [Math.min(page.width, page.height), Math.max(page.width, page.height)]
        return [...near(`width of page ${page.number}`, short, 210, 0.5), ...near('height', long, 297, 0.5)]
      }),
    fault: { of: 'notice', change: (subject) => eachSection(subject, 'w:pgSz', { w: 12240, h: 15840 }) },
  },
  {
    id: 8,
    judge: async (print) => {
      const left: number[] = []
      for (const page of print.pages.filter(isUpright)) {
        const window = windowOf(textOn(print, page))
        const ink = window && (await page.coarse()).ink({ ...window, left: 0, right: page.width })
        if (ink) left.push(ink.left)
      }
      // A page that only holds beginnings of paragraphs has nothing at the margin.
      return left.length === 0 ? null : near('left edge of the text', Math.min(...left), area.left, 1)
    },
    fault: { of: 'notice', change: (subject) => eachSection(subject, 'w:pgMar', { left: 1800, right: 1262 }) },
  },
  {
    id: 9,
    judge: async (print) => {
      const faults: string[] = []
      for (const page of print.pages.filter(isUpright))
        for (const line of textOn(print, page).filter((one) => !isHanging(one))) {
          const window = { top: line.top, bottom: line.bottom, left: area.right - 10, right: page.width }
          const right = (await page.coarse()).ink(window)?.right ?? 0
          faults.push(...unless(right <= area.right + 0.3, `“${line.text.slice(-4)}” reaches ${right.toFixed(2)}`))
        }
      return print.flow.text.length === 0 ? null : faults
    },
    fault: { of: 'notice', change: (subject) => eachSection(subject, 'w:pgMar', { right: 1100 }) },
  },
  {
    id: 10,
    judge: async (print) => {
      const faults: string[] = []
      for (const page of print.pages) {
        const raster = await page.coarse()
        for (const [side, window] of Object.entries(outside(print, page))) {
          const ink = raster.ink(window, print.parts.format === '信函' && page.number === 1 ? isBlack : isAny)
          const isMark =
            side === 'right' && ink && textOn(print, page).some((line) => isHanging(line) && isAt(line, ink))
          if (ink && !isMark) faults.push(`ink ${side} of the type area of page ${page.number}: ${JSON.stringify(ink)}`)
        }
      }
      return faults
    },
    fault: {
      of: 'notice',
      change: (subject) => setOnParagraph(bodyWith(subject, /^全县/), 'w:ind', { left: -600 }),
    },
  },
  {
    id: 15,
    judge: (print) => {
      const full = print.pages.filter((page) => isFull(print, page))
      if (full.length === 0) return null
      return full.flatMap((page) => near(`lines of page ${page.number}`, textOn(print, page).length, 22, 0))
    },
    fault: {
      of: 'long',
      change: ({ found }) => {
        for (const one of found.body) setOnParagraph(one, 'w:spacing', { line: 580 })
      },
    },
  },
  {
    id: 16,
    judge: ({ flow }) => {
      const usual = flow.text.filter(({ isFitted }) => !isFitted)
      const steps = usual.flatMap(({ lines }) =>
        lines.slice(1).flatMap((line, index) => {
          const above = lines[index]
          return above?.page === line.page ? [((line.bottom - above.bottom) / 25.4) * 72] : []
        }),
      )
      if (steps.length < 3) return null
      return near('pitch in points', steps.reduce((sum, step) => sum + step, 0) / steps.length, 28.95, 0.1)
    },
    fault: {
      of: 'long',
      change: ({ found }) => {
        for (const one of found.body) setOnParagraph(one, 'w:spacing', { line: 560 })
      },
    },
  },
  {
    id: 17,
    judge: ({ flow }) => {
      // First lines stand two characters in, last ones end anywhere; digits are half as wide.
      const full = flow.text.flatMap(({ lines }) => lines.slice(1, -1)).filter(({ text }) => !/[!-~]/.test(text))
      if (full.length < 2) return null
      const counts = full.map((line) => [...line.text].length - (isHanging(line) ? 1 : 0))
      return [
        ...counts.filter((count) => count < 26 || count > 28).map((count) => `${count} characters on a line`),
        ...unless(counts.includes(28), `no line of 28 characters among ${counts}`),
      ]
    },
    fault: {
      of: 'notice',
      change: (subject) => {
        const normal = must(childElement(styleOf(subject, must(subject.paper.styles.normal)), 'w:rPr'))
        setProperty(normal, 'w:spacing', { val: 0 })
      },
    },
  },
  {
    id: 19,
    judge: async (print) => {
      const faults: string[] = []
      for (const page of print.pages) {
        const raster = await page.coarse()
        // What is red belongs to the head, or is line 2 of a letter.
        const head = page.number === 1 ? (raster.rules(140, { bottom: 200 }, isRed).at(-1)?.bottom ?? 0) + 0.5 : 0
        const bottom = page.number === 1 && print.parts.format === '信函' ? 274 : page.height
        const ink = raster.ink({ top: head, bottom }, isColoured)
        if (ink) faults.push(`colour on page ${page.number}: ${JSON.stringify(ink)}`)
      }
      return /\p{Extended_Pictographic}/u.test(JSON.stringify(print.document.blocks)) ? null : faults
    },
    fault: {
      of: 'notice',
      change: (subject) => setOnRuns(bodyWith(subject, /^全县/).runs, 'w:color', { val: '0000FF' }),
    },
  },
  {
    id: 22,
    judge: async ({ fonts }) =>
      (await fonts()).filter((name) => !/^(UMingCN|UKaiCN|NotoSansCJK.*-(Regular|Bold).*)$/.test(name)),
    fault: {
      of: 'notice',
      change: (subject) =>
        setOnRuns(bodyWith(subject, /^全县/).runs, 'w:rFonts', { ascii: 'DejaVu Sans', eastAsia: 'Noto Serif CJK SC' }),
    },
  },
  {
    id: 89,
    judge: async (print) => {
      const hanging = print.flow.text.flatMap(({ lines }) => lines).filter(({ right }) => right > area.right + 0.3)
      const faults: string[] = []
      for (const line of hanging) {
        const page = must(print.pages[line.page - 1])
        const ink = (await page.coarse()).ink({ ...line, left: area.right - 10, right: page.width })
        faults.push(
          ...unless(closingMark.test(line.text), `“${line.text.slice(-4)}” hangs`),
          ...unless(line.right - area.right <= 5.65 + 0.3, `${(line.right - area.right).toFixed(2)} hang`),
          // The stand-in has its marks in the middle of their cells.
          ...unless((ink?.right ?? 0) - area.right <= 2.12 + 1.7, `ink to ${ink?.right.toFixed(2)}`),
        )
      }
      return print.flow.text.length === 0 ? null : faults
    },
    fault: {
      of: 'notice',
      change: (subject) => setOnParagraph(bodyWith(subject, /^全县/), 'w:ind', { right: -420 }),
    },
  },
]

/** Lines of the text on a page. */
export function textOn({ flow }: Print, page: PrintedPage): readonly PlacedLine[] {
  return flow.text.flatMap(({ lines }) => lines).filter((line) => line.page === page.number)
}

const isBlack: IsInk = (red, green, blue) => Math.max(red, green, blue) < 140

function isHanging(line: PlacedLine): boolean {
  return line.right > area.right + 0.3 && closingMark.test(line.text)
}

function isAt(line: PlacedLine, ink: Ink): boolean {
  return line.top < ink.bottom && line.bottom > ink.top
}

/** A page of the text alone, with more of it before and behind. */
function isFull(print: Print, page: PrintedPage): boolean {
  const own = textOn(print, page)
  const [last, end] = [own.at(-1), print.flow.text.at(-1)?.lines.at(-1)?.page ?? 0]
  const parts = print.parts.body.filter(({ style }) => style === 'table' || style === 'picture')
  // A heading goes with what follows it and may leave its line free.
  const isShort = (last?.bottom ?? 0) < area.bottom - pitch * 1.2
  const isFitted = print.flow.text.some((one) => one.isFitted && one.lines.some((line) => line.page === page.number))
  return parts.length === 0 && !isFitted && page.number > 1 && page.number < end && !isShort
}

function windowOf(lines: readonly PlacedLine[]): Pick<Ink, 'top' | 'bottom'> | undefined {
  const [first, last] = [lines[0], lines.at(-1)]
  return first && last && { top: first.top, bottom: last.bottom }
}

/** Where nothing may be printed; the page number has its own line below, the number of a landscape page its column. */
function outside(print: Print, page: PrintedPage): Readonly<Record<string, Partial<Ink>>> {
  if (!isUpright(page))
    return { above: { bottom: 27.5, left: 34 }, below: { top: 184.5, left: 34 }, right: { left: 260.5 } }
  const isLetterHead = print.parts.format === '信函' && page.number === 1
  const bottom = isLetterHead ? 277 - 1.4 - 4.94 : area.bottom + 0.5
  return {
    above: { bottom: isLetterHead ? 29.5 : area.top - 0.5 },
    left: { right: area.left - 0.5, top: 36, bottom: 264 },
    right: { left: area.right + 0.5, top: 36, bottom: 264 },
    below: { top: bottom, bottom: isLetterHead ? page.height : 265 },
    foot: { top: 273 },
  }
}
