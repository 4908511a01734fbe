/** T23: evidence behind the data, left out, come later, and never. */
import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { safe } from '@orpc/server'
import { expect, test } from 'vitest'
import type { OpenedVolume } from '../../../src-main/sync/open-bundle.ts'
import { makePhoto } from '../../make-photos.ts'
import { openOffice, type TestOffice } from '../../open-offices.ts'
import { openSuperior, report } from '../../report-upward.ts'
import { study } from '../../sample-records.ts'
import { acceptReceiptFor } from './answered.ts'

const november = { from: '2026-11-01', to: '2026-11-30' }

async function openWithEvidence() {
  const app = await openOffice(110)
  const upper = await openSuperior(app)
  const [recordId = ''] = (await app.api.studies.add([study()])).ids
  return { app, upper, recordId }
}

/** Noise, so that two of them are two files. */
const photo = (name: string) =>
  new File([new Uint8Array(makePhoto({ width: 640, height: 480, shade: () => randomBytes(1)[0] ?? 0 }))], `${name}.jpg`)
const pdf = (megabytes: number, name: string) =>
  new File(
    [
      new Uint8Array(
        Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(megabytes * 1024 * 1024), Buffer.from('\n%%EOF\n')]),
      ),
    ],
    `${name}.pdf`,
  )

async function attach({ api }: TestOffice, recordId: string, ...files: File[]) {
  const { added, problems } = await api.attachments.add({ recordKind: 'study', recordId, files })
  expect(problems).toEqual([])
  return added
}

/** Hashes of the files in the volumes, as they were opened. */
const hashesIn = (volumes: readonly OpenedVolume[]) =>
  volumes.map(({ attachments }) => attachments.map(({ entry }) => entry.sha256))

test('a photo goes as the picture that is shown, anything else as it is, each once', async () => {
  const { app, upper, recordId } = await openWithEvidence()
  const [shown] = await attach(app, recordId, photo('会场'))
  const [minutes] = await attach(app, recordId, pdf(1, '纪要'))
  const { manifest, volumes, done } = await report(app, upper, november)
  expect(new Set(hashesIn(volumes).flat())).toEqual(new Set([shown?.viewSha256, minutes?.sha256]))
  expect(manifest.attachments).toMatchObject({ count: 2 })
  expect(done.attachments.missing).toBe(0)
  for (const { attachments } of volumes) for (const part of attachments) await part.read()
})

test('data stand in the first volume and are whole without the others; photos fill the rest', async () => {
  const { app, upper, recordId } = await openWithEvidence()
  await attach(app, recordId, ...Array.from({ length: 4 }, (_, index) => pdf(2, `签到册${index}`)))
  const { manifest, volumes } = await report(app, upper, november, { volume: 5 })
  expect(manifest.volumes).toBe(2)
  expect(volumes.map(({ parts }) => parts.map(({ entry }) => entry.name))).toEqual([
    ['data/001.ndjson', 'state/index.ndjson'],
    [],
  ])
  expect(hashesIn(volumes).map((hashes) => hashes.length)).toEqual([2, 2])
})

test('T22: a repair volume goes beside several volumes when it is wanted, and any of them comes back from it', async () => {
  const { app, upper, recordId } = await openWithEvidence()
  await attach(app, recordId, ...Array.from({ length: 3 }, (_, index) => pdf(2, `签到册${index}`)))
  const choice = { to: upper.context.officeId, period: november, volume: 5, withRepair: true } as const
  const reasons = (['lecture', 'stay', 'activity'] as const).map((kind) => ({ kind, reason: '本期没有开展' }))
  const { delivery } = await app.api.bundles.export({ ...choice, reasons })
  if (delivery.state !== 'download') throw new Error('the browser is handed the files')
  const files = delivery.downloads as File[]
  expect(files.map(({ name }) => name.replace(/^.*_/, ''))).toEqual(['第1卷共2卷.ghb', '第2卷共2卷.ghb', '修复卷.ghb'])
  const outcomes = async (given: File[]) =>
    (await upper.api.intake.stage({ files: given })).map(({ outcome }) => outcome)
  expect(await outcomes([files[1] as File, files[2] as File])).toEqual(['已收', '已收', '已收'])
  expect((await upper.api.intake.list({}))[0]).toMatchObject({ state: '待导入', missingVolumes: [] })
  const whole = await app.api.bundles.export({ ...choice, volume: null, reasons })
  expect(whole.delivery.state === 'download' && whole.delivery.downloads.length).toBe(1)
})

test('files that were left out go with a later bundle, until a receipt says that they have come', async () => {
  const { app, upper, recordId } = await openWithEvidence()
  const files = await attach(app, recordId, pdf(3, '甲'), pdf(3, '乙'))
  const bare = await report(app, upper, november, { withPhotos: false })
  expect(bare.manifest.attachments).toEqual({ count: 0, bytes: 0 })
  // The rows say that there are files: the superior knows what is still to come.
  expect(bare.manifest.counts.attachment).toEqual({ present: 2, removed: 0 })
  await acceptReceiptFor(app, bare.manifest)
  const second = await report(app, upper, november, { volume: 5 })
  expect(second.manifest.counts).toEqual({})
  expect(new Set(hashesIn(second.volumes).flat())).toEqual(new Set(files.map(({ sha256 }) => sha256)))
  expect(second.manifest.volumes).toBe(2)
  await acceptReceiptFor(app, second.manifest, { here: [1], isTechnical: true })
  const third = await report(app, upper, november)
  expect(hashesIn(third.volumes).flat()).toEqual(hashesIn(second.volumes)[1])
  await acceptReceiptFor(app, third.manifest)
  expect((await report(app, upper, november)).manifest.attachments.count).toBe(0)
})

test('a file that is lost here does not hold the records up, and is told', async () => {
  const { app, upper, recordId } = await openWithEvidence()
  const [lost, kept] = await attach(app, recordId, pdf(1, '甲'), pdf(1, '乙'))
  const sha256 = lost?.sha256 ?? ''
  await rm(join(app.dataFolder, 'files', sha256.slice(0, 2), sha256))
  expect((await app.api.bundles.preview({ period: november })).files).toMatchObject({ count: 1, missing: 1 })
  const { done, volumes } = await report(app, upper, november)
  expect(done.attachments).toMatchObject({ count: 1, missing: 1 })
  expect(hashesIn(volumes).flat()).toEqual([kept?.sha256])
})

test('a removed attachment keeps its row and sends no file', async () => {
  const { app, upper, recordId } = await openWithEvidence()
  const [gone] = await attach(app, recordId, pdf(1, '甲'))
  await app.api.attachments.remove({ id: gone?.id ?? '' })
  const { manifest } = await report(app, upper, november)
  expect([manifest.counts.attachment, manifest.attachments.count]).toEqual([{ present: 0, removed: 1 }, 0])
})

test('a notice that is not there is refused before anything is made', async () => {
  const { app } = await openWithEvidence()
  const [error] = await safe(app.api.bundles.export({ period: november, noticeId: 'nowhere' }))
  expect(error).toMatchObject({ code: 'NOT_FOUND' })
})
