/** 通报: how the offices have reported and how they stand beside each other, as a document with its table. */
import { rateText, yuanText } from '../../src-shared/cell-text.ts'
import { chineseDate, periodWords } from '../../src-shared/chinese.ts'
import type { DeskStatus, DeskTotals, OfficeStatus } from '../../src-shared/desk.ts'
import type { CircularInput } from '../../src-shared/desk-calls.ts'
import type { Block, OfficialDocument, TextAnnex } from '../../src-shared/documents.ts'
import { officeFrame, titleOf } from '../../src-shared/editing/kind-frame.ts'
import { meaningOfFigure } from '../../src-shared/figure-meanings.ts'
import { figureName } from '../../src-shared/figure-words.ts'
import type { Notice } from '../../src-shared/notices.ts'
import { addValues, type FigureValues, placesOf } from '../../src-shared/office-totals.ts'
import type { PeriodFigureKey } from '../../src-shared/statistics.ts'
import type { CoreContext } from '../core-context.ts'
import { addDocument, nextNumber } from '../documents/documents.ts'
import { heading, markedBlock, text } from '../documents/report-words.ts'
import { getNotice } from '../notices/notices.ts'
import { requireOffice } from '../office.ts'
import { citationOf, matterOf } from '../replies/matter.ts'
import { countsWords, inState, isZeroReport, lackingOffices, lacksWords, namesOf, zeroWords } from './desk-words.ts'
import { deskStatus } from './office-status.ts'
import { deskTotals } from './totals.ts'

/** Stores a draft; the table is sorted by the first figure. @throws Problem OFFICE_MISSING, NOT_FOUND */
export async function draftCircular(
  context: CoreContext,
  { figures, ...asked }: CircularInput,
): Promise<{ documentId: string }> {
  const status = await deskStatus(context, asked)
  const { period } = status.question
  const totals = await deskTotals(context, { period, withOwn: false })
  const documentId = await context.db.transaction().execute(async (trx) => {
    const office = await requireOffice(trx)
    const today = context.today()
    const notice = status.question.noticeId === null ? null : await getNotice(trx, status.question.noticeId)
    const number = await nextNumber(trx, office.documentCode, today.slice(0, 4))
    const subject = notice === null ? `${periodWords(period)}学习宣讲蹲点工作` : matterOf(notice)
    const content: OfficialDocument = {
      ...officeFrame('通报', office, { number, today }),
      title: titleOf(office.name, `${subject}报送情况`, '通报'),
      recipients: ['各下级工会'],
      blocks: blocksOf({ notice, status, totals, figures }),
      annexes: [tableAnnex({ status, totals, figures })],
    }
    return await addDocument(trx, context, { period, content })
  })
  return { documentId }
}

type Material = {
  readonly status: DeskStatus
  readonly totals: DeskTotals
  readonly figures: readonly PeriodFigureKey[]
}

function blocksOf({ notice, status, totals, figures }: Material & { readonly notice: Notice | null }): Block[] {
  const { question, offices, today } = status
  const basis = notice === null ? '' : `按照${citationOf(notice)}要求，`
  const [none, partly, late] = [
    inState(offices, '未报'),
    inState(offices, '部分报'),
    offices.filter(({ timing, state }) => timing === '逾期' && state !== '未报'),
  ]
  const reported = reportedOf({ status, totals })
  const progress = figures.flatMap((figure) => progressOf(reported, figure))
  const zero = offices.filter(isZeroReport)
  const due = question.due === null ? '' : `报送截止日期为${chineseDate(question.due)}。`
  return [
    text(`${basis}现将各单位${periodWords(question.period)}工作的报送情况通报如下（截至${chineseDate(today)}）。`),
    heading(1, '报送情况'),
    text(`${due}${countsWords(offices)}。`),
    ...(none.length > 0 ? [text(`未报的单位：${namesOf(none, 40)}。`)] : []),
    ...(late.length > 0 ? [text(`逾期报送的单位：${namesOf(late, 40)}。`)] : []),
    ...(zero.length > 0 ? [text(`作零报告的单位：${zero.map(zeroWords).join('、')}。`)] : []),
    ...lackingOffices(partly).map((office) => text(`${office.name}${lacksWords(office)}。`)),
    ...(progress.length > 0 ? [heading(1, '工作进展'), ...progress] : []),
    heading(1, '有关要求'),
    markedBlock('对下一步工作和补报的要求'),
  ]
}

