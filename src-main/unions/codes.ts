/** Codes and days of a union as they are entered (编码校验): judged against what the register holds already. */
import type { Transaction } from 'kysely'
import { creditCodeFault } from '../../src-shared/credit-code.ts'
import { type FieldIssue, Problem } from '../../src-shared/problems.ts'
import type { UnionFields } from '../../src-shared/unions.ts'
import type { Tables } from '../database/tables.ts'

type Before = { readonly id: string } & Pick<UnionFields, 'code' | 'statisticsCode'>

/**
 * What is wrong with a union's codes, founding day and place among the others; `before` is the union as it is stored,
 * whose codes are not judged again as long as they stay.
 */
export async function faultsOfUnion(
  trx: Transaction<Tables>,
  fields: UnionFields,
  { before, today }: { readonly before?: Before | undefined; readonly today: string },
): Promise<FieldIssue[]> {
  const issues: FieldIssue[] = []
  const say = (field: keyof UnionFields, message: string | null) => {
    if (message !== null) issues.push({ path: [field], message })
  }
  if (fields.code !== '' && fields.code !== before?.code) say('code', creditCodeFault(fields.code))
  if (fields.statisticsCode !== before?.statisticsCode)
    say('statisticsCode', await faultOfStatisticsCode(trx, fields.statisticsCode, before))
  if (fields.foundedOn !== null && fields.foundedOn > today) say('foundedOn', '晚于今天，请在成立之后登记')
  say('parentId', await faultOfParent(trx, fields.parentId, before?.id))
  return issues
}

/** @throws Problem INVALID_INPUT with each fault at its field */
export function refuseFaults(issues: readonly FieldIssue[], words: string): void {
  const [first] = issues
  if (first) throw new Problem('INVALID_INPUT', `填写有误，没有保存：${words}${first.message}。`, { data: { issues } })
}

/** One per union, kept for life: it may be filled in where there was none, and changed only by a correction. */
async function faultOfStatisticsCode(
  trx: Transaction<Tables>,
  code: string,
  before: Before | undefined,
): Promise<string | null> {
  if (before && before.statisticsCode !== '')
    return `统计编码终身不变，现为“${before.statisticsCode}”；登记错了的，请用“更正统计编码”并写明原因`
  return await faultOfTakenCode(trx, code, before?.id)
}

export async function faultOfTakenCode(trx: Transaction<Tables>, code: string, id = ''): Promise<string | null> {
  if (code === '') return null
  const other = await trx
    .selectFrom('grassrootsUnion')
    .select('name')
    .where('statisticsCode', '=', code)
    .where('removedAt', 'is', null)
    .where('id', '<>', id)
    .executeTakeFirst()
  return other ? `“${code}”已是“${other.name}”的统计编码，一个编码只能用于一个单位` : null
}

async function faultOfParent(trx: Transaction<Tables>, parentId: string | null, id?: string): Promise<string | null> {
  const seen = new Set<string>()
  for (let above = parentId; above !== null && !seen.has(above); ) {
    if (above === id) return '上级工会不能是它自己或它的下级'
    seen.add(above)
    const parent = await trx
      .selectFrom('grassrootsUnion')
      .select('parentId')
      .where('id', '=', above)
      .where('removedAt', 'is', null)
      .executeTakeFirst()
    if (!parent) return above === parentId ? '单位名册中没有这个上级工会，请重新选择' : null
    above = parent.parentId
  }
  return null
}
