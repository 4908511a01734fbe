/** Documents that a notice asks for besides the reply (贯彻通知、计划、方案): drafted as 通知, which is what sends them out. */
import type { Transaction } from 'kysely'
import type { OfficialDocument } from '../../src-shared/documents.ts'
import { officeFrame } from '../../src-shared/editing/kind-frame.ts'
import type { Office } from '../../src-shared/office.ts'
import { quarterOf } from '../../src-shared/periods.ts'
import type { NoticeDraftInput } from '../../src-shared/replies.ts'
import type { CoreContext } from '../core-context.ts'
import type { Tables } from '../database/tables.ts'
import { addDocument, nextNumber } from '../documents/documents.ts'
import { text } from '../documents/report-words.ts'
import { getNotice, requirementsOf } from '../notices/notices.ts'
import { requireOffice } from '../office.ts'
import { existsOn } from '../unions/on-day.ts'
import { listArrangements } from './arrangements.ts'
import { bookTitle, citationOf, planTitle, workOf } from './matter.ts'
import { linkDocument } from './notice-documents.ts'
import {
  arrangementAnnex,
  openingOf,
  type PlanMaterial,
  type PlanRole,
  planAnnex,
  planChapters,
  reportingChapter,
} from './plan-blocks.ts'

/** Stores the draft and links it with the notice. @throws Problem NOT_FOUND, OFFICE_MISSING */
export async function draftForNotice(
  context: CoreContext,
  { noticeId, role }: NoticeDraftInput,
): Promise<{ documentId: string }> {
  const today = context.today()
  const documentId = await context.db.transaction().execute(async (trx) => {
    const office = await requireOffice(trx)
    const material: PlanMaterial = {
      notice: await getNotice(trx, noticeId),
      requirements: await requirementsOf(trx, noticeId),
      arrangements: await listArrangements(trx, noticeId),
    }
    const content: OfficialDocument = {
      ...(await frame(trx, office, today)),
      ...(role === '贯彻通知' ? ownNotice(material, office) : sentOut(role, material, office)),
    }
    const id = await addDocument(trx, context, { period: quarterOf(today), content })
    await linkDocument(trx, context, { noticeId, documentId: id, role, zeroReason: '' })
    return id
  })
  return { documentId }
}

type Words = Pick<OfficialDocument, 'title' | 'blocks' | 'annexes'>

function ownNotice(material: PlanMaterial, office: Office): Words {
  const arrangement = arrangementAnnex(material, `${office.name}宣讲安排`)
  return {
    title: `${office.name}关于做好${workOf(material.notice)}的通知`,
    blocks: [
      openingOf(material, office.superior),
      ...planChapters('贯彻通知', material),
      ...reportingChapter(material, office.name),
    ],
    annexes: arrangement ? [arrangement] : [],
  }
}

function sentOut(role: PlanRole, material: PlanMaterial, office: Office): Words {
  const title = planTitle(material.notice, role)
  const arrangement = role === '学习计划' ? null : arrangementAnnex(material, `${office.name}宣讲安排`)
  return {
    title: `${office.name}关于印发${bookTitle(title)}的通知`,
    // Two paragraphs: one stays on the page of the red head, the other may go on with the signature.
    blocks: [
      text(`根据${citationOf(material.notice)}要求，结合实际，我会制定了${bookTitle(title)}。`),
      text('现印发给你们，请认真贯彻落实。'),
    ],
    annexes: [planAnnex(role, title, material), ...(arrangement ? [arrangement] : [])],
  }
}

async function frame(
  trx: Transaction<Tables>,
  office: Office,
  today: string,
): Promise<Omit<OfficialDocument, keyof Words>> {
  const number = await nextNumber(trx, office.documentCode, today.slice(0, 4))
  return { ...officeFrame('通知', office, { number, today }), recipients: await subordinates(trx, today) }
}

/** Those below, as the register has them: unions of townships first, then the rest in one word. */
async function subordinates(trx: Transaction<Tables>, today: string): Promise<string[]> {
  const rows = await trx.selectFrom('grassrootsUnion').select('kind').distinct().where(existsOn(today)).execute()
  const kinds = new Set(rows.map(({ kind }) => kind))
  return [
    ...(kinds.has('乡镇（街道）总工会') ? ['各乡镇（街道）总工会'] : []),
    ...(kinds.has('园区（开发区）工会') ? ['各园区（开发区）工会'] : []),
    '各基层工会',
  ]
}
