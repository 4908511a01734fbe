/** 照片页: the clerk chooses photos of the document's period, which become an annex of their own. */
import { PictureOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Flex, InputNumber, Modal, Radio } from 'antd'
import { use, useState } from 'react'
import type { PeriodPhoto } from '../../src-shared/attachments.ts'
import { periodWords } from '../../src-shared/chinese.ts'
import type { TextAnnex } from '../../src-shared/documents.ts'
import type { Period } from '../../src-shared/period.ts'
import { choosePhotos, type PhotosPerRow, photoAnnex } from '../../src-shared/photo-annex.ts'
import { useBackend } from '../api.ts'
import { NothingYet } from '../components/nothing-yet.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { recordWord } from '../components/record-link.tsx'
import { DocumentPeriod } from './document-period.ts'
import { Thumbnail } from './thumbnail.tsx'
import './evidence.css'

export function PhotoPageButton({ onAdd }: { readonly onAdd: (annex: TextAnnex) => void }) {
  const period = use(DocumentPeriod)
  const [isOpen, setOpen] = useState(false)
  if (!period) return null
  return (
    <>
      <Button icon={<PictureOutlined />} onClick={() => setOpen(true)}>
        添加照片页
      </Button>
      {isOpen ? <PhotoDialog period={period} onAdd={onAdd} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

type PhotoDialogProps = {
  readonly period: Period
  readonly onAdd: (annex: TextAnnex) => void
  readonly onClose: () => void
}

const usualNumber = 2

function PhotoDialog({ period, onAdd, onClose }: PhotoDialogProps) {
  const { queries } = useBackend()
  const { data, error } = useQuery(queries.attachments.photos.queryOptions({ input: period }))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [ofEachKind, setOfEachKind] = useState(usualNumber)
  const [perRow, setPerRow] = useState<PhotosPerRow>(2)
  const photos = data ?? []
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }
  const add = () => {
    onAdd(
      photoAnnex(
        photos.filter(({ attachment }) => chosen.has(attachment.id)),
        perRow,
      ),
    )
    onClose()
  }
  return (
    <Modal
      open
      title={`选择照片（${periodWords(period)}）`}
      width="min(960px, 96vw)"
      style={{ top: 24 }}
      okText={`添加${chosen.size}张`}
      cancelText="取消"
      okButtonProps={{ disabled: chosen.size === 0 }}
      onOk={add}
      onCancel={onClose}
    >
      {error ? <ProblemNote error={error} /> : null}
      {data && photos.length === 0 ? (
        <NothingYet>这段时间的记录还没有照片。请在学习、宣讲等记录里添加佐证材料，类别选“照片”。</NothingYet>
      ) : (
        <>
          <Flex gap={12} align="center" wrap className="evidence-bar">
            <span>每类记录选</span>
            <InputNumber
              aria-label="每类记录选几张"
              min={1}
              max={100}
              value={ofEachKind}
              onChange={(count) => setOfEachKind(count ?? usualNumber)}
            />
            <Button
              onClick={() =>
                setChosen(new Set(choosePhotos(photos, ofEachKind).map(({ attachment }) => attachment.id)))
              }
            >
              选取
            </Button>
            <Radio.Group
              aria-label="版面"
              value={perRow}
              options={[
                { value: 2, label: '每行两张' },
                { value: 1, label: '每行一张' },
              ]}
              onChange={({ target }) => setPerRow(target.value as PhotosPerRow)}
            />
          </Flex>
          <div className="photo-groups">
            {grouped(photos).map(([kind, ofKind]) => (
              <section key={kind} aria-label={recordWord(kind)}>
                <h3>
                  {recordWord(kind)}（{ofKind.length}）
                </h3>
                <ul className="evidence-choose">
                  {ofKind.map(({ attachment, record }) => (
                    <li key={attachment.id}>
                      <button
                        type="button"
                        className="evidence-picture"
                        aria-pressed={chosen.has(attachment.id)}
                        aria-label={`${record.day} ${record.title}，${attachment.caption || attachment.fileName}`}
                        onClick={() => toggle(attachment.id)}
                      >
                        <Thumbnail attachment={attachment} />
                      </button>
                      <div className="evidence-name" title={record.title}>
                        <span className="figure">{record.day.slice(5)}</span> {record.title}
                      </div>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </div>
        </>
      )}
    </Modal>
  )
}

function grouped(photos: readonly PeriodPhoto[]) {
  const kinds = [...new Set(photos.map(({ record }) => record.kind))]
  return kinds.map((kind) => [kind, photos.filter(({ record }) => record.kind === kind)] as const)
}
