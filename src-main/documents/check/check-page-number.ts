/** Checks of the page number (页码). */
import type { Layout } from '../../../src-shared/layouts.ts'
import { childElement, childElements, elementsBelow, type XmlElement } from '../../files/xml.ts'
import { type Check, faultsOf, inMillimetres, isNear, type Subject, undecided, verdict } from './check.ts'
import {
  alignmentOf,
  excerpt,
  indentOf,
  isBlank,
  isOfFamily,
  lineOf,
  mainSize,
  sizeOf,
  visibleRuns,
} from './measure.ts'
import type { HeaderFooter, Paper, PaperParagraph, Section } from './paper.ts'
import { isOn, layered, noProperties } from './properties.ts'
import { runsIn } from './read-runs.ts'

/** 0.5 mm (7.5); twips: 0.7 mm. */
const tolerance = { dash: 0.5, side: 40 }

/** Offices that print it so do know; it departs from a rule all the same. */
const centred = '居中（有的单位习惯居中，标准规定居外侧）'

export const pageNumberChecks: readonly Check[] = [
  {
    id: 70,
    expected: ({ pageNumber, fonts }) => `${fonts.songti.name}${pageNumber.size.value / 2}磅（4号），“— 1 —”`,
    mend: '页码设为四号半角宋体，两边各加一字线“—”。',
    judge: (subject) => {
      const numbers = numberLines(subject.paper)
      if (numbers.length === 0) return undecided('没有页码')
      return verdict([...new Set(faultsOf(numbers, (one) => lookFault(subject, one)))], '4号宋体，“— 1 —”')
    },
  },
  {
    id: 71,
    expected: ({ pageNumber }) => `${pageNumber.gap.value}毫米`,
    mend: '页脚距边界设为2.49厘米，页码段落用固定行距18磅。',
    judge: ({ paper, layout, found }) => {
      const places = paper.sections
        .filter((section) => !section.isLandscape)
        .flatMap((section) => shownFooters(section, found.form).flatMap((footer) => dashPlace(section, footer, layout)))
      if (places.length === 0) return undecided('没有页码，或须看版面')
      const wrong = places.filter((gap) => !isNear(gap, layout.pageNumber.gap.value, tolerance.dash))
      return verdict(
        [...new Set(wrong.map((gap) => `约${Math.round(gap * 10) / 10}毫米`))],
        `约${Math.round((places[0] ?? 0) * 10) / 10}毫米`,
      )
    },
  },
  {
    id: 72,
    expected: () => '单页码居右空一字，双页码居左空一字',
    mend: '单页页脚右对齐、右缩进一字，双页页脚左对齐、左缩进一字。',
    judge: ({ paper, layout }) => {
      const upright = paper.sections.filter((section) => !section.isLandscape)
      const sides = upright.flatMap(({ footers }) => [
        ...numbered(footers.default).map((one) => ({ one, side: 'right' as const })),
        ...numbered(footers.even).map((one) => ({ one, side: 'left' as const })),
      ])
      if (sides.length === 0) return undecided('没有页码')
      const faults = sides.flatMap(({ one, side }) => {
        if (one.look.framePr?.xAlign === 'outside') return []
        if (layout.traits.pageNumber === 'centred' && alignmentOf(one.look) === 'center') return []
        const name = side === 'right' ? '单页码' : '双页码'
        const alignment = alignmentOf(one.look) === 'both' ? 'left' : alignmentOf(one.look)
        if (alignment !== side) return [`${name}${alignment === 'center' ? centred : '不在外侧'}`]
        const { left, first, right } = indentOf(one)
        const aside = side === 'right' ? right : left + first
        return isNear(aside + spaceAside(one, side), layout.pageNumber.indent.value, tolerance.side)
          ? []
          : [`${name}空${inMillimetres(aside)}`]
      })
      return verdict([...new Set(faults)], '单右双左，各空一字')
    },
  },
  {
    id: 73,
    expected: () => '奇偶页不同，每节都有单页码和双页码',
    mend: '在“页面设置—版式”中勾选“奇偶页不同”，两种页脚都排上页码。',
    judge: ({ paper, found, layout }) => {
      const faults = isOn(layered(noProperties, paper.settings), 'evenAndOddHeaders') ? [] : ['没有勾选“奇偶页不同”']
      for (const [index, section] of paper.sections.entries()) {
        if (isImprintPage({ paper, found, layout }, index)) continue
        const name = paper.sections.length === 1 ? '' : `第${index + 1}节`
        for (const type of ['default', 'even'] as const)
          if (!hasNumber(section, type)) faults.push(`${name}没有${type === 'default' ? '单页码' : '双页码'}`)
        const isLetterFirst = found.form === 'letter' && index === 0
        if (section.hasTitlePage && !isLetterFirst && !hasNumber(section, 'first')) faults.push(`${name}首页没有页码`)
      }
      return verdict(faults, '奇偶页分设，每节都有')
    },
  },
  {
    id: 74,
    expected: () => '页码为自动页码，各节连续',
    mend: '用“插入—页码”代替手工输入的数字，各节选“续前节”。',
    judge: ({ paper }) => {
      const typed = footerParagraphs(paper).filter(
        (one) => !hasPageField(one.xml) && /^[\s—\-–―]*\d+[\s—\-–―]*$/.test(one.text) && one.text.trim() !== '',
      )
      const restarted = paper.sections.flatMap(({ startNumber }, index) =>
        startNumber !== undefined && (index > 0 || Number(startNumber) !== 1)
          ? [`第${index + 1}节从${startNumber}起编`]
          : [],
      )
      if (numberLines(paper).length === 0 && typed.length === 0) return undecided('没有页码')
      return verdict([...typed.map((one) => `${excerpt(one.text)}是手工输入的`), ...restarted], '自动页码，连续编排')
    },
  },
  {
    id: 75,
    expected: () => '为凑双页而留的空白页和版记页不编页码',
    mend: '版记单独成节时，取消该节页脚的“链接到前一节”并清空页脚。',
    judge: (subject) => {
      const { paper } = subject
      const index = paper.sections.length - 1
      const last = paper.sections[index]
      if (!last || !isImprintPage(subject, index) || !hasBlankPage(paper, index))
        return undecided('没有空白页，或须看版面')
      const numbers = [...Object.values(last.footers), ...Object.values(last.headers)].flatMap((part) => numbered(part))
      return verdict(numbers.length === 0 ? [] : ['空白页和版记页有页码'], '空白页和版记页没有页码')
    },
  },
]

