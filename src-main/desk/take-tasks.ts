/**
 * 收取下发包: what the level above has sent down comes in with its own ids, so that answers and replies name what it knows.
 * A preview is the same transaction rolled back.
 */
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Notice } from '../../src-shared/notices.ts'
import type { Matches } from '../../src-shared/task-calls.ts'
import type { TaskEffect, TaskNoticeEffect } from '../../src-shared/tasks.ts'
import type { CoreContext } from '../core-context.ts'
import { insertRows, type NewRow, updateRow } from '../database/changes.ts'
import { fromRow, toRow } from '../database/rows.ts'
import type { Tables } from '../database/tables.ts'
import { insertIncoming } from '../incoming.ts'
import { mergeProposals } from '../notices/propose/merge-proposals.ts'
import { knownRequirements, nextPosition } from '../notices/requirements.ts'
import { findStayRule } from '../notices/stay-days.ts'
import { findSetting, putSettingWithin } from '../settings.ts'
import { matchedNotice, sameLetter } from './match-task.ts'
import { mergeFields } from './merge-task.ts'
import { type OpenedTasks, openTasks } from './open-tasks.ts'
import { sentRegisters, type TaskNotice, type TaskPackage, type TaskRequirement } from './task-package.ts'
import { takeCodes } from './union-codes.ts'

/** @throws Problem BUNDLE_INVALID, KEY_REFUSED, KEY_LOCKED, NOT_FOUND when a match names no notice of ours */
export async function previewTasks(context: CoreContext, file: Uint8Array, matches: Matches): Promise<TaskEffect> {
  const opened = await openTasks(context, file)
  let effect: TaskEffect | undefined
  const seen = new Error('seen')
  await context.db
    .transaction()
    .execute(async (trx) => {
      effect = await take(trx, context, opened, matches)
      throw seen
    })
    .catch((error) => {
      if (error !== seen) throw error
    })
  if (effect === undefined) throw new Error('a preview ended without its effect')
  return effect
}

/** All or nothing; the same package again changes nothing. @throws as the preview */
export async function takeTasks(context: CoreContext, file: Uint8Array, matches: Matches): Promise<TaskEffect> {
  const opened = await openTasks(context, file)
  return await context.db.transaction().execute((trx) => take(trx, context, opened, matches))
}

async function take(
  trx: Transaction<Tables>,
  context: CoreContext,
  { manifest, tasks }: OpenedTasks,
  matches: Matches,
): Promise<TaskEffect> {
  const notices: TaskNoticeEffect[] = []
  for (const notice of tasks.notices) notices.push(await takeNotice(trx, context, notice, matches[notice.id]))
  return {
    sender: manifest.sender,
    createdAt: manifest.createdAt,
    notices,
    stayRule: await takeStayRule(trx, context, tasks),
    registers: await takeRegisters(trx, context, tasks),
    codes: await takeCodes(trx, context, tasks.codes),
  }
}

async function takeNotice(
  trx: Transaction<Tables>,
  context: CoreContext,
  task: TaskNotice,
  match: string | undefined,
): Promise<TaskNoticeEffect> {
  const { number, title, issuer } = task.fields
  const told = { taskId: task.id, noticeId: task.id, number, title, added: [], updated: [], kept: [], dropped: [] }
  const known = await trx.selectFrom('notice').selectAll().where('id', '=', task.id).executeTakeFirst()
  if (known?.removedAt) return { ...told, outcome: '已删除' }
  if (known) return await updateNotice(trx, context, task, fromRow<Notice>('notice', known))
  const same = (await matchedNotice(trx, context, task.id, match)) ?? (await sameLetter(trx, number, issuer))
  if (same !== undefined) return await linkNotice(trx, context, task, same)
  await addNotice(trx, context, task)
  await keepBase(trx, context, task)
  return { ...told, outcome: '新收', added: task.requirements.map(({ fields }) => fields.title) }
}

async function addNotice(
  trx: Transaction<Tables>,
  context: CoreContext,
  { id, fields, document, requirements }: TaskNotice,
) {
  const letter = {
    receivedOn: context.today(),
    sender: (fields.issuer || '上级工会').slice(0, 60),
    senderNumber: fields.number,
    title: fields.title,
    copies: null,
    note: '随下发包收到',
  }
  const [incomingId = ''] = await insertIncoming(trx, context, [letter])
  const row = { ...toRow<NewRow<'notice'>>('notice', { ...fields, document }), incomingId, catalogueNumber: '', id }
  await insertRows(trx, context, 'notice', [row])
  await addRequirements(trx, context, id, requirements)
}

async function addRequirements(
  trx: Transaction<Tables>,
  context: CoreContext,
  noticeId: string,
  requirements: readonly TaskRequirement[],
  from?: number,
): Promise<void> {
  const rows = requirements.map(({ id, position, fields }, index) => ({
    ...toRow<NewRow<'requirement'>>('requirement', fields),
    noticeId,
    position: from === undefined ? position : from + index,
    id,
  }))
  await insertRows(trx, context, 'requirement', rows)
}

