/** 学习任务完成情况: for every duty of every study group, what came due in a period and what was held. */
import type { Kysely } from 'kysely'
import type { Period } from '../../src-shared/period.ts'
import type { RegisterEntries } from '../../src-shared/registers.ts'
import { type DutyState, spansBegun } from '../../src-shared/study-duties.ts'
import { listRows } from '../database/list-rows.ts'
import type { Tables } from '../database/tables.ts'

const everything = { from: null, to: null, text: '', offset: 0, limit: 100_000 }

/**
 * A session is a group's when the group organised it or is named as its Party organisation. What begins after today is
 * not due yet.
 */
export async function dutyStates(db: Kysely<Tables>, period: Period, today: string): Promise<DutyState[]> {
  const groups = (await listRows<RegisterEntries['studyGroup']>(db, 'studyGroup', everything)).rows
  const sessions = await db
    .selectFrom('study')
    .select(['id', 'date', 'topic', 'type', 'organiser', 'partyOrganisation'])
    .where('removedAt', 'is', null)
    .where('date', '>=', period.from)
    .where('date', '<=', period.to)
    .orderBy('date')
    .orderBy('id')
    .execute()
  const heldBy = new Map<string, DutyState['sessions'][number][]>()
  for (const { type, organiser, partyOrganisation, ...session } of sessions)
    for (const group of new Set([organiser, partyOrganisation])) {
      const key = keyOf(group, type)
      const known = heldBy.get(key)
      if (known) known.push(session)
      else heldBy.set(key, [session])
    }
  const begun = { from: period.from, to: period.to < today ? period.to : today }
  return groups.flatMap(({ id: groupId, name: group, duties }) =>
    duties.map((duty) => {
      const held = heldBy.get(keyOf(group, duty.type)) ?? []
      const due = duty.times * spansBegun(duty.per, begun)
      const missing = Math.max(0, due - held.length)
      return { ...duty, groupId, group, due, held: held.length, missing, sessions: held }
    }),
  )
}

function keyOf(group: string, type: string): string {
  return `${type} ${group}`
}
