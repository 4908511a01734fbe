/** A receipt in a few words (回执结果): 收到120条，退回3条. */
import type { ReceivedReceipt } from '../../src-shared/receipts.ts'

export function receiptWords(row: ReceivedReceipt): string {
  const { state, received, returned, conflict, parked } = row
  if (state !== '已导入') return stateWords[state]
  const parts = [
    `收到${received}条`,
    returned > 0 ? `退回${returned}条` : '',
    conflict > 0 ? `冲突${conflict}处` : '',
    parked > 0 ? `暂存${parked}条` : '',
  ]
  return parts.filter(Boolean).join('，')
}

const stateWords = {
  缺分卷: '缺分卷，请补交',
  待处理: '已收到，尚未导入',
  已撤销: '上级撤销了导入，下次上报会再带上',
  读不了: '上级程序版本较低，读不了',
} as const
