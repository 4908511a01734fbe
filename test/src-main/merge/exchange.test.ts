/** T26: two PCs of one office, from the handing over of its keys to conflicts that a person decides. */
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tableOrder } from '../../../src-main/merge/row-state.ts'
import { stateRoot } from '../../../src-main/merge/state-root.ts'
import type { DeliveredFile } from '../../../src-shared/delivery.ts'
import type { Conflict } from '../../../src-shared/exchange.ts'
import { formFields } from '../../../src-shared/stamp.ts'
import type { StudyInput } from '../../../src-shared/studies.ts'
import { makePhoto } from '../../make-photos.ts'
import { countedIds, openTestApp } from '../../open-test-app.ts'
import { lecture, office, study, union } from '../../sample-records.ts'
import { finalise, readyDocument } from '../documents/ready-document.ts'

type Pc = Awaited<ReturnType<typeof openTestApp>>

let tick = 0
/** Two PCs never write at the same moment. */
function clock(): Date {
  tick += 1
  return new Date(Date.parse('2026-11-21T06:30:00.000Z') + tick * 1000)
}

/** An office with two PCs: the second lives with the keys and the office id of the first and has no records yet. */
async function openPcs(): Promise<{ first: Pc; second: Pc }> {
  const first = await openTestApp({ clock, newId: countedIds(1) })
  await first.api.office.set(office)
  const fresh = await openTestApp({ clock, newId: countedIds(2) })
  await fresh.api.office.set(office)
  const { officeId, keys } = first.context
  const publicKey = Buffer.from(keys.signingPublicKey).toString('hex')
  await fresh.context.db.updateTable('installation').set({ officeId, publicKey }).execute()
  await fresh.close()
  await copyFile(join(first.dataFolder, 'signing-key.json'), join(fresh.dataFolder, 'signing-key.json'))
  const second = await openTestApp({ clock, newId: countedIds(3), dataFolder: fresh.dataFolder })
  return { first, second }
}

async function bundleOf({ api }: Pc): Promise<File[]> {
  const { delivery } = await api.exchange.export({})
  return delivery.state === 'download' ? (delivery.downloads as readonly DeliveredFile[] as File[]) : []
}

async function bring(from: Pc, to: Pc) {
  return await to.api.exchange.take({ files: await bundleOf(from), apply: true })
}

/** Both as of now, then each takes the other's. */
async function meet(one: Pc, other: Pc) {
  const [fromOne, fromOther] = [await bundleOf(one), await bundleOf(other)]
  const atOther = await other.api.exchange.take({ files: fromOne, apply: true })
  const atOne = await one.api.exchange.take({ files: fromOther, apply: true })
  return { atOne, atOther }
}

const rootOf = async ({ context }: Pc) => (await stateRoot(context.db, tableOrder)).root
async function expectSame(one: Pc, other: Pc): Promise<void> {
  expect(await rootOf(one)).toBe(await rootOf(other))
}

async function editStudy({ api }: Pc, id: string, fields: Partial<StudyInput>): Promise<void> {
  const form = await api.studies.get({ id })
  await api.studies.update({ id, version: form.version, fields: { ...formFields(form), ...fields } })
}

/** A report with a title of its own, finalised. */
async function finalised({ api }: Pc, title: string) {
  return await finalise(api, await readyDocument(api, { title }))
}

const told = ({ kind, title, label, kept, other }: Conflict) => ({
  kind,
  title,
  label,
  kept: [kept.text, kept.pc],
  other: [other.text, other.pc],
})

