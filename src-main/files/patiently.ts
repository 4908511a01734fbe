/** Waits out a file that is held for a moment (杀毒软件、同步盘): antivirus programs open what was just written. */
import { setTimeout as pause } from 'node:timers/promises'

const held: readonly unknown[] = ['EBUSY', 'EPERM', 'EACCES', 'ETXTBSY']

/** Milliseconds before each further try: a second and a half in all, which a scan of a small file takes at most. */
const pauses = [50, 100, 200, 400, 750]

/** Tries `work` again while the system refuses it as held or forbidden; throws what the last try threw. */
export async function patiently<Result>(work: () => Promise<Result>): Promise<Result> {
  for (const milliseconds of pauses)
    try {
      return await work()
    } catch (error) {
      if (!held.includes((error as NodeJS.ErrnoException).code)) throw error
      await pause(milliseconds)
    }
  return await work()
}
