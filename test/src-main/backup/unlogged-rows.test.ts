import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { backUpWhenDue } from '../../../src-main/backup/automatic-backup.ts'
import { usualBackupFolder } from '../../../src-main/backup/backup-folder.ts'
import { restoreBackup } from '../../../src-main/backup/restore.ts'
import { unloggedTables } from '../../../src-main/backup/unlogged-rows.ts'
import type { CoreContext } from '../../../src-main/core-context.ts'
import { sinceWords } from '../../../src-shared/backups.ts'
import { acceptFrom } from '../../accept-card-of.ts'
import { openOffices } from '../../open-offices.ts'
import { study } from '../../sample-records.ts'
import { november } from '../intake/make-report.ts'
import { answer, reportAndTakeIn } from '../receipts/report-and-answer.ts'

async function cityAndCounty() {
  const { province, city, counties } = await openOffices()
  const [county] = counties
  if (!county) throw new Error('no county')
  onTestFinished(() => rm(usualBackupFolder(city.dataFolder), { recursive: true, force: true }))
  return { province, city, county }
}

const day = (context: CoreContext, number: number): CoreContext =>
  Object.assign(Object.create(context) as CoreContext, { now: () => `2026-12-0${number}T00:00:00.000Z` })

test('enrolling, taking in, approving, returning and answering each make a backup due, and a backup none', async () => {
  const { city, county } = await cityAndCounty()
  const { api, context } = city
  const { ids } = await county.api.studies.add([study()])
  const { officeId } = county.context
  let at = 0
  const isDueAgain = async () => {
    at += 1
    const made = await backUpWhenDue(day(context, at))
    at += 1
    return [made, await backUpWhenDue(day(context, at))]
  }
  const acts: Record<string, () => Promise<unknown>> = {
    enrolled: async () => undefined,
    'taken in': () => reportAndTakeIn(county, city),
    approved: () => api.upper.approve({ officeId, period: november }),
    returned: () => api.receipts.returnRow({ officeId, table: 'study', rowId: ids[0] ?? '', words: '请核对' }),
    answered: () => answer(city),
  }
  for (const [name, act] of Object.entries(acts)) {
    await act()
    expect([name, await isDueAgain()]).toEqual([name, [true, false]])
  }
})

test('the draft of a form that is kept by the way makes no backup due', async () => {
  const { city } = await cityAndCounty()
  expect(await backUpWhenDue(day(city.context, 1))).toBe(true)
  await city.api.drafts.put({ key: 'study', value: { topic: '没写完' } })
  expect(await backUpWhenDue(day(city.context, 2))).toBe(false)
})

test('what a restore would drop of the exchange with other offices is named before', async () => {
  const { city, county } = await cityAndCounty()
  const [backup] = await city.api.backups.make({})
  const file = backup?.path ?? ''
  expect(sinceWords(await city.api.backups.preview({ file }))).toBe(null)
  await county.api.studies.add([study()])
  await reportAndTakeIn(county, city)
  await answer(city)
  await city.api.keys.part({ officeId: county.context.officeId })
  const preview = await city.api.backups.preview({ file })
  expect([preview.changesSince, sinceWords(preview)]).toEqual([
    0,
    '备份之后有往来单位1项、收到的包1项、收到的文件1项、接收日志2项、签发的回执1项变动，恢复后不在台账里。',
  ])
})

test('an office that is enrolled while a restore is under way is not lost: the restore is refused', async () => {
  const { province, city, county } = await cityAndCounty()
  const [backup] = await county.api.backups.make({})
  onTestFinished(() => rm(usualBackupFolder(county.dataFolder), { recursive: true, force: true }))
  const enrolling = Object.assign(Object.create(county.context) as CoreContext, {
    replaceLedger: async (...given: Parameters<CoreContext['replaceLedger']>) => {
      await acceptFrom(county, province, { role: '上级' })
      await county.context.replaceLedger(...given)
    },
  })
  await expect(restoreBackup(enrolling, { file: backup?.path ?? '' })).rejects.toThrow('恢复期间又保存了新的内容')
  expect((await county.api.keys.peers()).map(({ officeId }) => officeId).toSorted()).toEqual(
    [city.context.officeId, province.context.officeId].toSorted(),
  )
})

test('every table without a stamp is watched by backups, or follows from others', async () => {
  const schema = await readFile(join(import.meta.dirname, '../../golden/schema.sql'), 'utf8')
  const unstamped = [...schema.matchAll(/CREATE TABLE (\w+) \(([^;]*)\) STRICT/g)]
    .filter(
      ([, , columns]) =>
        !/\bremovedAt TEXT[\s\S]*\breplica TEXT|\breplica TEXT[\s\S]*\bremovedAt TEXT/.test(columns ?? ''),
    )
    .map(([, name = '']) => name)
  const watched: readonly string[] = unloggedTables.map(({ table }) => table)
  expect(unstamped.filter((name) => !watched.includes(name))).toEqual([
    'acknowledgement', // of acceptedReceipt
    'change',
    'draft',
    'frozenDocument', // of outgoing
    'importMapping',
    'importRun', // its rows are changes
    'importedRow',
    'installation',
    'lectureUnion', // of lecture
    'sampleRow', // its rows are changes
    'searchEntry',
    'searchState',
    'unknownField', // of the rows that were merged
  ])
})
