/** Draws the figures of a report again (刷新数字) and leaves everything else as the clerk wrote it. Pure. */
import type { Block } from '../../src-shared/documents.ts'
import { markedBlock } from './report-words.ts'

/**
 * Each paragraph with figures takes the text of the fresh paragraph about the same figures. One that the clerk deleted
 * stays deleted; one that the records no longer bear out goes.
 */
export function redrawBlocks(written: readonly Block[], fresh: readonly Block[]): Block[] {
  const partners = pairUp(written, fresh)
  const redrawn = written.flatMap((block): Block[] => {
    if (figuresOf(block).size === 0) return [block]
    const partner = partners.get(block)
    return partner ? [partner] : []
  })
  return fillEmptyChapters(redrawn, written)
}

/** The most alike first, so that a paragraph whose figures grew or shrank still finds its own. */
function pairUp(written: readonly Block[], fresh: readonly Block[]): Map<Block, Block> {
  const likeness = written
    .flatMap((old) => fresh.map((block) => ({ old, block, alike: alike(figuresOf(old), figuresOf(block)) })))
    .filter((pair) => pair.alike > 0)
    .sort((one, other) => other.alike - one.alike)
  const partners = new Map<Block, Block>()
  const taken = new Set<Block>()
  for (const { old, block } of likeness)
    if (!partners.has(old) && !taken.has(block)) {
      partners.set(old, block)
      taken.add(block)
    }
  return partners
}

/** Shared figures ÷ all figures of both. */
function alike(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((figure) => other.has(figure)).length
  const all = one.size + other.size - shared
  return all === 0 ? 0 : shared / all
}

function figuresOf(block: Block): Set<string> {
  if (block.kind === 'heading') return new Set()
  return new Set(block.runs.flatMap((run) => (run.figure === undefined ? [] : [run.figure])))
}

/** A heading that lost its last paragraph gets a marked sentence; one that had none before stays as it was. */
function fillEmptyChapters(blocks: readonly Block[], before: readonly Block[]): Block[] {
  const isEmpty = (list: readonly Block[], index: number) =>
    list[index]?.kind === 'heading' && (list[index + 1] === undefined || list[index + 1]?.kind === 'heading')
  return blocks.flatMap((block, index) => {
    if (!isEmpty(blocks, index) || isEmpty(before, before.indexOf(block))) return [block]
    return [block, markedBlock('本部分原有数字已不适用，请据实改写')]
  })
}
