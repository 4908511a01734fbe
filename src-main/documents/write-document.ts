import type { Delivery } from '../../src-shared/delivery.ts'
import type { CoreContext } from '../core-context.ts'
export async function deliverDocument(
  _context: CoreContext,
  _input: { id: string; jobId?: string | undefined },
): Promise<Delivery> {
  throw new Error('later')
}
