/** Changes how a disk is mounted (改挂载方式), in the middle of a test. */
import { spawnSync } from 'node:child_process'

export function runMount(...args: readonly string[]): void {
  const { status, stderr } = spawnSync('mount', args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`mount ${args.join(' ')}: ${stderr}`)
}
