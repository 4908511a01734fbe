/** Undo and redo (撤销、重做) of anything that is replaced and never altered: a list of what was, and of what was undone. */

export type History<State> = {
  readonly past: readonly State[]
  readonly present: State
  readonly future: readonly State[]
  /** What the last change was about; the next one about the same joins it. */
  readonly group: string
  /** Milliseconds: when the step began that may still be joined, and when it was last changed. */
  readonly begunAt: number
  readonly changedAt: number
}

/** Typing that pauses longer than this, in milliseconds, begins a new step. */
const pause = 1_500
/** A step holds no more than this much typing, in milliseconds. */
const longest = 8_000
const mostSteps = 500

export function beginHistory<State>(present: State): History<State> {
  return { past: [], present, future: [], group: '', begunAt: 0, changedAt: 0 }
}

/** Typing on in the same place (`group`) is one step; a change without a group is always a step of its own. */
export function changed<State>(
  history: History<State>,
  present: State,
  { group, at }: { readonly group: string; readonly at: number },
): History<State> {
  if (present === history.present) return history
  const isJoined =
    group !== '' &&
    group === history.group &&
    history.past.length > 0 &&
    history.future.length === 0 &&
    at - history.changedAt <= pause &&
    at - history.begunAt <= longest
  if (isJoined) return { ...history, present, changedAt: at }
  const past = [...history.past, history.present].slice(-mostSteps)
  return { past, present, future: [], group, begunAt: at, changedAt: at }
}

/** The same history when there is nothing to undo. */
export function undone<State>(history: History<State>): History<State> {
  const present = history.past.at(-1)
  if (present === undefined) return history
  return {
    ...beginHistory(present),
    past: history.past.slice(0, -1),
    future: [history.present, ...history.future],
  }
}

/** The same history when nothing was undone. */
export function redone<State>(history: History<State>): History<State> {
  const [present, ...future] = history.future
  if (present === undefined) return history
  return { ...beginHistory(present), past: [...history.past, history.present], future }
}
