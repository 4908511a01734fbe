/** Removing a row (删除): at once, with 撤销 in the message that says so. */
import { App, Button } from 'antd'
import { useAction } from './use-action.ts'

type Removable = {
  readonly remove: (input: { id: string }) => Promise<void>
  readonly restore: (input: { id: string }) => Promise<void>
}
export type Removed = { readonly id: string; readonly name: string }

/** Returns a function that removes a row and offers to take that back. */
export function useRemoval(calls: Removable) {
  const { message } = App.useApp()
  const restoring = useAction({
    call: ({ id }: Removed) => calls.restore({ id }),
    done: (_, { name }) => `已撤销删除，“${name}”恢复了`,
  })
  const removing = useAction({
    call: ({ id }: Removed) => calls.remove({ id }),
    onDone: (_, removed) => {
      const key = `removed-${removed.id}`
      const undo = () => {
        message.destroy(key)
        restoring.mutate(removed)
      }
      message.success({
        key,
        duration: 10,
        content: (
          <>
            已删除“{removed.name}”
            <Button type="link" size="small" onClick={undo}>
              撤销
            </Button>
          </>
        ),
      })
    },
  })
  return removing.mutate
}
