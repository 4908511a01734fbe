/** 设口令、改口令、取消口令. */
import { Button, Form, Input, Modal } from 'antd'
import type { OwnKeys } from '../../src-shared/peers.ts'
import { useBackend } from '../api.ts'
import { requiredRule } from '../components/fields.tsx'
import { useAction } from '../components/use-action.ts'
import { NewPassphrase, type NewPassphraseValues } from './passphrase-fields.tsx'
import { useKeysChanged } from './use-keys.ts'

type Values = NewPassphraseValues & { readonly current?: string | undefined }

export function PassphraseDialog({ keys, onClose }: { readonly keys: OwnKeys; readonly onClose: () => void }) {
  const { client } = useBackend()
  const changed = useKeysChanged()
  const [form] = Form.useForm<Values>()
  const isSet = keys.protection.passphrase
  const setting = useAction({
    call: ({ current, next, isOpenHere }: Values) =>
      client.keys.setPassphrase({ current, next: next ?? null, alwaysAsk: !isOpenHere }),
    done: (_, { next }) => (next === undefined ? '口令已取消' : '口令已设定'),
    onDone: () => {
      changed()
      onClose()
    },
  })
  const remove = () =>
    void form.validateFields(['current']).then(
      ({ current }) => setting.mutate({ current }),
      () => undefined,
    )
  return (
    <Modal
      open
      title={isSet ? '改口令' : '设口令'}
      onCancel={onClose}
      mask={{ closable: false }}
      width={460}
      footer={[
        isSet ? (
          <Button key="remove" danger loading={setting.isPending} onClick={remove}>
            取消口令保护
          </Button>
        ) : null,
        <Button key="close" onClick={onClose}>
          关闭
        </Button>,
        <Button key="set" type="primary" loading={setting.isPending} onClick={form.submit}>
          {isSet ? '改口令' : '设定'}
        </Button>,
      ]}
    >
      <p>设了口令，每次打开程序后第一次上报或接收时要输入一次。口令忘了无法找回，只能重建密钥、重新登记名片。</p>
      <Form form={form} layout="vertical" onFinish={setting.mutate}>
        {isSet ? (
          <Form.Item name="current" label="现在的口令" rules={[requiredRule]}>
            <Input.Password autoComplete="off" maxLength={200} />
          </Form.Item>
        ) : null}
        <NewPassphrase label="新口令" hasSystemStore={keys.hasSystemStore} />
      </Form>
    </Modal>
  )
}
