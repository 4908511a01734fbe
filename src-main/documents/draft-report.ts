import type { StoredDocument } from '../../src-shared/documents.ts'
import type { Period } from '../../src-shared/period.ts'
import type { CoreContext } from '../core-context.ts'
export async function draftReport(_context: CoreContext, _period: Period): Promise<{ documentId: string }> {
  throw new Error('later')
}
export async function refreshReport(_context: CoreContext, _id: string): Promise<StoredDocument> {
  throw new Error('later')
}
