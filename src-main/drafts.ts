/** What a form held when its window closed (表单草稿): kept here because a browser tab's own store is bound to its port. */
import type { Kysely } from 'kysely'
import type { Tables } from './database/tables.ts'

export async function findDraft(
  db: Kysely<Tables>,
  key: string,
): Promise<{ value: unknown; updatedAt: string } | null> {
  const row = await db.selectFrom('draft').selectAll().where('key', '=', key).executeTakeFirst()
  return row ? { value: JSON.parse(row.value), updatedAt: row.updatedAt } : null
}

export async function putDraft(db: Kysely<Tables>, now: () => string, key: string, value: unknown): Promise<void> {
  const row = { value: JSON.stringify(value ?? null), updatedAt: now() }
  await db
    .insertInto('draft')
    .values({ key, ...row })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
    .execute()
}

export async function removeDraft(db: Kysely<Tables>, key: string): Promise<void> {
  await db.deleteFrom('draft').where('key', '=', key).execute()
}
