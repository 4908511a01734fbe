/** 本单位密钥: fingerprint, protection, the card for others, and what to do when keys change or are lost. */
import { Alert, Button, Dropdown, Flex } from 'antd'
import { useState } from 'react'
import type { OwnKeys } from '../../src-shared/peers.ts'
import { useBackend } from '../api.ts'
import { Section } from '../components/page.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { useAction } from '../components/use-action.ts'
import { useDelivery } from '../components/use-delivery.tsx'
import { Fingerprint } from './fingerprint.tsx'
import { HandOverDialog, TakeOverDialog } from './hand-over-dialogs.tsx'
import { LostKeysDialog } from './lost-keys-dialog.tsx'
import { PassphraseDialog } from './passphrase-dialog.tsx'
import { ReclaimDialog } from './reclaim-dialog.tsx'
import { RotateDialog } from './rotate-dialog.tsx'
import { UnlockDialog } from './unlock-dialog.tsx'
import { useOwnKeys, usePeers } from './use-keys.ts'

type Opened = 'passphrase' | 'unlock' | 'rotate' | 'lost' | 'handOver' | 'takeOver' | 'reclaim' | null

export function OwnKeysSection() {
  const { data: keys, error, refetch } = useOwnKeys()
  const [opened, setOpened] = useState<Opened>(null)
  const close = () => setOpened(null)
  return (
    <Section title="本单位密钥" extra={keys ? <CardButtons /> : null}>
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      {keys ? <Known keys={keys} onOpen={setOpened} /> : null}
      {keys && opened === 'passphrase' ? <PassphraseDialog keys={keys} onClose={close} /> : null}
      {opened === 'unlock' ? <UnlockDialog onClose={close} /> : null}
      {keys && opened === 'rotate' ? <RotateDialog keys={keys} onClose={close} /> : null}
      {keys && opened === 'lost' ? <LostKeysDialog keys={keys} onClose={close} /> : null}
      {opened === 'handOver' ? <HandOverDialog onClose={close} /> : null}
      {opened === 'takeOver' ? <TakeOverDialog onClose={close} /> : null}
      {opened === 'reclaim' ? <ReclaimDialog onClose={close} /> : null}
    </Section>
  )
}

function CardButtons() {
  const { client } = useBackend()
  const deliver = useDelivery()
  const making = useAction({
    call: (as: 'file' | 'page') => client.keys.card({ as }),
    onDone: (delivery, as) => deliver(delivery, as === 'file' ? '名片' : '名片打印页'),
  })
  return (
    <Flex gap={8}>
      <Button size="small" loading={making.isPending} onClick={() => making.mutate('page')}>
        打印页（盖章用）
      </Button>
      <Button size="small" type="primary" loading={making.isPending} onClick={() => making.mutate('file')}>
        导出名片
      </Button>
    </Flex>
  )
}

function Known({ keys, onOpen }: { readonly keys: OwnKeys; readonly onOpen: (opened: Opened) => void }) {
  const { client } = useBackend()
  const deliver = useDelivery()
  const again = useAction({
    call: () => client.keys.changes(),
    onDone: (delivery) => deliver(delivery, '密钥变更文件'),
  })
  const listing = useAction({ call: () => client.keys.roster(), onDone: (delivery) => deliver(delivery, '下级名单') })
  const { data: peers } = usePeers()
  const isAlone = !peers?.some(({ role }) => role === '下级')
  return (
    <>
      <Warnings keys={keys} onOpen={onOpen} />
      <dl className="keys-own">
        <dt>指纹</dt>
        <dd>
          <Fingerprint value={keys.fingerprint} />
        </dd>
        <dt>单位编号</dt>
        <dd>
          <code>{keys.officeId}</code>
        </dd>
        <dt>保护</dt>
        <dd>{protectionWords(keys)}</dd>
      </dl>
      <Flex gap={8} wrap>
        <Button onClick={() => onOpen('passphrase')} disabled={keys.isLocked}>
          {keys.protection.passphrase ? '改口令…' : '设口令…'}
        </Button>
        <Button onClick={() => onOpen('rotate')} disabled={keys.isLocked}>
          更换密钥…
        </Button>
        <Button onClick={() => onOpen('lost')}>密钥丢失或外泄…</Button>
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: 'roster', label: '导出下级名单（交上级）', disabled: keys.isLocked || isAlone },
              { key: 'handOver', label: '移交给本单位另一台电脑…', disabled: keys.isLocked },
              { key: 'takeOver', label: '接管另一台电脑移交的密钥…' },
              { key: 'reclaim', label: '找回单位编号（电脑和备份都没有了）…' },
              { key: 'changes', label: '再次导出密钥变更文件', disabled: keys.rotations === 0 },
            ],
            onClick: ({ key }) => {
              if (key === 'changes') again.mutate()
              else if (key === 'roster') listing.mutate()
              else onOpen(key as Opened)
            },
          }}
        >
          <Button>更多</Button>
        </Dropdown>
      </Flex>
    </>
  )
}

function Warnings({ keys, onOpen }: { readonly keys: OwnKeys; readonly onOpen: (opened: Opened) => void }) {
  const { isLocked, protection, revocation } = keys
  const unlock = (
    <Button size="small" onClick={() => onOpen('unlock')}>
      输入口令
    </Button>
  )
  return (
    <>
      {revocation ? (
        <Alert
          className="keys-note"
          type="error"
          showIcon
          title={`本单位的密钥已被${revocation.by}吊销（${revocation.reason}），用它签名的上报包不再被接收；请重建密钥，再把新名片交上级登记。`}
        />
      ) : null}
      {isLocked && protection.passphrase ? (
        <Alert
          className="keys-note"
          type="warning"
          showIcon
          title="密钥锁着：上报、接收要先输入口令，其他工作不受影响。"
          action={unlock}
        />
      ) : null}
      {isLocked && !protection.passphrase ? (
        <Alert
          className="keys-note"
          type="warning"
          showIcon
          title="密钥存在桌面窗口的系统密码库中，这里打不开；请在桌面窗口中操作，或在那里设一个口令。"
        />
      ) : null}
    </>
  )
}

function protectionWords({ protection: { system, passphrase }, isLocked }: OwnKeys): string {
  const state = passphrase && !isLocked ? '（本次已解锁）' : ''
  if (system && passphrase) return `本机系统密码库自动打开，别处用口令打开${state}`
  if (system) return '本机系统密码库保护，只有这台电脑的本用户打得开；换电脑或移动数据文件夹前请先设口令'
  return passphrase ? `口令保护，每次启动后要输入一次${state}` : '未设口令，只靠文件权限保护；多人共用电脑请设口令'
}
