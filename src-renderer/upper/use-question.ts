/** What the desk is asked (上报要求), as the address says it: a notice, a period, a last day. */
import { quarterOf } from '../../src-shared/periods.ts'
import { useAddress } from '../components/use-address.ts'
import { useShell } from '../components/use-shell.ts'

export function useQuestion() {
  const { today } = useShell()
  const { words, period: chosen, change } = useAddress()
  const noticeId = words.get('notice')
  const due = words.get('due')
  // A notice has days of its own; without one it is this quarter.
  const period = chosen ?? (noticeId === null ? quarterOf(today) : null)
  return { question: { noticeId, period, due }, change, today }
}
