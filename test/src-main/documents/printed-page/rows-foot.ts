/** Rows about 版记, 页码 and pages turned, judged on the printed page. */
import { setOnParagraph, setProperty } from '../../../../src-main/documents/check/change-xml.ts'
import { childElement, elementsBelow } from '../../../../src-main/files/xml.ts'
import { imprintPages } from '../../../../src-shared/imprint-place.ts'
import { layoutOf } from '../../../../src-shared/layouts.ts'
import { eachSection, must } from '../check/mutate.ts'
import type { Line } from '../render-pdf.ts'
import { squeezed } from './flow.ts'
import { isUpright, lastPage, type Print, type PrintedPage } from './print.ts'
import { type Ink, isAny } from './raster.ts'
import { area, near, type PrintedRow, smallCharacter, unless } from './row.ts'

export const footRows: readonly PrintedRow[] = [
  {
    id: 63,
    judge: async (print) => {
      const rules = await imprintRules(print)
      return rules && near('last line of the 版记', rules.at(-1)?.bottom, area.bottom, 0.5)
    },
    fault: {
      of: 'notice',
      change: ({ found }) => {
        const [align] = elementsBelow(childElement(must(found.imprint?.box).xml, 'wp:positionV'), 'wp:align')
        must(align).children = ['center']
      },
    },
    isOfDuplex: true,
  },
  {
    id: 64,
    judge: async (print) => {
      const rules = await imprintRules(print)
      return rules?.flatMap(({ left, right }) => near('length of a line of the 版记', right - left, 156, 0.5)) ?? null
    },
    fault: {
      of: 'notice',
      change: ({ found }) => {
        const table = must(found.imprint?.table).xml
        for (const name of ['w:gridCol', 'w:tblW', 'w:tcW'])
          for (const one of elementsBelow(table, name)) one.attributes['w:w'] = '8760'
      },
    },
  },
  {
    id: 65,
    judge: async (print) => {
      const rules = await imprintRules(print)
      if (!rules) return null
      const part = { left: 175, right: 177, top: (rules[0]?.top ?? 0) - 1, bottom: (rules.at(-1)?.bottom ?? 0) + 1 }
      const raster = await lastPage(print).raster({ dotsPerInch: 1800, part })
      const strokes = raster.rules(1.5).filter(({ top }) => rules.some((rule) => Math.abs(rule.top - top) < 0.2))
      const thickness = strokes.map(({ top, bottom }) => bottom - top)
      // The first line of a 版记 of several pages is on the first of them.
      const isWhole = imprintPages(print.parts.imprint).length === 1
      const [first, last, inner] = [thickness[0], thickness.at(-1), thickness.slice(isWhole ? 1 : 0, -1)]
      return [
        ...(isWhole ? near('first line', first, 0.35, 0.06) : []),
        ...near('last line', last, 0.35, 0.06),
        ...inner.flatMap((one) => near('line between', one, 0.25, 0.06)),
        ...unless(
          inner.every((one) => one < (last ?? 0) && (!isWhole || one < (first ?? 0))),
          `lines of ${thickness}`,
        ),
      ]
    },
    fault: {
      of: 'notice',
      change: ({ found }) => {
        for (const one of elementsBelow(must(found.imprint?.table).xml, 'w:bottom')) one.attributes['w:sz'] = '12'
      },
    },
  },
  {
    id: 66,
    judge: (print) => {
      const { copyTo } = print.parts.imprint
      // The last page need not hold all of a list.
      if (copyTo === null || imprintPages(print.parts.imprint).length > 1) return null
      const lines = foot(print)
      const from = lines.findIndex(({ text }) => text.startsWith('抄送：'))
      const own = lines.slice(from).filter(({ text }) => squeezed(`抄送：${copyTo}`).includes(text))
      return [
        ...unless(from >= 0, 'there is no 抄送'),
        ...near('抄送', own[0]?.left, area.left + smallCharacter, 0.4),
        ...own.slice(1).flatMap(({ left }) => near('further line', left, area.left + 4 * smallCharacter, 0.4)),
        ...unless(
          own.every(({ right }) => right <= area.right - smallCharacter + 0.4),
          '抄送 runs too far right',
        ),
      ]
    },
    fault: {
      of: 'long-copy',
      change: ({ found }) => setOnParagraph(must(found.imprint?.copyTo), 'w:ind', { left: 1190, hanging: 910 }),
    },
  },
  {
    id: 68,
    judge: (print) => {
      if (print.parts.imprint.printer === null || print.parts.imprint.printer === '') return null
      const line = foot(print).find(({ text }) => text.endsWith('印发'))
      return [
        ...near('印发机关', line?.left, area.left + smallCharacter, 0.6),
        ...near('印发日期', line?.right, area.right - smallCharacter, 0.6),
      ]
    },
    fault: {
      of: 'notice',
      change: ({ found }) => setOnParagraph(must(found.imprint?.printed), 'w:ind', { left: 200 }),
    },
  },
  {
    id: 69,
    judge: (print) => {
      if (!print.layout.traits.isDuplex) return null
      return [
        ...unless(foot(print).length > 0, 'the last page has no 版记'),
        ...unless(print.pages.length % 2 === 0, `${print.pages.length} pages`),
      ]
    },
    fault: { of: 'duplex', layout: layoutOf('office-A') },
    isOfDuplex: true,
  },
  {
    id: 71,
    judge: async (print) => {
      const faults: string[] = []
      for (const page of print.pages.filter(isUpright)) {
        const number = numberOf(page)
        if (!number) continue
        const dash = (await page.coarse()).ink(
          { left: number.left, right: number.left + 4.4, top: 262.8, bottom: 280 },
          isAny,
        )
        faults.push(...near(`dash of page ${page.number}`, ((dash?.top ?? 0) + (dash?.bottom ?? 0)) / 2, 269, 0.5))
      }
      return faults
    },
    fault: { of: 'notice', change: (subject) => eachSection(subject, 'w:pgMar', { footer: 1375 }) },
  },
  {
    id: 72,
    judge: ({ pages }) =>
      pages.filter(isUpright).flatMap((page) => {
        const number = numberOf(page)
        if (!number) return []
        return page.number % 2 === 1
          ? near(`right end of number ${page.number}`, number.right, 179.1, 0.7)
          : near(`left end of number ${page.number}`, number.left, 32.9, 0.7)
      }),
    fault: {
      of: 'notice',
      change: ({ paper }) => {
        for (const { footers } of paper.sections)
          setOnParagraph(must(footers.default?.paragraphs[0]), 'w:ind', { right: 220 })
      },
    },
  },
  {
    id: 74,
    judge: ({ pages, parts }) =>
      pages.flatMap((page) => {
        const words = isUpright(page)
          ? (numberOf(page)?.text ?? '')
          : page.lines
              .filter(({ right }) => right < 34)
              .map(({ text }) => text)
              .join('')
        const isFree = parts.format === '信函' && page.number === 1
        return unless(
          words.replaceAll('—', '') === (isFree ? '' : String(page.number)),
          `page ${page.number}: “${words}”`,
        )
      }),
    fault: {
      of: 'text-annex',
      change: ({ paper }) => setProperty(must(paper.sections.at(-1)).xml, 'w:pgNumType', { start: 9 }),
    },
  },
  {
    id: 75,
    judge: ({ pages, layout }) => {
      const blank = pages.findIndex(({ lines }) => lines.filter((line) => line.bottom < 264).length === 0)
      if (!layout.traits.isDuplex || blank < 0) return null
      return pages.flatMap((page) => {
        const isNumbered = numberOf(page) !== undefined
        return unless(
          isNumbered === page.number - 1 < blank,
          `page ${page.number} ${isNumbered ? 'has a' : 'has no'} number`,
        )
      })
    },
    fault: {
      of: 'duplex',
      change: ({ paper }) => {
        const last = must(paper.sections.at(-1)).xml
        last.children = last.children.filter((child) => typeof child === 'string' || child.name !== 'w:footerReference')
      },
    },
    isOfDuplex: true,
  },
  {
    id: 76,
    judge: async (print) => {
      const turned = print.pages.filter((page) => !isUpright(page))
      const faults: string[] = []
      for (const page of turned) {
        const raster = await page.coarse()
        const [number, table] = [raster.ink({ right: 34 }), raster.ink({ left: 34 })]
        faults.push(
          ...near('middle of the number', ((number?.left ?? 0) + (number?.right ?? 0)) / 2, 28, 1),
          // LibreOffice keeps up to 2.4 mm free at both ends of turned text.
          ...near(
            'its outer end',
            page.number % 2 === 1 ? page.height - (number?.bottom ?? 0) : number?.top,
            (page.number % 2 === 1 ? 30.9 : 32.9) + 1.2,
            1.7,
          ),
          ...unless(
            (table?.left ?? 0) >= 34 && (table?.right ?? 999) <= 261,
            `table from ${table?.left} to ${table?.right}`,
          ),
          ...unless((table?.top ?? 0) >= 27 && (table?.bottom ?? 999) <= 185, `table down to ${table?.bottom}`),
        )
      }
      return turned.length === 0 ? null : faults
    },
    fault: {
      of: 'landscape',
      change: ({ paper }) => {
        const { xml } = must(paper.sections.find(({ isLandscape }) => isLandscape))
        setProperty(xml, 'w:pgMar', { top: 1300, bottom: 1762 })
      },
    },
  },
  {
    id: 77,
    judge: (print) => {
      const sheets = print.parts.annexes.filter(({ sheet }) => sheet)
      if (sheets.length === 0) return null
      return sheets.flatMap(({ sheet, titleLines }) => {
        const head = squeezed(sheet?.blocks[0]?.columns[0]?.title ?? '-')
        const cell = squeezed(String(sheet?.blocks[0]?.rows[0]?.[0] ?? '-')).slice(0, 5)
        const first = print.pages.findIndex(({ lines }) =>
          lines.some(({ text }) => text === squeezed(titleLines[0] ?? '-') && text !== cell),
        )
        const pages = print.pages
          .slice(Math.max(0, first))
          .filter(({ lines }) => lines.some(({ text }) => text.includes(cell)))
        return pages.flatMap(({ number, lines }) =>
          unless(
            lines.some(({ text }) => text.includes(head)),
            `page ${number} does not repeat the head of the table`,
          ),
        )
      })
    },
    fault: {
      of: 'many-rows',
      change: ({ paper }) => {
        for (const { xml } of paper.tables.filter(({ box }) => !box))
          for (const row of elementsBelow(xml, 'w:trPr'))
            row.children = row.children.filter((child) => typeof child === 'string' || child.name !== 'w:tblHeader')
      },
    },
  },
]

/** The number at the foot of an upright page. */
function numberOf(page: PrintedPage): Line | undefined {
  return page.lines.find(({ text, bottom }) => /^—\d+—$/.test(text) && bottom > 264)
}

/** Lines of the 版记 on the last page, from the top. */
export function foot(print: Print): readonly Line[] {
  const page = imprintPages(print.parts.imprint).at(-1)
  const first = page?.sent[0] ?? page?.copies ?? page?.printer
  const { lines } = lastPage(print)
  const words = squeezed(first ?? '')
  const from = words === '' ? -1 : lines.findIndex(({ text }) => words.startsWith(text) || text.startsWith(words))
  return from < 0 ? [] : lines.slice(from).filter((line) => line.bottom < 264)
}

/** Its long lines, from the top; null where there are to be none. */
async function imprintRules(print: Print): Promise<readonly Ink[] | null> {
  const { recipients, copyTo, printer, copies } = print.parts.imprint
  if (print.parts.format === '信函' || [recipients, copyTo, printer, copies].every((part) => !part)) return null
  const top = (foot(print)[0]?.top ?? area.bottom) - 4
  return (await lastPage(print).raster({ part: { left: 20, right: 190, top, bottom: 290 } })).rules(100)
}
