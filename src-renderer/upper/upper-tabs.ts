/** The tabs of 下级上报: which there are, in which order. */
import type { ComponentType } from 'react'
import { AnswersTab } from '../receipts/answers-tab.tsx'
import { BoardTab } from './board-tab.tsx'
import { IntakeTab } from './intake-tab.tsx'
import { RankingTab } from './ranking-tab.tsx'
import { RemindTab } from './remind-tab.tsx'
import { SendDownTab } from './send-down-tab.tsx'
import { TotalsTab } from './totals-tab.tsx'

/** `key` is its word in the address; the first is shown where the address names none. */
export const upperTabs: readonly { readonly key: string; readonly label: string; readonly Tab: ComponentType }[] = [
  { key: 'board', label: '上报情况', Tab: BoardTab },
  { key: 'intake', label: '接收', Tab: IntakeTab },
  { key: 'receipts', label: '回执', Tab: AnswersTab },
  { key: 'totals', label: '汇总', Tab: TotalsTab },
  { key: 'ranking', label: '排名通报', Tab: RankingTab },
  { key: 'remind', label: '催报', Tab: RemindTab },
  { key: 'send-down', label: '下发', Tab: SendDownTab },
]
