/** Saved views (常用查询): filters that the clerk has given a name, page by page. */
import type { Kysely, Transaction } from 'kysely'
import { Problem } from '../src-shared/problems.ts'
import { filterWords, type SavedView } from '../src-shared/saved-views.ts'
import type { ViewFields } from '../src-shared/view-calls.ts'
import { insertRows, notFound, removeRow, restoreRow, updateRow, type Writer } from './database/changes.ts'
import type { SavedViewRow, Tables } from './database/tables.ts'

/** By page, the page's own view first, then by name. */
export async function listViews(db: Kysely<Tables>, page?: string): Promise<SavedView[]> {
  const rows = await presentViews(db, page).orderBy('page').orderBy('isDefault', 'desc').orderBy('name').execute()
  return rows.map(viewOf)
}

/** @throws Problem CONFLICT when the page has a view of this name */
export async function addView(db: Kysely<Tables>, writer: Writer, fields: ViewFields): Promise<SavedView> {
  return await db.transaction().execute(async (trx) => {
    await refuseKnownName(trx, fields.page, fields.name)
    if (fields.isDefault) await giveUpDefault(trx, writer, fields.page)
    const [id = ''] = await insertRows(trx, writer, 'savedView', [{ page: fields.page, ...rowOf(fields) }])
    return await getView(trx, id)
  })
}

/** @throws Problem NOT_FOUND, CONFLICT */
export async function updateView(
  db: Kysely<Tables>,
  writer: Writer,
  edit: { readonly id: string; readonly version: number; readonly fields: Omit<ViewFields, 'page'> },
): Promise<SavedView> {
  return await db.transaction().execute(async (trx) => {
    const { page } = await getView(trx, edit.id)
    await refuseKnownName(trx, page, edit.fields.name, edit.id)
    if (edit.fields.isDefault) await giveUpDefault(trx, writer, page, edit.id)
    await updateRow(trx, writer, 'savedView', edit, rowOf(edit.fields))
    return await getView(trx, edit.id)
  })
}

/** @throws Problem NOT_FOUND */
export async function removeView(db: Kysely<Tables>, writer: Writer, id: string): Promise<void> {
  await db.transaction().execute((trx) => removeRow(trx, writer, 'savedView', id))
}

/** Takes a removal back; the page's own view stays the one that was chosen since. @throws Problem NOT_FOUND, CONFLICT */
export async function restoreView(db: Kysely<Tables>, writer: Writer, id: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const view = await trx.selectFrom('savedView').selectAll().where('id', '=', id).executeTakeFirst()
    if (!view || view.removedAt === null) return await restoreRow(trx, writer, 'savedView', id)
    await refuseKnownName(trx, view.page, view.name)
    const own = await presentViews(trx, view.page).where('isDefault', '=', 1).executeTakeFirst()
    await restoreRow(trx, writer, 'savedView', id)
    if (own && view.isDefault === 1)
      await updateRow(trx, writer, 'savedView', { id, version: view.version + 1 }, { isDefault: 0 })
  })
}

function presentViews(db: Kysely<Tables>, page: string | undefined) {
  const present = db.selectFrom('savedView').selectAll().where('removedAt', 'is', null)
  return page === undefined ? present : present.where('page', '=', page)
}

async function getView(trx: Transaction<Tables>, id: string): Promise<SavedView> {
  const row = await presentViews(trx, undefined).where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound(id)
  return viewOf(row)
}

async function giveUpDefault(trx: Transaction<Tables>, writer: Writer, page: string, exceptId = ''): Promise<void> {
  const rows = await presentViews(trx, page).where('isDefault', '=', 1).where('id', '<>', exceptId).execute()
  for (const row of rows) await updateRow(trx, writer, 'savedView', row, { isDefault: 0 })
}

async function refuseKnownName(trx: Transaction<Tables>, page: string, name: string, exceptId = ''): Promise<void> {
  const known = await presentViews(trx, page).where('name', '=', name).where('id', '<>', exceptId).executeTakeFirst()
  if (known) throw new Problem('CONFLICT', `这一页已有名为“${name}”的常用查询，请换个名称，或先删除原来的。`)
}

function rowOf({ name, query, isDefault }: Omit<ViewFields, 'page'>) {
  const words = new URLSearchParams(filterWords(new URLSearchParams(query)))
  return { name, query: words.toString(), isDefault: isDefault ? 1 : 0 } as const
}

function viewOf({ replica: _replica, removedAt: _removedAt, isDefault, ...view }: SavedViewRow): SavedView {
  return { ...view, isDefault: isDefault === 1 }
}
