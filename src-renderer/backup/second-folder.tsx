/** Where else backups go (第二处): another disk or a stick, and whether they are made by themselves. */
import { useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Flex, Input } from 'antd'
import { useState } from 'react'
import type { BackupSettings } from '../../src-shared/backups.ts'
import { useBackend } from '../api.ts'
import { useAction } from '../components/use-action.ts'

export function SecondFolder({ settings }: { readonly settings: BackupSettings }) {
  const { client } = useBackend()
  const queryClient = useQueryClient()
  const [folder, setFolder] = useState(settings.secondFolder ?? '')
  const setting = useAction({
    call: (set: BackupSettings) => client.backups.set(set),
    done: '备份设置已保存',
    onDone: () => void queryClient.invalidateQueries(),
  })
  const given = folder.trim() === '' ? null : folder.trim()
  return (
    <Flex className="backup-settings" gap={12} align="center" wrap>
      <Checkbox
        checked={settings.isAutomatic}
        onChange={({ target }) => setting.mutate({ ...settings, isAutomatic: target.checked })}
      >
        自动备份
      </Checkbox>
      <label htmlFor="second-folder">同时备份到</label>
      <Input
        id="second-folder"
        className="backup-folder"
        placeholder="另一块磁盘或U盘上的文件夹，如 E:\学宣台账备份"
        value={folder}
        maxLength={1000}
        onChange={({ target }) => setFolder(target.value)}
      />
      <Button
        disabled={given === settings.secondFolder}
        loading={setting.isPending}
        onClick={() => setting.mutate({ ...settings, secondFolder: given })}
      >
        保存
      </Button>
    </Flex>
  )
}
