/** The tools of the outline (正文工具): level, bold, table, picture, order; they act on the block where the caret is. */
import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  BoldOutlined,
  DeleteOutlined,
  EllipsisOutlined,
  TableOutlined,
} from '@ant-design/icons'
import { Button, Dropdown, Select, Tooltip } from 'antd'
import type { RefObject } from 'react'
import type { Block } from '../../../src-shared/documents.ts'
import {
  emptyParagraph,
  insertedBlocks,
  type Level,
  movedBlock,
  removedBlock,
  type TextPart,
  withLevel,
} from '../../../src-shared/editing/outline.ts'
import { withoutFigures } from '../../../src-shared/editing/runs.ts'
import { AddPicture } from './add-picture.tsx'
import { withBold } from './block-row.tsx'
import type { BlockActs } from './use-blocks.ts'

/** Where the caret was last: the tools act there. */
export type Current = { readonly index: number; readonly part: TextPart }

type BlockToolsProps = {
  readonly blocks: readonly Block[]
  readonly current: Current
  readonly acts: BlockActs
  readonly frame: RefObject<HTMLOListElement | null>
}

const levels = [
  { value: 0, label: '正文' },
  { value: 1, label: '一级标题 一、' },
  { value: 2, label: '二级标题（一）' },
  { value: 3, label: '三级标题 1.' },
  { value: 4, label: '四级标题（1）' },
]
const newTable: Block = { kind: 'table', rows: Array.from({ length: 3 }, () => ['', '', '']) }

export function BlockTools({ blocks, current, acts, frame }: BlockToolsProps) {
  const { index, part } = current
  const block = blocks[index]
  const isText = block?.kind === 'heading' || block?.kind === 'paragraph'
  const insert = (added: Block) => acts.act((known) => insertedBlocks(known, index, [added]))
  const bold = () => {
    const area = frame.current?.querySelector<HTMLTextAreaElement>(
      `:scope > [data-index="${index}"] [data-part="${part}"] textarea`,
    )
    if (block && area) acts.change(index, withBold(block, part, { from: area.selectionStart, to: area.selectionEnd }))
  }
  return (
    <div className="block-tools" role="toolbar" aria-label="正文工具">
      <Tooltip title="Alt+← 升一级，Alt+→ 降一级；Ctrl+Alt+1至4 定级，Ctrl+Alt+0 改为正文" mouseEnterDelay={0.6}>
        <Select
          size="small"
          className="level-select"
          aria-label="本段级别"
          disabled={!isText}
          options={levels}
          value={block?.kind === 'heading' ? block.level : 0}
          onChange={(level) => acts.act((known) => withLevel(known, index, level as Level | 0))}
        />
      </Tooltip>
      <Tool icon={<BoldOutlined />} name="加粗" hint="加粗所选文字（Ctrl+B）" isOff={!isText} onAct={bold} />
      <Tool name="加一段" hint="在本段后加一段（段末按回车也行）" onAct={() => insert(emptyParagraph)} />
      <Tool icon={<TableOutlined />} name="表格" hint="在本段后插入表格" onAct={() => insert(newTable)} />
      <AddPicture onAdded={(picture) => insert({ kind: 'picture', ...picture })} />
      <span className="tools-gap" />
      <Tool
        icon={<ArrowUpOutlined />}
        name="上移"
        hint="上移本段（Alt+↑）"
        isBare
        isOff={index === 0}
        onAct={() => acts.act((known) => movedBlock(known, index, -1))}
      />
      <Tool
        icon={<ArrowDownOutlined />}
        name="下移"
        hint="下移本段（Alt+↓）"
        isBare
        isOff={index === blocks.length - 1}
        onAct={() => acts.act((known) => movedBlock(known, index, 1))}
      />
      <Tool
        icon={<DeleteOutlined />}
        name="删除本段"
        hint="删除本段"
        isBare
        onAct={() => acts.act((known) => removedBlock(known, index))}
      />
      <Dropdown
        trigger={['click']}
        menu={{
          items: furtherItems(block),
          onClick: ({ key }) => block && acts.change(index, furtherActs[key]?.(block) ?? block),
        }}
      >
        <Button size="small" type="text" icon={<EllipsisOutlined />} aria-label="更多" />
      </Dropdown>
    </div>
  )
}

type ToolProps = {
  readonly name: string
  readonly hint: string
  readonly icon?: React.ReactNode
  /** Shows its icon only. */
  readonly isBare?: boolean
  readonly isOff?: boolean
  readonly onAct: () => void
}

function Tool({ name, hint, icon, isBare = false, isOff = false, onAct }: ToolProps) {
  return (
    <Tooltip title={hint} mouseEnterDelay={0.6}>
      <Button
        size="small"
        type="text"
        icon={icon}
        aria-label={name}
        disabled={isOff}
        // The caret and what is chosen stay where they are.
        onMouseDown={(event) => event.preventDefault()}
        onClick={onAct}
      >
        {isBare ? null : name}
      </Button>
    </Tooltip>
  )
}

const furtherActs: Readonly<Record<string, (block: Block) => Block>> = {
  number: (block) => {
    if (block.kind !== 'heading') return block
    const { isUnnumbered, ...heading } = block
    return isUnnumbered ? heading : { ...heading, isUnnumbered: true }
  },
  runIn: (block) => (block.kind === 'heading' ? { ...block, runIn: [] } : block),
  byHand: (block) => {
    if (block.kind === 'heading' && block.runIn) return { ...block, runIn: withoutFigures(block.runIn) }
    return block.kind === 'paragraph' ? { kind: 'paragraph', runs: withoutFigures(block.runs) } : block
  },
}

/** What else can be done with a block, by what it is. */
function furtherItems(block: Block | undefined) {
  const runs = block?.kind === 'paragraph' ? block.runs : block?.kind === 'heading' ? (block.runIn ?? []) : []
  return [
    {
      key: 'number',
      label: block?.kind === 'heading' && block.isUnnumbered ? '恢复编号' : '标题不编号',
      disabled: block?.kind !== 'heading',
    },
    {
      key: 'runIn',
      label: '标题后接写正文（不另起行）',
      disabled: block?.kind !== 'heading' || block.runIn !== undefined,
    },
    {
      key: 'byHand',
      label: '数字改为手写（不再随“重新取数”更新）',
      disabled: !runs.some((run) => run.figure),
    },
  ]
}
