/** 收到的上报包: the newest first, each with its state; waiting ones are previewed from here, imports taken back. */
import { useQuery } from '@tanstack/react-query'
import { Button, Flex, Popconfirm, Table, Tag } from 'antd'
import type { IntakeState, ReceivedBundle } from '../../src-shared/intake.ts'
import { useBackend } from '../api.ts'
import { formatMoment, formatSize } from '../components/formats.ts'
import { NothingYet } from '../components/nothing-yet.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import type { Intake } from './use-intake.ts'

const colours: Readonly<Record<IntakeState, string>> = {
  缺分卷: 'warning',
  待导入: 'processing',
  已导入: 'success',
  已撤销: 'default',
}

type ReceivedBundlesProps = {
  readonly intake: Intake
  /** Those of one office alone. */
  readonly officeId?: string
}

export function ReceivedBundles({ intake, officeId }: ReceivedBundlesProps) {
  const { queries } = useBackend()
  const { data, error, refetch } = useQuery(
    queries.intake.list.queryOptions({ input: officeId === undefined ? {} : { officeId } }),
  )
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <div className="list-wait" aria-busy />
  if (data.length === 0)
    return (
      <NothingYet>
        {officeId === undefined
          ? '还没有收到上报包。把下级单位交来的文件拖到上面，或点“选择文件夹”选U盘。'
          : '还没有收到这个单位的上报包。收到后在“接收”中拖入文件。'}
      </NothingYet>
    )
  const waiting = data.filter(({ state }) => state === '待导入')
  return (
    <>
      {waiting.length > 1 ? (
        <Flex className="intake-note">
          <Button
            disabled={intake.isBusy}
            onClick={() => intake.previewing.start(waiting.map(({ bundleId }) => bundleId))}
          >
            预览待导入的{waiting.length}个
          </Button>
        </Flex>
      ) : null}
      <Table<ReceivedBundle>
        size="small"
        rowKey="bundleId"
        tableLayout="fixed"
        dataSource={[...data]}
        pagination={{ size: 'small', pageSize: 15, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { title: '状态', width: 84, render: (_, { state }) => <Tag color={colours[state]}>{state}</Tag> },
          officeId === undefined
            ? { title: '报送单位', render: (_, bundle) => nameOf(bundle) }
            : { title: '所报通知', render: (_, bundle) => answeredBy(bundle) },
          { title: '序号', width: 64, align: 'right', dataIndex: 'seq' },
          { title: '统计期', width: 188, render: (_, { period }) => period && `${period.from}至${period.to}` },
          { title: '收到', width: 140, render: (_, { receivedAt }) => formatMoment(receivedAt) },
          { title: '大小', width: 84, align: 'right', render: (_, { bytes }) => formatSize(bytes) },
          { title: '说明', width: 176, render: (_, bundle) => remarksOf(bundle) },
          { title: '操作', width: 132, render: (_, bundle) => <Actions intake={intake} bundle={bundle} /> },
        ]}
      />
    </>
  )
}

function nameOf({ officeName, via }: ReceivedBundle): string {
  return via.length === 0 ? officeName : `${officeName}（${via.map(({ name }) => name).join('、')}转报）`
}

/** One that came through others says so. */
function answeredBy({ notice, via }: ReceivedBundle): string {
  const passed = via.length === 0 ? '' : `（${via.map(({ name }) => name).join('、')}转报）`
  return `${notice || '按期报送'}${passed}`
}

function remarksOf({ isFork, missingVolumes, missingPhotos, correction, state }: ReceivedBundle) {
  const words = [
    state === '缺分卷' ? `缺第${missingVolumes.join('、')}卷` : '',
    state !== '缺分卷' && missingPhotos > 0 ? `佐证待补${missingPhotos}份` : '',
    isFork ? '序号分叉' : '',
    correction === '' ? '' : '更正',
  ]
  return words.filter((word) => word !== '').join('，')
}

function Actions({ intake, bundle }: { readonly intake: Intake; readonly bundle: ReceivedBundle }) {
  const { bundleId, officeName, seq, state } = bundle
  const name = `${officeName}第${seq}号`
  if (state === '已导入')
    return (
      <Popconfirm
        title={`撤销导入${name}？`}
        description="这个单位的数据按其余的上报包重新算出；文件留在存档里，可以再次导入。"
        okText="撤销导入"
        cancelText="不撤销"
        onConfirm={() => intake.undoing.mutate({ bundleId, name })}
      >
        <Button type="text" size="small" disabled={intake.isBusy} aria-label={`撤销导入${name}`}>
          撤销
        </Button>
      </Popconfirm>
    )
  return (
    <Flex>
      {state === '缺分卷' ? null : (
        <Button
          type="text"
          size="small"
          disabled={intake.isBusy}
          aria-label={`预览${name}`}
          onClick={() => intake.previewing.start([bundleId])}
        >
          预览
        </Button>
      )}
      {state === '已撤销' ? null : (
        <Popconfirm
          title={`把${name}移出？`}
          description="没有导入过，移出后要用得再收一次。"
          okText="移出"
          cancelText="留着"
          onConfirm={() => intake.discarding.mutate({ bundleId, name })}
        >
          <Button type="text" size="small" disabled={intake.isBusy} aria-label={`移出${name}`}>
            移出
          </Button>
        </Popconfirm>
      )}
    </Flex>
  )
}
