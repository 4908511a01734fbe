/** 移交、接管密钥: two PCs of one office have the same keys. */
import { useQueryClient } from '@tanstack/react-query'
import { Flex, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useBackend } from '../api.ts'
import { requiredRule } from '../components/fields.tsx'
import { useAction } from '../components/use-action.ts'
import { useDelivery } from '../components/use-delivery.tsx'
import { FileButton } from '../formatting/file-button.tsx'
import { NewPassphrase, type NewPassphraseValues } from './passphrase-fields.tsx'

export function HandOverDialog({ onClose }: { readonly onClose: () => void }) {
  const { client } = useBackend()
  const deliver = useDelivery()
  const [form] = Form.useForm<NewPassphraseValues>()
  const handing = useAction({
    call: ({ next = '' }: NewPassphraseValues) => client.keys.handOver({ passphrase: next }),
    onDone: (delivery) => {
      deliver(delivery, '移交文件')
      if (delivery.state !== 'cancelled') onClose()
    },
  })
  return (
    <Modal
      open
      title="移交给本单位另一台电脑"
      okText="导出移交文件"
      cancelText="取消"
      okButtonProps={{ loading: handing.isPending }}
      onOk={form.submit}
      onCancel={onClose}
      mask={{ closable: false }}
      width={480}
    >
      <p>
        移交文件里有本单位的密钥和往来单位，用移交口令加密。只在本单位内部移交；口令当面或打电话告诉，不要和文件放在一起，接管后删去文件。记录不在其中，两台电脑的记录另用同步包交换。
      </p>
      <Form form={form} layout="vertical" onFinish={handing.mutate}>
        <NewPassphrase label="移交口令" />
      </Form>
    </Modal>
  )
}

export function TakeOverDialog({ onClose }: { readonly onClose: () => void }) {
  const { client } = useBackend()
  const queryClient = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const [form] = Form.useForm<{ passphrase: string }>()
  const taking = useAction({
    call: ({ file, passphrase }: { file: File; passphrase: string }) => client.keys.takeOver({ file, passphrase }),
    done: ({ peers }) => `已接管，本机现在是同一个单位的另一台电脑，往来单位${peers}个`,
    onDone: () => {
      void queryClient.invalidateQueries()
      onClose()
    },
  })
  return (
    <Modal
      open
      title="接管另一台电脑移交的密钥"
      okText="接管"
      cancelText="取消"
      okButtonProps={{ disabled: file === null, loading: taking.isPending }}
      onOk={form.submit}
      onCancel={onClose}
      mask={{ closable: false }}
      width={480}
    >
      <p>接管以后，本机用那台电脑的单位编号和密钥上报，本机原来的密钥不再使用。本机的记录不变。</p>
      <Flex gap={8} align="center" className="keys-note">
        <FileButton accept=".ghk" onFile={setFile}>
          选择移交文件…
        </FileButton>
        <span>{file?.name}</span>
      </Flex>
      <Form
        form={form}
        layout="vertical"
        onFinish={({ passphrase }) => (file ? taking.mutate({ file, passphrase }) : undefined)}
      >
        <Form.Item name="passphrase" label="移交口令" rules={[requiredRule]}>
          <Input.Password autoComplete="off" maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
