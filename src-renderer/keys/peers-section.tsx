/** 往来单位: superiors and the tree of offices below us, their keys, taking in cards and changes. */
import { App, Button, Flex, Table, Tag, Tooltip } from 'antd'
import { useState } from 'react'
import type { KeyFilePreview, PeerWithKeys } from '../../src-shared/peers.ts'
import { useBackend } from '../api.ts'
import { NothingYet } from '../components/nothing-yet.tsx'
import { Section } from '../components/page.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { useAction } from '../components/use-action.ts'
import { useDelivery } from '../components/use-delivery.tsx'
import { FileButton } from '../formatting/file-button.tsx'
import { AcceptCardDialog } from './accept-card-dialog.tsx'
import { AcceptChangesDialog } from './accept-changes-dialog.tsx'
import { Fingerprint } from './fingerprint.tsx'
import { type PeerNode, peerTree } from './peer-tree.ts'
import { RevokeDialog } from './revoke-dialog.tsx'
import { useKeysChanged, usePeers } from './use-keys.ts'

type Taken = { readonly file: File; readonly preview: KeyFilePreview }

export function PeersSection() {
  const { client } = useBackend()
  const { data: peers, error, refetch } = usePeers()
  const [taken, setTaken] = useState<Taken | null>(null)
  const [revoked, setRevoked] = useState<PeerWithKeys | null>(null)
  const looking = useAction({
    call: async (file: File): Promise<Taken> => ({ file, preview: await client.keys.preview({ file }) }),
    onDone: setTaken,
  })
  const close = () => setTaken(null)
  const open = (
    <FileButton accept=".ghk" onFile={looking.mutate} isBusy={looking.isPending} isPrimary={peers?.length === 0}>
      接收名片或密钥变更…
    </FileButton>
  )
  return (
    <Section title="往来单位" extra={peers && peers.length > 0 ? open : null}>
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      {peers?.length === 0 ? (
        <NothingYet action={open}>
          还没有登记往来单位。请上级导出名片（“.ghk”文件）给你，把你的名片也交给上级，双方核对指纹后各自接收。
        </NothingYet>
      ) : null}
      {peers && peers.length > 0 ? <PeerTable peers={peers} onRevoke={setRevoked} /> : null}
      {taken?.preview.holds === 'card' && peers ? (
        <AcceptCardDialog file={taken.file} card={taken.preview} peers={peers} onClose={close} />
      ) : null}
      {taken?.preview.holds === 'changes' ? (
        <AcceptChangesDialog file={taken.file} changes={taken.preview.changes} onClose={close} />
      ) : null}
      {revoked ? <RevokeDialog peer={revoked} onClose={() => setRevoked(null)} /> : null}
    </Section>
  )
}

type PeerTableProps = { readonly peers: readonly PeerWithKeys[]; readonly onRevoke: (peer: PeerWithKeys) => void }

function PeerTable({ peers, onRevoke }: PeerTableProps) {
  return (
    <Table<PeerNode>
      size="small"
      rowKey="officeId"
      tableLayout="fixed"
      dataSource={peerTree(peers)}
      pagination={peers.length > 100 ? { pageSize: 50, size: 'small', showSizeChanger: false } : false}
      expandable={{ defaultExpandAllRows: peers.length <= 40, indentSize: 20 }}
      columns={[
        { title: `单位（共${peers.length}个）`, dataIndex: 'name', width: 260 },
        { title: '关系', dataIndex: 'role', width: 64 },
        { title: '区划代码', dataIndex: 'divisionCode', width: 88, className: 'figure' },
        { title: '密钥指纹', key: 'key', render: (_, { keys }) => <PresentKey keys={keys} /> },
        {
          title: '操作',
          key: 'actions',
          width: 262,
          render: (_, peer) => <PeerActions peer={peer} onRevoke={onRevoke} />,
        },
      ]}
    />
  )
}

function PresentKey({ keys }: { readonly keys: PeerWithKeys['keys'] }) {
  const [first, ...others] = keys
  if (!first) return null
  return (
    <Flex gap={8} align="center" wrap>
      <Fingerprint value={first.fingerprint} isSmall />
      {first.state === '使用中' ? null : <Tag color="error">{first.state}，请重新登记名片</Tag>}
      {others.length > 0 ? <span className="keys-more-keys">另有旧密钥{others.length}个</span> : null}
    </Flex>
  )
}

function PeerActions({ peer, onRevoke }: { readonly peer: PeerNode; onRevoke: PeerTableProps['onRevoke'] }) {
  const { client } = useBackend()
  const { modal } = App.useApp()
  const changed = useKeysChanged()
  const deliver = useDelivery()
  const parting = useAction({
    call: () => client.keys.part({ officeId: peer.officeId }),
    done: ({ name }) => `已停止与${name}往来`,
    onDone: changed,
  })
  const ask = () =>
    void modal.confirm({
      title: `停止与${peer.name}往来？`,
      content: '已收到的内容不变；它以后的包不再接收，也不再能发给它。重新登记名片即可恢复。',
      okText: '停止往来',
      cancelText: '取消',
      onOk: () => parting.mutateAsync().catch(() => undefined),
    })
  const saving = useAction({
    call: () => client.keys.peerCard({ officeId: peer.officeId }),
    onDone: (delivery) => deliver(delivery, `${peer.name}的名片`),
  })
  const canRevoke = peer.role === '下级' && peer.keys[0]?.state === '使用中'
  return (
    <Flex gap={4}>
      {canRevoke ? (
        <Button type="text" size="small" aria-label={`吊销密钥：${peer.name}`} onClick={() => onRevoke(peer)}>
          吊销密钥…
        </Button>
      ) : null}
      <Button type="text" size="small" aria-label={`停止往来：${peer.name}`} onClick={ask}>
        停止往来
      </Button>
      {peer.role === '下级' ? (
        <Tooltip title="电脑和备份都没有了的单位，用这份名片找回单位编号">
          <Button
            type="text"
            size="small"
            aria-label={`导出名片：${peer.name}`}
            loading={saving.isPending}
            onClick={() => saving.mutate()}
          >
            导出名片
          </Button>
        </Tooltip>
      ) : null}
    </Flex>
  )
}
