/**
 * A world to be killed in (断电试验场): a folder with a ledger, its state and a stick. It is put back as it was before each
 * kill, at the same path, because a ledger knows where it lies.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { onTestFinished } from 'vitest'
import type { CoreOptions } from '../../src-main/core.ts'
import { openTestApp, testNow } from '../open-test-app.ts'
import type { ActionName } from './actions.ts'

export type World = {
  readonly root: string
  readonly dataFolder: string
  readonly stick: string
  /** How its core is opened, by whoever does it in this process. */
  readonly options: Partial<CoreOptions>
  readonly open: () => ReturnType<typeof openTestApp>
}

type Action = { readonly name: ActionName; readonly input: unknown }

export function worldAt(root: string): World {
  const dataFolder = join(root, '台账')
  // Ids of several sessions must not meet, as counted ones would.
  const options = { dataFolder, stateFolder: join(root, 'state'), newId: () => uuidv7() }
  return { root, dataFolder, stick: join(root, 'U盘'), options, open: () => openTestApp(options) }
}

/**
 * Kills the action at points spread over all of it, and lets `check` look at what each kill has left.
 * @param most how many points are tried; all of them when there are fewer
 * @returns how many kills there were
 */
export async function killAtPoints(
  { root }: World,
  action: Action,
  { most, check }: { readonly most: number; readonly check: (step: string) => Promise<void> },
): Promise<number> {
  const before = `${root}.before`
  await rm(before, { recursive: true, force: true })
  await cp(root, before, { recursive: true })
  const start = () => startChild(root, action)
  const { steps } = await start().dieAt(0)
  if (!steps) throw new Error(`${action.name} was killed without a point`)
  const points = spread(steps.length, most)
  let next = start()
  onTestFinished(() => void next.stop())
  for (const point of points) {
    await putBack(before, root)
    const child = next
    next = start()
    if (!(await child.dieAt(point)).isKilled) throw new Error(`${action.name} ended before point ${point}`)
    await check(`point ${point} of ${steps.length}, before “${steps[point - 1]}”`)
  }
  await putBack(before, root)
  return points.length
}

async function putBack(before: string, root: string): Promise<void> {
  for (const name of await readdir(root)) await rm(join(root, name), { recursive: true, force: true })
  await cp(before, root, { recursive: true })
}

/** It loads the program and waits; `dieAt` 0 lets it finish. */
function startChild(root: string, { name, input }: Action) {
  const script = join(import.meta.dirname, 'do-and-die.ts')
  const child = spawn(process.execPath, [script, root, testNow.toISOString(), name, JSON.stringify(input)], {
    stdio: ['pipe', 'pipe', 'pipe'],
    // Loading is nearly all that such a process does.
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'xuexuan-test-compiled') },
  })
  let [said, complaint] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString()
  })
  const closed = once(child, 'close') as Promise<[number | null, string | null]>
  return {
    async dieAt(point: number) {
      child.stdin.end(`${point}`)
      const [code, signal] = await closed
      if (signal === 'SIGKILL') return { isKilled: true, steps: null }
      if (code !== 0) throw new Error(`${name} failed: ${complaint}`)
      return { isKilled: false, steps: JSON.parse(said) as string[] }
    },
    stop: () => child.kill('SIGKILL'),
  }
}

/** From 1 to `last`, both included. */
function spread(last: number, most: number): number[] {
  if (last <= most) return Array.from({ length: last }, (_, index) => index + 1)
  return [...new Set(Array.from({ length: most }, (_, index) => 1 + Math.round((index * (last - 1)) / (most - 1))))]
}
