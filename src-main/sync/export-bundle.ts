import type { Kysely } from 'kysely'
import type { BundleCounts, ExportedBundle } from '../../src-shared/bundles.ts'
import type { Delivery } from '../../src-shared/delivery.ts'
import type { Period } from '../../src-shared/period.ts'
import type { CoreContext } from '../core-context.ts'
import type { Tables } from '../database/tables.ts'
export async function exportBundle(
  _context: CoreContext,
  _input: { period: Period; jobId?: string | undefined },
): Promise<{ delivery: Delivery; counts: BundleCounts; bundleId: string }> {
  throw new Error('later')
}
export async function listBundles(_db: Kysely<Tables>): Promise<readonly ExportedBundle[]> {
  return []
}
