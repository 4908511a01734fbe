/** 找回单位编号: the PC is gone with data, keys and backups; the card that the level above kept makes this one the same office. */
import { useQueryClient } from '@tanstack/react-query'
import { Flex, Modal } from 'antd'
import { useState } from 'react'
import { useBackend } from '../api.ts'
import { useAction } from '../components/use-action.ts'
import { FileButton } from '../formatting/file-button.tsx'

export function ReclaimDialog({ onClose }: { readonly onClose: () => void }) {
  const { client } = useBackend()
  const queryClient = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const reclaiming = useAction({
    call: (card: File) => client.keys.reclaim({ file: card }),
    done: ({ isNew }) =>
      isNew ? '已找回单位编号，请导出新名片交上级重新登记，再上报一次' : '本机已经是这个单位编号，不用找回',
    onDone: () => {
      void queryClient.invalidateQueries()
      onClose()
    },
  })
  return (
    <Modal
      open
      title="找回单位编号"
      okText="找回"
      cancelText="取消"
      okButtonProps={{ disabled: file === null, loading: reclaiming.isPending }}
      onOk={() => (file ? reclaiming.mutate(file) : undefined)}
      onCancel={onClose}
      mask={{ closable: false }}
      width={520}
    >
      <p>电脑损坏、数据和备份都没有了，才用这个办法；有备份的，请在“备份”中恢复。</p>
      <ol className="keys-steps">
        <li>请上级在“往来单位”中导出本单位的名片，在这里选择，本机就还是原来那个单位；</li>
        <li>导出新名片，交上级核对指纹、重新登记；接收上级的名片；</li>
        <li>上报一次，导入上级的回执，取回以前报过的记录。</li>
      </ol>
      <Flex gap={8} align="center">
        <FileButton accept=".ghk" onFile={setFile}>
          选择上级给的名片…
        </FileButton>
        <span>{file?.name}</span>
      </Flex>
    </Modal>
  )
}
