/** Rows about 版头, judged on the printed page. */
import { setOnParagraph, setOnRuns, setProperty } from '../../../../src-main/documents/check/change-xml.ts'
import type { PaperParagraph } from '../../../../src-main/documents/check/paper.ts'
import { childElement, elementsBelow } from '../../../../src-main/files/xml.ts'
import { bodyOf, must, removeBlankBefore, setBottomBorder } from '../check/mutate.ts'
import type { Line } from '../render-pdf.ts'
import { squeezed } from './flow.ts'
import { firstPage, middleOf, type Print } from './print.ts'
import { type Ink, isRed, type Raster } from './raster.ts'
import { area, near, type PrintedRow, pitch, unless } from './row.ts'

/** Where the frame of 份号, 密级 or 紧急程度 stands, in twips below the margin. */
const setFrame = (one: PaperParagraph | null, y: number) =>
  setProperty(must(childElement(must(one).xml, 'w:pPr')), 'w:framePr', { y })

export const headRows: readonly PrintedRow[] = [
  {
    id: 24,
    judge: async (print) => {
      const line = lineWith(print, print.document.copyNumber)
      if (print.parts.format === '信函' || !print.document.copyNumber) return null
      const ink = line && (await inkOf(print, line))
      return [
        ...unless((ink?.top ?? 0) >= 38 && (ink?.bottom ?? 99) <= 46, `份号 from ${ink?.top} to ${ink?.bottom}`),
        ...near('its left edge', line?.left, area.left, 0.5),
      ]
    },
    fault: { of: 'classified', change: ({ found }) => setFrame(found.head.copyNumber, 579) },
  },
  {
    id: 25,
    judge: (print) => {
      const [serial, secrecy] = classification(print)
      if (!print.document.copyNumber || !print.document.secrecy) return null
      return near('from 份号 to 密级', (secrecy?.bottom ?? 0) - (serial?.bottom ?? 0), 10.2, 0.5)
    },
    fault: { of: 'classified', change: ({ found }) => setFrame(found.head.secrecy, 660) },
  },
  {
    id: 26,
    judge: (print) => {
      if (print.parts.classification.length < 2) return null
      const lines = classification(print).map((line) => line?.bottom ?? 0)
      return lines.flatMap((bottom, index) => unless(bottom > (lines[index - 1] ?? 0), `line ${index} stands too high`))
    },
    fault: {
      of: 'classified',
      change: ({ found }) => {
        setFrame(found.head.secrecy, 1158)
        setFrame(found.head.urgency, 579)
      },
    },
  },
  {
    id: 27,
    judge: async (print) => near('middle of the red mark', middleOfInk(await markInk(print)), 106, 1),
    fault: { of: 'notice', change: ({ found }) => setOnParagraph(must(found.head.mark[0]), 'w:jc', { val: 'left' }) },
  },
  {
    id: 28,
    judge: async (print) =>
      print.parts.format === '信函' ? null : near('top of the mark', (await markInk(print))?.top, 72, 0.5),
    fault: {
      of: 'notice',
      change: ({ found }) => setOnParagraph(must(found.head.mark[0]), 'w:spacing', { before: 1940 }),
    },
  },
  {
    id: 29,
    judge: async (print) => {
      const ink = await markInk(print)
      return [
        ...unless((ink?.left ?? 0) >= area.left - 0.05, `the mark begins at ${ink?.left}`),
        ...unless((ink?.right ?? 999) <= area.right + 0.05, `the mark ends at ${ink?.right}`),
      ]
    },
    fault: {
      of: 'notice',
      change: ({ found }) => {
        const [mark] = found.head.mark
        setOnParagraph(must(mark), 'w:ind', { left: -600, right: -600 })
        setOnRuns(must(mark).runs, 'w:sz', { val: 132 })
      },
    },
  },
  {
    id: 31,
    judge: async (print) => {
      const number = lineWith(print, print.document.number)
      if (print.parts.format === '信函' || print.parts.mark.lines.length > 1) return null
      const [mark, ink] = [await markInk(print), number && (await inkOf(print, number))]
      const signers = print.parts.signerLines.length - 1
      // What the line boxes keep free: below the mark an eighth of its size, above 3号 2.8 mm.
      const free = (print.parts.mark.size / 72) * 25.4 * 0.118 + 2.8
      const lines = ((ink?.top ?? 0) - (mark?.bottom ?? 0) - free) / pitch - Math.max(0, signers)
      return near('empty lines below the mark', lines, 2, 0.2)
    },
    fault: { of: 'notice', change: (subject) => removeBlankBefore(subject, must(subject.found.head.number)) },
  },
  {
    id: 32,
    judge: (print) => {
      if (print.parts.format === '信函' || print.parts.signerLines.length > 0) return null
      return near('middle of the number', middleOfInk(lineWith(print, print.document.number)), 106, 1)
    },
    fault: { of: 'notice', change: ({ found }) => setOnParagraph(must(found.head.number), 'w:jc', { val: 'left' }) },
  },
  {
    id: 33,
    judge: (print) => {
      const signers = print.parts.signerLines
      if (signers.length === 0) return null
      const [number, last] = [placeOf(print, print.document.number), placeOf(print, signers.at(-1)?.at(-1))]
      const widest = Math.max(...signers.map((names) => placeOf(print, names.at(-1))?.right ?? 0))
      return [
        ...near('left edge of the number', number?.left, 33.6, 0.7),
        ...near('right edge of the signers', widest, 178.4, 0.7),
        ...near('signer above the number', (number?.bottom ?? 0) - (last?.bottom ?? 99), 0, 0.2),
      ]
    },
    fault: {
      of: 'usual',
      change: ({ found }) => setOnParagraph(must(found.head.number), 'w:ind', { firstLine: 0, left: 0 }),
    },
  },
  {
    id: 34,
    judge: (print) => {
      const lines = print.parts.signerLines
      if (lines.length < 2)
        return lines.length === 0 ? null : unless((lines[0]?.length ?? 0) <= 2, 'three names on a line')
      return lines.slice(1).flatMap((names, row) =>
        names.flatMap((name, column) => {
          const [first, own] = [placeOf(print, lines[0]?.[column]), placeOf(print, name)]
          return near(`name ${column + 1} of line ${row + 2}`, own?.left, first?.left ?? 0, 0.3)
        }),
      )
    },
    fault: {
      of: 'three-signers',
      change: ({ found }) => {
        const tabs = childElement(childElement(must(found.head.number).xml, 'w:pPr'), 'w:tabs')
        for (const tab of elementsBelow(must(tabs), 'w:tab'))
          tab.attributes['w:pos'] = String(Number(tab.attributes['w:pos']) + 40)
      },
    },
  },
  {
    id: 36,
    judge: async (print) => {
      const rule = await redLine(print)
      if (!rule) return noRedLine(print)
      const minutes = print.parts.minutesLine
      const line = lineWith(print, minutes ? minutes.date : print.document.number)
      const window = line && { left: line.left, right: Math.min(line.right, line.left + 40), top: line.bottom - 7 }
      const ink = (await headOf(print)).ink({ ...window, bottom: rule.top })
      return near('red line below the number', rule.top - (ink?.bottom ?? 0), 4, 0.3)
    },
    fault: { of: 'notice', change: ({ found }) => setBottomBorder(must(found.head.number), { space: 5 }) },
  },
  {
    id: 37,
    judge: async (print) => {
      const rule = await redLine(print)
      if (!rule) return noRedLine(print)
      const length = rule.right - rule.left
      return [
        ...near('length of the red line', length, 156, 0.5),
        ...near('left', rule.left, area.left, 0.5),
        ...near('right', rule.right, area.right, 0.5),
      ]
    },
    fault: { of: 'notice', change: ({ found }) => setOnParagraph(must(found.head.number), 'w:ind', { right: 60 }) },
  },
  {
    id: 38,
    judge: async (print) => {
      const rule = await redLine(print)
      if (!rule) return noRedLine(print)
      return near('thickness', rule.bottom - rule.top, 0.52, 0.22)
    },
    fault: { of: 'notice', change: ({ found }) => setBottomBorder(must(found.head.number), { sz: 20 }) },
  },
  {
    id: 85,
    judge: async (print) => {
      if (print.parts.mark.lines.length < 2 || !print.parts.mark.suffix) return null
      const mark = await markInk(print)
      const raster = await headOf(print)
      const window = { top: mark?.top ?? 0, bottom: mark?.bottom ?? 0 }
      // 文件 stands right of the last gap between the columns.
      let gap = 0
      for (let x = 100; x < 170; x += 0.5) if (!raster.ink({ ...window, left: x, right: x + 0.5 }, isRed)) gap = x
      const suffix = raster.ink({ ...window, left: gap, right: 190 }, isRed)
      const lines = firstPage(print).lines.map(({ text }) => text)
      const places = print.document.mark
        .split('\n')
        .map((name) => lines.findIndex((text) => text.includes(nameOf(name))))
      return [
        ...near('middle of 文件', heightOf(suffix), heightOf(mark) ?? 0, 1),
        ...unless(
          places.every((place, index) => place >= 0 && place >= (places[index - 1] ?? 0)),
          `names at ${places}`,
        ),
      ]
    },
    fault: {
      of: 'joint',
      change: (subject) => {
        for (const one of elementsBelow(bodyOf(subject), 'w:vAlign')) one.attributes['w:val'] = 'top'
      },
    },
  },
]

