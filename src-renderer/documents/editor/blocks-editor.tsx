/** The text of a document, or of one of its annexes, as an outline (正文编辑): tools above, blocks below. */
import { useCallback, useMemo, useState } from 'react'
import type { Block } from '../../../src-shared/documents.ts'
import { headingNumbers } from '../../../src-shared/editing/outline.ts'
import { BlockRow } from './block-row.tsx'
import { BlockTools, type Current } from './block-tools.tsx'
import type { EditBlocks } from './edit.ts'
import { useBlocks } from './use-blocks.ts'
import { type Fault, faultAt } from './use-faults.ts'

type BlocksEditorProps = {
  readonly blocks: readonly Block[]
  readonly onChange: EditBlocks
  /** Names the text when there are several: 附件1. */
  readonly owner?: string
  /** Paths begin with the block. */
  readonly faults: readonly Fault[]
}

export function BlocksEditor({ blocks, onChange, owner = '', faults }: BlocksEditorProps) {
  const { acts, frame } = useBlocks(blocks, onChange)
  const numbers = useMemo(() => headingNumbers(blocks), [blocks])
  const [last, setLast] = useState<Current>({ index: 0, part: 'text' })
  const current = { ...last, index: Math.min(last.index, blocks.length - 1) }
  const onFocus = useCallback(({ target }: { readonly target: EventTarget }) => {
    const row = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-index]') : null
    const part = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-part]')?.dataset.part : undefined
    if (row) setLast({ index: Number(row.dataset.index), part: part === 'head' ? 'head' : 'text' })
  }, [])
  return (
    <section className="blocks-editor" aria-label={owner === '' ? '正文' : `${owner}正文`}>
      <BlockTools blocks={blocks} current={current} acts={acts} frame={frame} />
      <ol className="blocks" ref={frame} onFocus={onFocus}>
        {blocks.map((block, index) => (
          <BlockRow
            // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no id, and every input is controlled
            key={index}
            block={block}
            index={index}
            number={numbers[index] ?? ''}
            owner={owner}
            fault={faultAt(faults, index)}
            isCurrent={index === current.index}
            acts={acts}
          />
        ))}
      </ol>
    </section>
  )
}
