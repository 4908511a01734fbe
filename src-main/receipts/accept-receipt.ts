/** Takes in the file of a receipt (导入回执): one for us is noted, one for an office below us waits to be passed down. */

import { Problem } from '../../src-shared/problems.ts'
import type { AcceptedReceipt } from '../../src-shared/receipts.ts'
import type { CoreContext } from '../core-context.ts'
import { putContent } from '../files/content-store.ts'
import { findPeer, isInScope } from '../keys/peers.ts'
import { noteReceipt } from './note-receipt.ts'
import { openReceipt } from './open-receipt.ts'
import { keepForPassing } from './pass-down.ts'

/** @throws Problem BUNDLE_INVALID, KEY_REFUSED, KEY_LOCKED, DISK_FULL, FILE_UNWRITABLE */
export async function acceptReceipt(context: CoreContext, file: Uint8Array): Promise<AcceptedReceipt> {
  const opened = await openReceipt(context, file)
  const { receipt } = opened
  if (receipt.to.officeId !== context.officeId) {
    if (!(await isInScope(context.db, receipt.to.officeId)))
      throw new Problem('BUNDLE_INVALID', `这份回执是给“${receipt.to.name}”的，请转交该单位。`)
    return await keepForPassing(context, opened, file)
  }
  const issuer = await findPeer(context.db, receipt.issuer.officeId)
  if (issuer?.role !== '上级')
    throw new Problem('KEY_REFUSED', `“${receipt.issuer.name}”不是本单位登记的上级，它的回执不采用。`)
  // First the file, then the row that names it: a power cut leaves a file too many, never one too few.
  return await noteReceipt(context, receipt, await putContent(context.dataFolder, file))
}
