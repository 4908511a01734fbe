/** Ends the program (自动退出) when its last window has been gone for a while: nobody sees a server to close it. */

/** Calls `stop` after `patience` milliseconds without a window; a reload, which closes and opens, is not the end. */
export function endWhenIdle(stop: () => void, patience: number): { onWindows: (windows: number) => void } {
  let timer = setTimeout(stop, patience)
  return {
    onWindows(windows) {
      clearTimeout(timer)
      if (windows === 0) timer = setTimeout(stop, patience)
    },
  }
}
