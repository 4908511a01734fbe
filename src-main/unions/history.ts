/** 沿革 of a union: what became of it and what it came of, the newest first. */
import { type Kysely, sql } from 'kysely'
import type { UnionEvent } from '../../src-shared/union-lives.ts'
import type { Tables } from '../database/tables.ts'
import { getUnion } from './unions.ts'

/** @throws Problem NOT_FOUND */
export async function historyOfUnion(db: Kysely<Tables>, id: string): Promise<UnionEvent[]> {
  const { foundedOn } = await getUnion(db, id)
  const { rows } = await sql<UnionEvent>`
    select day, sentence, id as actId from unionAct
    where removedAt is null and exists (select 1 from json_each(unionIds) where value = ${id})
    order by coalesce(day, substr(createdAt, 1, 10)) desc, id desc
  `.execute(db)
  return foundedOn === null ? rows : [...rows, { day: foundedOn, sentence: '成立', actId: null }]
}
