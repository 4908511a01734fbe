/**
 * Codes of unions that go down and come down (编码下发): the level above keeps the official list, the office below may not
 * have entered the codes yet. What it has entered is never overwritten.
 */
import type { Kysely, Transaction } from 'kysely'
import type { TaskCodes } from '../../src-shared/tasks.ts'
import type { GrassrootsUnion } from '../../src-shared/unions.ts'
import type { CoreContext } from '../core-context.ts'
import { updateRow } from '../database/changes.ts'
import { fromRow } from '../database/rows.ts'
import type { Tables } from '../database/tables.ts'
import { faultsOfUnion } from '../unions/codes.ts'
import type { TaskCode } from './task-package.ts'

/** Of the unions in our register that go on and have one. */
export async function codesToSend(db: Kysely<Tables>): Promise<TaskCode[]> {
  return await db
    .selectFrom('grassrootsUnion')
    .select(['name', 'code', 'statisticsCode'])
    .where('removedAt', 'is', null)
    .where('endedOn', 'is', null)
    .where(({ eb, or }) => or([eb('code', '<>', ''), eb('statisticsCode', '<>', '')]))
    .orderBy('name')
    .execute()
}

/** Fills in what is blank; a union is known by its 统一社会信用代码, else by its name. Those of other offices are passed over. */
export async function takeCodes(
  trx: Transaction<Tables>,
  context: CoreContext,
  codes: readonly TaskCode[],
): Promise<TaskCodes> {
  const filled: string[] = []
  const kept: TaskCodes['kept'][number][] = []
  const find = await knownUnions(trx)
  for (const sent of codes) {
    const own = find(sent)
    if (!own) continue
    const changes: { code?: string; statisticsCode?: string } = {}
    for (const field of ['code', 'statisticsCode'] as const) {
      if (sent[field] === '' || sent[field] === own[field]) continue
      const fault = own[field] === '' ? await faultOf(trx, context, own, field, sent[field]) : ''
      if (fault === null) changes[field] = sent[field]
      else kept.push({ name: own.name, field, own: own[field], offered: sent[field], why: fault })
    }
    if (Object.keys(changes).length === 0) continue
    await updateRow(trx, context, 'grassrootsUnion', own, changes)
    filled.push(own.name)
  }
  return { filled, kept }
}

/** Answers the union of the register that a code is meant for. */
async function knownUnions(trx: Transaction<Tables>): Promise<(sent: TaskCode) => GrassrootsUnion | undefined> {
  const rows = await trx
    .selectFrom('grassrootsUnion')
    .selectAll()
    .where('removedAt', 'is', null)
    .where('endedOn', 'is', null)
    .execute()
  const unions = rows.map((row) => fromRow<GrassrootsUnion>('grassrootsUnion', row))
  const byName = new Map(unions.map((union) => [union.name, union]))
  const byCode = new Map<string, GrassrootsUnion | null>()
  // Two of one code: the name must tell which is meant.
  for (const union of unions) if (union.code !== '') byCode.set(union.code, byCode.has(union.code) ? null : union)
  return ({ code, name }) => byCode.get(code) ?? byName.get(name)
}

/** Why the code cannot stand with this union; null when it can. */
async function faultOf(
  trx: Transaction<Tables>,
  { today }: CoreContext,
  own: GrassrootsUnion,
  field: 'code' | 'statisticsCode',
  code: string,
): Promise<string | null> {
  const faults = await faultsOfUnion(trx, { ...own, [field]: code }, { before: own, today: today() })
  return faults.find(({ path }) => path[0] === field)?.message ?? null
}
