/**
 * Fault points (故障点): before every step that leaves a trace on a disk the code passes one. Nobody listens but a test,
 * which counts them and kills its own process at one; to everybody else passing one is a call of nothing.
 */

let listener: ((step: string) => void) | undefined

/** @param step what is about to be done: the name of a file operation, or the text of a statement */
export function faultPoint(step: string): void {
  listener?.(step)
}

export function isWatched(): boolean {
  return listener !== undefined
}

/** For tests: hears of every point from now on. */
export function onFaultPoint(hears: (step: string) => void): void {
  listener = hears
}
