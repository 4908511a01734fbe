/** A new document (新建公文) of any kind: head and foot from the office's particulars, words that the clerk fills in. */

import type { Block, DocumentKind, OfficialDocument } from '../../src-shared/documents.ts'
import { officeFrame, titleOf } from '../../src-shared/editing/kind-frame.ts'
import { kindRules } from '../../src-shared/kind-rules.ts'
import type { Office } from '../../src-shared/office.ts'
import { quarterOf } from '../../src-shared/periods.ts'
import type { CoreContext } from '../core-context.ts'
import { requireOffice } from '../office.ts'
import { addDocument, nextNumber } from './documents.ts'
import { nextNumberOf } from './number-series.ts'
import { heading, text } from './report-words.ts'

/**
 * Stores a draft that the clerk then writes; its period is the quarter of today. Whatever she must still say is marked
 * 【待填写】, which keeps it from being finalised.
 * @throws Problem OFFICE_MISSING
 */
export async function createDocument(context: CoreContext, kind: DocumentKind): Promise<{ documentId: string }> {
  const today = context.today()
  const documentId = await context.db.transaction().execute(async (trx) => {
    const office = await requireOffice(trx)
    const number = await nextNumber(trx, office.documentCode, today.slice(0, 4))
    const content = blankDocument(kind, { office, number, today })
    const proposed = kind === '纪要' ? await nextNumberOf(trx, { ...content, number: '第1期' }) : { number }
    return await addDocument(trx, context, {
      period: quarterOf(today),
      content: { ...content, number: proposed.number },
    })
  })
  return { documentId }
}

type Particulars = { readonly office: Office; readonly number: string; readonly today: string }

function blankDocument(kind: DocumentKind, { office, number, today }: Particulars): OfficialDocument {
  const rule = kindRules[kind]
  return {
    ...officeFrame(kind, office, { number, today }),
    title: kind === '纪要' ? `${office.name}${ask('会议名称')}纪要` : titleOf(office.name, ask('事由'), kind),
    blocks: skeletons[kind],
    ...(rule.attendance === 'optional' ? { attendance: [{ label: '出席', names: ask('出席人员') }] } : {}),
    annexes: [],
  }
}

const ask = (what: string) => `【待填写：${what}】`

/** Opening and closing as each kind has them by custom; between them the clerk writes. */
const skeletons: Readonly<Record<DocumentKind, Block[]>> = {
  通知: [
    text(`${ask('发文缘由和依据')}现将有关事项通知如下。`),
    heading(1, ask('第一项要求')),
    text(ask('具体内容')),
    text('特此通知。'),
  ],
  报告: [
    text(`现将${ask('工作名称')}情况报告如下。`),
    heading(1, '主要做法'),
    text(ask('做法和成效')),
    heading(1, '存在问题'),
    text(ask('存在问题')),
    heading(1, '下一步打算'),
    text(ask('措施和时限')),
    text('特此报告。'),
  ],
  请示: [text(`${ask('请示的缘由')}现就${ask('请示事项')}请示如下。`), text(ask('具体意见')), text('妥否，请批示。')],
  函: [text(`${ask('发函的缘由')}现将有关事项函告如下。`), text(ask('商洽或答复的事项')), text('特此函达。')],
  纪要: [
    text(`${ask('会议日期')}，${ask('主持人')}主持召开${ask('会议名称')}。现将会议议定事项纪要如下。`),
    heading(1, ask('第一项议题')),
    text(`会议${ask('议定事项')}`),
  ],
  通报: [text(`${ask('通报的缘由')}现将有关情况通报如下。`), text(ask('情况、评价和要求'))],
  批复: [
    text(`你单位《${ask('来文标题')}》（${ask('来文字号')}）收悉。经研究，现批复如下。`),
    text(ask('批复意见')),
    text('此复。'),
  ],
  意见: [
    text(`${ask('行文的目的和依据')}现提出如下意见。`),
    heading(1, '总体要求'),
    text(ask('总体要求')),
    heading(1, '主要任务'),
    text(ask('主要任务')),
  ],
}
