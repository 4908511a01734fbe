/** Ends the program (自动退出) when its last window has been gone for a while: nobody sees a server to close it. */

/** Milliseconds: until the first window is there, which a slow computer opens late, and after the last one is gone. */
export type Patience = { readonly first: number; readonly after: number }

/** Calls `stop` when no window comes in time; a reload, which closes and opens, is not the end. */
export function endWhenIdle(stop: () => void, { first, after }: Patience): { onWindows: (windows: number) => void } {
  let timer = setTimeout(stop, first)
  return {
    onWindows(windows) {
      clearTimeout(timer)
      if (windows === 0) timer = setTimeout(stop, after)
    },
  }
}
