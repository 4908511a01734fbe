/** What is wrong in the grid (录入问题), a line each; a line leads to its cell. */
import type { BatchFinding } from '../../../src-shared/batch.ts'
import { fieldLabels } from '../../../src-shared/field-labels.ts'

/** More lines than anybody reads before mending the first ones. */
const most = 200

export function BatchFindings(props: {
  readonly findings: readonly BatchFinding[]
  readonly onGo: (target: { row: number; field: string }) => void
}) {
  const sorted = props.findings.toSorted(
    (one, other) => Number(one.isRemark) - Number(other.isRemark) || one.row - other.row,
  )
  if (sorted.length === 0) return null
  return (
    <ul className="batch-findings" aria-label="录入问题">
      {sorted.slice(0, most).map(({ row, field, message, isRemark }) => (
        <li key={`${row} ${field} ${message}`}>
          <button
            type="button"
            className={isRemark ? 'batch-remark' : undefined}
            onClick={() => props.onGo({ row, field })}
          >
            第{row + 1}行{isRemark ? '（提示）' : ''}　
            {message.includes(fieldLabels[field] ?? field) ? '' : `${fieldLabels[field] ?? field}：`}
            {message}
          </button>
        </li>
      ))}
    </ul>
  )
}
