/** The text of a document as an outline (正文): headings numbered by order, paragraphs to write, figures to keep. */
import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { headingNumber } from '../../src-shared/document-parts.ts'
import type { Block } from '../../src-shared/documents.ts'
import { BlockInput } from './block-input.tsx'

type BlocksEditorProps = {
  readonly value?: readonly Block[]
  readonly onChange?: (blocks: readonly Block[]) => void
}

const additions = [
  { key: 'paragraph', label: '段落' },
  { key: '1', label: '一级标题 一、' },
  { key: '2', label: '二级标题（一）' },
  { key: '3', label: '三级标题 1.' },
]

export function BlocksEditor({ value = [], onChange }: BlocksEditorProps) {
  const numbers = numbersOf(value)
  const change = (index: number, ...blocks: Block[]) =>
    onChange?.([...value.slice(0, index), ...blocks, ...value.slice(index + 1)])
  const move = (index: number, by: 1 | -1) => {
    const moved = [...value]
    moved.splice(index + by, 0, ...moved.splice(index, 1))
    onChange?.(moved)
  }
  return (
    <ol className="blocks" aria-label="正文">
      {value.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no id, and every input is controlled
        <li key={index} className={`block block-${block.kind}`}>
          <BlockInput
            block={block}
            number={numbers[index] ?? ''}
            place={index + 1}
            onChange={(changed) => change(index, changed)}
          />
          <div className="block-actions">
            <Button
              type="text"
              size="small"
              icon={<ArrowUpOutlined />}
              aria-label={`第${index + 1}段上移`}
              disabled={index === 0}
              onClick={() => move(index, -1)}
            />
            <Button
              type="text"
              size="small"
              icon={<ArrowDownOutlined />}
              aria-label={`第${index + 1}段下移`}
              disabled={index === value.length - 1}
              onClick={() => move(index, 1)}
            />
            <Dropdown
              trigger={['click']}
              menu={{ items: additions, onClick: ({ key }) => change(index, block, blankBlock(key)) }}
            >
              <Button type="text" size="small" icon={<PlusOutlined />} aria-label={`在第${index + 1}段后添加`} />
            </Dropdown>
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={`删除第${index + 1}段`}
              disabled={value.length === 1}
              onClick={() => change(index)}
            />
          </div>
        </li>
      ))}
    </ol>
  )
}

function blankBlock(kind: string): Block {
  if (kind === 'paragraph') return { kind: 'paragraph', runs: [{ text: '' }] }
  return { kind: 'heading', level: Number(kind) as 1 | 2 | 3, text: '' }
}

/** 一、 （一） 1. before each heading, as they will be printed. */
function numbersOf(blocks: readonly Block[]): readonly string[] {
  const counts = [0, 0, 0, 0]
  return blocks.map((block) => {
    if (block.kind !== 'heading' || block.isUnnumbered) return ''
    const count = (counts[block.level - 1] ?? 0) + 1
    counts.splice(block.level - 1, 4, count, 0, 0, 0)
    return headingNumber(block.level, count)
  })
}
