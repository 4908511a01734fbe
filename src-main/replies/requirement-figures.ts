/** How far each requirement was met in the period of a document (要求完成数): what its sentences about them count. */
import type { Kysely } from 'kysely'
import type { StoredDocument } from '../../src-shared/documents.ts'
import type { Requirement } from '../../src-shared/notices.ts'
import type { Period } from '../../src-shared/period.ts'
import type { RecordKind } from '../../src-shared/record-kinds.ts'
import type { DocumentFigures } from '../../src-shared/statistics.ts'
import type { Tables } from '../database/tables.ts'
import { type Counted, countAnswers, type Question } from '../notices/count-answers.ts'
import { getNotice } from '../notices/notices.ts'
import { questionsOf } from '../notices/progress.ts'
import { noticeOf } from './notice-documents.ts'

type RecordRef = { readonly kind: RecordKind; readonly id: string }

export type AnsweredRequirement = {
  readonly requirement: Requirement
  /** In the unit of its minimum, otherwise records. */
  readonly done: number
  /** Records that count, of every kind. */
  readonly records: readonly RecordRef[]
}

/** Requirements that are not set aside, counted from the records that lie in the period. */
export async function answeredIn(
  trx: Kysely<Tables>,
  noticeId: string,
  period: Period,
): Promise<AnsweredRequirement[]> {
  const asked = await questionsOf(trx, await getNotice(trx, noticeId))
  const narrowed = asked.map(({ requirement, questions }) => ({
    requirement,
    questions: questions.map((question) => within(question, period)),
  }))
  const distinct = new Map(narrowed.flatMap(({ questions }) => questions).map((one) => [one.key, one]))
  const rows = new Map((await countAnswers(trx, [...distinct.values()], true)).map((row) => [row.key, row]))
  return narrowed.map(({ requirement, questions }) => {
    const counted = questions.flatMap(({ key, criterion: { recordKind } }) => {
      const row = rows.get(key)
      return row ? [{ row, kind: recordKind }] : []
    })
    return {
      requirement,
      done: counted.reduce((sum, { row }) => sum + doneOf(row, requirement), 0),
      records: counted.flatMap(({ row, kind }) => row.ids?.split(',').map((id) => ({ kind, id })) ?? []),
    }
  })
}

/** Of a document that answers a notice; undefined for any other. */
export async function requirementFigures(
  trx: Kysely<Tables>,
  { id, period }: Pick<StoredDocument, 'id' | 'period'>,
): Promise<DocumentFigures['requirement']> {
  const link = await noticeOf(trx, id)
  return link?.role === '情况报告' ? figuresById(await answeredIn(trx, link.noticeId, period)) : undefined
}

export function figuresById(answered: readonly AnsweredRequirement[]): Readonly<Record<string, number>> {
  return Object.fromEntries(answered.map(({ requirement, done }) => [requirement.id, done]))
}

function doneOf(row: Counted, { minimum }: Requirement): number {
  return minimum ? (row.amount ?? 0) : row.confirmed + row.proposed
}

/** The same question of fewer days; the key says so, because equal keys are counted once. */
function within(question: Question, { from, to }: Period): Question {
  const { criterion } = question
  const first = criterion.from !== null && criterion.from > from ? criterion.from : from
  const last = criterion.to !== null && criterion.to < to ? criterion.to : to
  return {
    ...question,
    key: `${first} ${last} ${question.key}`,
    criterion: { ...criterion, from: first, to: last },
    until: to,
  }
}
