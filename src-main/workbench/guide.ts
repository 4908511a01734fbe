/** 首次使用引导: what of the way to the first report is done, as the ledger itself shows. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Guide, GuideStep, guideChoices } from '../../src-shared/guide.ts'
import type { Writer } from '../database/changes.ts'
import type { Tables } from '../database/tables.ts'
import { findSetting, putSetting } from '../settings.ts'

const settingKey = 'guide'

export async function showGuide(db: Kysely<Tables>): Promise<Guide> {
  const done = {
    office: await holds(db, own('office')),
    unions: await holds(db, own('grassrootsUnion')),
    notice: await holds(db, own('notice')),
    record: await holds(db, sql`${own('study')} or ${own('lecture')} or ${own('stay')} or ${own('activity')}`),
    report: await holds(db, own('document', sql`content ->> 'kind' = '报告'`)),
  } satisfies Record<GuideStep, boolean>
  const chosen = await findSetting(db, settingKey)
  const isShown = chosen === undefined ? Object.values(done).includes(false) : chosen === '显示'
  return { done, isShown }
}

export async function setGuide(
  db: Kysely<Tables>,
  writer: Writer,
  shown: (typeof guideChoices)[number],
): Promise<void> {
  await putSetting(db, writer, settingKey, shown)
}

/** Whether a table has a row that is present and not the sample's. */
function own(table: string, condition: RawBuilder<unknown> = sql`true`): RawBuilder<unknown> {
  return sql`exists (
    select 1 from ${sql.table(table)} where removedAt is null and ${condition}
      and id not in (select rowId from sampleRow where tableName = ${table})
  )`
}

async function holds(db: Kysely<Tables>, condition: RawBuilder<unknown>): Promise<boolean> {
  const { rows } = await sql<{ holds: number }>`select (${condition}) as holds`.execute(db)
  return rows[0]?.holds === 1
}
