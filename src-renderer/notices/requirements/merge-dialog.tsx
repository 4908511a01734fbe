/** 合并: several requirements into one; what they say differently is chosen, everything else is kept. */
import { Form, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import {
  differingParts,
  mergedRequirement,
  type OnceSaid,
  onceSaid,
  saidOf,
} from '../../../src-shared/merged-requirement.ts'
import type { Minimum, ReportDuty, Requirement, Window } from '../../../src-shared/notices.ts'
import { useBackend } from '../../api.ts'
import { useAction } from '../../components/use-action.ts'
import { minimumWords, reportWords, windowWords } from '../notice-words.ts'

type MergeDialogProps = {
  /** In the order of the notice. */
  readonly requirements: readonly Requirement[]
  readonly onClose: () => void
  readonly onMerged: () => void
}

const wordsOf = {
  minimum: (value: Minimum) => minimumWords(value),
  window: (value: Window) => windowWords(value),
  report: (value: ReportDuty) => reportWords(value),
} as const

export function MergeDialog({ requirements, onClose, onMerged }: MergeDialogProps) {
  const { client } = useBackend()
  const [picked, setPicked] = useState<Partial<Record<OnceSaid, number>>>({})
  const differing = differingParts(requirements)
  const chosen = Object.fromEntries(
    differing.map((part) => [part, saidOf(requirements, part)[picked[part] ?? 0]]),
  ) as Parameters<typeof mergedRequirement>[1]
  // Until a choice is made the first stands in the preview only.
  const merged = mergedRequirement(requirements, chosen)
  const isChosen = differing.every((part) => picked[part] !== undefined)
  const [title, setTitle] = useState(merged.title)
  const merging = useAction({
    call: () =>
      client.requirements.merge({ ids: requirements.map(({ id }) => id), fields: { ...merged, title: title.trim() } }),
    done: `已合并${requirements.length}条要求，已采用的记录都带过来了`,
    onDone: () => {
      onMerged()
      onClose()
    },
  })
  return (
    <Modal
      open
      title={`合并${requirements.length}条要求`}
      width={720}
      onCancel={onClose}
      cancelText="不合并了"
      okText="合并"
      okButtonProps={{ disabled: title.trim() === '' || !isChosen, loading: merging.isPending }}
      onOk={() => merging.mutate()}
    >
      <Form layout="vertical">
        <Form.Item label="合并后的要求" htmlFor="merged-title">
          <Input id="merged-title" maxLength={120} value={title} onChange={({ target }) => setTitle(target.value)} />
        </Form.Item>
        {differing.map((part) => (
          <Form.Item key={part} label={`${onceSaid[part]}各条不同，以哪个为准`}>
            <Radio.Group
              aria-label={`合并后的${onceSaid[part]}`}
              value={picked[part] ?? null}
              onChange={({ target }) => setPicked({ ...picked, [part]: target.value })}
              options={saidOf(requirements, part).map((value, index) => ({
                value: index,
                label: wordsOf[part](value as Minimum & Window & ReportDuty),
              }))}
            />
          </Form.Item>
        ))}
      </Form>
      <p className="second">类别为“{merged.kind}”。通知原话按顺序接在一起：</p>
      <div className="merged-quote">{merged.quote || '（各条都没有通知原话）'}</div>
    </Modal>
  )
}
