/** Rows about 标题, 正文, 附件说明, 署名 and 附件, judged on the printed page. */
import { setOnParagraph } from '../../../../src-main/documents/check/change-xml.ts'
import { widthOf } from '../../../../src-shared/chinese.ts'
import type { SignatureRow } from '../../../../src-shared/signature-part.ts'
import { bodyWith, insertBlankBefore, must } from '../check/mutate.ts'
import { breakTitle } from './break-title.ts'
import { type PlacedLine, printedLines, squeezed, take } from './flow.ts'
import { isUpright, middleOf, type Print } from './print.ts'
import { area, character, gridShift, near, type PrintedRow, pitch, unless } from './row.ts'

export const textRows: readonly PrintedRow[] = [
  {
    id: 39,
    judge: ({ flow: { title } }) => [
      ...unless(title.length > 0, 'the title is not there'),
      ...title.flatMap((line) => near(`middle of “${line.text.slice(0, 4)}”`, middleOf(line), 106, 1)),
    ],
    fault: { of: 'notice', change: ({ found }) => setOnParagraph(must(found.title[0]), 'w:jc', { val: 'left' }) },
  },
  {
    id: 41,
    judge: ({ flow: { title }, parts }) => {
      const widths = title.map(({ text }) => widthOf(text))
      const steps = widths.slice(1).map((width, index) => width - (widths[index] ?? 0))
      const turns = steps.slice(1).filter((step, index) => Math.sign(step) !== Math.sign(steps[index] ?? 0))
      const isHourglass = turns.length > 1 || (turns.length === 1 && (steps[0] ?? 0) < 0)
      return [
        ...unless(Math.max(...widths) <= (parts.hasSmallTitle ? 24 : 20), `lines of ${widths} characters`),
        ...unless(!steps.some((step) => Math.abs(step) < 1), `a rectangle: ${widths}`),
        ...unless(!isHourglass, `an hourglass: ${widths}`),
        ...unless(widths.length === 1 || (widths.at(-1) ?? 0) >= 4, `a last line of ${widths.at(-1)}`),
      ]
    },
    fault: { of: 'notice', change: ({ found }) => breakTitle(must(found.title[0]), [11, 3]) },
  },
  {
    id: 45,
    judge: ({ flow }) => unless(flow.text[0]?.lines[0]?.page === 1, 'page 1 holds no line of the text'),
    fault: {
      of: 'notice',
      change: ({ found }) => setOnParagraph(must(found.body[0]), 'w:pageBreakBefore', { val: 1 }),
    },
  },
  {
    id: 46,
    judge: ({ flow }) =>
      flow.text.flatMap(({ text, lines }) =>
        near(`indent of “${text.slice(0, 4)}”`, (lines[0]?.left ?? 0) - area.left, 11.2, 0.4),
      ),
    fault: {
      of: 'notice',
      change: (subject) =>
        setOnParagraph(bodyWith(subject, /^全县/), 'w:ind', { firstLine: 560, firstLineChars: undefined }),
    },
  },
  {
    id: 52,
    judge: (print) => {
      const notes = print.parts.annexNotes
      if (notes.length === 0) return null
      const lines = printedLines(print.pages)
      return notes.flatMap(({ lead, leadAt, name, nameAt }) => {
        const found = take(lines, squeezed(`${lead}${name}`), 0)?.lines ?? []
        return [
          ...near(`“${lead}”`, found[0]?.left, area.left + leadAt * character, 0.4),
          ...found.slice(1).flatMap((line) => near(`“${line.text}”`, line.left, area.left + nameAt * character, 0.4)),
        ]
      })
    },
    fault: {
      of: 'long-annex-name',
      change: ({ found }) => setOnParagraph(must(found.annexNotes[0]), 'w:ind', { left: 1575, hanging: 945 }),
    },
  },
  {
    id: 54,
    judge: (print) => {
      if (!print.document.hasSeal || print.document.signatureStamp || dateRow(print) === undefined) return null
      return near('right of the date', area.right - (signature(print).date?.right ?? 0), 22.2, 0.7)
    },
    fault: { of: 'notice', change: ({ found }) => setOnParagraph(must(found.date), 'w:ind', { right: 1060 }) },
  },
  {
    id: 55,
    judge: (print) => {
      const row = dateRow(print)
      if (!print.document.hasSeal || print.document.signatureStamp || !isOfOneIssuer(print) || !row) return null
      // The date's nominal width: LibreOffice adds a quarter of a character between Han and digits.
      const middle = area.right - (row.right + widthOf(row.text) / 2) * character
      const { issuer } = signature(print)
      return near('middle of the issuer', issuer && middleOf(issuer), middle, 0.7)
    },
    fault: { of: 'notice', change: ({ found }) => setOnParagraph(must(found.issuers[0]), 'w:ind', { right: 1300 }) },
  },
  {
    id: 56,
    judge: (print) => {
      const row = dateRow(print)
      if (print.document.hasSeal || print.document.signatureStamp || !isOfOneIssuer(print) || !row) return null
      const { issuer, date } = signature(print)
      const outer = widthOf(print.document.issuer) >= widthOf(row.text) ? issuer : date
      // The date's nominal width: LibreOffice adds a quarter of a character between Han and digits.
      const first = (date?.right ?? 0) - widthOf(row.text) * character
      return [
        // The longer of the two keeps the two characters.
        ...near('right of issuer or date', area.right - (outer?.right ?? 0), 2 * character, 0.7),
        ...near('beginning of the date right of the issuer’s', first - (issuer?.left ?? 0), 2 * character, 0.7),
      ]
    },
    fault: { of: 'unsealed', change: ({ found }) => setOnParagraph(must(found.issuers[0]), 'w:ind', { right: 945 }) },
  },
  {
    id: 58,
    judge: (print) => {
      if (dateRow(print) === undefined) return null
      const { date, issuer } = signature(print)
      const pages = [date?.page, ...(issuer ? [issuer.page] : [])]
      const notes = print.parts.annexNotes.map(({ name }) => squeezed(name).slice(0, 6))
      const isText = (page: number) =>
        print.flow.text.some(({ lines }) => lines.some((line) => line.page === page)) ||
        // 附件说明 is text for this.
        must(print.pages[page - 1]).lines.some(({ text }) => notes.some((note) => text.includes(note)))
      return pages.flatMap((page) =>
        unless(page !== undefined && isText(page), `the signature stands alone on ${page}`),
      )
    },
    fault: {
      of: 'notice',
      change: ({ found }) => setOnParagraph(must(found.issuers[0]), 'w:pageBreakBefore', { val: 1 }),
    },
  },
  {
    id: 60,
    judge: async (print) => {
      const labels = labelled(print)
      const faults: string[] = []
      for (const { label, line } of labels) {
        const page = must(print.pages[(line?.page ?? 1) - 1])
        const ink = line && (await page.coarse()).ink({ ...line })
        const [edge, left, height] = isUpright(page) ? [area.top, area.left, 225] : [area.left, 35, 156]
        const top = print.labelTop - area.top - gridShift(225) + edge + gridShift(height)
        faults.push(
          ...near(`top of ${label}`, ink?.top, top, 0.5),
          ...near(`left of ${label}`, line?.left, left, 0.5),
          ...unless(
            !page.lines.some((one) => one.left > 34 && one.bottom < (line?.top ?? 0)),
            `${label} is not on line 1`,
          ),
        )
      }
      return labels.length === 0 ? null : faults
    },
    fault: {
      of: 'text-annex',
      change: ({ found }) => setOnParagraph(must(found.annexes[0]).label, 'w:spacing', { before: 60 }),
    },
  },
  {
    id: 61,
    judge: async (print) => {
      const labels = labelled(print)
      const faults: string[] = []
      for (const { label, line, title } of labels) {
        const page = must(print.pages[(line?.page ?? 1) - 1])
        const raster = await page.coarse()
        const [above, below] = [line && raster.ink({ ...line }), title[0] && raster.ink({ ...title[0] })]
        faults.push(...near(`from ${label} to its title`, (below?.top ?? 0) - (above?.top ?? 0), 2 * pitch, 0.6))
        const middle = isUpright(page) ? 106 : 35 + 225 / 2
        faults.push(...title.flatMap((one) => near(`middle of “${one.text}”`, middleOf(one), middle, 1)))
      }
      return labels.length === 0 ? null : faults
    },
    fault: {
      of: 'text-annex',
      change: (subject) => insertBlankBefore(subject, must(subject.found.annexes[0]?.title[0])),
    },
  },
]