const nameOf = (line: string) => squeezed(line.replace(/文件$/, '')).slice(0, 6)
const heightOf = (ink: Ink | undefined) => ink && (ink.top + ink.bottom) / 2
const middleOfInk = (ink: Pick<Ink, 'left' | 'right'> | undefined) => ink && middleOf(ink)

/** The red rule of 156 mm, or what is nearest to it; a letter has double ones of its own. */
export async function redLine(print: Print): Promise<Ink | undefined> {
  if (print.parts.format === '信函') return undefined
  return (await headOf(print)).rules(100, {}, isRed)[0]
}

const noRedLine = (print: Print) => (print.parts.format === '信函' ? null : ['there is no red line'])

/** The upper part of page 1, whatever of it is red. */
function headOf(print: Print): Promise<Raster> {
  return firstPage(print).raster({ dotsPerInch: 300, part: { left: 15, right: 195, top: 20, bottom: 220 } })
}

/** The red above the first red rule. */
export async function markInk(print: Print): Promise<Ink | undefined> {
  const raster = await headOf(print)
  const [rule] = raster.rules(100, {}, isRed)
  return raster.ink({ bottom: (rule?.top ?? 200) - 1 }, isRed)
}

/** The line of page 1 that has these words. */
export function lineWith(print: Print, words: string | undefined): Line | undefined {
  if (!words) return undefined
  return firstPage(print).lines.find(({ text }) => text.includes(squeezed(words)))
}

/** Where words stand on page 1, be they a part of a longer line; all of them are Han or at its ends. */
function placeOf(print: Print, words: string | undefined): Pick<Ink, 'left' | 'right' | 'bottom'> | undefined {
  const line = lineWith(print, words)
  const at = line?.text.indexOf(squeezed(words ?? '')) ?? -1
  if (!line || at < 0) return undefined
  const ends = [at, at + squeezed(words ?? '').length] as const
  let from = 0
  let [left, right] = [line.left, line.right]
  for (const word of line.words) {
    const end = from + word.text.length
    const each = (word.right - word.left) / word.text.length
    if (ends[0] >= from && ends[0] < end) left = word.left + (ends[0] - from) * each
    if (ends[1] > from && ends[1] <= end) right = word.left + (ends[1] - from) * each
    from = end
  }
  return { left, right, bottom: line.bottom }
}

/** Ink of a line of page 1. */
export async function inkOf(print: Print, line: Line): Promise<Ink | undefined> {
  return (await firstPage(print).raster()).ink({
    top: line.top,
    bottom: line.bottom,
    left: line.left,
    right: line.right,
  })
}

function classification(print: Print): (Line | undefined)[] {
  return print.parts.classification.map(({ text }) => lineWith(print, text))
}
