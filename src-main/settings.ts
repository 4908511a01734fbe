/** What the office has set once for all (设置): a value per key, each with a schema of its own. */
import type { Kysely, Transaction } from 'kysely'
import { type LayoutChoice, layoutChoiceSchema } from '../src-shared/layout-choice.ts'
import { type Layout, layoutChosen } from '../src-shared/layouts.ts'
import { insertRows, updateRow, type Writer } from './database/changes.ts'
import type { Tables } from './database/tables.ts'

/** The choice of the office, or how a new office begins. */
export async function findLayoutChoice(db: Kysely<Tables>): Promise<LayoutChoice> {
  return layoutChoiceSchema.parse((await findSetting(db, 'layout')) ?? {})
}

export async function setLayoutChoice(db: Kysely<Tables>, writer: Writer, choice: LayoutChoice): Promise<LayoutChoice> {
  await putSetting(db, writer, 'layout', choice)
  return choice
}

/** What documents are laid out by. */
export async function officeLayout(db: Kysely<Tables>): Promise<Layout> {
  return layoutChosen(await findLayoutChoice(db))
}

/** @returns undefined for what was never set */
export async function findSetting(db: Kysely<Tables>, key: string): Promise<unknown> {
  const row = await settingRow(db, key)
  return row ? JSON.parse(row.value) : undefined
}

export async function putSetting(db: Kysely<Tables>, writer: Writer, key: string, value: unknown): Promise<void> {
  await db.transaction().execute((trx) => putSettingWithin(trx, writer, key, value))
}

/** Within the caller's transaction. */
export async function putSettingWithin(
  trx: Transaction<Tables>,
  writer: Writer,
  key: string,
  value: unknown,
): Promise<void> {
  const row = await settingRow(trx, key)
  const text = JSON.stringify(value)
  if (row) await updateRow(trx, writer, 'setting', row, { value: text })
  else await insertRows(trx, writer, 'setting', [{ key, value: text }])
}

function settingRow(db: Kysely<Tables>, key: string) {
  return db.selectFrom('setting').selectAll().where('key', '=', key).where('removedAt', 'is', null).executeTakeFirst()
}
