import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { finaliseDocument } from '../../../src-main/documents/finalise-document.ts'
import type { Api } from '../../../src-shared/contract.ts'
import type { RegisteredDocument } from '../../../src-shared/outgoing.ts'
import { openTestApp } from '../../open-test-app.ts'
import { openOffice, readyDocument, written } from './ready-document.ts'
import { stopAtPoint } from './stop-at-point.ts'

const child = join(import.meta.dirname, 'finalise-and-die.ts')
const noPoint = 1_000_000

function finaliseInChild(folder: string, { id, version }: RegisteredDocument, point: number) {
  const options = { encoding: 'utf8' as const }
  const { signal, stdout, stderr } = spawnSync(process.execPath, [child, folder, id, `${version}`, `${point}`], options)
  if (signal !== 'SIGKILL') expect(stderr).toBe('')
  return { isKilled: signal === 'SIGKILL', points: Number(stdout) }
}

/** The register counts from 1 without a gap; the document stands in it whole, or is the draft that it was. */
async function expectWholeOrNothing(api: Api, draft: RegisteredDocument): Promise<boolean> {
  const { rows } = await api.outgoing.list({ year: 2026 })
  expect(rows.map((row) => row.serial)).toEqual(rows.map((_, index) => rows.length - index))
  const entry = rows.find(({ documentId }) => documentId === draft.id)
  const stored = await api.documents.get({ id: draft.id })
  if (!entry) {
    expect(stored).toEqual(draft)
    return false
  }
  expect(stored.content.number).toBe(entry.number)
  expect(await api.documents.verify({ id: draft.id })).toMatchObject({ isIntact: true })
  expect((await written(api, draft.id)).length).toBeGreaterThan(5_000)
  return true
}

test('stopped before or after any statement, finalising leaves the whole entry or none', async () => {
  const { api, context } = await openOffice()
  const [first, second] = [await readyDocument(api), await readyDocument(api)]
  const request = ({ id, version }: RegisteredDocument) => ({ id, version, requestId: `wish for ${id}` })
  let stopped = 0
  for (let point = 0; ; point += 1) {
    const stopping = stopAtPoint(point, () => {
      throw new Error('stopped')
    })
    const attempt = finaliseDocument({ ...context, db: context.db.withPlugin(stopping) }, request(first))
    const isDone = await attempt.then(
      () => true,
      () => false,
    )
    await expectWholeOrNothing(api, first)
    if (isDone) break
    stopped += 1
  }
  expect(stopped).toBeGreaterThan(30)
  // The stops gave nothing away.
  expect((await finaliseDocument(context, request(first))).content.number).toBe('云工发〔2026〕1号')
  expect((await finaliseDocument(context, request(second))).content.number).toBe('云工发〔2026〕2号')
})

test('a process killed in the middle leaves the whole entry or none, and the same wish completes it', {
  timeout: 240_000,
}, async () => {
  const office = await openOffice()
  const [first, second, third] = [
    await readyDocument(office.api),
    await readyDocument(office.api),
    await readyDocument(office.api),
  ]
  await office.close()
  const { dataFolder } = office
  finaliseInChild(dataFolder, first, noPoint)
  // The first of a series asks more than those after it; the third asks as much as the second.
  const { points } = finaliseInChild(dataFolder, second, noPoint)
  const found = new Set<boolean>()
  const early = [0.15, 0.4, 0.55, 0.65, 0.8].map((share) => Math.floor(points * share))
  // The last ones lie behind the commit, where the document is read back.
  for (const point of [...early, points - 2]) {
    expect(finaliseInChild(dataFolder, third, point).isKilled).toBe(!found.has(true))
    const { api, close } = await openTestApp({ dataFolder })
    found.add(await expectWholeOrNothing(api, third))
    await close()
  }
  expect(found).toEqual(new Set([false, true]))
  const { api } = await openTestApp({ dataFolder })
  const wish = { id: third.id, version: third.version, requestId: `wish for ${third.id}` }
  expect((await api.documents.finalise(wish)).content.number).toBe('云工发〔2026〕3号')
})
