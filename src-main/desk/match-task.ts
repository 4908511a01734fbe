/** Which notice of ours one from above is (通知对应), where its id is not known here: by its number, or as the clerk says. */
import type { Transaction } from 'kysely'
import { Problem } from '../../src-shared/problems.ts'
import type { CoreContext } from '../core-context.ts'
import type { Tables } from '../database/tables.ts'
import { findSetting, putSettingWithin } from '../settings.ts'

/** The letter is told by its number, and by who issued it where that is known. */
export async function sameLetter(
  trx: Transaction<Tables>,
  number: string,
  issuer: string,
): Promise<string | undefined> {
  const row = await trx
    .selectFrom('notice')
    .select('id')
    .where('removedAt', 'is', null)
    .where('number', '=', number)
    .where('number', '<>', '')
    .where('issuer', 'in', [issuer, ''])
    .executeTakeFirst()
  return row?.id
}

const matchKey = (taskId: string) => `taskNotice:${taskId}`

/** The one that the clerk has said it is, now or with an earlier package. @throws Problem NOT_FOUND */
export async function matchedNotice(
  trx: Transaction<Tables>,
  context: CoreContext,
  taskId: string,
  match: string | undefined,
): Promise<string | undefined> {
  const id = match ?? (await findSetting(trx, matchKey(taskId)))
  if (id === undefined || id === null) return undefined
  const row = await trx
    .selectFrom('notice')
    .select('id')
    .where('id', '=', String(id))
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (match === undefined) return row?.id
  if (!row) throw new Problem('NOT_FOUND', '要对应的通知不在台账里，可能已删除，请重新选择。')
  await putSettingWithin(trx, context, matchKey(taskId), match)
  return match
}
