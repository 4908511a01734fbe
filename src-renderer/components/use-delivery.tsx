/** What happens to a finished file (交付): handed to the browser, or saved and shown in its folder. */
import { App, Button } from 'antd'
import { useCallback } from 'react'
import type { Delivery } from '../../src-shared/delivery.ts'
import { useBackend } from '../api.ts'
import { problemOf } from '../problem-of.ts'
import { saveFile } from '../save-file.ts'
import { useShell } from './use-shell.ts'

/** Returns a function that brings a delivery to the person and says so; quiet when she cancelled. */
export function useDelivery() {
  const { message } = App.useApp()
  const { client } = useBackend()
  const { canShowInFolder } = useShell()
  return useCallback(
    (delivery: Delivery, what: string) => {
      if (delivery.state === 'cancelled') return
      if (delivery.state === 'download') {
        saveFile(delivery.file as File)
        message.success(`${what}已导出：${delivery.file.name}`)
        return
      }
      const { path } = delivery
      const show = () =>
        client.shell.showInFolder({ path }).catch((error: unknown) => message.error(problemOf(error).sentence))
      message.success({
        duration: 8,
        content: (
          <>
            {what}已保存：{path}
            {canShowInFolder ? (
              <Button type="link" size="small" onClick={show}>
                打开所在文件夹
              </Button>
            ) : null}
          </>
        ),
      })
    },
    [message, client, canShowInFolder],
  )
}