describe('T26 two PCs of one office', () => {
  test('what one has the other gets, after a preview that changes nothing', async () => {
    const { first, second } = await openPcs()
    const { ids: unions } = await first.api.unions.add([union()])
    await first.api.lectures.add([lecture({ unionIds: unions })])
    const files = await bundleOf(first)
    const before = await rootOf(second)
    const preview = await second.api.exchange.take({ files })
    expect(preview).toMatchObject({ isApplied: false, total: { added: 2, parked: 0, conflict: 0 } })
    expect(await rootOf(second)).toBe(before)
    expect(await second.api.exchange.take({ files, apply: true })).toMatchObject({
      isApplied: true,
      total: preview.total,
    })
    await bring(second, first)
    await expectSame(first, second)
    expect((await second.api.exchange.show()).others).toHaveLength(1)
    expect(await second.api.exchange.take({ files, apply: true })).toMatchObject({ tables: [], total: { added: 0 } })
  })

  test('both have filled in the office and set the same thing: each stays one row', async () => {
    const { first, second } = await openPcs()
    await meet(first, second)
    await expectSame(first, second)
    expect(await first.context.db.selectFrom('office').select('id').execute()).toHaveLength(1)
    await first.api.office.set({ ...office, phone: '0954-7654321' })
    await bring(first, second)
    expect(await second.api.office.show()).toMatchObject({ phone: '0954-7654321' })
  })

  test('different fields of one record merge', async () => {
    const { first, second } = await openPcs()
    const { ids } = await first.api.studies.add([study()])
    const [id = ''] = ids
    await bring(first, second)
    await editStudy(first, id, { topic: '工会法' })
    await editStudy(second, id, { note: '补学三人' })
    const { atOne } = await meet(first, second)
    expect(atOne.conflicts).toEqual([])
    expect(await first.api.studies.get({ id })).toMatchObject({ topic: '工会法', note: '补学三人' })
    await expectSame(first, second)
  })

  test('one field with two values is shown with both on both PCs; one decision settles it everywhere', async () => {
    const { first, second } = await openPcs()
    const { ids } = await first.api.studies.add([study()])
    const [id = ''] = ids
    await bring(first, second)
    await editStudy(first, id, { attendedCount: 9 })
    await editStudy(second, id, { attendedCount: 10 })
    const { atOne, atOther } = await meet(first, second)
    await expectSame(first, second)
    const title = '党的二十大报告关于工人阶级和工会工作的论述'
    const kept = String((await first.api.studies.get({ id })).attendedCount)
    const other = kept === '9' ? '10' : '9'
    const same = { kind: '字段', title, label: '实到人数' }
    const [ours, theirs] = kept === '9' ? (['本机', '另一台'] as const) : (['另一台', '本机'] as const)
    expect(atOne.conflicts.map(told)).toEqual([{ ...same, kept: [kept, ours], other: [other, theirs] }])
    expect(atOther.conflicts.map(told)).toEqual([{ ...same, kept: [kept, theirs], other: [other, ours] }])

    await first.api.exchange.settle({ id: atOne.conflicts[0]?.id ?? '', take: 'other' })
    expect(await first.api.studies.get({ id })).toMatchObject({ attendedCount: Number(other) })
    expect(await first.api.exchange.conflicts({})).toEqual([])
    expect((await second.api.exchange.show()).openConflicts).toBe(1)
    await bring(first, second)
    expect(await second.api.exchange.conflicts({})).toEqual([])
    expect(await second.api.exchange.conflicts({ withSettled: true })).toHaveLength(1)
    await expectSame(first, second)
  })

  test('to keep what stands is a decision, too, of which the other PC hears', async () => {
    const { first, second } = await openPcs()
    const { ids } = await first.api.studies.add([study()])
    const [id = ''] = ids
    await bring(first, second)
    await editStudy(first, id, { topic: '甲' })
    await editStudy(second, id, { topic: '乙' })
    const { atOne } = await meet(first, second)
    const settled = { id: atOne.conflicts[0]?.id ?? '', take: 'kept' as const }
    await first.api.exchange.settle(settled)
    await expect(first.api.exchange.settle(settled)).rejects.toMatchObject({ code: 'CONFLICT' })
    await bring(first, second)
    expect(await second.api.exchange.conflicts({})).toEqual([])
    await expectSame(first, second)
  })

  test('an edit in the form decides as well', async () => {
    const { first, second } = await openPcs()
    const { ids } = await first.api.studies.add([study()])
    const [id = ''] = ids
    await bring(first, second)
    await editStudy(first, id, { topic: '甲' })
    await editStudy(second, id, { topic: '乙' })
    await meet(first, second)
    await editStudy(first, id, { topic: '丙' })
    expect((await first.api.exchange.show()).openConflicts).toBe(0)
  })

  test('a record that one removed and the other edited stays, and both hear of it; two removals are one', async () => {
    const { first, second } = await openPcs()
    const { ids } = await first.api.studies.add([study(), study({ topic: '工会章程' })])
    const [id = '', twice = ''] = ids
    await bring(first, second)
    await first.api.studies.remove({ id })
    await editStudy(second, id, { topic: '工会法' })
    await first.api.studies.remove({ id: twice })
    await second.api.studies.remove({ id: twice })
    const { atOne, atOther } = await meet(first, second)
    for (const [pc, taken] of [[first, atOne] as const, [second, atOther] as const]) {
      expect(await pc.api.studies.get({ id })).toMatchObject({ topic: '工会法' })
      expect(taken.conflicts.map(({ kind, kept, other }) => [kind, kept.text, other.text])).toEqual([
        ['删改', '没有删除', '已删除'],
      ])
    }
    const { atOne: again } = await meet(first, second)
    expect(again.conflicts).toEqual([])
    await expectSame(first, second)
    const [open] = await first.api.exchange.conflicts({})
    await first.api.exchange.settle({ id: open?.id ?? '', take: 'other' })
    await bring(first, second)
    expect((await second.api.studies.list({})).rows).toEqual([])
    await expectSame(first, second)
  })
})

