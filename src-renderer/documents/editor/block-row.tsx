/** One block of the outline (一段): its number in the margin, and its text, cells or picture. */
import { type ClipboardEvent, type KeyboardEvent, memo, useContext } from 'react'
import type { Block, Run } from '../../../src-shared/documents.ts'
import { numberedBlock, pastedInto, type TextPart } from '../../../src-shared/editing/outline.ts'
import { isSeveralLines, numberingAt, pastedBlocks } from '../../../src-shared/editing/paste.ts'
import { type Range, runsText, withBoldToggled } from '../../../src-shared/editing/runs.ts'
import { onBlockKey } from './block-keys.ts'
import { StaleFigures } from './figure-context.ts'
import { LineEditor } from './line-editor.tsx'
import { PictureEditor } from './picture-editor.tsx'
import { TableEditor } from './table-editor.tsx'
import type { BlockActs } from './use-blocks.ts'

type BlockRowProps = {
  readonly block: Block
  readonly index: number
  /** What stands before a heading: 一、. */
  readonly number: string
  /** Names the text it belongs to when there are several: 附件1. */
  readonly owner: string
  readonly fault: string | undefined
  readonly isCurrent: boolean
  readonly acts: BlockActs
}

export const BlockRow = memo(function BlockRow(props: BlockRowProps) {
  const { block, index, number, owner, fault, isCurrent, acts } = props
  const label = `${owner}第${index + 1}段`
  const stale = useContext(StaleFigures)
  const isStale = 'runs' in block && block.runs.some(({ figure }) => figure !== undefined && stale.has(figure))
  return (
    <li
      data-index={index}
      className={`block block-${block.kind} ${block.kind === 'heading' ? `level-${block.level}` : ''}`}
      aria-current={isCurrent}
    >
      <span className="block-number">{number}</span>
      <div className="block-content">
        {block.kind === 'table' ? (
          <TableEditor
            table={block}
            label={label}
            onChange={(table, group) => acts.change(index, table, group && `${owner}${index}${group}`)}
          />
        ) : block.kind === 'picture' ? (
          <PictureEditor
            picture={block}
            label={label}
            onChange={(picture) => acts.change(index, picture, `${owner}${index}`)}
          />
        ) : (
          <TextBlock {...props} block={block} label={label} />
        )}
        {fault ? <div className="block-fault">{fault}</div> : null}
        {isStale ? <div className="block-fault">台账记录有改动，这段的数字已不一致，请点“重新取数”</div> : null}
      </div>
    </li>
  )
})

type TextBlockProps = Omit<BlockRowProps, 'block'> & {
  readonly block: Extract<Block, { kind: 'heading' | 'paragraph' }>
  readonly label: string
}

function TextBlock({ block, label, index, owner, fault, acts }: TextBlockProps) {
  const lineOf = (part: TextPart, runs: readonly Run[], name: string) => (
    <div data-part={part} className="block-line">
      <LineEditor
        runs={runs}
        label={`${label}，${name}`}
        placeholder={part === 'head' ? '标题' : '在这里写正文'}
        isWrong={fault !== undefined}
        onRuns={(changed) => {
          acts.change(index, withRuns(block, part, changed), `${owner}${index}${part}`)
          const numbering = block.kind === 'paragraph' && newNumbering(runs, changed)
          // An act of its own: who did not mean a heading undoes it.
          if (numbering) acts.act((blocks) => numberedBlock(blocks, index, numbering))
        }}
        onKeyDown={(event, range) => {
          if (isBoldKey(event)) acts.change(index, withBold(block, part, range))
          else onBlockKey(event, { index, part, range }, acts)
        }}
        onPaste={(event, range) => paste(event, range, { index, acts })}
      />
    </div>
  )
  if (block.kind === 'paragraph') return lineOf('text', block.runs, '正文')
  return (
    <>
      {lineOf('head', [{ text: block.text, ...(block.isBold ? { isBold: true } : {}) }], '标题')}
      {block.runIn ? lineOf('text', block.runIn, '标题后的正文') : null}
    </>
  )
}

/** A number that was not there before this letter was typed. */
function newNumbering(before: readonly Run[], after: readonly Run[]) {
  return numberingAt(runsText(before)) ? undefined : numberingAt(runsText(after))
}

/** Bold on or off: for the chosen stretch of a text, for the whole of a heading. */
export function withBold(block: Block, part: TextPart, range: Range): Block {
  if (block.kind === 'heading' && part === 'head') {
    const { isBold, ...heading } = block
    return isBold ? heading : { ...heading, isBold: true }
  }
  if (block.kind === 'heading') return { ...block, runIn: withBoldToggled(block.runIn ?? [], range) }
  if (block.kind !== 'paragraph' || range.from === range.to) return block
  return withRuns(block, 'text', withBoldToggled(block.runs, range))
}

/** What was noted about the text when it was read, or drawn from the records, holds no longer. */
function withRuns(block: TextBlockProps['block'], part: TextPart, runs: Run[]): Block {
  const { inlineItems: _, ...rest } = block
  if (rest.kind === 'heading') return part === 'head' ? { ...rest, text: runsText(runs) } : { ...rest, runIn: runs }
  const isReworded = runs.some((run) => run.figure)
  return { kind: 'paragraph', runs, ...(isReworded ? { isReworded } : {}) }
}

function isBoldKey(event: KeyboardEvent): boolean {
  const isBold = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'b'
  if (isBold) event.preventDefault()
  return isBold
}

type PastePlace = { readonly index: number; readonly acts: BlockActs }

/** One line is typed as it is; several become blocks, cells a table. */
function paste(event: ClipboardEvent, range: Range, { index, acts }: PastePlace): void {
  const text = event.clipboardData.getData('text/plain')
  if (!isSeveralLines(text)) return
  event.preventDefault()
  const pasted = pastedBlocks(text)
  if (pasted.length > 0) acts.act((blocks) => pastedInto(blocks, { index, range, pasted }))
}
