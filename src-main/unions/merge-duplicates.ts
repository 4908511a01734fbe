/** 去重: a union that was entered twice becomes one; whatever named the one that goes names the one that stays. */
import { sql, type Transaction } from 'kysely'
import { creditCodeFault } from '../../src-shared/credit-code.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { ActDone } from '../../src-shared/union-lives.ts'
import type { GrassrootsUnion, UnionFields } from '../../src-shared/unions.ts'
import { removeRow, updateRow } from '../database/changes.ts'
import { fromRow, toRow } from '../database/rows.ts'
import type { Tables } from '../database/tables.ts'
import { changeUnion, doAct } from './act.ts'
import { getUnion, type UnionContext } from './unions.ts'

/** Fields that are filled from the entry that goes where the one that stays has none. */
const filled = [
  'industry',
  'members',
  'staff',
  'code',
  'statisticsCode',
  'parentId',
  'chair',
  'phone',
  'foundedOn',
] as const satisfies readonly (keyof UnionFields)[]

/** Columns that name unions, by table; a list holds each union once. */
const references = [
  { table: 'lecture', columns: ['unionIds'] },
  { table: 'activity', columns: ['unionIds'] },
  { table: 'stay', columns: ['unionId'] },
  { table: 'grassrootsUnion', columns: ['parentId', 'successorId', 'originId'] },
] as const

/** @throws Problem NOT_FOUND; INVALID_INPUT when both cannot be the same union */
export async function mergeDuplicates(
  context: UnionContext,
  input: { readonly keep: string; readonly drop: string },
): Promise<ActDone> {
  return await doAct(context, async (trx) => {
    if (input.keep === input.drop) throw new Problem('INVALID_INPUT', '选的是同一个单位，请选两个重复登记的单位。')
    const drop = await getUnion(trx, input.drop)
    refuseDifferent(await getUnion(trx, input.keep), drop)
    const moved = await moveReferences(trx, context, { from: drop.id, to: input.keep })
    // Removed first: names and codes are free for the one that stays.
    await removeRow(trx, context, 'grassrootsUnion', drop.id)
    const keep = await getUnion(trx, input.keep)
    await changeUnion(trx, context, keep, whatItTakes(keep, drop))
    const sentence = `“${drop.name}”系重复登记，并入“${keep.name}”，改了${moved}处引用`
    return { kind: '重复登记合并', day: null, sentence, unionIds: [keep.id, drop.id] }
  })
}

function refuseDifferent(keep: GrassrootsUnion, drop: GrassrootsUnion): void {
  const differ = (field: 'code' | 'statisticsCode') =>
    keep[field] !== '' && drop[field] !== '' && keep[field] !== drop[field]
  const isRight = ({ code }: GrassrootsUnion) => creditCodeFault(code) === null
  if (differ('statisticsCode'))
    throw new Problem(
      'INVALID_INPUT',
      `两个单位的统计编码不同（${keep.statisticsCode}、${drop.statisticsCode}），应是两个单位；确是重复登记的，请先更正统计编码。`,
    )
  if (differ('code') && isRight(keep) && isRight(drop))
    throw new Problem(
      'INVALID_INPUT',
      `两个单位的统一社会信用代码不同（${keep.code}、${drop.code}），应是两个单位；确是重复登记的，请先改正代码。`,
    )
  if (keep.life.endedOn !== drop.life.endedOn)
    throw new Problem('INVALID_INPUT', '两个单位一个在册、一个已终止，或终止日期不同，请先把沿革改成一致再去重。')
}

function whatItTakes(keep: GrassrootsUnion, drop: GrassrootsUnion): Readonly<Record<string, unknown>> {
  const taken: Record<string, unknown> = {}
  for (const field of filled) if (keep[field] === null || keep[field] === '') taken[field] = drop[field]
  if (taken.parentId === keep.id) taken.parentId = null
  if (keep.life.formerNames.length === 0) taken.formerNames = drop.life.formerNames
  const alias = drop.name === keep.name ? '' : `曾重复登记为“${drop.name}”`
  const note = [keep.note, alias, drop.note].filter((text) => text !== '' && text !== undefined)
  taken.note = [...new Set(note)].join('；').slice(0, 500)
  return taken
}

/** Returns how many rows changed. */
async function moveReferences(
  trx: Transaction<Tables>,
  context: UnionContext,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<number> {
  let moved = 0
  for (const { table, columns } of references) {
    const names = sql.join(
      columns.map((column) => sql`instr(coalesce(${sql.ref(column)}, ''), ${from}) > 0`),
      sql` or `,
    )
    const { rows } = await sql<Record<string, unknown>>`
      select * from ${sql.table(table)} where removedAt is null and id <> ${to} and (${names})`.execute(trx)
    for (const row of rows) {
      const fields = flat(fromRow<Record<string, unknown>>(table, row))
      const changed = columns.map((column) => [column, replaced(fields[column], from, to)])
      await updateRow(
        trx,
        context,
        table,
        row as { id: string; version: number },
        toRow(table, Object.fromEntries(changed)),
      )
      moved += 1
    }
  }
  return moved
}

const flat = ({ life, ...fields }: Record<string, unknown>) => ({ ...fields, ...(life as object | undefined) })

function replaced(value: unknown, from: string, to: string): unknown {
  if (Array.isArray(value)) return [...new Set(value.map((id) => (id === from ? to : id)))]
  return value === from ? to : value
}
