/** 接收同步包: files are chosen, what they would change is shown, and only then merged in. */
import { Alert, Button, Table, Upload } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { ExchangeTaken, ExchangeTally } from '../../src-shared/exchange.ts'
import { useBackend } from '../api.ts'
import { formatMoment } from '../components/formats.ts'
import { useLongJob } from '../components/use-long-job.tsx'

export function TakeSection() {
  const { client } = useBackend()
  const [files, setFiles] = useState<readonly File[]>([])
  const [taken, setTaken] = useState<ExchangeTaken | null>(null)
  const taking = useLongJob({
    call: ({ chosen, apply }: { readonly chosen: readonly File[]; readonly apply: boolean }, jobId) =>
      client.exchange.take({ files: [...chosen], apply, jobId }),
    onDone: setTaken,
  })
  const choose = (file: File, all: readonly File[]) => {
    // Called once for each file of one choice.
    if (file !== all[0]) return false
    setFiles(all)
    setTaken(null)
    taking.start({ chosen: all, apply: false })
    return false
  }
  return (
    <>
      <div className="exchange-act">
        <Upload beforeUpload={choose} showUploadList={false} accept=".ghb" multiple>
          <Button loading={taking.isRunning}>选择同步包…</Button>
        </Upload>
        <span className="exchange-second">先看会带来什么，确认后才并入；并入前自动备份。</span>
      </div>
      {taking.progress}
      {taken ? <Taken taken={taken} onApply={() => taking.start({ chosen: files, apply: true })} /> : null}
    </>
  )
}

function Taken({ taken, onApply }: { readonly taken: ExchangeTaken; readonly onApply: () => void }) {
  const { isApplied, bundles, tables, total, files, conflicts } = taken
  const isNothing = tables.length === 0 && files.added === 0
  const made = bundles.map(({ createdAt }) => formatMoment(createdAt)).join('、')
  return (
    <div className="exchange-taken" role="status">
      <Alert
        type={isApplied ? 'success' : isNothing ? 'info' : 'warning'}
        showIcon
        title={headOf({ isApplied, isNothing, made })}
        action={
          isApplied || isNothing ? undefined : (
            <Button type="primary" onClick={onApply}>
              并入
            </Button>
          )
        }
      />
      {isNothing ? null : (
        <Table
          size="small"
          rowKey="table"
          pagination={false}
          dataSource={[...tables, { table: '', name: '合计', tally: total }]}
          columns={[
            { title: '内容', dataIndex: 'name' },
            ...words.map(([word, title]) => ({
              title,
              key: word,
              width: 88,
              align: 'right' as const,
              className: 'figure',
              render: (_: unknown, { tally }: { readonly tally: ExchangeTally }) => tally[word] || '–',
            })),
          ]}
        />
      )}
      {files.added + files.missing > 0 ? (
        <p className="exchange-second">
          佐证和图片：带来{files.added}个{files.missing > 0 ? `，还有${files.missing}个两台电脑都没有` : ''}。
        </p>
      ) : null}
      {conflicts.length > 0 ? (
        <p>
          {isApplied ? (
            <>
              有{conflicts.length}处冲突等人决定，<Link to="/bundles/conflicts">去处理</Link>。
            </>
          ) : (
            `其中${conflicts.length}处两台电脑的内容不一致，并入后在“冲突”中逐处决定，两边的内容都留着。`
          )}
        </p>
      ) : null}
    </div>
  )
}

const words: readonly (readonly [keyof ExchangeTally, string])[] = [
  ['added', '新增'],
  ['changed', '修改'],
  ['merged', '合并'],
  ['conflict', '冲突'],
  ['parked', '未并入'],
  ['same', '未变'],
]

function headOf({ isApplied, isNothing, made }: { isApplied: boolean; isNothing: boolean; made: string }): string {
  if (isNothing) return `这个同步包（${made}）里的内容本机都已有，没有改动。`
  return isApplied ? `同步包（${made}）已并入本机台账。` : `同步包（${made}）会带来下面这些，现在还没有改动。`
}
