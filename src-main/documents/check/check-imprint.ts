/** Checks of the foot (版记): place, lines, 抄送, 印发. */
import { widthOf } from '../../../src-shared/chinese.ts'
import { type Check, inMillimetres, isNear, type Subject, undecided, verdict } from './check.ts'
import { characterOf, excerpt, indentOf, isBlank, mainSize } from './measure.ts'
import type { PaperParagraph, PaperTable } from './paper.ts'
import type { ImprintFound } from './parts-found.ts'
import { arabic, datePattern } from './recognise-main.ts'

/** Twips: 0.4 mm indents, 0.5 mm lengths (7.4); eighths of a point: 0.06 mm. */
const tolerance = { indent: 23, right: 34, length: 28, thickness: 1.4 }

/** 印数 may stand below. */
const copies = /^\s*[（(]?共?印\s*\d+\s*份/

export const imprintChecks: readonly Check[] = [
  {
    id: 62,
    expected: () => '附件在前，版记在后',
    mend: '把版记移到附件之后，排在最后一面。',
    judge: ({ found: { annexes, imprint }, paper }) => {
      if (annexes.length === 0 || !imprint) return undecided('没有附件或版记')
      const foot = paper.paragraphs.indexOf(imprint.paragraphs[0] as PaperParagraph)
      const late = annexes.filter(({ label }) => paper.paragraphs.indexOf(label) > foot)
      return verdict(
        late.map(({ label }) => `${excerpt(label.text)}在版记之后`),
        '附件在版记之前',
      )
    },
  },
  {
    id: 63,
    expected: () => '最后一面，末条分隔线与版心下边缘重合',
    mend: '把版记放进文本框，相对页边距底端对齐，排在全文最后。',
    judge: ({ found: { imprint }, paper }) => {
      if (!imprint) return undecided('没有版记')
      const last = imprint.paragraphs.at(-1)
      const behind = paper.paragraphs
        .slice(last ? paper.paragraphs.indexOf(last) + 1 : 0)
        .filter((one) => !isBlank(one) && !copies.test(one.text))
      if (behind.length > 0 && !imprint.box) return verdict([`版记之后还有${excerpt(behind[0]?.text ?? '')}`], '')
      if (!imprint.box) return undecided('版记排在正文之后，须看版面')
      const { vertical, isInline } = imprint.box
      const isAtFoot = !isInline && vertical.align === 'bottom' && ['margin', 'bottomMargin'].includes(vertical.from)
      return verdict(isAtFoot && behind.length === 0 ? [] : ['版记没有固定在版心下端'], '固定在版心下端')
    },
  },
  {
    id: 64,
    expected: ({ typeArea }) => `长${inMillimetres(typeArea.width.value)}`,
    mend: '版记表格或框线与版心等宽，左右缩进为0。',
    judge: ({ found: { imprint, form }, layout }) => {
      const length =
        imprint && rulesOf(imprint).length > 0 ? ruleLength(imprint, layout.typeArea.width.value) : undefined
      if (form === 'letter' || length === undefined) return undecided('没有版记分隔线')
      return verdict(
        isNear(length, layout.typeArea.width.value, tolerance.length) ? [] : [`长${inMillimetres(length)}`],
        `长${inMillimetres(length)}`,
      )
    },
  },
  {
    id: 65,
    expected: ({ imprint }) => `首末条${imprint.outerRule.value / 8}磅，中间${imprint.innerRule.value / 8}磅`,
    mend: '版记首条和末条分隔线设为1磅，中间的设为0.75磅。',
    judge: ({ found: { imprint, form }, layout }) => {
      const sizes = imprint ? rulesOf(imprint) : []
      if (form === 'letter' || sizes.length < 2) return undecided('没有版记分隔线')
      const outer = [sizes[0] ?? 0, sizes.at(-1) ?? 0]
      const inner = sizes.slice(1, -1)
      const { outerRule, innerRule } = layout.imprint
      const faults = [
        ...outer
          .filter((size) => !isNear(size, outerRule.value, tolerance.thickness))
          .map((size) => `首末条${size / 8}磅`),
        ...inner
          .filter((size) => !isNear(size, innerRule.value, tolerance.thickness))
          .map((size) => `中间${size / 8}磅`),
        ...(inner.some((size) => size >= Math.min(...outer)) ? ['中间的不比首末条细'] : []),
      ]
      return verdict([...new Set(faults)], '首末粗、中间细')
    },
  },
  {
    id: 66,
    expected: ({ imprint }) =>
      `${imprint.size.value / 2}磅（4号），左右各空${imprint.indent.value}字，“抄送：”开头，“。”结尾，回行对齐`,
    mend: '抄送用四号仿宋，左右各空一字，回行与冒号后的首字对齐，末尾加句号。',
    judge: ({ found: { imprint }, layout }) => {
      const one = imprint?.copyTo
      if (!one) return undecided('没有抄送机关')
      const { left, right, first } = indentOf(one)
      const rules = layout.imprint
      const aside = rules.character.value * rules.indent.value
      const words = one.text.trim()
      const end = endOfList(imprint, one)
      const label = widthOf('抄送：') * rules.character.value
      const isLong = widthOf(words) * characterOf(one) > layout.typeArea.width.value - 2 * aside
      const faults = [
        ...(mainSize(one) === rules.size.value ? [] : [`为${mainSize(one) / 2}磅`]),
        ...(isNear(left + first, aside, tolerance.indent) ? [] : [`左空${inMillimetres(left + first)}`]),
        ...(isNear(right, aside, tolerance.indent) ? [] : [`右空${inMillimetres(right)}`]),
        ...(words.startsWith('抄送：') ? [] : [`开头为${excerpt(words, 4)}`]),
        ...(end.endsWith('。') ? [] : [`末尾为“${end.slice(-1)}”`]),
        ...(isLong && !isNear(left, aside + label, tolerance.indent) ? ['回行没有与首字对齐'] : []),
      ]
      return verdict(faults, excerpt(words, 24))
    },
  },
  {
    id: 67,
    expected: () => '没有分隔线',
    mend: '去掉主送与抄送之间的分隔线。',
    judge: ({ found: { imprint } }) => {
      if (!imprint?.sendTo || !imprint.copyTo) return undecided('版记中没有主送')
      return verdict(hasRuleBetween(imprint, imprint.sendTo) ? ['主送与抄送之间有分隔线'] : [], '没有分隔线')
    },
  },
  {
    id: 68,
    expected: ({ imprint }) =>
      `${imprint.size.value / 2}磅（4号），左右各空${imprint.indent.value}字，日期后加“印发”，不编虚位，不早于成文日期`,
    mend: '印发机关左空一字，印发日期右空一字、写作“2026年1月8日印发”，四号仿宋。',
    judge: (subject) => {
      const { imprint, form, date } = subject.found
      const one = imprint?.printed
      if (!imprint || !one || form === 'letter') return undecided('没有印发机关和印发日期')
      const rules = subject.layout.imprint
      const aside = rules.character.value * rules.indent.value
      const printer = imprint.printer ?? one
      const left = indentOf(printer).left + indentOf(printer).first
      const right = rightOf(subject, one)
      const written = one.text.split('\t').at(-1)?.trim() ?? ''
      const faults = [
        ...(mainSize(one) === rules.size.value ? [] : [`为${mainSize(one) / 2}磅`]),
        ...(isNear(left, aside, tolerance.right) ? [] : [`左空${inMillimetres(left)}`]),
        ...(right === undefined || isNear(right, aside, tolerance.right) ? [] : [`右空${inMillimetres(right)}`]),
        ...(/(?:^|[^\d])\d{4}年[1-9]\d?月[1-9]\d?日印发$/.test(written) ? [] : [`日期写作${excerpt(written)}`]),
        ...(dayIn(written) < dayIn(date?.text ?? '') ? ['印发日期早于成文日期'] : []),
      ]
      return verdict(faults, excerpt(one.text, 24))
    },
  },
]

/** Thickness of every line from the top to the foot, in eighths of a point. */
export function rulesOf(imprint: ImprintFound): number[] {
  // One of several pages has its first line on the first of them and its last on the last.
  const tables = new Set(imprint.paragraphs.flatMap(({ table }) => table ?? []))
  if (tables.size > 1) return [...tables].flatMap(tableRules)
  return imprint.table && imprint.copyTo?.table === imprint.printed?.table
    ? tableRules(imprint.table)
    : paragraphRules(imprint)
}

function tableRules(table: PaperTable): number[] {
  const count = table.rows.length
  return Array.from({ length: count + 1 }, (_, line) => {
    const above = table.rows[line - 1]?.cells[0]?.look['tcBorders/bottom']
    const below = table.rows[line]?.cells[0]?.look['tcBorders/top']
    const inner = line === 0 ? 'top' : line === count ? 'bottom' : 'insideH'
    return sizeOfBorder(above ?? below ?? table.look[`tblBorders/${inner}`])
  }).filter((size) => size > 0)
}

function paragraphRules({ paragraphs }: ImprintFound): number[] {
  return paragraphs
    .flatMap(({ look }, index) => [
      ...(index === 0 ? [sizeOfBorder(look['pBdr/top'])] : [sizeOfBorder(look['pBdr/between'])]),
      sizeOfBorder(look['pBdr/bottom']),
    ])
    .filter((size) => size > 0)
}

function sizeOfBorder(border: Readonly<Record<string, string>> | undefined): number {
  if (!border || ['nil', 'none'].includes(border.val ?? '')) return 0
  return Number(border.sz ?? 4)
}

function ruleLength(imprint: ImprintFound, room: number): number {
  if (imprint.table) return imprint.table.width
  const { left, right } = indentOf(imprint.paragraphs[0] as PaperParagraph)
  return (imprint.box?.width ?? room) - left - right
}

/** A list that is longer than a page goes on in the paragraphs below it. */
function endOfList({ paragraphs, printed, printer }: ImprintFound, copyTo: PaperParagraph): string {
  const below = paragraphs.slice(paragraphs.indexOf(copyTo) + 1)
  const further = below.filter(
    (one) => /^\s/.test(one.text) && one !== printed && one !== printer && !copies.test(one.text),
  )
  return (further.findLast((one) => !isBlank(one)) ?? copyTo).text.trim()
}

function hasRuleBetween(imprint: ImprintFound, sendTo: PaperParagraph): boolean {
  const { table, copyTo } = imprint
  // Parts of a 版记 of several pages.
  if (copyTo && sendTo.table !== copyTo.table) return false
  if (!table || !copyTo)
    return sizeOfBorder(sendTo.look['pBdr/bottom']) > 0 || sizeOfBorder(copyTo?.look['pBdr/top']) > 0
  const rowOf = (one: PaperParagraph) =>
    table.rows.findIndex(({ cells }) => cells.some(({ paragraphs }) => paragraphs.includes(one)))
  const [upper, lower] = [rowOf(sendTo), rowOf(copyTo)]
  if (upper === lower) return false
  const own =
    table.rows[upper]?.cells[0]?.look['tcBorders/bottom'] ?? table.rows[lower]?.cells[0]?.look['tcBorders/top']
  return sizeOfBorder(own ?? table.look['tblBorders/insideH']) > 0
}

/** Free space right of the date: a right tab stop, or the cell's own alignment. */
function rightOf({ layout }: Subject, one: PaperParagraph): number | undefined {
  const room = layout.typeArea.width.value
  if (['right', 'end'].includes(one.look.jc?.val ?? '')) return indentOf(one).right
  const stop = Object.entries(one.look).find(
    ([name, tab]) => name.startsWith('tab/') && ['right', 'end'].includes(tab.val ?? ''),
  )
  return stop && one.text.includes('\t') ? room - Number(stop[1].pos) : undefined
}

/** A day that can be compared; 0 without one. */
function dayIn(text: string): number {
  const match = /(\d{4})年(\d{1,2})月(\d{1,2})日/.exec(text.replace(/\s/g, '')) ?? datePattern.exec(text.trim())
  if (!match) return 0
  const [year = 0, month = 0, day = 0] = match.slice(1).map((part) => arabic(part ?? '0'))
  return year * 10_000 + month * 100 + day
}
