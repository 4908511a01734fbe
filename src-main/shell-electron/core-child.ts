/** The core's process (核心进程) as the desktop shell sees it: started, started again once after a crash, closed. */
import { join } from 'node:path'
import { type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron'
import type { CoreMessage, HostQuestion, ShellMessage } from '../host-port.ts'

export type CoreChild = {
  /** Hands a window's port to the core. */
  readonly giveWindow: (port: MessagePortMain) => void
  /** Lets the core finish and answers the program's exit code. */
  readonly close: () => Promise<0 | 1>
}

export type CoreListener = {
  readonly answer: (question: HostQuestion, text: string) => Promise<unknown>
  /** The core died and a new one runs; windows must connect again. */
  readonly onRestart: () => void
  /** The core cannot run, with the sentence for the person. */
  readonly onFailure: (sentence: string) => void
}

/** Milliseconds: a core that dies again within this time is broken and not started a third time. */
const suspicious = 60_000
/** Milliseconds that the core has to close its files. */
const closingTime = 5_000

const keepsFailing = '学宣台账的后台连续出错，已停止。已保存的数据不受影响；请重新打开，仍不行请联系技术人员。'

export function startCore(dataFolder: string, listener: CoreListener): CoreChild {
  let state: 'running' | 'failed' | 'closing' = 'running'
  let startedAgainAt = Number.NEGATIVE_INFINITY
  let child = run()

  function run(): UtilityProcess {
    const started = utilityProcess.fork(join(import.meta.dirname, 'core-process.js'), [dataFolder], {
      serviceName: '学宣台账核心',
    })
    started.on('message', (message: CoreMessage) => {
      if (message.kind === 'failed') fail(message.sentence)
      if (message.kind === 'ask') void answerAsked(started, message)
    })
    started.on('exit', () => {
      if (state !== 'running') return
      if (performance.now() - startedAgainAt < suspicious) return fail(keepsFailing)
      startedAgainAt = performance.now()
      child = run()
      listener.onRestart()
    })
    return started
  }

  async function answerAsked(asking: UtilityProcess, { id, question, text }: Extract<CoreMessage, { kind: 'ask' }>) {
    const reply: ShellMessage = await listener.answer(question, text).then(
      (value) => ({ kind: 'answer', id, value }),
      (error) => ({ kind: 'answer', id, error: String(error) }),
    )
    asking.postMessage(reply)
  }

  function fail(sentence: string): void {
    state = 'failed'
    process.stderr.write(`${sentence}\n`)
    listener.onFailure(sentence)
  }

  return {
    giveWindow: (port) => child.postMessage({ kind: 'port' } satisfies ShellMessage, [port]),
    async close() {
      const code = state === 'failed' ? 1 : 0
      state = 'closing'
      await ended(child)
      return code
    },
  }
}

async function ended(child: UtilityProcess): Promise<void> {
  if (child.pid === undefined) return
  await new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    setTimeout(resolve, closingTime)
    child.postMessage({ kind: 'close' } satisfies ShellMessage)
  })
}
