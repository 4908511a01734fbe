/** 登记名片: shows whose card it says it is, and asks for the fingerprint that the other side reads out. */
import { Alert, Form, Input, Modal, Radio, Select } from 'antd'
import type { PeerRole } from '../../src-shared/bundle-manifest.ts'
import type { KeyFilePreview, PeerWithKeys } from '../../src-shared/peers.ts'
import { localDayOf } from '../../src-shared/report-state.ts'
import { useBackend } from '../api.ts'
import { useAction } from '../components/use-action.ts'
import { useKeysChanged } from './use-keys.ts'

type AcceptCardProps = {
  readonly file: File
  readonly card: Extract<KeyFilePreview, { readonly holds: 'card' }>
  readonly peers: readonly PeerWithKeys[]
  readonly onClose: () => void
}
type Values = { readonly fingerprint: string; readonly role: PeerRole; readonly parentId: string }

/** 本单位, directly above the other. */
const ourselves = ''

export function AcceptCardDialog({ file, card, peers, onClose }: AcceptCardProps) {
  const { client } = useBackend()
  const changed = useKeysChanged()
  const [form] = Form.useForm<Values>()
  const role = Form.useWatch('role', form) ?? card.role
  const known = peers.find(({ officeId }) => officeId === card.office.officeId)
  const accepting = useAction({
    call: ({ fingerprint, role, parentId }: Values) =>
      client.keys.accept({ file, fingerprint, role, parentId: role === '下级' ? parentId || null : null }),
    done: ({ name, role }) => `已登记${role}：${name}`,
    onDone: () => {
      changed()
      onClose()
    },
  })
  const parents = peers.filter((peer) => peer.role === '下级' && peer.officeId !== card.office.officeId)
  return (
    <Modal
      open
      title={`登记“${card.office.name}”的名片`}
      okText="核对一致，登记"
      cancelText="不登记"
      okButtonProps={{ loading: accepting.isPending }}
      onOk={form.submit}
      onCancel={onClose}
      mask={{ closable: false }}
      width={560}
    >
      {card.known === '换新密钥' ? (
        <Alert
          className="keys-note"
          type="warning"
          showIcon
          title="这个单位已登记过，名片上是另一套密钥。请先打电话问清是不是对方重建了密钥；登记以后旧密钥不再承认。"
        />
      ) : null}
      <table className="plain-table keys-card">
        <tbody>
          <tr>
            <th scope="row">单位名称</th>
            <td>{card.office.name}</td>
          </tr>
          <tr>
            <th scope="row">区划代码</th>
            <td>{card.office.divisionCode || '未填'}</td>
          </tr>
          <tr>
            <th scope="row">导出日期</th>
            <td>{localDayOf(card.madeAt)}</td>
          </tr>
        </tbody>
      </table>
      <Form
        form={form}
        layout="vertical"
        initialValues={{ role: card.role, parentId: known?.parentId ?? ourselves }}
        onFinish={accepting.mutate}
      >
        <Form.Item
          name="fingerprint"
          label="指纹"
          extra="请打电话给对方，请他逐组读出；或照着盖章的打印页录入。不要照抄随文件发来的字。"
          normalize={grouped}
          rules={[{ validator: (_, typed: string) => checkTyped(typed) }]}
          validateTrigger={[]}
        >
          <Input className="keys-typed" autoFocus autoComplete="off" placeholder="8组，每组4位" maxLength={60} />
        </Form.Item>
        <Form.Item name="role" label="它是本单位的">
          <Radio.Group options={['上级', '下级']} />
        </Form.Item>
        {role === '下级' ? (
          <Form.Item name="parentId" label="它的直接上级" extra="市级汇总县级时，县级的直接上级就是本单位。">
            <Select
              showSearch
              optionFilterProp="label"
              options={[
                { value: ourselves, label: '本单位' },
                ...parents.map(({ officeId, name }) => ({ value: officeId, label: name })),
              ]}
            />
          </Form.Item>
        ) : null}
      </Form>
    </Modal>
  )
}

/** In groups of four capital letters while it is typed. */
function grouped(typed: string): string {
  const digits = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-F]/g, '')
  return digits.slice(0, 32).replace(/(.{4})(?=.)/g, '$1 ')
}

function checkTyped(typed = ''): Promise<void> {
  const digits = typed.replaceAll(' ', '').length
  return digits === 32
    ? Promise.resolve()
    : Promise.reject(new Error(digits === 0 ? '必填' : `已录入${digits}位，应为32位`))
}
