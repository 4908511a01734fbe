/** 接收密钥变更: what a signed file would change, before it does. */
import { Modal } from 'antd'
import type { KeyFilePreview } from '../../src-shared/peers.ts'
import { localDayOf } from '../../src-shared/report-state.ts'
import { useBackend } from '../api.ts'
import { useAction } from '../components/use-action.ts'
import { useKeysChanged } from './use-keys.ts'

type AcceptChangesProps = {
  readonly file: File
  readonly changes: Extract<KeyFilePreview, { readonly holds: 'changes' }>['changes']
  readonly onClose: () => void
}

export function AcceptChangesDialog({ file, changes, onClose }: AcceptChangesProps) {
  const { client } = useBackend()
  const changed = useKeysChanged()
  const accepting = useAction({
    call: () => client.keys.acceptChanges({ file }),
    done: (accepted) => (accepted.some(({ isNew }) => isNew) ? '密钥变更已接收' : '这些变更以前已经接收'),
    onDone: () => {
      changed()
      onClose()
    },
  })
  return (
    <Modal
      open
      title="接收密钥变更"
      okText="接收"
      cancelText="不接收"
      okButtonProps={{ loading: accepting.isPending }}
      onOk={() => accepting.mutate()}
      onCancel={onClose}
      width={520}
    >
      <ul className="keys-changes">
        {changes.map((change) => (
          <li key={`${change.officeName} ${change.at}`}>
            {localDayOf(change.at)}　{wordsOf(change)}
          </li>
        ))}
      </ul>
      <p>
        文件有签名，接收时自动核对：更换要由已登记的旧密钥签名，吊销要由它自己或它的上级签名，下级名单要由已登记的下级单位签名。
      </p>
    </Modal>
  )
}

function wordsOf({ change, officeName, by, reason, offices }: AcceptChangesProps['changes'][number]): string {
  if (change === 'roster') return `${by}登记的下级单位${offices}个，接收后不用再逐个核对指纹`
  return change === 'rotation' ? `${officeName}更换密钥：${reason}` : `${officeName}的密钥由${by}吊销：${reason}`
}
