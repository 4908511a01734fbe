/**
 * The outside mark (库外标记): how far this installation has come, in the person's own state folder and not with the
 * data. A ledger that was put back from a copy knows less than it. Losing it is harmless, so it never fails a call.
 */
import { createHash } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Tables } from '../database/tables.ts'
import { realPath } from '../files/real-path.ts'
import { writeFile } from '../files/write-file.ts'

const count = z.number().int().min(0)
const schema = z.object({
  replica: z.string(),
  epoch: count,
  /** Number and time of the last change; 0 and '' before the first. */
  lastChange: count,
  lastChangeAt: z.string(),
  /** Number of the last bundle under this replica and epoch; 0 before the first. */
  lastBundleSeq: count,
})
export type OutsideMark = z.infer<typeof schema>

/** One per data folder, named by where that really lies. */
export function markPath(stateFolder: string, dataFolder: string): string {
  const place = realPath(dataFolder)
  const name = createHash('sha256')
    .update(process.platform === 'win32' ? place.toLowerCase() : place)
    .digest('hex')
  return join(stateFolder, 'marks', `${name.slice(0, 32)}.json`)
}

/** null when there is none, or none that can be understood. */
export async function readMark(path: string): Promise<OutsideMark | null> {
  try {
    return schema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    return null
  }
}

/** What the mark of a ledger would be now. */
export async function markOf(
  db: Kysely<Tables>,
  { replica, epoch }: { readonly replica: string; readonly epoch: number },
): Promise<OutsideMark> {
  const change = await db.selectFrom('change').select(['seq', 'at']).orderBy('seq', 'desc').limit(1).executeTakeFirst()
  const bundle = await db
    .selectFrom('exportedBundle')
    .select(({ fn }) => fn.max<number | null>('seq').as('seq'))
    .where('replica', '=', replica)
    .where('epoch', '=', epoch)
    .executeTakeFirst()
  return {
    replica,
    epoch,
    lastChange: change?.seq ?? 0,
    lastChangeAt: change?.at ?? '',
    lastBundleSeq: bundle?.seq ?? 0,
  }
}

/** Writes it when it has become another one. */
export async function keepMark(path: string, mark: OutsideMark): Promise<void> {
  const kept = await readMark(path)
  if (JSON.stringify(kept) === JSON.stringify(mark)) return
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await writeFile(path, Buffer.from(JSON.stringify(mark)), { mode: 0o600 })
}
