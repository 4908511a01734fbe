/**
 * Takes over the rows that the level above holds and this ledger lacks (取回上级保存的记录), after a restored backup or on
 * a new PC: they lie in the receipt's file. Merged like those of the office's other PC, which is where they were made:
 * what was set on both sides is for a person to settle, and so is a name that was given anew meanwhile.
 */
import { Problem } from '../../src-shared/problems.ts'
import type { PulledBack } from '../../src-shared/receipts.ts'
import type { CoreContext } from '../core-context.ts'
import { notFound } from '../database/changes.ts'
import { getContent } from '../files/content-store.ts'
import { applyExchange } from '../merge/apply-exchange.ts'
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
    const applied = await applyExchange(trx, context, { states: await statesOf(held), bundleId: receipt.bundleId })
    await trx
      .updateTable('acceptedReceipt')
      .set({ pulledAt: context.now() })
      .where('receiptId', '=', receiptId)
      .execute()
    await redrawMarks(trx, receipt.officeId)
    const count = (...wanted: readonly string[]) =>
      applied.outcomes.filter(({ outcome }) => wanted.includes(outcome)).length
    const refused = count('refused')
    return {
      rows: count('new', 'changed', 'merged', 'conflict'),
      // A refused row waits among the conflicts too, and is told apart here.
      conflicts: new Set(applied.conflictIds).size - refused,
      refused,
    }
  })
}

async function statesOf(parts: readonly OpenedPart[]): Promise<RowState[]> {
  const states: RowState[] = []
  for (const part of parts)
    for (const line of await linesOf(part)) {
      const state = parseRowLine(line)
      // Only what we report: nobody above writes our settings or documents.
      if (reportedTables.some((table) => table === state.table)) states.push(state)
    }
  return states
}