type Reported = { readonly office: OfficeStatus; readonly values: FigureValues | null }

/** What an office that has not reported held by the way of another report is not its report, and is not ranked. */
function reportedOf({ status, totals }: Pick<Material, 'status' | 'totals'>): Reported[] {
  const valuesById = new Map(totals.rows.map(({ officeId, values }) => [officeId, values]))
  return status.offices.map((office) => ({
    office,
    values: office.state === '未报' ? null : (valuesById.get(office.officeId) ?? null),
  }))
}

/** More and less of these says nothing about the work. */
const unrankable: readonly PeriodFigureKey[] = ['study.ratedDue', 'lecture.baseUnions', 'stay.continuing']
/** More names than these are no leaders. */
const mostLeaders = 5

/** 已报送单位宣讲场次合计120场，居前的是云山县总工会（40）、…。 */
function progressOf(reported: readonly Reported[], figure: PeriodFigureKey): Block[] {
  const stated = reported.flatMap(({ office, values }) =>
    values?.[figure] == null ? [] : [{ name: office.name, value: values[figure] ?? 0 }],
  )
  const total = addValues(reported.flatMap(({ values }) => values ?? []))[figure]
  if (total === null || stated.length === 0) return []
  const sum = isRate(figure) ? '总体' : '合计'
  const best = leadersOf(figure, stated, total).map(({ name, value }) => `${name}（${shown(figure, value)}）`)
  const ahead = best.length === 0 ? '' : `，居前的是${best.join('、')}`
  return [text(`已报送单位${nameOf(figure)}${sum}${shown(figure, total)}${unitOf(figure)}${ahead}。`)]
}

/** The first three places with all who share them, above the last; nobody leads with nothing. */
function leadersOf<Stated extends { readonly value: number }>(
  figure: PeriodFigureKey,
  stated: readonly Stated[],
  total: number,
): readonly Stated[] {
  if (unrankable.includes(figure)) return []
  const places = placesOf(stated.map(({ value }) => value))
  const least = Math.min(...stated.map(({ value }) => value))
  const isAhead = (value: number) =>
    // Of rates who lags behind all together leads nobody.
    value > 0 && (value > least || stated.length === 1) && (!isRate(figure) || value >= total)
  const leading = stated
    .filter(({ value }, index) => (places[index] ?? 0) <= 3 && isAhead(value))
    .toSorted((one, other) => other.value - one.value)
  return leading.length > mostLeaders ? [] : leading
}

function tableAnnex({ status, totals, figures }: Material): TextAnnex {
  const [first] = figures
  const ordered = reportedOf({ status, totals }).toSorted((one, other) => rank(other, first) - rank(one, first))
  const places = figures.map((figure) => placesOf(ordered.map(({ values }) => values?.[figure] ?? null)))
  const rows = ordered.map(({ office, values }, index) => [
    String(index + 1),
    office.name,
    stateOf(office),
    ...figures.flatMap((figure, column) => [
      shown(figure, values?.[figure] ?? null),
      unrankable.includes(figure) ? '—' : String(places[column]?.[index] ?? '—'),
    ]),
  ])
  const head = ['序号', '单位', '报送情况', ...figures.flatMap((figure) => [figureName(figure), '位次'])]
  return {
    title: '各单位报送和工作进展情况表',
    blocks: [{ kind: 'table', rows: [head, ...rows] }],
    ...(figures.length > 2 && { isLandscape: true }),
  }
}

/** Who states nothing comes behind those who do, who has not reported last. */
function rank({ office, values }: Reported, figure: PeriodFigureKey | undefined): number {
  if (office.state === '未报') return -2
  return figure === undefined ? 0 : (values?.[figure] ?? -1)
}

function stateOf({ state, timing }: OfficeStatus): string {
  return timing === null || timing === '未到期' || state === '未报' ? state : `${state}，${timing}`
}

const isRate = (figure: PeriodFigureKey) => /Rate$/.test(figure)
/** In a sentence the unit stands behind the amount. */
const nameOf = (figure: PeriodFigureKey) => figureName(figure).replace('（元）', '')
const unitOf = (figure: PeriodFigureKey) => (isRate(figure) ? '' : meaningOfFigure(figure).unit)

function shown(figure: PeriodFigureKey, value: number | null): string {
  if (value === null) return '—'
  if (isRate(figure)) return rateText(value)
  return /Yuan$/.test(figure) ? yuanText(value) : String(value)
}
