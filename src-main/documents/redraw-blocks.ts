/** Draws the figures of a report again (刷新数字) and leaves everything else as the clerk wrote it. Pure. */
import type { Block, Run } from '../../src-shared/documents.ts'
import type { OfferedBlock } from '../../src-shared/editing/offered-blocks.ts'
import type { DocumentFigures, FigureKey } from '../../src-shared/statistics.ts'
import { figureRun, figureValue } from './figure-sentence.ts'
import { passingFigures } from './report-blocks.ts'
import { markedBlock } from './report-words.ts'

/**
 * A paragraph with figures takes the text of the fresh one that begins with the same figure. One that the clerk deleted
 * stays deleted; one that says what no longer holds goes; in one that the clerk made over, only the numbers change and
 * what she made bold stays bold.
 */
export function redrawBlocks(
  written: readonly Block[],
  { fresh, figures }: { readonly fresh: readonly Block[]; readonly figures: DocumentFigures },
): Block[] {
  const freshByLead = new Map(fresh.map((block) => [leadOf(block), block]))
  const redrawn = written.flatMap((block): Block[] => {
    const lead = leadOf(block)
    if (lead === undefined) return [block]
    if (block.kind === 'paragraph' && block.isReworded && !deniesWhatIs(block.runs, figures))
      return [withNumbers(block, figures)]
    const partner = freshByLead.get(lead)
    if (partner) return [partner]
    return passingFigures.includes(lead) ? [] : [withNumbers(block, figures)]
  })
  return fillEmptyChapters(redrawn, written)
}

/** Fresh paragraphs with figures whose like the document does not have: new in the records, or deleted by the clerk. */
export function offeredBlocks(written: readonly Block[], fresh: readonly Block[]): OfferedBlock[] {
  const known = new Set(written.map(leadOf))
  let heading = ''
  return fresh.flatMap((block): OfferedBlock[] => {
    if (block.kind === 'heading') heading = block.text
    const lead = leadOf(block)
    return lead === undefined || known.has(lead) ? [] : [{ heading, block }]
  })
}

/** The first figure of a paragraph: what the paragraph is about. */
function leadOf(block: Block): FigureKey | undefined {
  return block.kind !== 'paragraph' ? undefined : block.runs.find((run) => run.figure !== undefined)?.figure
}

function withNumbers(block: Block, figures: DocumentFigures): Block {
  if (block.kind !== 'paragraph') return block
  return { ...block, runs: block.runs.map((run) => drawnAgain(run, figures)) }
}

/** A word such as 未开展 stays while its figure is 0. */
function drawnAgain(run: Run, figures: DocumentFigures): Run {
  if (!run.figure || (isWord(run) && !figureValue(figures, run.figure))) return run
  return { ...run, ...figureRun(figures, run.figure) }
}

/** 未开展, where by now there is something: then the whole sentence holds no longer. */
function deniesWhatIs(runs: readonly Run[], figures: DocumentFigures): boolean {
  return runs.some((run) => run.figure && isWord(run) && Boolean(figureValue(figures, run.figure)))
}

function isWord(run: Run): boolean {
  return !/^[\d.%]+$/.test(run.text)
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
