import type { Period } from '../../src-shared/period.ts'
import type { CoreContext } from '../core-context.ts'
export async function loadSample(
  _context: CoreContext,
  _jobId: string | undefined,
): Promise<{ unions: number; studies: number; lectures: number; stays: number; period: Period }> {
  throw new Error('later')
}
