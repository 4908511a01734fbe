/** Statistics sheets and cross-tables as annexes (附件) of any draft: put in, drawn again, held against the records. */
import type { Kysely, Transaction } from 'kysely'
import type { CrossQuery } from '../../src-shared/cross-tables.ts'
import type { OfficialDocument } from '../../src-shared/documents.ts'
import type { RegisteredDocument } from '../../src-shared/outgoing.ts'
import type { Period } from '../../src-shared/period.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { AnySheetKind, Sheet } from '../../src-shared/statistics.ts'
import type { CoreContext } from '../core-context.ts'
import { updateRow } from '../database/changes.ts'
import { toRow } from '../database/rows.ts'
import type { Tables } from '../database/tables.ts'
import { showCross } from '../statistics/cross-sheet.ts'
import { asAnnex, makeSheets } from '../statistics/sheets.ts'
import { getDocument, scopeOf } from './documents.ts'
import { refuseFinalised } from './outgoing-register.ts'

export type AnnexSource = { readonly kind: AnySheetKind } | { readonly cross: CrossQuery }

/**
 * The document's own period is counted, whatever a cross-table was looked at for.
 * @throws Problem NOT_FOUND, FINALISED, CONFLICT when it was changed since, OFFICE_MISSING, INVALID_INPUT when it is there
 */
export async function addSheetAnnex(
  context: CoreContext,
  {
    documentId,
    version,
    sheet: source,
  }: { readonly documentId: string; readonly version: number; readonly sheet: AnnexSource },
): Promise<RegisteredDocument> {
  const add = async (trx: Transaction<Tables>, records: Kysely<Tables>) => {
    await refuseFinalised(trx, documentId)
    const { period, content } = await getDocument(trx, documentId)
    refuseOtherScope(source, content)
    const sheet = await drawSheet(records, source, { period, today: context.today() })
    if (content.annexes.some(({ title }) => title === sheet.title))
      throw new Problem('INVALID_INPUT', `公文已有附件《${sheet.title}》，没有重复加入；要更新其中的数字，请重新取数。`)
    const annexes: OfficialDocument['annexes'] = [...content.annexes, { title: sheet.title, sheet }]
    await updateRow(
      trx,
      context,
      'document',
      { id: documentId, version },
      toRow('document', { content: { ...content, annexes } }),
    )
  }
  await context.onRecordsOf(await scopeOf(context.db, documentId), (records) =>
    context.db.transaction().execute((trx) => add(trx, records ?? trx)),
  )
  return await getDocument(context.db, documentId)
}

/** A table of several offices has nothing to count in a document of one. */
function refuseOtherScope(source: AnnexSource, { scope }: OfficialDocument): void {
  const isOfSeveral = 'cross' in source ? source.cross.scope !== undefined : source.kind === 'offices'
  if (isOfSeveral && scope === undefined)
    throw new Problem('INVALID_INPUT', '这份公文统计的是本单位自己的记录，没有加入；下级汇总的表请加入汇总报告。')
}

/** The same table of today's records. */
export async function redrawSheet(
  db: Kysely<Tables>,
  { kind, cross }: Sheet,
  scope: { readonly period: Period; readonly today: string },
): Promise<Sheet> {
  if (kind !== 'cross') return await drawSheet(db, { kind }, scope)
  if (cross === undefined) throw new Error('a cross-table was stored without what it asks')
  return await drawSheet(db, { cross }, scope)
}

async function drawSheet(
  db: Kysely<Tables>,
  source: AnnexSource,
  { period, today }: { readonly period: Period; readonly today: string },
): Promise<Sheet> {
  if ('cross' in source) return asAnnex((await showCross(db, { ...source.cross, period }, today)).sheet)
  const [sheet] = await makeSheets(db, period, today, [source.kind])
  if (sheet === undefined) throw new Error(`no sheet ${source.kind}`)
  return sheet
}
