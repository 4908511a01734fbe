/** Unions that were probably entered twice (疑似重复登记): the same code, or names that differ in their endings only. */
import { type Kysely, sql } from 'kysely'
import { grouped } from '../../src-shared/grouped.ts'
import type { DuplicateUnions } from '../../src-shared/union-lives.ts'
import type { Tables } from '../database/tables.ts'

/** Only unions that go on: those that ended may well have had the name of another. */
export async function findDuplicates(db: Kysely<Tables>): Promise<DuplicateUnions[]> {
  const unions = await db
    .selectFrom('grassrootsUnion')
    .where('removedAt', 'is', null)
    .where('endedOn', 'is', null)
    .select(['id', 'name', 'township', 'code'])
    .orderBy('id')
    .execute()
  const uses = await usesById(db)
  const found: DuplicateUnions[] = []
  const known = new Set<string>()
  const gather = (reason: string, keyOf: (union: (typeof unions)[number]) => string) => {
    for (const group of grouped(unions, keyOf).values()) {
      const first = group[0]
      if (!first || group.length < 2 || keyOf(first) === '') continue
      const ids = group.map(({ id }) => id).join()
      if (known.has(ids)) continue
      known.add(ids)
      const counted = group.map((union) => ({ ...union, uses: uses.get(union.id) ?? 0 }))
      found.push({ reason, unions: counted.toSorted((one, other) => other.uses - one.uses) })
    }
  }
  gather('统一社会信用代码相同', ({ code }) => code)
  gather('名称相近', ({ name }) => bareName(name))
  return found
}

/** What is left of a name without the words that are written now and left out then; empty for one of such words only. */
export function bareName(name: string): string {
  let bare = name.normalize('NFKC').replace(/[\s()[\]“”"'·.,，。-]/gu, '')
  for (let last = ''; last !== bare; ) {
    last = bare
    bare = bare.replace(/(?:工会联合会|工会委员会|基层工会|联合工会|工会|委员会)$/u, '')
  }
  bare = bare.replace(/(?:股份有限公司|有限责任公司|有限公司|股份公司|公司)$/u, '')
  return bare.length < 2 ? '' : bare
}

async function usesById(db: Kysely<Tables>): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; count: number }>`
    select id, count(*) as count from (
      select lectureUnion.unionId as id from lectureUnion join lecture on lecture.id = lectureUnion.lectureId
      where lecture.removedAt is null
      union all select unionId from stay where unionId is not null and removedAt is null
      union all select part.value from activity join json_each(activity.unionIds) as part
      where activity.removedAt is null
    ) group by id
  `.execute(db)
  return new Map(rows.map(({ id, count }) => [id, count]))
}