/** Came down before: what the clerk has left as it was follows. */
async function updateNotice(
  trx: Transaction<Tables>,
  context: CoreContext,
  task: TaskNotice,
  own: Notice,
): Promise<TaskNoticeEffect> {
  const base = await baseOf(trx, task.id)
  const about = mergeFields(base?.fields ?? {}, task.fields, own)
  await updateRow(trx, context, 'notice', own, toRow('notice', about.changes))
  const requirements = await updateRequirements(trx, context, { task, base, noticeId: own.id })
  await keepBase(trx, context, task)
  const hasChanged =
    Object.keys(about.changes).length +
      requirements.added.length +
      requirements.updated.length +
      requirements.dropped.length >
    0
  const kept = [...about.kept.map((one) => shownKept(own.title, one)), ...requirements.kept]
  return {
    taskId: task.id,
    noticeId: task.id,
    number: own.number,
    title: own.title,
    ...requirements,
    kept,
    outcome: hasChanged || kept.length > 0 ? '更新' : '相同',
  }
}

/** The clerk took the same letter in by herself: hers stay, what she lacks is proposed under the ids from above. */
async function linkNotice(
  trx: Transaction<Tables>,
  context: CoreContext,
  task: TaskNotice,
  ownId: string,
): Promise<TaskNoticeEffect> {
  const known = await knownRequirements(trx, ownId)
  const ids = new Set(known.map(({ id }) => id))
  const fresh = mergeProposals(
    known,
    task.requirements.filter(({ id }) => !ids.has(id)).map(({ fields, ...rest }) => ({ ...fields, origin: rest })),
  )
  const added = fresh.map(
    ({ origin, ...fields }): TaskRequirement => ({ ...origin, fields: { ...fields, state: '待确认' } }),
  )
  await addRequirements(trx, context, ownId, added, await nextPosition(trx, ownId))
  const { number, title } = task.fields
  return {
    taskId: task.id,
    noticeId: ownId,
    number,
    title,
    outcome: added.length > 0 ? '对上' : '相同',
    added: added.map(({ fields }) => fields.title),
    updated: [],
    kept: [],
    dropped: [],
  }
}

type Versions = { readonly task: TaskNotice; readonly base: TaskNotice | null; readonly noticeId: string }

async function updateRequirements(trx: Transaction<Tables>, context: CoreContext, { task, base, noticeId }: Versions) {
  const own = new Map((await knownRequirements(trx, noticeId)).map((one) => [one.id, one]))
  const present = new Set(
    (
      await trx
        .selectFrom('requirement')
        .select('id')
        .where('noticeId', '=', noticeId)
        .where('removedAt', 'is', null)
        .execute()
    ).map(({ id }) => id),
  )
  const updated: string[] = []
  const kept: { title: string; field: string; offered: string }[] = []
  for (const { id, fields } of task.requirements) {
    const ours = own.get(id)
    if (ours === undefined || !present.has(id)) continue
    const merged = mergeFields(base?.requirements.find((one) => one.id === id)?.fields ?? {}, fields, ours)
    kept.push(...merged.kept.filter(({ field }) => field !== 'state').map((one) => shownKept(ours.title, one)))
    if (Object.keys(merged.changes).length === 0) continue
    await updateRow(trx, context, 'requirement', ours, toRow('requirement', merged.changes))
    updated.push(ours.title)
  }
  const added = task.requirements.filter(({ id }) => !own.has(id))
  await addRequirements(trx, context, noticeId, added, await nextPosition(trx, noticeId))
  const asked = new Set(task.requirements.map(({ id }) => id))
  const dropped = (base?.requirements ?? []).filter(({ id }) => !asked.has(id) && present.has(id))
  return {
    added: added.map(({ fields }) => fields.title),
    updated,
    kept,
    dropped: dropped.map(({ fields }) => fields.title),
  }
}

function shownKept(title: string, { field, offered }: { readonly field: string; readonly offered: unknown }) {
  return { title, field, offered: typeof offered === 'string' ? offered : JSON.stringify(offered) }
}

/** As it came the last time; what the clerk has changed is told from it. */
const baseKey = (noticeId: string) => `task:${noticeId}`

async function baseOf(db: Kysely<Tables>, noticeId: string): Promise<TaskNotice | null> {
  return ((await findSetting(db, baseKey(noticeId))) as TaskNotice | undefined) ?? null
}

async function keepBase(trx: Transaction<Tables>, context: CoreContext, task: TaskNotice): Promise<void> {
  // The text is in the notice; it is not merged.
  await putSettingWithin(trx, context, baseKey(task.id), { ...task, document: null })
}

/** Taken only by an office that has none: a rule of its own is not overwritten. */
async function takeStayRule(
  trx: Transaction<Tables>,
  context: CoreContext,
  { stayRule }: TaskPackage,
): Promise<TaskEffect['stayRule']> {
  if (stayRule === null) return null
  const own = await findStayRule(trx)
  if (own === null) {
    await putSettingWithin(trx, context, 'stayRule', stayRule)
    return '采用'
  }
  return JSON.stringify(own) === JSON.stringify(stayRule) ? null : '未采用'
}

/** Entries under a name that the office does not have; none of its own is touched. */
async function takeRegisters(
  trx: Transaction<Tables>,
  context: CoreContext,
  { registers }: TaskPackage,
): Promise<number> {
  let added = 0
  for (const kind of sentRegisters) {
    const { rows } = await sql<{ name: string }>`select name from ${sql.table(kind)} where removedAt is null`.execute(
      trx,
    )
    const names = new Set(rows.map(({ name }) => name))
    const fresh = registers[kind].filter(({ name }) => !names.has(name))
    if (fresh.length > 0) await insertRows(trx, context, kind, fresh as NewRow<typeof kind>[])
    added += fresh.length
  }
  return added
}
