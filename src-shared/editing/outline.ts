/**
 * The outline of a text (正文结构) as it is edited: blocks are split, joined, moved and made headings of a level. Every
 * act answers the blocks and where the caret goes.
 */
import { headingNumber } from '../document-parts.ts'
import type { Block, Run } from '../documents.ts'
import { editedRuns, joinedRuns, type Range, runsText, splitRuns } from './runs.ts'

export type Level = 1 | 2 | 3 | 4
/** A heading has two texts: its own (`head`) and the one that follows on its line (`text`); a paragraph has `text`. */
export type TextPart = 'head' | 'text'
export type Place = { readonly index: number; readonly part: TextPart; readonly at: number }
export type Edited = { readonly blocks: readonly Block[]; readonly caret?: Place }

type Heading = Extract<Block, { kind: 'heading' }>
type Paragraph = Extract<Block, { kind: 'paragraph' }>

const longestHeading = 200
export const emptyParagraph: Paragraph = { kind: 'paragraph', runs: [] }

/** 一、 （一） 1. before each heading, as they will be printed; empty before anything else. */
export function headingNumbers(blocks: readonly Block[]): readonly string[] {
  const counts = [0, 0, 0, 0]
  return blocks.map((block) => {
    if (block.kind !== 'heading' || block.isUnnumbered) return ''
    const count = (counts[block.level - 1] ?? 0) + 1
    counts.splice(block.level - 1, 4, count, 0, 0, 0)
    return headingNumber(block.level, count)
  })
}

/** Enter: what stands behind the place becomes a paragraph of its own. */
export function splitBlock(blocks: readonly Block[], { index, part, at }: Place): Edited {
  const block = blocks[index]
  if (block?.kind === 'paragraph') {
    const [before, after] = splitRuns(block.runs, at)
    const halves: Block[] = [
      { ...bare(block), runs: before },
      { ...bare(block), runs: after },
    ]
    return { blocks: replaced(blocks, index, ...halves), caret: start(index + 1) }
  }
  if (block?.kind !== 'heading') return { blocks }
  if (part === 'text') {
    const [before, after] = splitRuns(block.runIn ?? [], at)
    return {
      blocks: replaced(blocks, index, headed(block, block.text, before), { kind: 'paragraph', runs: after }),
      caret: start(index + 1),
    }
  }
  if (block.text === '' && !block.runIn?.length)
    return { blocks: replaced(blocks, index, emptyParagraph), caret: start(index) }
  if (at === 0)
    return { blocks: replaced(blocks, index, emptyParagraph, block), caret: { index: index + 1, part: 'head', at: 0 } }
  const rest = joinedRuns([{ text: block.text.slice(at) }, ...(block.runIn ?? [])])
  return {
    blocks: replaced(blocks, index, headed(block, block.text.slice(0, at), []), { kind: 'paragraph', runs: rest }),
    caret: start(index + 1),
  }
}

/** Without what was chosen in one of its texts. */
export function withoutRange(
  blocks: readonly Block[],
  { index, part, range }: { readonly index: number; readonly part: TextPart; readonly range: Range },
): readonly Block[] {
  const block = blocks[index]
  if (range.from === range.to || !block) return blocks
  const left = (text: string) => text.slice(0, range.from) + text.slice(range.to)
  const rest = (runs: readonly Run[]) => editedRuns(runs, { text: left(runsText(runs)), caret: range.from }).runs
  if (block.kind === 'paragraph') return replaced(blocks, index, { ...bare(block), runs: rest(block.runs) })
  if (block.kind !== 'heading') return blocks
  if (part === 'head') return replaced(blocks, index, { ...block, text: left(block.text) })
  return replaced(blocks, index, headed(block, block.text, rest(block.runIn ?? [])))
}

