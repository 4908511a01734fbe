/** Frozen documents (定稿原件) on their way to the other PC: one line each, the DOCX as an attachment of the bundle. */
import { createHash } from 'node:crypto'
import type { Selectable, Transaction } from 'kysely'
import { Problem } from '../../src-shared/problems.ts'
import type { Tables } from '../database/tables.ts'
import { canonicalJson } from '../sync/canonical-json.ts'
import type { UnsealedAttachment } from '../sync/seal-bundle.ts'
import { parseStrictLine } from '../sync/strict-json.ts'

type Frozen = Selectable<Tables['frozenDocument']>

/** Lines and files of all of them, in order of their entries in the register. */
export async function carryFrozen(
  trx: Transaction<Tables>,
): Promise<{ readonly lines: string[]; readonly files: UnsealedAttachment[] }> {
  const rows = await trx.selectFrom('frozenDocument').selectAll().orderBy('outgoingId').execute()
  const lines = rows.map(({ docx, ...line }) => canonicalJson({ ...line, docx: hashOf(docx) }))
  const files = rows.map(({ docx }) => ({ sha256: hashOf(docx), bytes: docx.length, read: async () => docx }))
  return { lines, files }
}

/**
 * Writes those whose entry is here and that are not; what is frozen never changes.
 * @param readDocx of the attachments of the bundle
 * @throws Problem BUNDLE_INVALID for a line that is none
 */
export async function takeFrozen(
  trx: Transaction<Tables>,
  lines: readonly string[],
  readDocx: (sha256: string) => Promise<Uint8Array | undefined>,
): Promise<void> {
  for (const text of lines) {
    const { docx: named, ...line } = parsedLine(text)
    const entry = await trx.selectFrom('outgoing').select('id').where('id', '=', line.outgoingId).executeTakeFirst()
    const known = await trx
      .selectFrom('frozenDocument')
      .select('outgoingId')
      .where('outgoingId', '=', line.outgoingId)
      .executeTakeFirst()
    const docx = entry && !known ? await readDocx(named) : undefined
    if (docx)
      await trx
        .insertInto('frozenDocument')
        .values({ ...line, docx })
        .execute()
  }
}

function parsedLine(text: string): Omit<Frozen, 'docx'> & { readonly docx: string } {
  const line = parseStrictLine(text) as Record<string, unknown>
  const { outgoingId, content, sha256, records, fingerprint, layout, docx } = line
  const texts = [outgoingId, content, sha256, records, fingerprint, docx]
  if (!texts.every((one) => typeof one === 'string') || (layout !== null && typeof layout !== 'string'))
    throw new Problem('BUNDLE_INVALID', '同步包中的定稿公文读不出来，请在另一台电脑上重新导出。')
  return line as unknown as Omit<Frozen, 'docx'> & { readonly docx: string }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
