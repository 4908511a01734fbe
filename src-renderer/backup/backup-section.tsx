/** 备份与恢复 among the settings: what there is, where it lies, making one, putting one back, checking the ledger. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Flex, Table } from 'antd'
import './backup.css'
import { useState } from 'react'
import { type Backup, type Backups, countsWords } from '../../src-shared/backups.ts'
import { useBackend } from '../api.ts'
import { Clipped } from '../components/clipped.tsx'
import { NothingYet } from '../components/nothing-yet.tsx'
import { Section } from '../components/page.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { useLongJob } from '../components/use-long-job.tsx'
import { moment, sizeWords } from './backup-words.ts'
import { RestoreDialog } from './restore-dialog.tsx'
import { SecondFolder } from './second-folder.tsx'

export function BackupSection() {
  const { client, queries } = useBackend()
  const queryClient = useQueryClient()
  const { data, error, refetch } = useQuery(queries.backups.list.queryOptions())
  const [chosen, setChosen] = useState<Backup | null>(null)
  const [said, setSaid] = useState<{ type: 'success' | 'warning'; lines: readonly string[] } | null>(null)
  const making = useLongJob({
    // One of two places may have its backup although the call fails.
    call: (_: undefined, jobId) => client.backups.make({ jobId }).finally(() => void refetch()),
    onDone: (made) => setSaid({ type: 'success', lines: made.map(({ path }) => `已备份并核对：${path}`) }),
  })
  const checking = useLongJob({
    call: (_: undefined, jobId) => client.backups.verify({ jobId }),
    onDone: ({ faults, rows, contents }) =>
      setSaid(
        faults.length === 0
          ? { type: 'success', lines: [`全部完好：${rows}条记录，${contents}个文件。`] }
          : { type: 'warning', lines: faults },
      ),
  })
  const onRestored = (aside: string) => {
    setChosen(null)
    setSaid({ type: 'success', lines: ['已恢复。', `恢复前的台账另存为：${aside}`] })
    void queryClient.invalidateQueries()
  }
  return (
    <Section
      title="备份与恢复"
      extra={
        <Flex gap={8}>
          <Button size="small" loading={checking.isRunning} onClick={() => checking.start(undefined)}>
            校验台账
          </Button>
          <Button size="small" type="primary" loading={making.isRunning} onClick={() => making.start(undefined)}>
            立即备份
          </Button>
        </Flex>
      }
    >
      {making.progress}
      {checking.progress}
      {said ? <Said {...said} onClose={() => setSaid(null)} /> : null}
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      {data ? <Known backups={data} onChoose={setChosen} /> : null}
      {chosen ? <RestoreDialog backup={chosen} onClose={() => setChosen(null)} onRestored={onRestored} /> : null}
    </Section>
  )
}

function Said(props: { type: 'success' | 'warning'; lines: readonly string[]; onClose: () => void }) {
  return (
    <Alert
      className="backup-said"
      type={props.type}
      showIcon
      title={props.lines.map((line) => <div key={line}>{line}</div>)}
      closable={{ 'aria-label': '关闭提示', onClose: props.onClose }}
    />
  )
}

function Known(props: { readonly backups: Backups; readonly onChoose: (backup: Backup) => void }) {
  const { settings, folder, backups, secondFault } = props.backups
  return (
    <>
      <p>
        有改动时自动备份，每份都打开核对过；按天、周、月各留几份。放在<code>{folder}</code>。
      </p>
      <SecondFolder key={`${settings.secondFolder} ${settings.isAutomatic}`} settings={settings} />
      {secondFault ? <Alert className="backup-said" type="warning" showIcon title={secondFault} /> : null}
      {backups.length === 0 ? <NothingYet>还没有备份。</NothingYet> : null}
      {backups.length === 0 ? null : <Listed backups={backups} onChoose={props.onChoose} />}
    </>
  )
}

function Listed({ backups, onChoose }: { readonly backups: Backups['backups']; onChoose: (backup: Backup) => void }) {
  return (
    <Table<Backup>
      size="small"
      rowKey="path"
      tableLayout="fixed"
      dataSource={[...backups]}
      pagination={backups.length > 8 ? { pageSize: 8, size: 'small', showSizeChanger: false } : false}
      columns={[
        {
          title: '时间',
          dataIndex: 'at',
          width: 224,
          className: 'figure',
          render: (at: string, { isAside }) => `${moment(at)}${isAside ? '（恢复前）' : ''}`,
        },
        { title: '内容', key: 'counts', render: (_, { counts }) => <Clipped>{countsWords(counts)}</Clipped> },
        { title: '位置', dataIndex: 'path', render: (path: string) => <Clipped>{path}</Clipped> },
        { title: '大小', dataIndex: 'bytes', width: 84, align: 'right', render: sizeWords },
        {
          title: '操作',
          key: 'actions',
          width: 84,
          render: (_, backup) => (
            <Button
              type="text"
              size="small"
              aria-label={`恢复${moment(backup.at)}的备份`}
              onClick={() => onChoose(backup)}
            >
              恢复…
            </Button>
          ),
        },
      ]}
    />
  )
}
