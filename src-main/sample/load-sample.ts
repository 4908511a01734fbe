/** Loads the sample county (示例县) into an empty ledger: to look at filled pages before entering anything of one's own. */
import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { activitySchema } from '../../src-shared/activities.ts'
import type { LectureInput } from '../../src-shared/lectures.ts'
import { lectureSchema } from '../../src-shared/lectures.ts'
import { officeSchema } from '../../src-shared/office.ts'
import type { Period } from '../../src-shared/period.ts'
import { Problem } from '../../src-shared/problems.ts'
import { registerKinds } from '../../src-shared/register-words.ts'
import { type StayInput, staySchema } from '../../src-shared/stays.ts'
import { studySchema } from '../../src-shared/studies.ts'
import { unionSchema } from '../../src-shared/unions.ts'
import type { CoreContext } from '../core-context.ts'
import { insertRows, type NewRow, type Writer } from '../database/changes.ts'
import { toRow } from '../database/rows.ts'
import type { StampedTable, Tables } from '../database/tables.ts'
import { newUnion } from '../unions/unions.ts'
import { sampleOffice, sampleUnions } from './county.ts'
import { sampleActivities } from './sample-activities.ts'
import { sampleLectures } from './sample-lectures.ts'
import { sampleRegisters } from './sample-registers.ts'
import { lastChange, noteSampleRows } from './sample-rows.ts'
import { sampleStays } from './sample-stays.ts'
import { sampleStudies } from './sample-studies.ts'

/** Three whole months: counties report up to the 20th. */
const samplePeriod: Period = { from: '2026-08-21', to: '2026-11-20' }

/** When the invented clerk entered it all; the stamps must not depend on the day of loading either. */
const enteredAt = '2026-11-20T09:00:00.000Z'

/**
 * Adds 60 unions, a quarter of records and the registers of whom they name, all or nothing; the office's particulars only if there are none yet.
 * Stamps and contents are the same every time; ids are this office's, so that two samples never meet as one.
 * @throws Problem CONFLICT when the ledger holds anything, CANCELLED
 */
export async function loadSample(
  context: CoreContext,
  jobId: string | undefined,
): Promise<{ unions: number; studies: number; lectures: number; stays: number; activities: number; period: Period }> {
  const { db, jobs } = context
  const writer: Writer = { ...context, now: () => enteredAt, newId: sampleIds(context.officeId) }
  const rows = sampleRows()
  return await jobs.run(jobId, '正在装入示例县', (job) =>
    db.transaction().execute(async (trx) => {
      await refuseFilledLedger(trx)
      const before = await lastChange(trx)
      await job.step(0, 4)
      const unions = await insertRows(trx, writer, 'grassrootsUnion', rows.unions.map(newUnion))
      const unionIds = idsByKey(sampleUnions.keys(), unions)
      await job.step(1, 4)
      const stays = await insertRows(trx, writer, 'stay', stayRows(unionIds))
      const stayIds = idsByKey(sampleStays.keys(), stays)
      await job.step(2, 4)
      const lectures = await insertRows(trx, writer, 'lecture', lectureRows(unionIds, stayIds))
      await job.step(3, 4)
      const studies = await insertRows(trx, writer, 'study', rows.studies)
      const activities = await insertRows(trx, writer, 'activity', rows.activities)
      for (const { kind, entries } of sampleRegisters)
        await insertRows(
          trx,
          writer,
          kind,
          entries.map((entry) => toRow(kind, entry)),
        )
      const office = await trx.selectFrom('office').select('id').where('removedAt', 'is', null).executeTakeFirst()
      if (!office) await insertRows(trx, context, 'office', [officeSchema.parse(sampleOffice)])
      await noteSampleRows(trx, before)
      await job.step(4, 4)
      return {
        unions: unions.length,
        studies: studies.length,
        lectures: lectures.length,
        stays: stays.length,
        activities: activities.length,
        period: samplePeriod,
      }
    }),
  )
}

function sampleRows() {
  return {
    unions: [...sampleUnions.values()].map((union) => unionSchema.parse(union)),
    studies: sampleStudies.map((study) => toRow<NewRow<'study'>>('study', studySchema.parse(study))),
    activities: sampleActivities.map((activity) =>
      toRow<NewRow<'activity'>>('activity', activitySchema.parse(activity)),
    ),
  }
}

function stayRows(unionIds: ReadonlyMap<string, string>): NewRow<'stay'>[] {
  return [...sampleStays.values()].map((stay: StayInput) =>
    toRow('stay', staySchema.parse({ ...stay, unionId: idOf(unionIds, stay.unionId) })),
  )
}

function lectureRows(unionIds: ReadonlyMap<string, string>, stayIds: ReadonlyMap<string, string>): NewRow<'lecture'>[] {
  return sampleLectures.map((lecture: LectureInput) =>
    toRow(
      'lecture',
      lectureSchema.parse({
        ...lecture,
        unionIds: (lecture.unionIds ?? []).map((key) => idOf(unionIds, key)),
        stayId: idOf(stayIds, lecture.stayId),
      }),
    ),
  )
}

function idsByKey(keys: Iterable<string>, ids: readonly string[]): Map<string, string> {
  return new Map([...keys].map((key, index) => [key, ids[index] ?? '']))
}

function idOf(ids: ReadonlyMap<string, string>, key: string | null | undefined): string | null {
  if (key === null || key === undefined) return null
  const id = ids.get(key)
  if (!id) throw new Error(`the sample names an unknown unit or stay: ${key}`)
  return id
}

/** Counted, from a fixed moment: the same rows get the same ids in every ledger of this office. */
function sampleIds(officeId: string): () => string {
  const msecs = Date.parse(enteredAt)
  const random = createHash('sha256').update(officeId).digest().subarray(0, 16)
  let seq = 0
  return () => {
    seq += 1
    return uuidv7({ msecs, seq, random })
  }
}

/** Removed rows count too: their ids may be the sample's own. */
async function refuseFilledLedger(db: Kysely<Tables>): Promise<void> {
  const tables: StampedTable[] = ['grassrootsUnion', 'study', 'lecture', 'stay', 'activity', ...registerKinds]
  for (const table of tables) {
    const row = await db.selectFrom(table).select('id').limit(1).executeTakeFirst()
    if (row)
      throw new Problem(
        'CONFLICT',
        '台账中已有单位、名册或记录（包括已删除的），示例县只能装入空的台账，没有改动任何内容；要看示例，请另选一个空的数据文件夹。',
      )
  }
}
