/** The register of grassroots unions (单位名册). */
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Page } from '../../src-shared/calls.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { GrassrootsUnion, UnionFields } from '../../src-shared/unions.ts'
import { insertRows, type NewRow, removeRow, restoreRow, updateRow, type Writer } from '../database/changes.ts'
import { getRow, listRows, type RowQuery } from '../database/list-rows.ts'
import type { Tables } from '../database/tables.ts'

export function listUnions(db: Kysely<Tables>, query: RowQuery): Promise<Page<GrassrootsUnion>> {
  return listRows(db, 'grassrootsUnion', query)
}

export function getUnion(db: Kysely<Tables>, id: string): Promise<GrassrootsUnion> {
  return getRow(db, 'grassrootsUnion', id)
}

/** A union as it enters the register: nothing has become of it yet. */
export function newUnion(fields: UnionFields): NewRow<'grassrootsUnion'> {
  return { ...fields, endedOn: null, ending: '', successorId: null, originId: null, formerNames: '[]' }
}

/** @throws Problem CONFLICT when a name is already in the register */
export async function addUnions(
  db: Kysely<Tables>,
  writer: Writer,
  unions: readonly UnionFields[],
): Promise<{ ids: string[] }> {
  const ids = await db.transaction().execute(async (trx) => {
    await refuseKnownNames(
      trx,
      unions.map((union) => union.name),
    )
    return await insertRows(trx, writer, 'grassrootsUnion', unions.map(newUnion))
  })
  return { ids }
}

/** @throws Problem NOT_FOUND, CONFLICT */
export async function updateUnion(
  db: Kysely<Tables>,
  writer: Writer,
  edit: { readonly id: string; readonly version: number; readonly fields: UnionFields },
): Promise<GrassrootsUnion> {
  await db.transaction().execute(async (trx) => {
    await refuseKnownNames(trx, [edit.fields.name], edit.id)
    await updateRow(trx, writer, 'grassrootsUnion', edit, edit.fields)
  })
  return await getUnion(db, edit.id)
}

/** @throws Problem IN_USE when records name the union: last year's coverage must not change */
export async function removeUnion(db: Kysely<Tables>, writer: Writer, id: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const uses = await countUses(trx, id)
    if (uses > 0)
      throw new Problem(
        'IN_USE',
        `有${uses}条宣讲、蹲点或宣传文化记录用到这个单位，不能删除；请先在那些记录中换成别的单位。`,
      )
    await removeRow(trx, writer, 'grassrootsUnion', id)
  })
}

export async function restoreUnion(db: Kysely<Tables>, writer: Writer, id: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const union = await trx.selectFrom('grassrootsUnion').select('name').where('id', '=', id).executeTakeFirst()
    if (union) await refuseKnownNames(trx, [union.name], id)
    await restoreRow(trx, writer, 'grassrootsUnion', id)
  })
}

/** @throws Problem INVALID_INPUT naming the first id that is not in the register */
export async function requireUnions(db: Kysely<Tables>, ids: ReadonlySet<string>): Promise<void> {
  if (ids.size === 0) return
  const known = await db.selectFrom('grassrootsUnion').select('id').where('removedAt', 'is', null).execute()
  const knownIds = new Set(known.map((union) => union.id))
  for (const id of ids)
    if (!knownIds.has(id))
      throw new Problem('INVALID_INPUT', `单位名册中没有编号为“${id}”的基层工会，请先在“单位名册”中添加。`)
}

/** How many records name the union. */
export async function countUses(trx: Transaction<Tables>, unionId: string): Promise<number> {
  const counted = await trx
    .selectNoFrom((eb) => [
      eb
        .selectFrom('lectureUnion')
        .innerJoin('lecture', 'lecture.id', 'lectureUnion.lectureId')
        .where('lectureUnion.unionId', '=', unionId)
        .where('lecture.removedAt', 'is', null)
        .select((count) => count.fn.countAll<number>().as('count'))
        .as('lectures'),
      eb
        .selectFrom('stay')
        .where('unionId', '=', unionId)
        .where('removedAt', 'is', null)
        .select((count) => count.fn.countAll<number>().as('count'))
        .as('stays'),
      eb
        .selectFrom('activity')
        .innerJoin(sql<{ value: string }>`json_each(activity.unionIds)`.as<'union'>('union'), (join) => join.onTrue())
        .where('union.value', '=', unionId)
        .where('activity.removedAt', 'is', null)
        .select((count) => count.fn.countAll<number>().as('count'))
        .as('activities'),
    ])
    .executeTakeFirstOrThrow()
  return (counted.lectures ?? 0) + (counted.stays ?? 0) + (counted.activities ?? 0)
}

async function refuseKnownNames(trx: Transaction<Tables>, names: readonly string[], exceptId = ''): Promise<void> {
  const rows = await trx
    .selectFrom('grassrootsUnion')
    .select('name')
    .where('removedAt', 'is', null)
    .where('id', '<>', exceptId)
    .execute()
  const known = new Set(rows.map((row) => row.name))
  for (const name of names) {
    if (known.has(name)) throw new Problem('CONFLICT', `单位名册中已有“${name}”，请核对，不要重复添加。`)
    known.add(name)
  }
}
