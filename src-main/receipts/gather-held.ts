/**
 * Rows of a sender that we hold and it does not know, or not as new (上级保存而下级没有的记录): told by the index of its
 * last bundle, which names every row that it has. After a restored backup it can take them back.
 */
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { CoreContext } from '../core-context.ts'
import type { Tables } from '../database/tables.ts'
import type { ArchivedBundle } from '../intake/archive.ts'
import { volumesWithData } from '../intake/bundle-rows.ts'
import { readRowStates } from '../merge/read-rows.ts'
import { type RowState, rowHash, rowLine } from '../merge/row-state.ts'
import { linesOf } from '../sync/data-lines.ts'
import { reportedTables, wholeTables } from '../sync/reported-tables.ts'
import { segmentBytes, type UnsealedPart } from '../sync/seal-bundle.ts'
import { heldFolder } from './receipt-content.ts'

type Gathering = {
  readonly received: Kysely<Tables>
  readonly bundle: ArchivedBundle
  /** Rows of which we say something else: `table id`. */
  readonly besides: ReadonlySet<string>
}

/** In parts of a bundle; none when the sender knows everything. */
export async function gatherHeld(
  context: Pick<CoreContext, 'dataFolder' | 'keys' | 'db'>,
  { received, bundle, besides }: Gathering,
): Promise<UnsealedPart[]> {
  const known = await indexOf(context, bundle)
  if (known === null) return []
  const parts: UnsealedPart[] = []
  let lines: string[] = []
  let length = 0
  const close = () => {
    if (lines.length === 0) return
    const name = `${heldFolder}${String(parts.length + 1).padStart(3, '0')}.ndjson`
    parts.push({ name, rows: lines.length, bytes: Buffer.from(`${lines.join('\n')}\n`, 'utf8') })
    lines = []
    length = 0
  }
  for await (const state of readRowStates(received, wholeTables, { officeId: bundle.officeId })) {
    if (!isHeld(state, known, besides)) continue
    lines.push(rowLine(state))
    // A Chinese character is one unit here and three bytes there.
    length += (lines.at(-1)?.length ?? 0) * 2
    if (length >= segmentBytes) close()
  }
  close()
  return parts
}

function isHeld(state: RowState, known: ReadonlyMap<string, string>, besides: ReadonlySet<string>): boolean {
  const key = `${state.table} ${state.id}`
  return !besides.has(key) && known.get(key) !== rowHash(state)
}

const markSchema = z.object({ table: z.enum(reportedTables), id: z.string(), hash: z.string() })

/** Hashes of all rows of the sender; null for a bundle without an index. */
async function indexOf(
  context: Pick<CoreContext, 'dataFolder' | 'keys' | 'db'>,
  bundle: ArchivedBundle,
): Promise<ReadonlyMap<string, string> | null> {
  let found: Map<string, string> | null = null
  for await (const { parts } of volumesWithData(context, bundle))
    for (const part of parts) {
      if (!part.entry.name.startsWith('state/index')) continue
      found ??= new Map()
      for (const line of await linesOf(part)) {
        const { table, id, hash } = markSchema.parse(JSON.parse(line))
        found.set(`${table} ${id}`, hash)
      }
    }
  return found
}
