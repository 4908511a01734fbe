/**
 * The register of unions as it stood on a day (截至日): which unions there were, what they were called, and which one
 * of them a union counts for that has been merged since. Nothing that becomes of a union lies in the future, so the
 * last day of a period that still runs stands for today.
 */
import { type RawBuilder, type SqlBool, sql } from 'kysely'

/** Of a query on `grassrootsUnion`, or on that under another name: was it there at the end of the day? */
export function existsOn(day: string, table = 'grassrootsUnion'): RawBuilder<SqlBool> {
  const column = (name: string) => sql.ref(`${table}.${name}`)
  return sql`(${column('removedAt')} is null
    and (${column('foundedOn')} is null or ${column('foundedOn')} <= ${day})
    and (${column('endedOn')} is null or ${column('endedOn')} > ${day}))`
}

/** Was it in the register, but no longer a union of its own at the end of the day? */
export function endedBy(day: string): RawBuilder<SqlBool> {
  return sql`(grassrootsUnion.removedAt is null and grassrootsUnion.endedOn <= ${day})`
}

/** The name that it had at the end of the day. */
export function nameOn(day: string, table = 'grassrootsUnion'): RawBuilder<string> {
  const column = (name: string) => sql.ref(`${table}.${name}`)
  return sql`case when ${column('formerNames')} = '[]' then ${column('name')} else coalesce((
      select former.value ->> 'name' from json_each(${column('formerNames')}) as former
      where former.value ->> 'until' > ${day} order by former.key limit 1
    ), ${column('name')}) end`
}

/** Those ids, and the unions into which those unions had been merged by the end of the day, each once. */
export function withSuccessors(ids: RawBuilder<unknown>, day: string): RawBuilder<unknown> {
  return sql`(with recursive counted (id) as (
      select * from ${ids}
      union
      select heir.successorId from counted join grassrootsUnion as heir on heir.id = counted.id
      where heir.ending = '合并' and heir.endedOn <= ${day} and heir.successorId is not null
    ) select id from counted)`
}

/**
 * For every union that was or is in the register: the one that it counts for at the end of the day, itself or what it
 * had been merged into, under the name of that day. One that had been dissolved or split counts for none.
 */
export function standingOn(day: string): RawBuilder<{ formerId: string; id: string; name: string }> {
  return sql`(with recursive standing (formerId, id) as (
      select id, id from grassrootsUnion
      union
      select standing.formerId, heir.successorId from standing join grassrootsUnion as heir on heir.id = standing.id
      where heir.ending = '合并' and heir.endedOn <= ${day} and heir.successorId is not null
    )
    select standing.formerId, present.id, ${nameOn(day, 'present')} as name
    from standing join grassrootsUnion as present on present.id = standing.id where ${existsOn(day, 'present')})`
}
