/** What the clerk has said about records and requirements (印证): this one answers it, that one does not. */
import type { Kysely, Transaction } from 'kysely'
import type { AnswerInput, AnswerState } from '../../src-shared/notices.ts'
import { Problem } from '../../src-shared/problems.ts'
import { type RecordKind, recordKindNames } from '../../src-shared/record-kinds.ts'
import { insertRows, removeRow, restoreRow, updateRow, type Writer } from '../database/changes.ts'
import type { Tables } from '../database/tables.ts'
import { firstDayOf } from './criteria.ts'
import { getNotice } from './notices.ts'
import { getRequirement } from './requirements.ts'

/** @throws Problem NOT_FOUND; INVALID_INPUT for a record that is not there, or that was before the requirement */
export async function setAnswer(db: Kysely<Tables>, writer: Writer, answer: AnswerInput): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await requireAnswerable(trx, answer)
    await putAnswer(trx, writer, answer)
  })
}

/** Adds what was said to `to`, where nothing was said of the same record or only that it does not answer. */
export async function copyAnswers(
  trx: Transaction<Tables>,
  writer: Writer,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  const rows = await trx
    .selectFrom('answer')
    .select(['recordKind', 'recordId', 'state'])
    .where('requirementId', '=', from)
    .where('removedAt', 'is', null)
    .execute()
  for (const { recordKind, recordId, state } of rows) {
    const answer = { requirementId: to, recordKind, recordId }
    const said = await answerRow(trx, answer)
    const isFree = !said || said.removedAt !== null
    if (isFree || (said.state === '不采用' && state === '采用')) await putAnswer(trx, writer, { ...answer, state })
  }
}

type AnswerKey = { readonly requirementId: string; readonly recordKind: RecordKind; readonly recordId: string }

/** One row for each requirement and record, removed when the clerk takes back what she said. */
async function putAnswer(
  trx: Transaction<Tables>,
  writer: Writer,
  { state, ...key }: AnswerKey & { readonly state: AnswerState | null },
): Promise<void> {
  const row = await answerRow(trx, key)
  if (state === null) {
    if (row && row.removedAt === null) await removeRow(trx, writer, 'answer', row.id)
    return
  }
  if (!row) {
    await insertRows(trx, writer, 'answer', [{ ...key, state }])
    return
  }
  if (row.removedAt !== null) await restoreRow(trx, writer, 'answer', row.id)
  const version = row.version + (row.removedAt === null ? 0 : 1)
  await updateRow(trx, writer, 'answer', { id: row.id, version }, { state })
}

function answerRow(trx: Transaction<Tables>, key: AnswerKey) {
  return trx
    .selectFrom('answer')
    .select(['id', 'version', 'removedAt', 'state'])
    .where('requirementId', '=', key.requirementId)
    .where('recordKind', '=', key.recordKind)
    .where('recordId', '=', key.recordId)
    .executeTakeFirst()
}

async function requireAnswerable(trx: Transaction<Tables>, answer: AnswerInput): Promise<void> {
  const requirement = await getRequirement(trx, answer.requirementId)
  const notice = await getNotice(trx, requirement.noticeId)
  const day = await dayOfRecord(trx, answer.recordKind, answer.recordId)
  const name = recordKindNames[answer.recordKind]
  if (day === undefined)
    throw new Problem('INVALID_INPUT', `没有编号为“${answer.recordId}”的${name}记录，可能已被删除，请刷新后再试。`)
  const from = requirement.window?.from ?? firstDayOf(notice)
  if (answer.state === '采用' && from !== null && day < from)
    throw new Problem(
      'INVALID_INPUT',
      `这条${name}记录在${day}，早于要求开始的${from}，不能算作落实；日期登错的请先改记录，要求期间不对的请先改要求。`,
    )
}

async function dayOfRecord(trx: Transaction<Tables>, kind: RecordKind, id: string): Promise<string | undefined> {
  const found =
    kind === 'stay'
      ? await trx
          .selectFrom('stay')
          .select('to as day')
          .where('id', '=', id)
          .where('removedAt', 'is', null)
          .executeTakeFirst()
      : await trx
          .selectFrom(kind)
          .select('date as day')
          .where('id', '=', id)
          .where('removedAt', 'is', null)
          .executeTakeFirst()
  return found?.day
}
