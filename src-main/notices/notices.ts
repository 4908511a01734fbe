/** The register of notices (通知): each with the text it came as and the requirements it makes. */
import { type Kysely, sql } from 'kysely'
import type { Page } from '../../src-shared/calls.ts'
import type { Notice, NoticeDetail, NoticeFields, NoticeSummary, Requirement } from '../../src-shared/notices.ts'
import { Problem } from '../../src-shared/problems.ts'
import { type NewRow, notFound, removeRow, restoreRow, updateRow, type Writer } from '../database/changes.ts'
import type { RowQuery } from '../database/list-rows.ts'
import { fromRow } from '../database/rows.ts'
import type { Tables } from '../database/tables.ts'

const searched = ['issuer', 'number', 'title', 'recipients', 'printer'] as const

/** Newest first; filtered by date and by words of issuer, number, title and recipients. */
export async function listNotices(db: Kysely<Tables>, query: RowQuery): Promise<Page<NoticeSummary>> {
  let found = db.selectFrom('notice').where('removedAt', 'is', null)
  if (query.from !== null) found = found.where('date', '>=', query.from)
  if (query.to !== null) found = found.where('date', '<=', query.to)
  const text = sql.join(
    searched.map((column) => sql.ref(column)),
    sql` || char(10) || `,
  )
  for (const word of query.text.split(/\s+/).filter(Boolean))
    found = found.where(sql<boolean>`instr(${text}, ${word}) > 0`)
  const { total } = await found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .select([
      'id',
      'version',
      'createdAt',
      'updatedAt',
      'issuer',
      'number',
      'title',
      'recipients',
      'date',
      'copyTo',
      'printer',
      'printedOn',
      'copies',
    ])
    .select(({ selectFrom }) => {
      const own = selectFrom('requirement')
        .whereRef('requirement.noticeId', '=', 'notice.id')
        .where('requirement.removedAt', 'is', null)
        .where('requirement.state', '<>', '不适用')
      const count = sql<number>`count(*)`.as('count')
      return [
        own.select(count).as('requirements'),
        own.where('requirement.state', '=', '待确认').select(count).as('unconfirmed'),
      ]
    })
    .orderBy(sql`date is null`)
    .orderBy('date', 'desc')
    .orderBy('id', 'desc')
    .limit(query.limit)
    .offset(query.offset)
    .execute()
  return {
    rows: rows.map(
      (row): NoticeSummary => ({
        ...row,
        recipients: JSON.parse(row.recipients),
        copyTo: JSON.parse(row.copyTo),
        requirements: row.requirements ?? 0,
        unconfirmed: row.unconfirmed ?? 0,
      }),
    ),
    total,
  }
}

/** @throws Problem NOT_FOUND */
export async function getNotice(db: Kysely<Tables>, id: string): Promise<Notice> {
  const row = await db
    .selectFrom('notice')
    .selectAll()
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (!row) throw notFound(id)
  return fromRow<Notice>('notice', row)
}

/** With its requirements in the order of the notice. @throws Problem NOT_FOUND */
export async function getNoticeDetail(db: Kysely<Tables>, id: string): Promise<NoticeDetail> {
  return { ...(await getNotice(db, id)), requirements: await requirementsOf(db, id) }
}

/** Those that are present, set aside ones too, in the order of the notice. */
export async function requirementsOf(db: Kysely<Tables>, noticeId: string): Promise<Requirement[]> {
  const rows = await db
    .selectFrom('requirement')
    .selectAll()
    .where('noticeId', '=', noticeId)
    .where('removedAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map((row) => fromRow<Requirement>('requirement', row))
}

/** @throws Problem NOT_FOUND, CONFLICT */
export async function updateNotice(
  db: Kysely<Tables>,
  writer: Writer,
  edit: { readonly id: string; readonly version: number; readonly fields: NoticeFields },
): Promise<Notice> {
  const { recipients, copyTo, ...fields } = edit.fields
  const row: Partial<NewRow<'notice'>> = {
    ...fields,
    recipients: JSON.stringify(recipients),
    copyTo: JSON.stringify(copyTo),
  }
  await db.transaction().execute((trx) => updateRow(trx, writer, 'notice', edit, row))
  return await getNotice(db, edit.id)
}

/** The row in 来文登记 stays: the letter was received. @throws Problem NOT_FOUND */
export async function removeNotice(db: Kysely<Tables>, writer: Writer, id: string): Promise<void> {
  await db.transaction().execute((trx) => removeRow(trx, writer, 'notice', id))
}

/** @throws Problem NOT_FOUND, CONFLICT when the same notice has been taken in anew */
export async function restoreNotice(db: Kysely<Tables>, writer: Writer, id: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await restoreRow(trx, writer, 'notice', id)
    const { number, issuer } = await getNotice(trx, id)
    const same = await trx
      .selectFrom('notice')
      .where('number', '=', number)
      .where('issuer', '=', issuer)
      .where('number', '<>', '')
      .where('id', '<>', id)
      .where('removedAt', 'is', null)
      .select('id')
      .executeTakeFirst()
    if (same) throw new Problem('CONFLICT', `${number}已经重新收过，不能再恢复旧的一件；要恢复请先删除新的一件。`)
  })
}
