/** The same calls over a real MessagePort and over the real browser shell: what crosses, and how failures arrive. */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { isDefinedError, safe } from '@orpc/client'
import { RPCLink as HttpLink } from '@orpc/client/fetch'
import { RPCHandler } from '@orpc/server/message-port'
import { describe, expect, onTestFinished, test } from 'vitest'
import { router } from '../src-main/api/router.ts'
import { type Api, clientOver, linkOver } from '../src-renderer/connect.ts'
import type { JobEvent } from '../src-shared/jobs.ts'
import { introduce, openOffice } from './open-offices.ts'
import { openTestApp } from './open-test-app.ts'
import { office, study } from './sample-records.ts'
import { openShell } from './src-main/shell-browser/open-shell.ts'
import { format1Bytes } from './src-main/sync/format-1-writer.ts'

type Opened = Awaited<ReturnType<typeof openTestApp>> & {
  /** The client at the far end of the transport. */
  readonly window: Api
  /** Ends the core's side, as a crash would. */
  readonly breakOff: () => Promise<unknown>
}

async function openOverPort(): Promise<Opened> {
  const app = await openTestApp({ host: { shell: 'electron' } })
  const { port1, port2 } = new MessageChannel()
  new RPCHandler(router).upgrade(port2, { context: app.context })
  port2.start()
  const window = clientOver(linkOver(port1))
  onTestFinished(() => port1.close())
  const breakOff = async () => {
    const closed = once(port1, 'close')
    port2.close()
    await closed
  }
  return { ...app, window, breakOff }
}

async function openOverHttp(): Promise<Opened> {
  const { shell, signIn, own, ...app } = await openShell()
  const token = await signIn()
  const headers = { ...own, authorization: `Bearer ${token}` }
  return { ...app, window: clientOver(new HttpLink({ url: `${shell.origin}/rpc`, headers })), breakOff: shell.close }
}

describe.each([
  { name: 'over a MessagePort', open: openOverPort },
  { name: 'over HTTP', open: openOverHttp },
])('$name', ({ open }) => {
  test('a value arrives as the core answers it', async () => {
    const { window, api } = await open()
    await window.office.set(office)
    const { ids } = await window.studies.add([study({ topic: '学习“四史”——《工会章程》' })])
    expect(await window.studies.get({ id: ids[0] ?? '' })).toEqual(await api.studies.get({ id: ids[0] ?? '' }))
    expect(await window.office.show()).toEqual(await api.office.show())
  })

  test('a declared problem arrives with its code and its Chinese sentence', async () => {
    const { window } = await open()
    const [error] = await safe(window.studies.get({ id: 'nobody' }))
    expect(error).toMatchObject({
      code: 'NOT_FOUND',
      status: 422,
      message: expect.stringMatching(/[\u4e00-\u9fff].*。$/),
    })
    expect(isDefinedError(error)).toBe(true)
  })

  test('wrong fields arrive one by one with their paths', async () => {
    const { window } = await open()
    const [error] = await safe(window.studies.add([study({ attendedCount: -1 }), study({ topic: '' })]))
    expect(error).toMatchObject({
      code: 'INVALID_INPUT',
      data: {
        issues: [
          { path: [0, 'attendedCount'], message: '不能小于0' },
          { path: [1, 'topic'], message: '必填' },
        ],
      },
    })
  })

  test('an unexpected error arrives as one plain sentence, without its text', async () => {
    const { window, context } = await open()
    await context.db.schema.dropTable('draft').execute()
    const [error] = await safe(window.drafts.get({ key: 'study' }))
    expect(error).toMatchObject({ code: 'INTERNAL_SERVER_ERROR', message: expect.stringMatching(/^程序内部出错/) })
    expect(JSON.stringify(error)).not.toMatch(/draft|SQLITE|sqlite/)
  })

  test('a file goes out and comes back whole, under its Chinese name', async () => {
    const app = await open()
    const { window, context } = app
    await window.office.set(office)
    await window.studies.add(Array.from({ length: 500 }, (_, index) => study({ topic: `第${index + 1}次集体学习` })))
    await introduce(await openOffice(101, { name: '固川市总工会' }), app)
    const { delivery } = await window.bundles.export({ period: { from: '2026-10-01', to: '2026-12-31' } })
    if (delivery.state !== 'download') throw new Error(`delivered as ${delivery.state}`)
    const [file] = delivery.downloads
    const bytes = new Uint8Array((await file?.arrayBuffer()) ?? [])
    expect(file?.name).toMatch(/云山县总工会/)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(delivery.files[0]?.sha256)
    // Its own hashes say that every byte arrived back, too.
    const older = await format1Bytes(context, { from: '2026-10-01', to: '2026-12-31' })
    const inspection = await window.bundles.inspect({ file: new File([new Uint8Array(older)], '云山县.ghb') })
    expect(inspection).toMatchObject({ isSignatureValid: true, isOwnKey: true, bytes: older.length })
  })

  test('progress arrives while the job runs, and a cancel reaches it', async () => {
    const { window, context } = await open()
    const events = await window.jobs.events()
    const seen: JobEvent[] = []
    const listening = (async () => {
      for await (const event of events) {
        seen.push(event)
        if (event.state === 'running' && event.done >= 1) await window.jobs.cancel({ jobId: event.jobId })
        if (event.state !== 'running') break
      }
    })()
    await settled()
    const [error] = await safe(
      context.jobs.run('job-1', '写出统计表', async ({ step }) => {
        for (let done = 1; done <= 1000; done += 1) {
          await step(done, 1000)
          await settled(5)
        }
      }),
    )
    await listening
    expect(error?.message).toBe('已取消“写出统计表”，没有留下未完成的内容。')
    expect(seen[0]).toEqual({ jobId: 'job-1', label: '写出统计表', done: 0, total: 0, state: 'running' })
    expect(seen.at(-1)).toMatchObject({ state: 'cancelled' })
  })

  test('a stream that the window aborts ends there as the abort, and in the core too', async () => {
    const { window, context } = await open()
    const { events: coreEvents } = context.jobs
    let listeners = 0
    Object.assign(context.jobs, {
      async *events(signal: AbortSignal | undefined) {
        listeners += 1
        try {
          yield* coreEvents(signal)
        } finally {
          listeners -= 1
        }
      },
    })
    const abort = new AbortController()
    const events = await window.jobs.events(undefined, { signal: abort.signal })
    const waiting = safe(events.next())
    await settled()
    expect(listeners).toBe(1)
    abort.abort()
    expect((await waiting)[0]?.name).toBe('AbortError')
    await settled()
    expect(listeners).toBe(0)
  })

  test('when the core is gone, waiting and new calls end as Disconnected with a Chinese sentence', async () => {
    const { window, breakOff } = await open()
    const events = await window.jobs.events()
    const waiting = safe(events.next())
    await settled()
    await breakOff()
    const disconnected = { name: 'Disconnected', message: expect.stringMatching(/[\u4e00-\u9fff].*。$/) }
    expect((await waiting)[0]).toMatchObject(disconnected)
    const [error] = await safe(window.office.show(undefined, { signal: AbortSignal.timeout(3000) }))
    expect(error).toMatchObject(disconnected)
  })
})

function settled(milliseconds = 60): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