function isOfOneIssuer({ parts }: Print): boolean {
  return parts.signature.length === 2 && parts.signature.every(({ pieces }) => pieces.length === 0)
}

function dateRow({ parts }: Print): SignatureRow | undefined {
  return parts.signature.find(({ isDate }) => isDate)
}

/** The lines of 署名 and 成文日期, behind the text. */
function signature(print: Print): { issuer: PlacedLine | undefined; date: PlacedLine | undefined } {
  const lines = printedLines(print.pages)
  const end = print.flow.text.at(-1)?.lines.at(-1)
  const from = lines.findIndex((line) => line.page === end?.page && line.bottom === end.bottom)
  const after = lines.slice(from + 1)
  const of = (words: string | undefined) => after.find(({ text }) => text === squeezed(words ?? '-'))
  return { issuer: of(print.document.issuer), date: of(dateRow(print)?.text) }
}

/** Annexes with 附件 above their title. */
function labelled(print: Print) {
  const lines = printedLines(print.pages)
  return print.parts.annexes
    .filter(({ label }) => label !== '')
    .map(({ label, titleLines }) => {
      const from = lines.findIndex(({ text }) => text === squeezed(label))
      return { label, line: lines[from], title: take(lines, squeezed(titleLines.join('')), from)?.lines ?? [] }
    })
}