/**
 * A last section that holds nothing but the 版记 and has, or may have, a blank page before it, so that it ends on an
 * even page: then neither page has a number.
 */
function isImprintPage(subject: Subject, index: number): boolean {
  const { paper, found } = subject
  if (index === 0 || index !== paper.sections.length - 1) return false
  const foot = new Set(found.imprint?.paragraphs)
  const isBare = paper.paragraphs.every((one) => one.section !== index || isBlank(one) || foot.has(one))
  return isBare && (paper.sections[index]?.type === 'evenPage' || hasBlankPage(paper, index))
}

function hasBlankPage({ paragraphs }: Paper, index: number): boolean {
  return paragraphs.filter((one) => one.section === index && one.startsPage).length > 1
}

/** Paragraphs of footers and headers, boxes included, that hold a PAGE field. */
export function numberLines(paper: Paper): PaperParagraph[] {
  return footerParagraphs(paper).filter((one) => hasPageField(one.xml))
}

export function footerParagraphs(paper: Paper): PaperParagraph[] {
  const all = paper.sections.flatMap(({ footers, headers }) => [...Object.values(footers), ...Object.values(headers)])
  return [...new Map(all.map((one) => [one.part, one])).values()].flatMap(({ paragraphs }) => paragraphs)
}

function hasPageField(paragraph: XmlElement): boolean {
  // Its own runs only: a box inside has paragraphs of its own.
  const instructions = [...runsIn(paragraph)].flatMap((run) =>
    childElements(run, 'w:instrText').map((one) => one.children.join('')),
  )
  const simple = [...elementsBelow(paragraph, 'w:fldSimple')].map((one) => one.attributes['w:instr'] ?? '')
  return /\bPAGE\b/.test([instructions.join(''), ...simple].join(' '))
}

function hasNumber({ footers, headers }: Section, type: string): boolean {
  return numbered(footers[type]).length > 0 || numbered(headers[type]).length > 0
}

export function numbered(part: HeaderFooter | undefined): PaperParagraph[] {
  return (part?.paragraphs ?? []).filter((one) => hasPageField(one.xml))
}

function shownFooters(section: Section, form: string): HeaderFooter[] {
  const types =
    form === 'letter' ? ['default', 'even'] : ['default', 'even', ...(section.hasTitlePage ? ['first'] : [])]
  return types.flatMap((type) => section.footers[type] ?? [])
}

/** Millimetres from the type area to the dash; an exact line keeps a fifth below the baseline, the dash lies above it. */
function dashPlace(section: Section, footer: HeaderFooter, layout: Layout): number[] {
  const [one] = numbered(footer)
  if (!one || footer.paragraphs.length > 1 || one.place !== 'body') return []
  const { rule, value } = lineOf(one.look)
  if (rule !== 'exact') return []
  const fromFoot = section.margins.footer + 0.2 * value + 0.366 * mainSize(one) * 10
  // Lines of a wider pitch pass the type area by half a leading.
  return [((section.margins.bottom + layout.grid.overhang.value - fromFoot) / 1440) * 25.4]
}

function lookFault({ layout }: Subject, one: PaperParagraph): string | undefined {
  const shape = shapeOf(one.xml)
  if (!/^— ?# ?—$/.test(shape.trim())) return `应为“— 1 —”`
  for (const run of visibleRuns(one)) {
    const fonts = [run.fonts.ascii.name, run.fonts.hAnsi.name, run.fonts.eastAsia.name]
    const other = fonts.find((name) => !isOfFamily(layout, 'songti', name))
    if (other !== undefined) return `字体为${other || '未指明的字体'}`
    if (sizeOf(run) !== layout.pageNumber.size.value) return `为${sizeOf(run) / 2}磅`
  }
  return undefined
}

/** The line with # for the number. */
function shapeOf(paragraph: XmlElement): string {
  let shape = ''
  let depth = 0
  for (const child of [...runsIn(paragraph)].flatMap((run) => childElements(run))) {
    const type = child.attributes['w:fldCharType']
    if (type === 'begin') {
      depth += 1
      shape += '#'
    } else if (type === 'end') depth -= 1
    else if (depth === 0 && child.name === 'w:t') shape += child.children.join('')
  }
  const simple = childElement(paragraph, 'w:fldSimple')
  return simple ? shape.replace(/\d+/, '#') : shape
}

/** Full-width spaces that stand for the one character. */
function spaceAside(one: PaperParagraph, side: 'left' | 'right'): number {
  const spaces = (side === 'right' ? /[ \u3000]*$/ : /^[ \u3000]*/).exec(one.text)?.[0] ?? ''
  return [...spaces].reduce((sum, space) => sum + (space === '\u3000' ? 1 : 0.5), 0) * mainSize(one) * 10
}
