import type { Kysely } from 'kysely'
import type { BundleInspection } from '../../src-shared/bundles.ts'
import type { Tables } from '../database/tables.ts'
export async function inspectBundle(_db: Kysely<Tables>, _file: File): Promise<BundleInspection> {
  throw new Error('later')
}
