/**
 * An export that the machine did not finish (未完成的导出). Before files take their names the ledger notes what they
 * will be; when that note is found again, the stick tells whether they did.
 */
import { rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Insertable, Kysely } from 'kysely'
import type { WrittenFile } from '../../src-shared/delivery.ts'
import type { Tables } from '../database/tables.ts'
import { findDraft, putDraft, removeDraft } from '../drafts.ts'
import { hashOfFile } from '../files/hash-of-file.ts'

type Announced = {
  readonly row: Insertable<Tables['exportedBundle']>
  /** Of everything that is written, the cover page too. */
  readonly files: readonly WrittenFile[]
}

const key = 'unfinished export'

export async function announceExport(db: Kysely<Tables>, now: () => string, announced: Announced): Promise<void> {
  await putDraft(db, now, key, announced)
}

/** The bundle is delivered: its number is taken. */
export async function noteExport(db: Kysely<Tables>, row: Announced['row']): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx.insertInto('exportedBundle').values(row).execute()
    await removeDraft(trx, key)
  })
}

export async function forgetExport(db: Kysely<Tables>): Promise<void> {
  await removeDraft(db, key)
}

/**
 * Files that are all there were delivered. Some of them only: what is there is taken away, and the number is free.
 * Where the folder cannot be reached nobody knows; a number that is missing above does less harm than one that two
 * bundles bear.
 */
export async function settleUnfinished(db: Kysely<Tables>): Promise<void> {
  const draft = await findDraft(db, key)
  if (draft === null) return
  const { row, files } = draft.value as Announced
  const states = await Promise.all(files.map(stateOf))
  if (states.includes('missing') || states.includes('other')) {
    for (const [index, file] of files.entries()) if (states[index] === 'whole') await rm(file.path, { force: true })
    await forgetExport(db)
  } else await noteExport(db, row)
}

async function stateOf({ path, sha256 }: WrittenFile): Promise<'whole' | 'other' | 'missing' | 'unknown'> {
  const folder = await stat(dirname(path)).catch(() => null)
  if (folder === null) return 'unknown'
  try {
    return (await hashOfFile(path)) === sha256 ? 'whole' : 'other'
  } catch (error) {
    const { code } = (error as Error).cause as NodeJS.ErrnoException
    return code === 'ENOENT' ? 'missing' : 'unknown'
  }
}
