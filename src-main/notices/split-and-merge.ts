/** One requirement into several and several into one (拆分、合并): no word of the notice is lost, and no answer. */
import type { Kysely } from 'kysely'
import { mergedRequirement } from '../../src-shared/merged-requirement.ts'
import type { Requirement, RequirementFields } from '../../src-shared/notices.ts'
import { Problem } from '../../src-shared/problems.ts'
import { type NewRow, removeRow, updateRow, type Writer } from '../database/changes.ts'
import { toRow } from '../database/rows.ts'
import type { Tables } from '../database/tables.ts'
import { copyAnswers } from './answers.ts'
import { getRequirement, insertRequirements } from './requirements.ts'

/**
 * The first part keeps the row with all that was said of it; the others follow at its place.
 * @throws Problem NOT_FOUND, CONFLICT, INVALID_INPUT when the quotations of the parts are not together the old one
 */
export async function splitRequirement(
  db: Kysely<Tables>,
  writer: Writer,
  {
    id,
    version,
    parts,
  }: { readonly id: string; readonly version: number; readonly parts: readonly RequirementFields[] },
): Promise<{ ids: string[] }> {
  const ids = await db.transaction().execute(async (trx) => {
    const old = await getRequirement(trx, id)
    const [first, ...others] = parts
    if (!first) throw new Error('the contract asks for two parts')
    await updateRow(
      trx,
      writer,
      'requirement',
      { id, version },
      toRow<Partial<NewRow<'requirement'>>>('requirement', first),
    )
    refuseOtherWords(old, parts)
    // Equal positions stand in the order of their ids, which ascend: nothing else has to move.
    const added: string[] = []
    for (const part of others)
      added.push(
        ...(await insertRequirements(trx, writer, { noticeId: old.noticeId, fields: [part], position: old.position })),
      )
    return [id, ...added]
  })
  return { ids }
}

/**
 * The first in the notice becomes the one; the others are removed, what was said of them is said of it.
 * @throws Problem NOT_FOUND; INVALID_INPUT when they belong to different notices, ask for different numbers, times or
 * reports and no `fields` say which, or when `fields` leave out words of a quotation
 */
export async function mergeRequirements(
  db: Kysely<Tables>,
  writer: Writer,
  { ids, fields }: { readonly ids: readonly string[]; readonly fields?: RequirementFields | undefined },
): Promise<Requirement> {
  return await db.transaction().execute(async (trx) => {
    const found: Requirement[] = []
    for (const id of new Set(ids)) found.push(await getRequirement(trx, id))
    found.sort((one, other) => one.position - other.position || (one.id < other.id ? -1 : 1))
    const [first, ...others] = found
    if (!first || others.length === 0) throw new Problem('INVALID_INPUT', '请至少选两条不同的要求再合并。')
    if (others.some((one) => one.noticeId !== first.noticeId))
      throw new Problem('INVALID_INPUT', '这几条要求不在同一件通知里，不能合并，请重新选择。')
    const merged = fields ?? mergedRequirement(found)
    refuseLostWords(found, merged)
    await updateRow(trx, writer, 'requirement', first, toRow<Partial<NewRow<'requirement'>>>('requirement', merged))
    for (const other of others) {
      await copyAnswers(trx, writer, { from: other.id, to: first.id })
      await removeRow(trx, writer, 'requirement', other.id)
    }
    return await getRequirement(trx, first.id)
  })
}

const bare = (quote: string) => quote.replace(/\s/gu, '')

function refuseOtherWords(old: Requirement, parts: readonly RequirementFields[]): void {
  if (bare(parts.map(({ quote }) => quote).join('')) === bare(old.quote)) return
  throw new Problem('INVALID_INPUT', '各条的原文连起来应当正好是拆分前的原文，不能多字少字，请核对后再拆。')
}

function refuseLostWords(found: readonly Requirement[], merged: RequirementFields): void {
  if (merged.quote.length > 4000) throw new Problem('INVALID_INPUT', '合并后的原文超过4000字，请少合并几条。')
  const lost = found.find(({ quote }) => !bare(merged.quote).includes(bare(quote)))
  if (lost)
    throw new Problem('INVALID_INPUT', `合并后的原文里没有“${lost.quote.slice(0, 20)}”，原文一个字都不能少，请补上。`)
}
