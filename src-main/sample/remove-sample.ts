/** Takes the sample county out again (清除示例): what the clerk has made her own of it stays. */
import type { Kysely } from 'kysely'
import { recordKindNames } from '../../src-shared/record-kinds.ts'
import { registerNames } from '../../src-shared/register-words.ts'
import type { KeptSampleRow, SampleRemoved, SampleState } from '../../src-shared/sample.ts'
import { removeRow, type Writer } from '../database/changes.ts'
import type { Tables } from '../database/tables.ts'
import { forgetReferences, referredTo } from './sample-references.ts'
import { presentSampleRows, type SampleRow } from './sample-rows.ts'

const words: Readonly<Record<string, string>> = {
  ...recordKindNames,
  ...registerNames,
  grassrootsUnion: '基层工会',
  office: '本单位信息',
}

/** @returns null when nothing of the sample is in the ledger */
export async function showSample(db: Kysely<Tables>): Promise<SampleState | null> {
  const { going, kept } = await planRemoval(db)
  if (going.length + kept.length === 0) return null
  const counts = new Map<string, number>()
  for (const row of going) counts.set(wordOf(row), (counts.get(wordOf(row)) ?? 0) + 1)
  return { counts: [...counts].map(([word, count]) => ({ word, count })), kept }
}

/**
 * What is kept is the clerk's own from then on. With `withKept` that goes too, and whatever names it forgets it.
 * Documents that were drafted from the sample stay: they are hers.
 */
export async function removeSample(
  db: Kysely<Tables>,
  writer: Writer,
  { withKept }: { readonly withKept: boolean },
): Promise<SampleRemoved> {
  return await db.transaction().execute(async (trx) => {
    const plan = await planRemoval(trx)
    const going = withKept ? await presentSampleRows(trx) : plan.going
    if (withKept) await forgetReferences(trx, writer, new Set(going.map(({ id }) => id)))
    for (const { table, id } of going) await removeRow(trx, writer, table, id)
    await trx.deleteFrom('sampleRow').execute()
    return { removed: going.length, kept: withKept ? [] : plan.kept }
  })
}

async function planRemoval(db: Kysely<Tables>): Promise<{ going: SampleRow[]; kept: KeptSampleRow[] }> {
  const rows = await presentSampleRows(db)
  const changed = new Set(rows.filter(({ version }) => version > 1).map(({ id }) => id))
  const going = new Set(rows.map(({ id }) => id).filter((id) => !changed.has(id)))
  // What stays may itself name others that then stay too: a lecture its unions and its stay.
  for (let referred = await referredTo(db, going); referred.size > 0; referred = await referredTo(db, going))
    for (const id of referred) going.delete(id)
  const kept = rows
    .filter(({ id }) => !going.has(id))
    .map((row): KeptSampleRow => {
      const reason = changed.has(row.id) ? '改过' : '被引用'
      return { word: wordOf(row), id: row.id, name: row.name, reason }
    })
  return { going: rows.filter(({ id }) => going.has(id)), kept }
}

function wordOf({ table }: SampleRow): string {
  return words[table] ?? table
}
