/** Finalising (定稿) with its confirmation: says which number it will be before anything is given. */
import { App } from 'antd'
import { useBackend } from '../api.ts'
import { useAction } from '../components/use-action.ts'
import { problemOf } from '../problem-of.ts'

type Target = { readonly id: string; readonly version: number; readonly title: string }

/** Returns a function that asks and finalises; `onDone` is called when the document has its number. */
export function useFinalising(onDone?: () => void) {
  const { client } = useBackend()
  const { modal } = App.useApp()
  const finalising = useAction({
    call: ({ id, version, requestId }: Target & { readonly requestId: string }) =>
      client.documents.finalise({ id, version, requestId }),
    done: ({ content }) => `已定稿，编为${content.number}`,
    onDone: () => onDone?.(),
  })
  const asking = useAction({
    call: ({ id }: Target) => client.documents.proposedNumber({ id }),
    onDone: ({ number }, target) => {
      const wish = { ...target, requestId: crypto.randomUUID() }
      modal.confirm({
        title: `定稿并编为${number}？`,
        content: `《${target.title}》定稿后内容不能再改，号码不会再给别的公文；要改只能作废后另起草。今年已在纸上编过号的，请先到“发文登记”设置起始号。`,
        okText: '定稿编号',
        cancelText: '再看看',
        width: 480,
        // When the connection broke, the same wish can be uttered again and still gives one number.
        onOk: () =>
          finalising.mutateAsync(wish).catch((error: unknown) => {
            if (problemOf(error).code === 'DISCONNECTED') throw error
          }),
      })
    },
  })
  return { ask: asking.mutate, isBusy: asking.isPending || finalising.isPending }
}
