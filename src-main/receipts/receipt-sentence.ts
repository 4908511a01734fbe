/** What a receipt means for the clerk who takes it in (回执要点), in one or two Chinese sentences. */
import { type AcceptedReceipt, type Receipt, type RowRemark, returnedRecords } from '../../src-shared/receipts.ts'

type Facts = Omit<AcceptedReceipt, 'sentence'>

export function sentenceOf(facts: Facts, receipt: Receipt): string {
  const { standing, epochRaised } = facts
  if (standing === '已在册') return '这份回执以前收过，没有任何改动。'
  if (standing === '待转') return `这是${receipt.issuer.name}给${receipt.to.name}的回执，已存下，请转交该单位。`
  const identity = epochRaised
    ? '上级见过本机没有的上报记录（台账恢复或复制过），本机已改用新的编号，下一次上报带全部记录。'
    : ''
  if (standing === '别机')
    return `这是本单位另一台电脑所报上报包的回执，退回意见已登记；收到的情况请在那台电脑上导入。${identity}`
  if (standing === '不识') return `本机没有这份回执所说的上报包，退回意见已登记，下一次上报不受影响。${identity}`
  const older = standing === '较旧' ? '这份回执早于已收的回执，以较新的为准。' : ''
  return `${older}${bundleSentence(facts, receipt)}${identity}`
}

function bundleSentence({ held }: Facts, receipt: Receipt): string {
  const more = held > 0 ? `上级有${held}条记录是本机没有或较旧的，可在回执中取回。` : ''
  return `${receipt.issuer.name}对第${receipt.bundle.seq}号上报包的回执：${verdictOf(receipt)}${more}`
}

/** What became of the bundle, as it also stands on the paper. */
export function verdictOf({ technical, business }: Receipt): string {
  switch (technical.state) {
    case '缺分卷':
      return `还缺第${technical.volumes.missing.join('、')}卷，请补交。`
    case '待处理':
      return '已收到，尚未导入。'
    case '已撤销':
      return '接收单位撤销了这次导入，下一次上报会把这些记录再带上。'
    case '读不了':
      return `接收单位的程序版本较低，读不了这个上报包，须升级到能读第${technical.upgradeTo ?? '?'}版格式的版本。`
    case '已导入': {
      const remarks = business?.remarks ?? []
      const count = (result: RowRemark['result']) => remarks.filter((remark) => remark.result === result).length
      const returned = returnedRecords(remarks)
      const exceptions = [
        returned > 0 ? `退回${returned}条` : '',
        count('冲突') > 0 ? `冲突${count('冲突')}处` : '',
        count('暂存') > 0 ? `暂存${count('暂存')}条` : '',
      ].filter(Boolean)
      const rest = exceptions.length === 0 ? '没有退回' : exceptions.join('，')
      return `收到${receivedRows(business)}条，${rest}。`
    }
  }
}

/** Rows of the bundle that the receiver has. */
export function receivedRows(business: Receipt['business']): number {
  return Object.values(business?.counts ?? {}).reduce(
    (sum, one) => sum + one.received + one.unchanged + one.conflict,
    0,
  )
}
