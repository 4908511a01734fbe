import type { Delivery } from '../../src-shared/delivery.ts'
import type { Period } from '../../src-shared/period.ts'
import type { SheetKind } from '../../src-shared/statistics.ts'
import type { CoreContext } from '../core-context.ts'
export async function deliverSheets(
  _context: CoreContext,
  _input: { kind: SheetKind | 'all'; period: Period; jobId?: string | undefined },
): Promise<Delivery> {
  throw new Error('later')
}
