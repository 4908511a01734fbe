/** What a receipt means for the clerk who takes it in (回执要点), in one or two Chinese sentences. */
import type { AcceptedReceipt, Receipt } from '../../src-shared/receipts.ts'

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

function bundleSentence(facts: Facts, { technical, issuer, bundle }: Receipt): string {
  const { received, returned, conflict, parked, held } = facts
  const which = `${issuer.name}对第${bundle.seq}号上报包的回执`
  switch (technical.state) {
    case '缺分卷':
      return `${which}：还缺第${technical.volumes.missing.join('、')}卷，请补交。`
    case '待处理':
      return `${which}：已收到，尚未导入。`
    case '已撤销':
      return `${which}：上级撤销了这次导入，下一次上报会把这些记录再带上。`
    case '读不了':
      return `${which}：上级的程序版本较低，读不了这个上报包，须升级到能读格式第${technical.upgradeTo ?? '?'}版的版本。`
    case '已导入': {
      const exceptions = [
        returned > 0 ? `退回${returned}条` : '',
        conflict > 0 ? `冲突${conflict}处` : '',
        parked > 0 ? `暂存${parked}条` : '',
      ].filter(Boolean)
      const rest = exceptions.length === 0 ? '没有退回' : exceptions.join('，')
      const more = held > 0 ? `上级有${held}条记录是本机没有或较旧的，可在回执中取回。` : ''
      return `${which}：收到${received}条，${rest}。${more}`
    }
  }
}
