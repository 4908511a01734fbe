/** A picture large (大图预览): with zoom, the next and the one before, by button and by key. */
import { LeftOutlined, MinusOutlined, PlusOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Flex, Modal } from 'antd'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import type { Attachment } from '../../src-shared/attachments.ts'
import { formatSize } from '../components/formats.ts'
import { useSaveOriginal } from './evidence-card.tsx'
import { nameOf } from './thumbnail.tsx'
import { useFileUrl } from './use-file-url.ts'

type EvidencePreviewProps = {
  readonly attachments: readonly Attachment[]
  readonly openId: string | null
  readonly onOpen: (id: string | null) => void
}

const zooms = [1, 1.5, 2, 3, 4]

export function EvidencePreview({ attachments, openId, onOpen }: EvidencePreviewProps) {
  const index = attachments.findIndex(({ id }) => id === openId)
  const shown = attachments[index]
  const step = (by: number) => {
    const next = attachments[index + by]
    if (next) onOpen(next.id)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') step(-1)
    if (event.key === 'ArrowRight') step(1)
  }
  return (
    <Modal
      open={shown !== undefined}
      onCancel={() => onOpen(null)}
      footer={null}
      width="min(1200px, 96vw)"
      style={{ top: 16 }}
      title={shown ? `${nameOf(shown)}（${index + 1}/${attachments.length}）` : ''}
      destroyOnHidden
    >
      {shown ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys are a second way to the buttons
        <div onKeyDown={onKeyDown}>
          <Shown key={shown.id} attachment={shown}>
            <Button
              icon={<LeftOutlined />}
              aria-label="上一份"
              autoFocus
              disabled={index === 0}
              onClick={() => step(-1)}
            />
            <Button
              icon={<RightOutlined />}
              aria-label="下一份"
              disabled={index === attachments.length - 1}
              onClick={() => step(1)}
            />
          </Shown>
        </div>
      ) : null}
    </Modal>
  )
}

function Shown({ attachment, children }: { readonly attachment: Attachment; readonly children: ReactNode }) {
  const { url, isMissing } = useFileUrl(attachment, 'view')
  const [zoom, setZoom] = useState(0)
  const save = useSaveOriginal()
  const { role, takenOn, fileName, bytes, viewSha256 } = attachment
  const percent = `${(zooms[zoom] ?? 1) * 100}%`
  return (
    <>
      <Flex gap={8} align="center" wrap className="evidence-bar">
        {children}
        {viewSha256 === null ? null : (
          <>
            <Button
              icon={<MinusOutlined />}
              aria-label="缩小"
              disabled={zoom === 0}
              onClick={() => setZoom(zoom - 1)}
            />
            <span className="figure">{percent}</span>
            <Button
              icon={<PlusOutlined />}
              aria-label="放大"
              disabled={zoom === zooms.length - 1}
              onClick={() => setZoom(zoom + 1)}
            />
          </>
        )}
        <Button onClick={() => save(attachment)}>保存原件</Button>
        <span className="evidence-facts">
          {[role, takenOn, fileName, formatSize(bytes)].filter(Boolean).join('　')}
        </span>
      </Flex>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by key */}
      <section className="evidence-stage" aria-label="图片" tabIndex={0}>
        {viewSha256 === null ? <p>这份材料不是图片，请保存原件后打开。</p> : null}
        {isMissing ? <p>图片文件不见了或已损坏，请到“佐证材料”页检查。</p> : null}
        {url ? (
          <img
            src={url}
            alt={nameOf(attachment)}
            style={zoom === 0 ? {} : { maxHeight: 'none', maxWidth: 'none', width: percent }}
          />
        ) : null}
      </section>
    </>
  )
}