describe('one name or number for two rows', () => {
  test('both stay, the same one under another name on both PCs, with the records that name them', async () => {
    const { first, second } = await openPcs()
    await first.api.unions.add([union({ note: '甲' })])
    const { ids } = await second.api.unions.add([union({ note: '乙' })])
    await second.api.lectures.add([lecture({ unionIds: ids })])
    const { atOne } = await meet(first, second)
    expect(atOne.total).toMatchObject({ parked: 0 })
    expect((await meet(first, second)).atOne.conflicts).toEqual([])
    await expectSame(first, second)
    for (const pc of [first, second]) expect(await pc.api.exchange.conflicts({})).toHaveLength(1)
    const names = (await first.api.unions.list({})).rows.map(({ name, note }) => [name, note])
    expect(new Set(names.map(([name]) => name))).toEqual(
      new Set(['云山水泥有限公司工会', '云山水泥有限公司工会（重名）']),
    )
    expect(new Set(names.map(([, note]) => note))).toEqual(new Set(['甲', '乙']))
    expect(atOne.conflicts.map(({ kind, label }) => [kind, label])).toEqual([['重名', '名称']])
    const id = atOne.conflicts[0]?.id ?? ''
    await expect(first.api.exchange.settle({ id, take: 'name', name: '云山水泥有限公司工会' })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    await first.api.exchange.settle({ id, take: 'name', name: '云山水泥二厂工会' })
    await bring(first, second)
    expect(await second.api.exchange.conflicts({})).toEqual([])
    await expectSame(first, second)
  })

  test('two incoming documents with one number: the later one gets the next', async () => {
    const { first, second } = await openPcs()
    const fields = { receivedOn: '2026-11-20', sender: '固川市总工会', senderNumber: '', copies: 1, note: '' }
    await first.api.incoming.add([{ ...fields, title: '甲' }])
    await second.api.incoming.add([{ ...fields, title: '乙' }])
    await meet(first, second)
    await meet(first, second)
    await expectSame(first, second)
    const rows = await first.context.db.selectFrom('incoming').select(['serial']).orderBy('serial').execute()
    expect(rows.map(({ serial }) => serial)).toEqual([1, 2])
  })

  test('two finalised documents with one number: the other one waits with its reason, nothing else is held up', async () => {
    const { first, second } = await openPcs()
    await meet(first, second)
    const [one, other] = [await finalised(first, '甲的通报'), await finalised(second, '乙的通报')]
    const { ids } = await second.api.studies.add([study()])
    const { atOne, atOther } = await meet(first, second)
    expect(atOne.conflicts.map(({ kind, title }) => [kind, title])).toEqual([
      ['未并入', `云工发〔2026〕1号　${other.content.title}`],
    ])
    expect(atOther.conflicts.map(({ kind, title }) => [kind, title])).toEqual([
      ['未并入', `云工发〔2026〕1号　${one.content.title}`],
    ])
    expect(await first.api.studies.get({ id: ids[0] ?? '' })).toMatchObject({ version: 1 })
    const id = atOne.conflicts[0]?.id ?? ''
    await expect(first.api.exchange.settle({ id, take: 'other' })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await first.api.exchange.settle({ id, take: 'kept' })
    expect((await bring(second, first)).conflicts).toEqual([])
    expect((await first.api.exchange.show()).openConflicts).toBe(0)
  })
})

test('a finalised document goes over with its frozen file and its withdrawal', async () => {
  const { first, second } = await openPcs()
  const { id } = await finalised(first, '甲的通报')
  await bring(first, second)
  const frozen = async ({ context }: Pc) => await context.db.selectFrom('frozenDocument').selectAll().execute()
  expect(await frozen(second)).toEqual(await frozen(first))
  expect(await second.api.documents.verify({ id })).toEqual(await first.api.documents.verify({ id }))
  await first.api.documents.withdraw({ id, reason: '内容有误' })
  await second.api.documents.withdraw({ id, reason: '另有安排' })
  await meet(first, second)
  await expectSame(first, second)
  const [entry] = (await first.api.outgoing.list({ year: 2026 })).rows
  expect(entry).toMatchObject({ state: '已作废' })
})

test('a PC that took the keys over by their file reads what the other exports, and the other what it exports', async () => {
  const first = await openTestApp({ clock, newId: countedIds(1) })
  await first.api.office.set(office)
  const second = await openTestApp({ clock, newId: countedIds(2) })
  const passphrase = '当面告知的移交口令'
  const handed = await first.api.keys.handOver({ passphrase })
  if (handed.state !== 'download') throw new Error('a test has no save dialog')
  await second.api.keys.takeOver({ file: handed.file as File, passphrase })
  await first.api.studies.add([study()])
  await bring(first, second)
  await second.api.studies.add([study({ topic: '工会法' })])
  expect((await bring(second, first)).total).toMatchObject({ added: 1 })
  await expectSame(first, second)
})

test('files of evidence go over once, and a backup is made before anything is merged', async () => {
  const { first, second } = await openPcs()
  const { ids } = await first.api.studies.add([study()])
  const photo = new File([Buffer.from(makePhoto())], '现场.jpg', { type: 'image/jpeg' })
  await first.api.attachments.add({ recordKind: 'study', recordId: ids[0] ?? '', files: [photo] })
  expect((await first.api.exchange.export({})).files).toBe(2)
  const taken = await bring(first, second)
  expect(taken.files).toEqual({ added: 2, missing: 0 })
  expect((await second.api.backups.list()).backups).toHaveLength(1)
  await bring(second, first)
  expect((await first.api.exchange.export({})).files).toBe(0)
  expect((await second.api.backups.verify({})).faults).toEqual([])
})

describe('what is no bundle of the other PC is refused', () => {
  test('one of this very PC, one of another office, one with a flipped bit', async () => {
    const { first, second } = await openPcs()
    const [own] = await bundleOf(first)
    const files = [own as File]
    await expect(first.api.exchange.take({ files })).rejects.toMatchObject({
      message: expect.stringContaining('本机导出'),
    })
    const stranger = await openTestApp({ clock, newId: countedIds(3) })
    await stranger.api.office.set({ ...office, name: '清河县总工会' })
    await expect(stranger.api.exchange.take({ files })).rejects.toMatchObject({ code: 'BUNDLE_INVALID' })
    const bytes = new Uint8Array(await (own as File).arrayBuffer())
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
    const damaged = [new File([bytes], '坏的.ghb')]
    const before = await rootOf(second)
    await expect(second.api.exchange.take({ files: damaged, apply: true })).rejects.toMatchObject({
      code: 'BUNDLE_INVALID',
    })
    expect(await rootOf(second)).toBe(before)
  })
})
