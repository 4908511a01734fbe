/** The small registers (名册) of cadres, lecturers, teams, study groups, venues and materials: the same verbs for each. */
import { type Kysely, sql } from 'kysely'
import type { Page } from '../../src-shared/calls.ts'
import { Problem } from '../../src-shared/problems.ts'
import { type RegisterKind, registerNames } from '../../src-shared/register-words.ts'
import type { RegisterEntries, RegisterFields } from '../../src-shared/registers.ts'
import { insertRows, type NewRow, removeRow, restoreRow, updateRow, type Writer } from '../database/changes.ts'
import { getRow, listRows, type RowQuery } from '../database/list-rows.ts'
import { toRow } from '../database/rows.ts'
import type { Tables } from '../database/tables.ts'
import { nameKey } from './name-places.ts'
import { renameInRecords } from './uses.ts'

export function listEntries<Kind extends RegisterKind>(
  db: Kysely<Tables>,
  kind: Kind,
  query: RowQuery,
): Promise<Page<RegisterEntries[Kind]>> {
  return listRows(db, kind, query)
}

/** @throws Problem NOT_FOUND */
export function getEntry<Kind extends RegisterKind>(
  db: Kysely<Tables>,
  kind: Kind,
  id: string,
): Promise<RegisterEntries[Kind]> {
  return getRow(db, kind, id)
}

/** Stores all entries or none. @throws Problem INVALID_INPUT when a name is already in the register */
export async function addEntries<Kind extends RegisterKind>(
  db: Kysely<Tables>,
  writer: Writer,
  kind: Kind,
  entries: readonly RegisterFields[Kind][],
): Promise<{ ids: string[] }> {
  const ids = await db.transaction().execute(async (trx) => {
    const known = await keysInRegister(trx, kind)
    for (const [index, { name }] of entries.entries()) {
      if (known.has(nameKey(kind, name))) throw nameTaken(kind, name, [index, 'name'])
      known.add(nameKey(kind, name))
    }
    return await insertRows(
      trx,
      writer,
      kind,
      entries.map((entry) => toRow<NewRow<Kind>>(kind, entry)),
    )
  })
  return { ids }
}

type Edit<Kind extends RegisterKind> = {
  readonly id: string
  readonly version: number
  readonly fields: RegisterFields[Kind]
  /** Whether records that hold the old name get the new one. */
  readonly renamesRecords: boolean
}

/** @throws Problem NOT_FOUND, CONFLICT, INVALID_INPUT when another entry has the name */
export async function updateEntry<Kind extends RegisterKind>(
  db: Kysely<Tables>,
  writer: Writer,
  kind: Kind,
  edit: Edit<Kind>,
): Promise<RegisterEntries[Kind]> {
  const { id, fields } = edit
  await db.transaction().execute(async (trx) => {
    const { name: from } = await getEntry(trx, kind, id)
    if ((await keysInRegister(trx, kind, id)).has(nameKey(kind, fields.name)))
      throw nameTaken(kind, fields.name, ['fields', 'name'])
    await updateRow(trx, writer, kind, edit, toRow<NewRow<Kind>>(kind, fields))
    if (edit.renamesRecords && from !== fields.name) await renameInRecords(trx, writer, kind, { from, to: fields.name })
  })
  return await getEntry(db, kind, id)
}

/** Records keep the name: they are whole without the register. @throws Problem NOT_FOUND */
export async function removeEntry(db: Kysely<Tables>, writer: Writer, kind: RegisterKind, id: string): Promise<void> {
  await db.transaction().execute((trx) => removeRow(trx, writer, kind, id))
}

/** @throws Problem NOT_FOUND, CONFLICT when its name has been given to another entry since */
export async function restoreEntry(db: Kysely<Tables>, writer: Writer, kind: RegisterKind, id: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const found = await sql<{ name: string }>`select name from ${sql.table(kind)} where id = ${id}`.execute(trx)
    const name = found.rows[0]?.name
    if (name !== undefined && (await keysInRegister(trx, kind, id)).has(nameKey(kind, name)))
      throw new Problem(
        'CONFLICT',
        `${registerNames[kind]}名册中已另有“${name}”，没有恢复；要恢复，请先把那一条改名或删除。`,
      )
    await restoreRow(trx, writer, kind, id)
  })
}

/** Keys of all names in the register, but for one entry. */
export async function keysInRegister(db: Kysely<Tables>, kind: RegisterKind, exceptId = ''): Promise<Set<string>> {
  const { rows } = await sql<{ name: string }>`
    select name from ${sql.table(kind)} where removedAt is null and id <> ${exceptId}
  `.execute(db)
  return new Set(rows.map(({ name }) => nameKey(kind, name)))
}

const persons: readonly RegisterKind[] = ['cadre', 'lecturer']

function nameTaken(kind: RegisterKind, name: string, path: readonly (string | number)[]): Problem {
  const how = persons.includes(kind)
    ? `确是同名的另一人，请写成“${name}（大）”“${name}（小）”这样加以区别`
    : '确是另一个，请在名称中写明区别'
  const message = `${registerNames[kind]}名册中已有“${name}”，不要重复添加；${how}`
  return new Problem('INVALID_INPUT', `${message}。`, { data: { issues: [{ path, message }] } })
}
