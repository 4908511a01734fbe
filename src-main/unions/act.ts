/** One act on the register (变更事项) in one transaction, with the changes it made, so that it can be taken back. */
import { sql, type Transaction } from 'kysely'
import { Problem } from '../../src-shared/problems.ts'
import type { ActDone, UnionAct } from '../../src-shared/union-lives.ts'
import type { GrassrootsUnion } from '../../src-shared/unions.ts'
import { insertRows, updateRow, type Writer } from '../database/changes.ts'
import { toRow } from '../database/rows.ts'
import type { Tables } from '../database/tables.ts'
import { getUnion, type UnionContext } from './unions.ts'

type Told = UnionAct & { readonly remarks?: readonly string[] }

/** Runs the act and notes it. An act that changes nothing is not one: `run` refuses it. */
export async function doAct(context: UnionContext, run: (trx: Transaction<Tables>) => Promise<Told>): Promise<ActDone> {
  return await context.db.transaction().execute(async (trx) => {
    const before = await lastChange(trx)
    const { remarks = [], ...act } = await run(trx)
    const changes = { firstChange: before + 1, lastChange: await lastChange(trx) }
    const [id = ''] = await insertRows(trx, context, 'unionAct', [toRow('unionAct', { ...act, ...changes })])
    return { id, sentence: act.sentence, remarks }
  })
}

async function lastChange(trx: Transaction<Tables>): Promise<number> {
  const { rows } = await sql<{ seq: number }>`select coalesce(max(seq), 0) as seq from change`.execute(trx)
  return rows[0]?.seq ?? 0
}

/** Columns of the union and of its life, at the version at which it was read. */
export async function changeUnion(
  trx: Transaction<Tables>,
  writer: Writer,
  union: GrassrootsUnion,
  columns: Readonly<Record<string, unknown>>,
): Promise<void> {
  await updateRow(trx, writer, 'grassrootsUnion', union, toRow('grassrootsUnion', columns))
}

/**
 * The union that something is to become of on a day.
 * @throws Problem NOT_FOUND; INVALID_INPUT when it has ended, or the day lies before what is known of it or after today
 */
export async function unionThatGoesOn(
  trx: Transaction<Tables>,
  id: string,
  { on, today, word }: { readonly on: string; readonly today: string; readonly word: string },
): Promise<GrassrootsUnion> {
  const union = await getUnion(trx, id)
  const { name, foundedOn, life } = union
  refuseEnded(union, `不能再${word}`)
  if (on > today) throw new Problem('INVALID_INPUT', `${word}日期${on}晚于今天，请到那一天或之后再登记。`)
  if (foundedOn !== null && on <= foundedOn)
    throw new Problem('INVALID_INPUT', `“${name}”${foundedOn}才成立，${word}日期应晚于那一天，请核对。`)
  const renamed = life.formerNames.at(-1)
  if (renamed && on <= renamed.until)
    throw new Problem(
      'INVALID_INPUT',
      `“${name}”${renamed.until}由“${renamed.name}”更名而来，${word}日期应晚于那一天，请核对。`,
    )
  if (word !== '更名') await refuseBeforeMerging(trx, union, { on, word })
  return union
}

/** What took another one in was there on that day. */
async function refuseBeforeMerging(
  trx: Transaction<Tables>,
  { id, name }: GrassrootsUnion,
  { on, word }: { readonly on: string; readonly word: string },
): Promise<void> {
  const merged = await trx
    .selectFrom('grassrootsUnion')
    .select(['name', 'endedOn'])
    .where('successorId', '=', id)
    .where('endedOn', '>=', on)
    .where('removedAt', 'is', null)
    .orderBy('endedOn', 'desc')
    .executeTakeFirst()
  if (merged)
    throw new Problem(
      'INVALID_INPUT',
      `“${merged.name}”${merged.endedOn}才并入“${name}”，${word}日期应晚于那一天，请核对。`,
    )
}

/** @throws Problem INVALID_INPUT when the union has ended; `then` says what cannot be done with it */
export function refuseEnded({ name, life }: GrassrootsUnion, then: string): void {
  if (life.endedOn === null) return
  throw new Problem(
    'INVALID_INPUT',
    `“${name}”已于${life.endedOn}${life.ending}，${then}；登记错了的，请先撤销那项变更。`,
  )
}
