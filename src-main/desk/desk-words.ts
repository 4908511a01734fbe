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

/** Offices that a reminder goes to: nothing came, or something is lacking. */
export const lackingOffices = (offices: readonly OfficeStatus[]) => inState(offices, '未报', '部分报')

/** 应报5个单位，已报3个，部分报1个，未报1个。 */
export function countsWords(offices: readonly OfficeStatus[]): string {
  const whole = inState(offices, '已报待验', '已验')
  const partly = inState(offices, '部分报')
  const none = inState(offices, '未报')
  const late = offices.filter(({ timing, state }) => timing === '逾期' && state !== '未报')
  return [
    `应报单位${offices.length}个，已报齐${whole.length}个`,
    ...(partly.length > 0 ? [`报而未齐${partly.length}个`] : []),
    `未报${none.length}个`,
    ...(late.length > 0 ? [`逾期报送${late.length}个`] : []),
  ].join('，')
}

/** What an office still owes, as sentences of a letter. */
export function lacksWords({ state, remarks, bundle, receivedAt }: OfficeStatus): string {
  if (state === '未报' || bundle === null) return '尚未收到上报包'
  const came = receivedAt === null ? '' : `报送的第${bundle.seq}号上报包（${chineseDate(localDayOf(receivedAt))}收到）`
  return `${came}尚缺：${remarks.map(({ words }) => words).join('；')}`
}
