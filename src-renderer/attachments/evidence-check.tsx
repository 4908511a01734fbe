/** 佐证检查: every file of the store read once; what is missing, altered or unused is said with what to do. */
import { Alert, App, Button, Descriptions, Flex } from 'antd'
import { useState } from 'react'
import type { ContentFault, StoreFindings } from '../../src-shared/attachments.ts'
import { useBackend } from '../api.ts'
import { formatSize } from '../components/formats.ts'
import { RecordLink } from '../components/record-link.tsx'
import { useAction } from '../components/use-action.ts'
import { useLongJob } from '../components/use-long-job.tsx'

export function EvidenceCheck() {
  const { client } = useBackend()
  const { modal } = App.useApp()
  const [findings, setFindings] = useState<StoreFindings | null>(null)
  const check = useLongJob({
    call: (_: undefined, jobId: string) => client.attachments.verify({ jobId }),
    onDone: setFindings,
  })
  const again = () => check.start(undefined)
  const mend = useAction({
    call: () => client.attachments.mendViews(),
    done: ({ mended }) => `已修复${mended}幅显示图`,
    onDone: again,
  })
  const clean = useAction({
    call: () => client.attachments.clean(),
    done: ({ files, bytes }) => `已清理${files}个文件，共${formatSize(bytes)}`,
    onDone: again,
  })
  const confirmClean = ({ files, bytes }: StoreFindings['unreferenced']) =>
    modal.confirm({
      title: `清理${files}个没有用处的文件？`,
      content: `共${formatSize(bytes)}，没有记录、公文或草稿在用，清理后不能恢复。`,
      okText: '清理',
      cancelText: '不清理',
      onOk: () => clean.mutateAsync(),
    })
  const faults = findings ? [...findings.missing, ...findings.altered] : []
  return (
    <Flex vertical gap={12} align="flex-start">
      <Flex gap={8} wrap>
        <Button onClick={again} loading={check.isRunning}>
          检查全部文件
        </Button>
        {faults.length > 0 ? (
          <Button onClick={() => mend.mutate()} loading={mend.isPending}>
            修复显示图
          </Button>
        ) : null}
        {findings && findings.unreferenced.files > 0 ? (
          <Button onClick={() => confirmClean(findings.unreferenced)}>清理无用文件</Button>
        ) : null}
      </Flex>
      {check.progress}
      {findings ? <Findings findings={findings} faults={faults} /> : null}
    </Flex>
  )
}

function Findings({
  findings,
  faults,
}: {
  readonly findings: StoreFindings
  readonly faults: readonly ContentFault[]
}) {
  const { attachments, files, bytes, unreferenced } = findings
  return (
    <>
      <Alert
        type={faults.length === 0 ? 'success' : 'warning'}
        showIcon
        title={faults.length === 0 ? '没有缺失或被改动的文件。' : `有${faults.length}处要处理：`}
        description={
          faults.length === 0 ? undefined : (
            <ul className="plain-list">
              {faults.map(({ sha256, sentence, record }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the list is shown once and never changes
                <li key={`${sha256} ${index}`}>
                  {record ? <RecordLink {...record}>{`${record.day} ${record.title}`}</RecordLink> : null}
                  {record ? '：' : ''}
                  {sentence}
                </li>
              ))}
            </ul>
          )
        }
      />
      <Descriptions
        size="small"
        column={3}
        items={[
          { key: 'attachments', label: '佐证材料', children: `${attachments}份` },
          { key: 'files', label: '存放的文件', children: `${files}个，${formatSize(bytes)}` },
          {
            key: 'unreferenced',
            label: '无用文件',
            children: unreferenced.files === 0 ? '没有' : `${unreferenced.files}个，${formatSize(unreferenced.bytes)}`,
          },
        ]}
      />
    </>
  )
}
