/** Drafts the report (情况报告) of a period from the records, and draws its figures again later. */

import type { Kysely, Transaction } from 'kysely'
import { periodWords } from '../../src-shared/chinese.ts'
import type { Annex, Block, OfficialDocument, SheetAnnex } from '../../src-shared/documents.ts'
import { officeFrame } from '../../src-shared/editing/kind-frame.ts'
import type { Office } from '../../src-shared/office.ts'
import type { RefreshedDocument } from '../../src-shared/outgoing.ts'
import type { Period } from '../../src-shared/period.ts'
import type { DocumentFigures } from '../../src-shared/statistics.ts'
import type { CoreContext } from '../core-context.ts'
import { updateRow } from '../database/changes.ts'
import { toRow } from '../database/rows.ts'
import type { Tables } from '../database/tables.ts'
import { requireOffice } from '../office.ts'
import { computeFigures } from '../statistics/figures.ts'
import { makeSheets } from '../statistics/sheets.ts'
import { addDocument, getDocument, nextNumber, scopeOf } from './documents.ts'
import { refuseFinalised } from './outgoing-register.ts'
import { offeredBlocks, redrawBlocks } from './redraw-blocks.ts'
import { reportBlocks } from './report-blocks.ts'
import { gatherFacts } from './report-facts.ts'
import { redrawSheet } from './sheet-annex.ts'

/**
 * Stores a draft that the clerk then edits. Figures, annexes and number are read in one transaction, so they agree.
 * @throws Problem OFFICE_MISSING
 */
export async function draftReport(context: CoreContext, period: Period): Promise<{ documentId: string }> {
  const today = context.today()
  const documentId = await context.db.transaction().execute(async (trx) => {
    const office = await requireOffice(trx)
    const { blocks, annexes } = await drawReport(trx, { issuer: office.name, period, today })
    const content: OfficialDocument = {
      ...(await reportFrame(trx, office, today)),
      title: `${office.name}关于${periodWords(period)}学习宣讲蹲点工作情况的报告`,
      blocks,
      annexes,
    }
    return await addDocument(trx, context, { period, content })
  })
  return { documentId }
}

/**
 * Draws figure paragraphs and annexes again; titles, names and every paragraph without a figure stay. What the records
 * would say beyond that is offered.
 * @throws Problem NOT_FOUND, FINALISED, OFFICE_MISSING
 */
export async function refreshReport(
  context: CoreContext,
  id: string,
  draw: typeof drawReport = drawReport,
): Promise<RefreshedDocument> {
  const today = context.today()
  const redraw = async (trx: Transaction<Tables>, records: Kysely<Tables>) => {
    await refuseFinalised(trx, id)
    const { version, period, content } = await getDocument(trx, id)
    const fresh = await draw(records, { issuer: content.issuer, period, today })
    const annexes = await freshAnnexes(records, content.annexes, { fresh: fresh.annexes, period, today })
    const refreshed: OfficialDocument = {
      ...content,
      blocks: redrawBlocks(content.blocks, { fresh: fresh.blocks, figures: fresh.figures }),
      annexes,
    }
    await updateRow(trx, context, 'document', { id, version }, toRow('document', { content: refreshed }))
    return offeredBlocks(refreshed.blocks, fresh.blocks)
  }
  const offered = await context.onRecordsOf(await scopeOf(context.db, id), (records) =>
    context.db.transaction().execute((trx) => redraw(trx, records ?? trx)),
  )
  return { ...(await getDocument(context.db, id)), offered }
}

export type Drawing = { readonly issuer: string; readonly period: Period; readonly today: string }
export type Drawn = {
  readonly figures: DocumentFigures
  readonly blocks: Block[]
  readonly annexes: SheetAnnex[]
}

/** What the records of the period say, as of the transaction. */
export async function drawReport(db: Kysely<Tables>, { issuer, period, today }: Drawing): Promise<Drawn> {
  const figures = await computeFigures(db, period)
  const facts = await gatherFacts(db, period, today)
  const sheets = await makeSheets(db, period, today)
  return {
    figures,
    blocks: reportBlocks({ issuer, period, figures, facts }),
    annexes: sheets.map((sheet): SheetAnnex => ({ title: sheet.title, sheet })),
  }
}

/** Head and foot of a report upward, with the number that is to be proposed. */
export async function reportFrame(trx: Transaction<Tables>, office: Office, today: string) {
  const number = await nextNumber(trx, office.documentCode, today.slice(0, 4))
  return officeFrame('报告', office, { number, today })
}

type Fresh = Pick<Drawing, 'period' | 'today'> & { readonly fresh: readonly SheetAnnex[] }

async function freshAnnexes(db: Kysely<Tables>, annexes: readonly Annex[], fresh: Fresh): Promise<Annex[]> {
  const drawn: Annex[] = []
  for (const annex of annexes)
    drawn.push('sheet' in annex ? { ...annex, sheet: await freshSheet(db, annex, fresh) } : annex)
  return drawn
}

/** One of the report's own as the report draws it; another that the clerk has put in is drawn by itself. */
async function freshSheet(
  db: Kysely<Tables>,
  annex: SheetAnnex,
  { fresh, period, today }: Fresh,
): Promise<SheetAnnex['sheet']> {
  const own = annex.sheet.kind === 'cross' ? undefined : fresh.find(({ sheet }) => sheet.kind === annex.sheet.kind)
  return own?.sheet ?? (await redrawSheet(db, annex.sheet, { period, today }))
}
