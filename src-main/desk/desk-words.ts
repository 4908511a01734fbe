/** What the desk says about offices in documents (行文用语): who has reported, who has not, what is lacking. Pure. */
import { chineseDate } from '../../src-shared/chinese.ts'
import type { OfficeStatus, ReportState } from '../../src-shared/desk.ts'
import { localDayOf } from '../../src-shared/report-state.ts'

/** Names joined by 、; more than `most` are told by number. */
export function namesOf(offices: readonly Pick<OfficeStatus, 'name'>[], most = 12): string {
  const names = offices.slice(0, most).map(({ name }) => name)
  return offices.length > most ? `${names.join('、')}等${offices.length}个单位` : names.join('、')
}

export const inState = (offices: readonly OfficeStatus[], ...states: readonly ReportState[]) =>
  offices.filter(({ state }) => states.includes(state))

/** Offices that a reminder goes to: nothing came, or something is lacking that only they can bring. */
export function lackingOffices(offices: readonly OfficeStatus[]): readonly OfficeStatus[] {
  return inState(offices, '未报', '部分报').filter((office) => office.state === '未报' || asksOf(office).length > 0)
}

const asksOf = ({ remarks }: OfficeStatus) => remarks.flatMap(({ asks }) => asks ?? [])

/** Nothing was done in the period, and the office has said so and why. */
export const isZeroReport = ({ records, zero, state }: OfficeStatus) =>
  state !== '未报' && records === 0 && zero.length > 0

/** 石桥县总工会（机构改革，未开展） */
export function zeroWords({ name, zero }: OfficeStatus): string {
  return `${name}（${[...new Set(zero.map(({ reason }) => reason))].join('；')}）`
}

/** 应报5个单位，已报3个，部分报1个，未报1个。 */
export function countsWords(offices: readonly OfficeStatus[]): string {
  const whole = inState(offices, '已报待验', '已验')
  const partly = inState(offices, '部分报')
  const none = inState(offices, '未报')
  const late = offices.filter(({ timing, state }) => timing === '逾期' && state !== '未报')
  const zero = whole.filter(isZeroReport)
  return [
    `应报单位${offices.length}个，已报齐${whole.length}个${zero.length > 0 ? `（其中零报告${zero.length}个）` : ''}`,
    ...(partly.length > 0 ? [`报而未齐${partly.length}个`] : []),
    `未报${none.length}个`,
    ...(late.length > 0 ? [`逾期报送${late.length}个`] : []),
  ].join('，')
}

/** What an office still owes, as the end of a sentence of a letter that begins with its name. */
export function lacksWords(office: OfficeStatus): string {
  const { state, bundle } = office
  if (state === '未报' || bundle === null) return '尚未报送上报包'
  const came = `报送的第${bundle.seq}号上报包已于${chineseDate(localDayOf(bundle.receivedAt))}收到，`
  const asks = asksOf(office)
  if (asks.length < 2) return `${came}${asks.join('')}`
  return `${came}有以下${asks.length}项需要补正：${asks.map((ask, index) => `${index + 1}.${ask}`).join('；')}`
}
