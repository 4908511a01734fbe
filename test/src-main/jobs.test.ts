import { expect, test } from 'vitest'
import { createJobs, type Job } from '../../src-main/jobs.ts'
import type { JobEvent } from '../../src-shared/jobs.ts'
import { Problem } from '../../src-shared/problems.ts'

/** Everything that one window hears until it closes. */
function listen(jobs: ReturnType<typeof createJobs>) {
  const closing = new AbortController()
  const heard: JobEvent[] = []
  const done = (async () => {
    for await (const event of jobs.events(closing.signal)) heard.push(event)
  })().catch((error: Error) => error.name)
  const close = async () => {
    closing.abort()
    return await done
  }
  return { heard, close }
}

async function tenSteps(job: Job): Promise<string> {
  for (let done = 1; done <= 10; done += 1) await job.step(done, 10)
  return 'made'
}

test('every window hears the beginning and the end of a job, with its number of steps', async () => {
  const jobs = createJobs()
  const windows = [listen(jobs), listen(jobs)]
  expect(await jobs.run('job', '正在导出', tenSteps)).toBe('made')
  for (const window of windows) {
    expect(await window.close()).toBe('AbortError')
    expect(window.heard.at(0)).toEqual({ jobId: 'job', label: '正在导出', done: 0, total: 0, state: 'running' })
    expect(window.heard.at(-1)).toEqual({ jobId: 'job', label: '正在导出', done: 10, total: 10, state: 'done' })
  }
})

test('a job of many quick steps is told of at most ten times a second', async () => {
  const jobs = createJobs()
  const window = listen(jobs)
  const started = performance.now()
  await jobs.run('job', '正在导出', async (job) => {
    for (let done = 1; done <= 2000; done += 1) await job.step(done, 2000)
  })
  const tenths = (performance.now() - started) / 100
  await window.close()
  expect(window.heard.length).toBeLessThanOrEqual(Math.ceil(tenths) + 3)
})

test('a cancelled job stops at its next step with the sentence that nothing was left', async () => {
  const jobs = createJobs()
  const window = listen(jobs)
  let steps = 0
  const running = jobs.run('job', '正在导出', async (job) => {
    for (;;) {
      await job.step(steps, 100)
      steps += 1
      if (steps === 3) jobs.cancel('job')
    }
  })
  await expect(running).rejects.toThrow(new Problem('CANCELLED', '已取消“正在导出”，没有留下未完成的内容。'))
  await window.close()
  expect(steps).toBe(3)
  expect(window.heard.at(-1)?.state).toBe('cancelled')
})

test('a failing job tells of it and hands its error on; another job of the same name is not touched by its cancel', async () => {
  const jobs = createJobs()
  const window = listen(jobs)
  const broken = jobs.run('job', '正在导出', async () => {
    throw new Error('broken')
  })
  await expect(broken).rejects.toThrow('broken')
  jobs.cancel('other')
  expect(await jobs.run('job', '正在导出', tenSteps)).toBe('made')
  await window.close()
  expect(window.heard.filter((event) => event.state !== 'running').map((event) => event.state)).toEqual([
    'failed',
    'done',
  ])
})

test('other calls have their turn between two steps', async () => {
  const jobs = createJobs()
  const order: string[] = []
  setImmediate(() => order.push('other call'))
  const job = jobs.run('job', '正在导出', async ({ step }) => {
    order.push('one')
    await step(1, 2)
    order.push('two')
  })
  await job
  expect(order).toEqual(['one', 'other call', 'two'])
})
