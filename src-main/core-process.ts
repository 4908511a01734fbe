/**
 * The core in a process of its own (核心进程), started by the desktop shell: `core-process.js DATA_FOLDER`. It answers
 * windows on their ports and asks the shell for dialogs and printing on `process.parentPort`.
 */
import { RPCHandler } from '@orpc/server/message-port'
import { Problem } from '../src-shared/problems.ts'
import { router } from './api/router.ts'
import { type Core, openCore } from './core.ts'
import { logError } from './data-folder.ts'
import type { CoreMessage, HostPort, HostQuestion, ShellMessage } from './host-port.ts'

type Port = Parameters<RPCHandler<Core['context']>['upgrade']>[0] & { start(): void }
type Answer = Extract<ShellMessage, { kind: 'answer' }>

const unexpected = '学宣台账没有启动成功，数据没有改动；请重新打开，仍不行请把数据文件夹中的“错误日志”交给技术人员。'

serve(process.argv[2] ?? '')

/** Ports may arrive while the database is still being opened; they wait. */
function serve(dataFolder: string): void {
  const handler = new RPCHandler(router)
  const questions = createQuestions()
  const opening = openCore({ dataFolder, host: questions.host })
  opening.then(
    () => tell({ kind: 'ready' }),
    (error) => {
      if (!(error instanceof Problem)) logError(dataFolder, () => new Date().toISOString(), error)
      tell({ kind: 'failed', sentence: error instanceof Problem ? error.message : unexpected })
    },
  )
  process.parentPort.on('message', ({ data, ports }) => {
    const message = data as ShellMessage
    if (message.kind === 'answer') questions.answer(message)
    else if (message.kind === 'close') void closeCore(opening)
    else if (ports[0]) void answerWindow(opening, handler, ports[0] as unknown as Port)
  })
}

async function answerWindow(opening: Promise<Core>, handler: RPCHandler<Core['context']>, port: Port): Promise<void> {
  const core = await opening.catch(() => null)
  if (!core) return // the shell was told and shows why
  handler.upgrade(port, { context: core.context })
  port.start()
}

async function closeCore(opening: Promise<Core>): Promise<void> {
  await opening.then(
    (core) => core.close(),
    () => undefined,
  )
  process.exit()
}

function createQuestions() {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  let lastId = 0
  const ask = (question: HostQuestion, text: string) =>
    new Promise<unknown>((resolve, reject) => {
      lastId += 1
      waiting.set(lastId, { resolve, reject })
      tell({ kind: 'ask', id: lastId, question, text })
    })
  const host: HostPort = {
    shell: 'electron',
    pickSavePath: async (fileName) => (await ask('pickSavePath', fileName)) as string | undefined,
    pickFolder: async (title) => (await ask('pickFolder', title)) as string | undefined,
    printPdf: async () => (await ask('printPdf', '')) as Uint8Array,
    showInFolder: async (path) => void (await ask('showInFolder', path)),
    protectSecret: async (text) => (await ask('protectSecret', text)) as string | undefined,
    revealSecret: async (sealed) => (await ask('revealSecret', sealed)) as string | undefined,
  }
  const answer = ({ id, value, error }: Answer) => {
    const question = waiting.get(id)
    waiting.delete(id)
    if (error === undefined) question?.resolve(value)
    else question?.reject(new Error(error))
  }
  return { host, answer }
}

function tell(message: CoreMessage): void {
  process.parentPort.postMessage(message)
}