/** Backspace at the beginning: a heading becomes a paragraph, a paragraph joins what stands before it. */
export function joinBack(blocks: readonly Block[], { index, part }: Omit<Place, 'at'>): Edited {
  const block = blocks[index]
  const previous = blocks[index - 1]
  if (block?.kind === 'heading' && part === 'head')
    return { blocks: replaced(blocks, index, asParagraph(block)), caret: start(index) }
  if (block?.kind === 'heading') return joinRunIn(blocks, index, block)
  if (block?.kind !== 'paragraph' || !previous) return { blocks }
  const others = replaced(blocks, index)
  if (previous.kind === 'paragraph') {
    const joined = { ...bare(previous), runs: joinedRuns([...previous.runs, ...block.runs]) }
    return {
      blocks: replaced(others, index - 1, joined),
      caret: { index: index - 1, part: 'text', at: runsText(previous.runs).length },
    }
  }
  if (previous.kind === 'heading') {
    const before = previous.runIn ?? []
    const isInText = before.length > 0 || block.runs.length > 0
    return {
      blocks: replaced(others, index - 1, headed(previous, previous.text, joinedRuns([...before, ...block.runs]))),
      caret: isInText
        ? { index: index - 1, part: 'text', at: runsText(before).length }
        : { index: index - 1, part: 'head', at: previous.text.length },
    }
  }
  return runsText(block.runs) === '' ? { blocks: others } : { blocks }
}

/** Delete at the end: what follows joins. */
export function joinForward(blocks: readonly Block[], { index, part }: Omit<Place, 'at'>): Edited {
  const [block, next] = [blocks[index], blocks[index + 1]]
  const isInside = block?.kind === 'heading' && part === 'head' && Boolean(block.runIn?.length)
  if (!next || isInside) return { blocks }
  if (next.kind === 'heading')
    return joinBack(replaced(blocks, index + 1, asParagraph(next)), { index: index + 1, part: 'text' })
  if (next.kind === 'paragraph') return joinBack(blocks, { index: index + 1, part: 'text' })
  return { blocks }
}

/** Makes a block a heading of a level, or with 0 a paragraph. */
export function withLevel(blocks: readonly Block[], index: number, level: Level | 0): Edited {
  const block = blocks[index]
  if (block?.kind === 'heading') {
    const changed: Block = level === 0 ? asParagraph(block) : { ...block, level }
    return { blocks: replaced(blocks, index, changed), caret: { index, part: level === 0 ? 'text' : 'head', at: -1 } }
  }
  if (block?.kind !== 'paragraph' || level === 0) return { blocks }
  const heading = asHeading(block.runs, level)
  const part = heading.text === '' && heading.runIn ? 'text' : 'head'
  return { blocks: replaced(blocks, index, heading), caret: { index, part, at: -1 } }
}

/** A number typed before a paragraph makes it a heading, which is numbered by order. */
export function numberedBlock(
  blocks: readonly Block[],
  index: number,
  { level, length }: { readonly level: Level; readonly length: number },
): Edited {
  const block = blocks[index]
  if (block?.kind !== 'paragraph') return { blocks }
  const { runs } = editedRuns(block.runs, { text: runsText(block.runs).slice(length), caret: 0 })
  const heading = asHeading(runs, level)
  const part = heading.text === '' && heading.runIn ? 'text' : 'head'
  // Behind the one letter that told 1. from 1.5.
  return { blocks: replaced(blocks, index, heading), caret: { index, part, at: level === 3 ? 1 : 0 } }
}

/** One step up (-1) or down (1) in the order 一级、二级、三级、四级、正文. */
export function shiftLevel(blocks: readonly Block[], index: number, by: 1 | -1): Edited {
  const block = blocks[index]
  if (block?.kind !== 'heading' && block?.kind !== 'paragraph') return { blocks }
  const depth = (block.kind === 'heading' ? block.level : 5) + by
  return depth < 1 || depth > 5 ? { blocks } : withLevel(blocks, index, depth === 5 ? 0 : (depth as Level))
}

export function movedBlock(blocks: readonly Block[], index: number, by: 1 | -1): Edited {
  const [block, other] = [blocks[index], blocks[index + by]]
  if (!block || !other) return { blocks }
  const part = block.kind === 'heading' ? 'head' : 'text'
  const moved = blocks.map((known, place) => (place === index ? other : place === index + by ? block : known))
  return { blocks: moved, caret: { index: index + by, part, at: -1 } }
}

