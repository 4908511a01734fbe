/**
 * Takes over the rows that the level above holds and this ledger lacks (取回上级保存的记录), after a restored backup or on
 * a new PC: they lie in the receipt's file. Merged like any other; what was set on both sides is for a person to settle.
 */
import { Problem } from '../../src-shared/problems.ts'
import type { PulledBack } from '../../src-shared/receipts.ts'
import type { CoreContext } from '../core-context.ts'
import { notFound } from '../database/changes.ts'
import { getContent } from '../files/content-store.ts'
import { noteDisputes } from '../intake/note-disputes.ts'
import { applyRowStates } from '../merge/apply-rows.ts'
import { parseRowLine, type RowState } from '../merge/row-state.ts'
import { linesOf } from '../sync/data-lines.ts'
import { type OpenedPart, openVolume } from '../sync/open-bundle.ts'
import { reportedTables } from '../sync/reported-tables.ts'
import { redrawMarks } from './mark-rows.ts'
import { heldFolder } from './receipt-content.ts'

/** Again it changes nothing. @throws Problem NOT_FOUND, KEY_LOCKED, FILE_UNREADABLE, BUNDLE_INVALID */
export async function pullBack(context: CoreContext, receiptId: string): Promise<PulledBack> {
  const receipt = await context.db
    .selectFrom('acceptedReceipt')
    .select(['file', 'officeId', 'bundleId'])
    .where('receiptId', '=', receiptId)
    .executeTakeFirst()
  if (!receipt) throw notFound(receiptId)
  const { parts } = await openVolume(await getContent(context.dataFolder, receipt.file), context.keys.identities())
  const held = parts.filter(({ entry }) => entry.name.startsWith(heldFolder))
  if (held.length === 0) throw new Problem('NOT_FOUND', '这份回执没有带回记录，不用取回。')
  return await context.db.transaction().execute(async (trx) => {
    const outcomes = await applyRowStates(trx, statesOf(held))
    await noteDisputes(trx, context, receipt.bundleId, outcomes)
    await trx
      .updateTable('acceptedReceipt')
      .set({ pulledAt: context.now() })
      .where('receiptId', '=', receiptId)
      .execute()
    await redrawMarks(trx, receipt.officeId)
    const count = (...wanted: readonly string[]) => outcomes.filter(({ outcome }) => wanted.includes(outcome)).length
    return {
      rows: count('new', 'changed', 'merged', 'conflict'),
      conflicts: outcomes.reduce((sum, { conflicts }) => sum + conflicts.length, 0),
      refused: count('refused'),
    }
  })
}

async function* statesOf(parts: readonly OpenedPart[]): AsyncGenerator<RowState> {
  for (const part of parts)
    for (const line of await linesOf(part)) {
      const state = parseRowLine(line)
      // Only what we report: nobody above writes our settings or documents.
      if (reportedTables.some((table) => table === state.table)) yield state
    }
}
