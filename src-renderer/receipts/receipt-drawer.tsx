/** One receipt (回执内容): what was received, what comes back with the way to its form, and the check code. */
import { useQuery } from '@tanstack/react-query'
import { Alert, Descriptions, Drawer } from 'antd'
import { periodWords } from '../../src-shared/chinese.ts'
import { type ReceivedReceiptDetail, tableWords } from '../../src-shared/receipts.ts'
import { useBackend } from '../api.ts'
import { formatMoment } from '../components/formats.ts'
import { ProblemNote } from '../components/problem-note.tsx'
import { CompareCode } from './compare-code.tsx'
import { PullBack } from './pull-back.tsx'
import { receiptWords } from './receipt-words.ts'
import { RemarkTable } from './remark-table.tsx'

type ReceiptDrawerProps = { readonly receiptId: string; readonly onClose: () => void }

export function ReceiptDrawer({ receiptId, onClose }: ReceiptDrawerProps) {
  const { queries } = useBackend()
  const { data, error, refetch } = useQuery(queries.receipts.get.queryOptions({ input: { id: receiptId } }))
  return (
    <Drawer open title="回执" onClose={onClose} size="min(900px, 100vw)" push={false}>
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      {data ? <ReceiptDetail detail={data} /> : <div className="list-wait" aria-busy={!error} />}
    </Drawer>
  )
}

function ReceiptDetail({ detail }: { readonly detail: ReceivedReceiptDetail }) {
  const { receipt, remarks, isNewest } = detail
  return (
    <>
      {isNewest ? null : (
        <Alert className="receipt-facts" type="info" showIcon title="已有较新的回执，现以较新的为准。" />
      )}
      <Descriptions
        className="receipt-facts"
        size="small"
        bordered
        column={{ xs: 1, lg: 2 }}
        items={factsOf(detail).map(({ label, value }) => ({ key: label, label, children: value }))}
      />
      <CompareCode receiptId={receipt.receiptId} code={detail.checkCode} />
      <PullBack detail={detail} />
      <RemarkTable remarks={remarks} />
    </>
  )
}

function factsOf(detail: ReceivedReceiptDetail) {
  const { receipt } = detail
  const { bundle, business, technical } = receipt
  const facts = [
    { label: '签发单位', value: receipt.issuer.name },
    { label: '回执编号', value: `第${receipt.number}号` },
    { label: '上报包', value: `第${bundle.seq}号` },
    { label: '统计期', value: bundle.period ? periodWords(bundle.period) : '—' },
    { label: '上级收到', value: formatMoment(bundle.receivedAt) },
    { label: '签发时间', value: formatMoment(receipt.issuedAt) },
    { label: '结果', value: receiptWords(detail) },
    { label: '是否按时', value: timeWords(business) },
  ]
  if (business !== null) {
    facts.push(
      { label: '上级现有', value: holdingWords(business.holding) },
      { label: '内容核对', value: business.root.isSame ? '与本单位报出时完全一致' : '与本单位报出时不完全一致' },
      { label: '经办人', value: business.by || '—' },
      { label: '下次期限', value: business.next ? `${business.next.day}，${business.next.title}` : '—' },
    )
  }
  if (bundle.via.length > 0) facts.push({ label: '转报单位', value: bundle.via.map(({ name }) => name).join('、') })
  if (technical.volumes.missing.length > 0)
    facts.push({ label: '缺分卷', value: `第${technical.volumes.missing.join('、')}卷` })
  return facts
}

function timeWords(business: ReceivedReceiptDetail['receipt']['business']): string {
  if (business === null || business.due.day === null) return '没有期限'
  return business.due.isLate ? `逾期（期限${business.due.day}）` : `按时（期限${business.due.day}）`
}

function holdingWords(holding: Readonly<Record<string, number>>): string {
  const words = Object.entries(holding).flatMap(([table, rows]) =>
    rows > 0 && tableWords[table] && table !== 'office' ? [`${tableWords[table]}${rows}`] : [],
  )
  return words.join('，') || '没有记录'
}
