/** The reply to a notice (情况报告): drafted from the records of a period, drawn again like any report. */
import type { Kysely } from 'kysely'
import type { OfficialDocument, SheetAnnex } from '../../src-shared/documents.ts'
import type { Notice } from '../../src-shared/notices.ts'
import type { RefreshedDocument } from '../../src-shared/outgoing.ts'
import type { Period } from '../../src-shared/period.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { DraftedReply, ReplyInput } from '../../src-shared/replies.ts'
import type { DocumentFigures } from '../../src-shared/statistics.ts'
import type { CoreContext } from '../core-context.ts'
import type { Tables } from '../database/tables.ts'
import { addDocument } from '../documents/documents.ts'
import { type Drawn, refreshReport, reportFrame } from '../documents/draft-report.ts'
import { getNotice } from '../notices/notices.ts'
import { requireOffice } from '../office.ts'
import { computeFigures } from '../statistics/figures.ts'
import { periodFingerprint } from '../statistics/record-set.ts'
import { makeSheets } from '../statistics/sheets.ts'
import { matterOf, receiversOf } from './matter.ts'
import { linkDocument, type NoticeLink, noticeOf } from './notice-documents.ts'
import { replyBlocks } from './reply-blocks.ts'
import { gatherReplyFacts } from './reply-facts.ts'
import type { ReplyMaterial } from './reply-material.ts'
import { isBare } from './reply-progress.ts'
import { answeredIn, figuresById } from './requirement-figures.ts'
import { explanationNotes, refuseFullZero } from './self-check.ts'

/**
 * Stores the draft and links it with its notice; figures, annexes, number and fingerprint are of one moment.
 * @throws Problem NOT_FOUND, OFFICE_MISSING, INVALID_INPUT for a 零报告 of a period with records
 */
export async function draftReply(context: CoreContext, input: ReplyInput): Promise<DraftedReply> {
  const { noticeId, period, zeroReason } = input
  const today = context.today()
  return await context.db.transaction().execute(async (trx) => {
    const office = await requireOffice(trx)
    const notice = await getNotice(trx, noticeId)
    if (zeroReason !== '') await refuseFullZero(trx, period)
    const drawing = await drawReply(trx, { notice, period, today, zeroReason })
    const receivers = receiversOf(
      notice,
      drawing.answered.map(({ requirement }) => requirement),
    )
    const content: OfficialDocument = {
      ...(await reportFrame(trx, office, today)),
      title: `${office.name}关于${matterOf(notice)}情况的报告`,
      recipients: receivers.length > 0 ? receivers : [office.superior],
      blocks: drawing.blocks,
      annexes: drawing.annexes,
    }
    const documentId = await addDocument(trx, context, { period, content })
    await linkDocument(trx, context, { noticeId, documentId, role: '情况报告', zeroReason })
    const fingerprint = await periodFingerprint(trx, period)
    return {
      documentId,
      fingerprint,
      remarks: remarksOn(receivers, drawing, { superior: office.superior, isZero: zeroReason !== '' }),
    }
  })
}

/** Draws a document again by what it is: a reply by its notice, any other report by its period. */
export async function refreshDocument(context: CoreContext, id: string): Promise<RefreshedDocument> {
  const link = await noticeOf(context.db, id)
  if (link === undefined) return await refreshReport(context, id)
  if (link.role !== '情况报告')
    throw new Problem('INVALID_INPUT', '这件公文由通知的要求起草，没有从台账取数，不需要重新取数。')
  return await refreshReport(context, id, async (trx, { period, today }) => {
    const notice = await getNotice(trx, link.noticeId)
    return await drawReply(trx, { notice, period, today, zeroReason: link.zeroReason })
  })
}

type ReplyDrawing = Pick<NoticeLink, 'zeroReason'> & {
  readonly notice: Notice
  readonly period: Period
  readonly today: string
}

async function drawReply(
  trx: Kysely<Tables>,
  { notice, period, today, zeroReason }: ReplyDrawing,
): Promise<Drawn & Pick<ReplyMaterial, 'answered'>> {
  const answered = await answeredIn(trx, notice.id, period)
  const figures: DocumentFigures = { ...(await computeFigures(trx, period)), requirement: figuresById(answered) }
  const facts = await gatherReplyFacts(trx, period, today)
  const explained = await explanationNotes(trx, { notice, period, today })
  const sheets = zeroReason === '' ? await makeSheets(trx, period, today) : []
  return {
    figures,
    answered,
    blocks: replyBlocks({ notice, period, figures, facts, answered, zeroReason }),
    annexes: sheets.map((sheet, index): SheetAnnex => {
      // What was explained travels with the report, below its first table.
      const notes = index === 0 ? [...sheet.notes, ...explained] : sheet.notes
      return { title: sheet.title, sheet: { ...sheet, notes } }
    }),
  }
}

function remarksOn(
  receivers: readonly string[],
  { answered }: Pick<ReplyMaterial, 'answered'>,
  { superior, isZero }: { readonly superior: string; readonly isZero: boolean },
): string[] {
  const unconfirmed = answered.filter(({ requirement }) => requirement.state === '待确认').length
  const bare = answered.filter(isBare).length
  return [
    ...(receivers.length === 0 ? [`通知没有写明报送对象，主送机关已填上级工会“${superior}”，请核对。`] : []),
    ...(unconfirmed > 0 ? [`有${unconfirmed}条要求还没有确认，报告按原提出的要求起草。`] : []),
    ...(bare > 0 && !isZero ? [`有${bare}条要求本期没有记录印证，已列入存在问题，请补登记录或写明原因。`] : []),
  ]
}
