/** One attached file (一份佐证): its small picture, role and caption, and what can be done with it. */
import {
  ArrowLeftOutlined,
  ArrowRightOutlined,
  DeleteOutlined,
  DownloadOutlined,
  RotateRightOutlined,
} from '@ant-design/icons'
import { Button, Input, Select, Tooltip } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Attachment, AttachmentRole } from '../../src-shared/attachments.ts'
import { attachmentRoles } from '../../src-shared/vocabulary.ts'
import { useBackend } from '../api.ts'
import { optionsOf } from '../components/fields.tsx'
import { useAction } from '../components/use-action.ts'
import { useDelivery } from '../components/use-delivery.tsx'
import { useRowEdits } from '../components/use-row-edits.ts'
import { nameOf, Thumbnail } from './thumbnail.tsx'

type EvidenceCardProps = {
  readonly attachment: Attachment
  readonly onOpen: () => void
  readonly onRemove: () => void
  /** To the left or right neighbour's place; undefined at the end of the row. */
  readonly onEarlier: (() => void) | undefined
  readonly onLater: (() => void) | undefined
  /** Another card was dragged onto this one. */
  readonly onDropped: (id: string) => void
}

/** Marks a drag as one of ours: files and words that are dragged over a card are not. */
const dragged = 'application/x-evidence'

export function EvidenceCard(props: EvidenceCardProps) {
  const { attachment, onOpen, onRemove, onEarlier, onLater, onDropped } = props
  const { client } = useBackend()
  const { id, role, caption, takenOn, fileName, viewSha256 } = attachment
  const [typed, setTyped] = useState<string | null>(null)
  const name = nameOf(attachment)
  const editing = useRowEdits(attachment)
  const change = (changed: { role?: AttachmentRole; caption?: string }) =>
    editing.mutate(async ({ version, ...last }) => {
      const fields = { role: last.role, caption: last.caption, takenOn: last.takenOn, fileName: last.fileName }
      const row = await client.attachments.update({ id, version, fields: { ...fields, ...changed } })
      // What was typed since is not stored yet.
      if (changed.caption !== undefined) setTyped((now) => (now === changed.caption ? null : now))
      return row
    })
  const rotate = () => editing.mutate(({ version }) => client.attachments.rotate({ id, version, quarters: 1 }))
  const save = useSaveOriginal()
  const keepCaption = () => {
    if (typed !== null && typed.trim() !== caption) change({ caption: typed })
    else setTyped(null)
  }
  return (
    <li
      className="evidence-card"
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes(dragged)) event.preventDefault()
      }}
      onDrop={(event) => {
        const other = event.dataTransfer.getData(dragged)
        if (other && other !== id) onDropped(other)
      }}
    >
      <button
        type="button"
        className="evidence-picture"
        draggable
        onDragStart={({ dataTransfer }) => dataTransfer.setData(dragged, id)}
        onClick={onOpen}
        aria-label={`查看${name}`}
      >
        <Thumbnail attachment={attachment} />
      </button>
      <div className="evidence-name" title={fileName}>
        {fileName}
        {takenOn ? <span className="evidence-day figure">{takenOn}</span> : null}
      </div>
      <Select
        size="small"
        className="wide"
        aria-label={`${name}的类别`}
        value={role}
        options={optionsOf(attachmentRoles)}
        onChange={(chosen: AttachmentRole) => change({ role: chosen })}
      />
      <Input
        size="small"
        aria-label={`${name}的说明`}
        placeholder="说明"
        maxLength={100}
        value={typed ?? caption}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={keepCaption}
        onPressEnter={keepCaption}
      />
      <div className="evidence-actions">
        <Act word={`前移${name}`} icon={<ArrowLeftOutlined />} onClick={onEarlier} />
        <Act word={`后移${name}`} icon={<ArrowRightOutlined />} onClick={onLater} />
        {viewSha256 === null ? null : <Act word={`旋转${name}`} icon={<RotateRightOutlined />} onClick={rotate} />}
        <Act word={`保存${name}的原件`} icon={<DownloadOutlined />} onClick={() => save(attachment)} />
        <Act word={`删除${name}`} icon={<DeleteOutlined />} onClick={onRemove} />
      </div>
    </li>
  )
}

type ActProps = { readonly word: string; readonly icon: ReactNode; readonly onClick: (() => void) | undefined }

function Act({ word, icon, onClick }: ActProps) {
  return (
    <Tooltip title={word.slice(0, 2)} mouseEnterDelay={0.4}>
      <Button type="text" size="small" icon={icon} aria-label={word} disabled={!onClick} onClick={onClick} />
    </Tooltip>
  )
}

/** Returns a function that brings the original of a file to the person. */
export function useSaveOriginal() {
  const { client } = useBackend()
  const deliver = useDelivery()
  const saving = useAction({
    call: ({ id }: Attachment) => client.attachments.save({ id }),
    onDone: (delivery, { fileName }) => deliver(delivery, `“${fileName}”`),
  })
  return saving.mutate
}
