/** Runs a program to its end (运行) in front of the person: its words are shown, Ctrl+C and an end signal reach it. */
import { spawn } from 'node:child_process'

export type End = { readonly code: number | null; readonly signal: string | null; readonly seconds: number }

export function run(program: string, args: readonly string[]): Promise<End> {
  const started = performance.now()
  const child = spawn(program, args, { stdio: 'inherit', env: { ...process.env, ELECTRON_RUN_AS_NODE: undefined } })
  // Ctrl+C goes to the child as well; we wait until it has closed its files.
  const wait = () => undefined
  const pass = () => child.kill('SIGTERM')
  process.on('SIGINT', wait).on('SIGTERM', pass)
  return new Promise((resolve) => {
    const end = (code: number | null, signal: string | null) => {
      process.off('SIGINT', wait).off('SIGTERM', pass)
      resolve({ code, signal, seconds: (performance.now() - started) / 1000 })
    }
    child.once('exit', end)
    child.once('error', () => end(127, null))
  })
}
