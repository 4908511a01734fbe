/** One heading or paragraph (标题、段落) of the outline. */
import { Button, Input, Tooltip } from 'antd'
import type { Block, Run } from '../../src-shared/documents.ts'
import { GrowText } from '../components/grow-text.tsx'
import { figureMeanings } from './figure-meanings.ts'

type BlockInputProps = {
  readonly block: Block
  /** What stands before a heading: 一、. */
  readonly number: string
  /** Which block it is, counted from 1. */
  readonly place: number
  readonly onChange: (block: Block) => void
}

export function BlockInput({ block, number, place, onChange }: BlockInputProps) {
  if (block.kind === 'heading')
    return (
      <Input
        prefix={<span className="block-number">{number}</span>}
        aria-label={`第${place}段，标题`}
        className={`heading-${block.level}`}
        maxLength={100}
        status={block.text.trim() === '' ? 'error' : ''}
        placeholder="标题不能空着"
        value={block.text}
        onChange={(event) => onChange({ ...block, text: event.target.value })}
      />
    )
  if (block.kind === 'table')
    return (
      <p className="figure-paragraph">
        表格（{block.rows.length}行{block.rows[0]?.length ?? 0}列），在预览中可以看到
      </p>
    )
  if (block.kind === 'picture')
    return <p className="figure-paragraph">图片{block.caption ? `：${block.caption}` : ''}</p>
  if (block.runs.some((run) => run.figure)) return <FigureParagraph runs={block.runs} onChange={onChange} />
  return (
    <GrowText
      rows={2}
      aria-label={`第${place}段，正文`}
      placeholder="在这里写正文"
      value={textOf(block.runs)}
      onChange={(event) => onChange({ kind: 'paragraph', runs: [{ text: event.target.value.replaceAll('\n', '') }] })}
    />
  )
}

type FigureParagraphProps = { readonly runs: readonly Run[]; readonly onChange: (block: Block) => void }

/** Figures drawn from the records are shown, not typed; 改为手写 makes them plain text for good. */
function FigureParagraph({ runs, onChange }: FigureParagraphProps) {
  return (
    <div className="figure-paragraph">
      <p>
        {runs.map((run, index) =>
          run.figure ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: runs of a read-only paragraph never move
            <Tooltip key={index} title={figureMeanings[run.figure]}>
              <mark>{run.text}</mark>
            </Tooltip>
          ) : (
            run.text
          ),
        )}
      </p>
      <Tooltip title="改为手写后，这段的数字不再随“重新取数”更新">
        <Button size="small" onClick={() => onChange({ kind: 'paragraph', runs: [{ text: textOf(runs) }] })}>
          改为手写
        </Button>
      </Tooltip>
    </div>
  )
}

function textOf(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('')
}
