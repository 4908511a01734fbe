/** 合并: two entries for the same person, place or thing become one; records take the kept name. */
import type { Kysely } from 'kysely'
import { Problem } from '../../src-shared/problems.ts'
import type { Merged, MergePreview } from '../../src-shared/register-uses.ts'
import type { RegisterKind } from '../../src-shared/register-words.ts'
import type { RegisterEntries, RegisterFields } from '../../src-shared/registers.ts'
import { formFields } from '../../src-shared/stamp.ts'
import { removeRow, updateRow, type Writer } from '../database/changes.ts'
import { toRow } from '../database/rows.ts'
import type { Tables } from '../database/tables.ts'
import { getEntry } from './registers.ts'
import { renameInRecords, usesOf } from './uses.ts'

/** What a merge would change; nothing is written. @throws Problem NOT_FOUND, INVALID_INPUT */
export async function previewMerge(
  db: Kysely<Tables>,
  pair: { readonly kind: RegisterKind; readonly keepId: string; readonly dropId: string },
): Promise<MergePreview> {
  refuseSame(pair.keepId, pair.dropId)
  const keep = await getEntry(db, pair.kind, pair.keepId)
  const drop = await getEntry(db, pair.kind, pair.dropId)
  const kinds = (await usesOf(db, pair.kind, drop.name)).map(({ kind, uses }) => ({ kind, count: uses.length }))
  const filled = Object.keys(takenOver(keep, drop)) as MergePreview['filled']
  return { keep, drop, records: kinds.reduce((sum, { count }) => sum + count, 0), kinds, filled }
}

type Seen = { readonly id: string; readonly version: number }

/** All of it or nothing. @throws Problem NOT_FOUND, INVALID_INPUT, CONFLICT when either was changed since it was seen */
export async function mergeEntries(
  db: Kysely<Tables>,
  writer: Writer,
  pair: { readonly kind: RegisterKind; readonly keep: Seen; readonly drop: Seen },
): Promise<Merged> {
  const { kind } = pair
  refuseSame(pair.keep.id, pair.drop.id)
  const records = await db.transaction().execute(async (trx) => {
    const keep = await getEntry(trx, kind, pair.keep.id)
    const drop = await getEntry(trx, kind, pair.drop.id)
    if (drop.version !== pair.drop.version || keep.version !== pair.keep.version)
      throw new Problem('CONFLICT', '要合并的两条中有一条已在别的窗口改过，没有合并，请重新打开核对后再合并。')
    await updateRow(trx, writer, kind, pair.keep, toRow(kind, takenOver(keep, drop)))
    await removeRow(trx, writer, kind, drop.id)
    return await renameInRecords(trx, writer, kind, { from: drop.name, to: keep.name })
  })
  return { id: pair.keep.id, records }
}

function refuseSame(keepId: string, dropId: string): void {
  if (keepId === dropId) throw new Problem('INVALID_INPUT', '合并需要两条不同的内容，请另选一条。')
}

/** Fields that say nothing in the kept entry and something in the other one. */
function takenOver(
  keep: RegisterEntries[RegisterKind],
  drop: RegisterEntries[RegisterKind],
): Partial<RegisterFields[RegisterKind]> {
  const kept: Readonly<Record<string, unknown>> = { ...keep }
  const taken = Object.entries(formFields(drop)).filter(([field, value]) => isSilent(kept[field]) && !isSilent(value))
  return Object.fromEntries(taken)
}

/** 其他 is what a form begins with, not what a clerk has found out. */
function isSilent(value: unknown): boolean {
  return value === '' || value === null || value === '其他' || (Array.isArray(value) && value.length === 0)
}
