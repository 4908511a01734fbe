/** 恢复备份: what it would change, before it does. */
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Modal } from 'antd'
import { type Backup, countsWords, sinceWords } from '../../src-shared/backups.ts'
import { useBackend } from '../api.ts'
import { ProblemNote } from '../components/problem-note.tsx'
import { useLongJob } from '../components/use-long-job.tsx'
import { moment } from './backup-words.ts'

type RestoreDialogProps = {
  readonly backup: Backup
  readonly onClose: () => void
  readonly onRestored: (aside: string) => void
}

export function RestoreDialog({ backup, onClose, onRestored }: RestoreDialogProps) {
  const { client, queries } = useBackend()
  const { data, error } = useQuery({
    ...queries.backups.preview.queryOptions({ input: { file: backup.path } }),
    gcTime: 0,
  })
  const restoring = useLongJob({
    call: (_: undefined, jobId) => client.backups.restore({ file: backup.path, jobId }),
    onDone: ({ aside }) => onRestored(aside),
  })
  const since = data ? sinceWords(data) : null
  return (
    <Modal
      open
      title={`恢复${moment(backup.at)}的备份`}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={[
        <Button key="close" onClick={onClose} disabled={restoring.isRunning}>
          取消
        </Button>,
        <Button
          key="restore"
          type="primary"
          disabled={!data}
          loading={restoring.isRunning}
          onClick={() => restoring.start(undefined)}
        >
          恢复
        </Button>,
      ]}
    >
      {error ? <ProblemNote error={error} /> : null}
      {data ? (
        <>
          <table className="plain-table backup-compared">
            <tbody>
              <tr>
                <th scope="row">备份</th>
                <td>{countsWords(data.backup.counts)}</td>
              </tr>
              <tr>
                <th scope="row">现在</th>
                <td>{countsWords(data.now.counts)}</td>
              </tr>
            </tbody>
          </table>
          <p>{since === null ? '备份之后没有改动。' : `${since}现在的台账会先另存一份，随时可以再换回来。`}</p>
          {data.isForeign ? (
            <Alert
              type="warning"
              showIcon
              title={`这份备份来自另一台电脑（${data.backup.officeName || '未填单位'}），恢复后本机按新的一台继续上报。`}
            />
          ) : null}
          {restoring.progress}
        </>
      ) : null}
    </Modal>
  )
}
