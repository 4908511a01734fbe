/** The register of grassroots unions (单位名册): its rows; what becomes of a union is in acts.ts. */
import type { Kysely } from 'kysely'
import type { Page } from '../../src-shared/calls.ts'
import { type FieldIssue, Problem } from '../../src-shared/problems.ts'
import { nameThen } from '../../src-shared/union-names.ts'
import type { GrassrootsUnion, UnionFields } from '../../src-shared/unions.ts'
import { insertRows, type NewRow, removeRow, restoreRow, updateRow, type Writer } from '../database/changes.ts'
import { getRow, listRows, type RowQuery } from '../database/list-rows.ts'
import type { Tables } from '../database/tables.ts'
import { faultsOfUnion, refuseFaults } from './codes.ts'
import { refuseKnownNames } from './names.ts'
import { endedBy, existsOn } from './on-day.ts'
import { countUses } from './uses.ts'

export type UnionContext = Writer & { readonly db: Kysely<Tables>; readonly today: () => string }
type UnionQuery = RowQuery & { readonly on?: string | null; readonly standing?: '在册' | '已终止' | undefined }

/** `on`: as the register stood on that day, under the names of that day; else as it is. */
export async function listUnions(
  { db, today }: Pick<UnionContext, 'db' | 'today'>,
  { on = null, standing, ...query }: UnionQuery,
): Promise<Page<GrassrootsUnion>> {
  const day = on ?? today()
  const condition = standing === '已终止' ? endedBy(day) : existsOn(day)
  const isHeld = standing !== undefined || on !== null
  const page = await listRows<GrassrootsUnion>(db, 'grassrootsUnion', query, isHeld ? [condition] : [])
  return on === null ? page : { ...page, rows: page.rows.map((row) => ({ ...row, name: nameThen(row, day) })) }
}

export function getUnion(db: Kysely<Tables>, id: string): Promise<GrassrootsUnion> {
  return getRow(db, 'grassrootsUnion', id)
}

/** A union as it enters the register: nothing has become of it yet. */
export function newUnion(fields: UnionFields): NewRow<'grassrootsUnion'> {
  return { ...fields, endedOn: null, ending: '', successorId: null, originId: null, formerNames: '[]' }
}

/** @throws Problem CONFLICT when a name is already in the register, INVALID_INPUT for codes and days that cannot be */
export async function addUnions(context: UnionContext, unions: readonly UnionFields[]): Promise<{ ids: string[] }> {
  const today = context.today()
  const ids = await context.db.transaction().execute(async (trx) => {
    await refuseKnownNames(
      trx,
      unions.map((union) => union.name),
    )
    const codes = new Set<string>()
    for (const [index, fields] of unions.entries()) {
      const found = await faultsOfUnion(trx, fields, { today })
      if (fields.statisticsCode !== '' && codes.has(fields.statisticsCode))
        found.push({
          path: ['statisticsCode'],
          message: `“${fields.statisticsCode}”写了两次，一个编码只能用于一个单位`,
        })
      codes.add(fields.statisticsCode)
      const issues = found.map(({ path, message }): FieldIssue => ({ path: [index, ...path], message }))
      refuseFaults(issues, `“${fields.name}”：`)
    }
    return await insertRows(trx, context, 'grassrootsUnion', unions.map(newUnion))
  })
  return { ids }
}

/** @throws Problem NOT_FOUND, CONFLICT, INVALID_INPUT */
export async function updateUnion(
  context: UnionContext,
  edit: { readonly id: string; readonly version: number; readonly fields: UnionFields },
): Promise<GrassrootsUnion> {
  await context.db.transaction().execute(async (trx) => {
    const before = await getUnion(trx, edit.id)
    if (before.life.endedOn === null) await refuseKnownNames(trx, [edit.fields.name], [edit.id])
    const found = await faultsOfUnion(trx, edit.fields, { before, today: context.today() })
    refuseFaults(
      found.map(({ path, message }) => ({ path: ['fields', ...path], message })),
      '',
    )
    await updateRow(trx, context, 'grassrootsUnion', edit, edit.fields)
  })
  return await getUnion(context.db, edit.id)
}

/** @throws Problem IN_USE when records or unions name the union: last year's coverage must not change */
export async function removeUnion(db: Kysely<Tables>, writer: Writer, id: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { records, unions } = await countUses(trx, id)
    if (records > 0)
      throw new Problem(
        'IN_USE',
        `有${records}条宣讲、蹲点或宣传文化记录用到这个单位，不能删除；单位已不存在的请用“撤销”或“合并”，重复登记的请用“去重”。`,
      )
    if (unions > 0)
      throw new Problem('IN_USE', `有${unions}个单位以它为上级、由它分设或并入了它，不能删除；请先改那些单位。`)
    await removeRow(trx, writer, 'grassrootsUnion', id)
  })
}

export async function restoreUnion(db: Kysely<Tables>, writer: Writer, id: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const union = await trx
      .selectFrom('grassrootsUnion')
      .select(['name', 'endedOn'])
      .where('id', '=', id)
      .executeTakeFirst()
    if (union?.endedOn === null) await refuseKnownNames(trx, [union.name], [id])
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