/** Puts blocks behind one; -1 is before the first. */
export function insertedBlocks(blocks: readonly Block[], index: number, added: readonly Block[]): Edited {
  return {
    blocks: [...blocks.slice(0, index + 1), ...added, ...blocks.slice(index + 1)],
    caret: { index: index + added.length, part: added.at(-1)?.kind === 'heading' ? 'head' : 'text', at: -1 },
  }
}

/** A text always has a block to write in. */
export function removedBlock(blocks: readonly Block[], index: number): Edited {
  const others = replaced(blocks, index)
  const next = Math.min(index, others.length - 1)
  if (others.length === 0) return { blocks: [emptyParagraph], caret: start(0) }
  return { blocks: others, caret: { index: next, part: others[next]?.kind === 'heading' ? 'head' : 'text', at: 0 } }
}

/** Several blocks put in where a stretch of a paragraph was chosen; the first and the last take what stood around it. */
export function pastedInto(
  blocks: readonly Block[],
  { index, range, pasted }: { readonly index: number; readonly range: Range; readonly pasted: readonly Block[] },
): Edited {
  const block = blocks[index]
  if (block?.kind !== 'paragraph') return insertedBlocks(blocks, index, pasted)
  const text = runsText(block.runs)
  const rest = editedRuns(block.runs, { text: text.slice(0, range.from) + text.slice(range.to), caret: range.from })
  const [before, after] = splitRuns(rest.runs, rest.caret)
  const [first, ...others] = pasted
  const joined: Block[] =
    first?.kind === 'paragraph' && before.length > 0
      ? [{ kind: 'paragraph', runs: joinedRuns([...before, ...first.runs]) }, ...others]
      : [...(before.length > 0 ? [{ ...bare(block), runs: before }] : []), ...pasted]
  const last = joined.at(-1)
  const end = last?.kind === 'paragraph' ? runsText(last.runs).length : -1
  const tail: Block[] =
    after.length === 0
      ? joined
      : last?.kind === 'paragraph'
        ? [...joined.slice(0, -1), { ...last, runs: joinedRuns([...last.runs, ...after]) }]
        : [...joined, { kind: 'paragraph', runs: after }]
  return {
    blocks: replaced(blocks, index, ...tail),
    caret: { index: index + joined.length - 1, part: last?.kind === 'heading' ? 'head' : 'text', at: end },
  }
}

/**
 * A text as a heading: its first sentence is the heading, what follows stands on the same line. A sentence that is too
 * long for a heading, or holds a figure, is numbered text.
 */
export function asHeading(runs: readonly Run[], level: Level): Heading {
  const text = runsText(runs)
  const stop = text.indexOf('。') + 1
  const end = stop > 0 && stop < text.length ? stop : text.length
  const [first, rest] = splitRuns(runs, end)
  if (end > longestHeading || first.some((run) => run.figure))
    return { kind: 'heading', level, text: '', runIn: [...runs] }
  return headed({ kind: 'heading', level, text: '' }, runsText(first), rest)
}

function asParagraph({ text, runIn = [] }: Heading): Paragraph {
  return { kind: 'paragraph', runs: joinedRuns([{ text }, ...runIn]) }
}

function joinRunIn(blocks: readonly Block[], index: number, block: Heading): Edited {
  const text = block.text + runsText(block.runIn ?? [])
  const hasFigure = block.runIn?.some((run) => run.figure)
  if (text.length > longestHeading || hasFigure) return { blocks }
  return {
    blocks: replaced(blocks, index, headed(block, text, [])),
    caret: { index, part: 'head', at: block.text.length },
  }
}

function headed({ runIn: _, inlineItems: __, ...heading }: Heading, text: string, runIn: Run[]): Heading {
  return runIn.length > 0 ? { ...heading, text, runIn } : { ...heading, text }
}

/** Without what was noted about the text when it was read: it is another text now. */
function bare({ inlineItems: _, ...paragraph }: Paragraph): Paragraph {
  return paragraph
}

function start(index: number): Place {
  return { index, part: 'text', at: 0 }
}

function replaced(blocks: readonly Block[], index: number, ...by: readonly Block[]): Block[] {
  return [...blocks.slice(0, index), ...by, ...blocks.slice(index + 1)]
}
