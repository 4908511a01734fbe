/** 催报函: who has not reported, or lacks something, is asked for it in a letter; one for each office or one for all. */
import { chineseDate, periodWords } from '../../src-shared/chinese.ts'
import type { DeskQuestion, OfficeStatus } from '../../src-shared/desk.ts'
import type { RemindInput } from '../../src-shared/desk-calls.ts'
import type { Block, OfficialDocument } from '../../src-shared/documents.ts'
import { officeFrame, titleOf } from '../../src-shared/editing/kind-frame.ts'
import type { Notice } from '../../src-shared/notices.ts'
import type { Office } from '../../src-shared/office.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { CoreContext } from '../core-context.ts'
import { addDocument, nextNumber } from '../documents/documents.ts'
import { text } from '../documents/report-words.ts'
import { getNotice } from '../notices/notices.ts'
import { requireOffice } from '../office.ts'
import { citationOf } from '../replies/matter.ts'
import { lackingOffices, lacksWords } from './desk-words.ts'
import { deskStatus } from './office-status.ts'

/**
 * Drafts that the clerk may still edit, in the order of the tree.
 * @throws Problem OFFICE_MISSING, NOT_FOUND; INVALID_INPUT when nobody lacks anything
 */
export async function draftReminders(
  context: CoreContext,
  { officeIds, isOneForAll, until, ...asked }: RemindInput,
): Promise<{ documentIds: string[] }> {
  const { question, offices } = await deskStatus(context, asked)
  const lacking = lackingOffices(offices).filter(({ officeId }) => officeIds === null || officeIds.includes(officeId))
  if (lacking.length === 0)
    throw new Problem('INVALID_INPUT', '没有需要催报的单位：应报的都已报齐，或者所选单位不缺内容。')
  const addressed = isOneForAll ? [lacking] : lacking.map((office) => [office])
  const documentIds: string[] = []
  await context.db.transaction().execute(async (trx) => {
    const office = await requireOffice(trx)
    const today = context.today()
    const notice = question.noticeId === null ? null : await getNotice(trx, question.noticeId)
    for (const recipients of addressed) {
      const number = await nextNumber(trx, office.documentCode, today.slice(0, 4))
      const content = letter({ office, notice, question, recipients, until, today, number })
      documentIds.push(await addDocument(trx, context, { period: question.period, content }))
    }
  })
  return { documentIds }
}

type Letter = {
  readonly office: Office
  readonly notice: Notice | null
  readonly question: DeskQuestion
  readonly recipients: readonly OfficeStatus[]
  readonly until: string | null
  readonly today: string
  readonly number: string
}

function letter(given: Letter): OfficialDocument {
  const { office, recipients, today, number } = given
  return {
    ...officeFrame('函', office, { number, today }),
    title: titleOf(
      office.name,
      recipients.length === 1 ? `请${recipients[0]?.name}报送工作情况` : '催报工作情况',
      '函',
    ),
    recipients: recipients.map(({ name }) => name),
    blocks: [
      text(`${demandOf(given)}${standOf(given)}`),
      ...tableOf(recipients),
      text(closingOf(given)),
      text('特此函达。'),
    ],
    annexes: [],
  }
}

function demandOf({ notice, question }: Letter): string {
  const by = question.due === null ? '' : `于${chineseDate(question.due)}前`
  const what = `${periodWords(question.period)}学习宣讲蹲点工作情况`
  return notice === null
    ? `按照工作安排，各单位应${by}报送${what}。`
    : `${citationOf(notice)}要求，各单位${by}报送贯彻落实情况。`
}

function standOf({ recipients, today }: Letter): string {
  const [only] = recipients
  const as = `截至${chineseDate(today)}`
  if (recipients.length > 1 || only === undefined)
    return `${as}，仍有${recipients.length}个单位未报或者未报齐，情况如下：`
  if (only.state === '未报') return `${as}，尚未收到你单位的上报包。`
  return `${as}，你单位${lacksWords(only)}。`
}

function tableOf(recipients: readonly OfficeStatus[]): Block[] {
  if (recipients.length < 2) return []
  const rows = recipients.map((office) => [office.name, office.state, lacksWords(office)])
  return [{ kind: 'table', rows: [['单位', '状态', '需要补报、补正的内容'], ...rows] }]
}

function closingOf({ office, question, recipients, until, today }: Letter): string {
  const you = recipients.length > 1 ? '请上述单位' : '请你单位'
  const by = until === null ? '【待填写：补报的最后日期】' : chineseDate(until)
  const isEarly = question.due !== null && today <= question.due
  const isNew = recipients.some(({ state, records }) => state === '未报' || records === 0)
  const zero = isNew ? '；本期没有开展工作的，请作零报告并写明原因' : ''
  const contact = [office.contact && `联系人：${office.contact}`, office.phone && `联系电话：${office.phone}`].filter(
    Boolean,
  )
  return `${you}认真核对，于${by}前${isEarly ? '报送' : '补报'}${zero}。${contact.length > 0 ? `${contact.join('，')}。` : ''}`
}
