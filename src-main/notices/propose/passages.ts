/** The text of a notice as passages (段落), each with the headings above it and what its section is for. */
import type { RecognisedAnnex, RecognisedBlock, RecognisedDocument } from '../../../src-shared/recognition.ts'
import { minimumsIn } from './minimums.ts'

/**
 * 认识: what is to be understood, a duty only where something countable is asked. 贯彻: how the work at large goes on,
 * of which only its leading sentence and named programmes are duties. 说明: rules, prizes, standards and particulars, a duty only
 * where a least number or a report is asked. 任务: everything else.
 */
export type Section = '任务' | '认识' | '贯彻' | '说明'

export type Passage = {
  /** Exactly as recognised: heading and run-in text, without the number. */
  readonly text: string
  /** Where the text begins that is no heading. */
  readonly bodyFrom: number
  /** Headings above, outermost first, its own last. */
  readonly place: readonly string[]
  readonly section: Section
  /** Offsets of bold run-in sentences: an unnumbered level of headings. */
  readonly topics: readonly number[]
  /** 0 for the first passage below its level-1 heading, which speaks for the whole section. */
  readonly indexInSection: number
}
export type TablePassage = { readonly rows: readonly (readonly string[])[]; readonly place: readonly string[] }
export type Part = { readonly passages: readonly Passage[]; readonly tables: readonly TablePassage[] }

/** The body, and each annex as a part of its own. */
export function partsOf(document: RecognisedDocument): { body: Part; annexes: readonly Part[] } {
  return { body: partOf(document.blocks, []), annexes: (document.annexes ?? []).map(annexPart) }
}

function annexPart(annex: RecognisedAnnex): Part {
  return partOf(annex.blocks, [`附件${annex.number ?? ''}${annex.title ? ` ${annex.title}` : ''}`])
}

const understanding =
  /重大意义|重要意义|深刻认识|充分认识|提高.{0,6}认识$|深刻领会|准确把握|全面把握|精神实质|丰富内涵|政治站位|指导思想|总体要求|领会.*内涵|着力点|切入点|学习领会.*重点/u
const carryingOut =
  /上下功夫|落地生根|贯彻落实到|落实到.*工作|知行合一|创新发展|高质量发展|紧密联系实际|全面落实|转化为|推动工作/u
/** Headings below which it is said how something goes, who may take part, what is awarded. */
const particulars =
  /奖项|奖励|评奖|评分|打分|规则$|赛制|赛程|(?:评选|推荐|申报|参评|参赛|评审|入选)(?:条件|资格)|(?:演讲|比赛|竞赛|大赛|征文|作品|参赛)(?:形式|内容|主题|要求|组别|规格)$|(?:活动|参赛|参加|培训|报名|征集|评选|推荐)(?:目的|主题|意义|口号|范围|对象|人员)|时点$|材料内容|(?:调查|统计|填报|报表)[^，。]{0,6}(?:内容|范围|口径|说明)|标准$|^[^，。]{0,3}(?:主办|承办|协办|组织)(?:单位|机构)$|注意事项/u

function partOf(blocks: readonly RecognisedBlock[], above: readonly string[]): Part {
  const passages: Passage[] = []
  const tables: TablePassage[] = []
  const open: { level: number; text: string }[] = []
  let section: Section = '任务'
  let indexInSection = 0
  for (const [index, block] of blocks.entries()) {
    const place = () => [...above, ...open.map(({ text }) => text)]
    if (block.kind === 'table') {
      tables.push({ rows: block.rows, place: place() })
      continue
    }
    const runs = block.kind === 'paragraph' ? block.runs : (block.runIn ?? [])
    const heading = block.kind === 'heading' ? block.text : ''
    if (block.kind === 'heading') {
      while ((open.at(-1)?.level ?? 0) >= block.level) open.pop()
      if (heading !== '') open.push({ level: block.level, text: headingWords(block.number, heading) })
      if (open.length <= 1) [section, indexInSection] = [sectionOf(heading), 0]
    }
    const body = runs.map((run) => run.text).join('')
    const isItem = heading !== '' && (asksItself(heading) || (body === '' && isListItem(blocks, index)))
    if (heading !== '' && body === '' && !isItem) continue
    const text = heading + body
    passages.push({
      text,
      bodyFrom: isItem ? 0 : heading.length,
      place: isItem ? place().slice(0, -1) : place(),
      section: open.some(({ text }) => isParticulars(text))
        ? '说明'
        : innerSection(section, open.slice(1).at(-1)?.text ?? ''),
      topics: boldSentences(runs, heading.length),
      indexInSection,
    })
    indexInSection += 1
    // What follows a list is not below its last item.
    if (isItem) open.pop()
  }
  return { passages, tables }
}

function sectionOf(heading: string): Section {
  if (isTask(heading)) return '任务'
  if (carryingOut.test(heading)) return '贯彻'
  return understanding.test(heading) ? '认识' : '任务'
}

/** 提高思想认识 below 工作要求 asks for work all the same: only a section as a whole is narrative. */
function innerSection(section: Section, heading: string): Section {
  if (section !== '任务') return section
  return understanding.test(heading) && !/认识$/u.test(heading) && !isTask(heading) ? '认识' : section
}

/** Without its number. */
function isParticulars(heading: string): boolean {
  return particulars.test(heading.replace(/^(?:[一二三四五六七八九十]+、|（[^）]{1,3}）|\d+[.、])/u, ''))
}

function isTask(heading: string): boolean {
  return /学习宣传$|宣传宣讲|热潮|重点任务|工作要求|组织实施|活动|学习培训|走深走实/u.test(heading)
}

/** 7月份，举办“大讲堂”2期。 asks for something before any text follows: the numbered sentence is text, not a heading. */
function asksItself(heading: string): boolean {
  return heading.includes('，') && (minimumsIn(heading, '本单位').length > 0 || /\d月|每[季月周名个]/u.test(heading))
}

/** A numbered line below which nothing stands, or that ends as a sentence of a list does, is no heading. */
function isListItem(blocks: readonly RecognisedBlock[], index: number): boolean {
  const [above, block, next] = [blocks[index - 1], blocks[index], blocks[index + 1]]
  if (block?.kind !== 'heading') return false
  if (block.text.endsWith('；')) return true
  const isBelowItem = above?.kind === 'heading' && above.level === block.level && above.runIn === undefined
  if (isBelowItem && (above.text.endsWith('；') || block.text.endsWith('。'))) return true
  return next === undefined || (next.kind === 'heading' && next.level <= block.level)
}

function headingWords(number: string, text: string): string {
  return `${number}${text.replace(/[。：；，]$/u, '')}`
}

function boldSentences(runs: readonly { text: string; isBold?: true }[], from: number): number[] {
  const offsets: number[] = []
  let offset = from
  for (const { text, isBold } of runs) {
    if (isBold && /[。：]$/u.test(text)) offsets.push(offset)
    offset += text.length
  }
  return offsets
}
