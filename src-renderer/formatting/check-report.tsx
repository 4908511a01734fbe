/** The results of the checklist (检查结果): what must be mended first, then what should be; what passes is a click away. */
import { Alert, Collapse } from 'antd'
import type { CheckResult, Severity } from '../../src-shared/conformance.ts'
import { Section } from '../components/page.tsx'

const groups: readonly { readonly severity: Severity; readonly title: string }[] = [
  { severity: 'E', title: '必须改' },
  { severity: 'W', title: '建议改' },
  { severity: 'I', title: '提示' },
]

type CheckReportProps = {
  readonly results: readonly CheckResult[]
  /** All rows, not only those that fail. */
  readonly isWhole: boolean
}

export function CheckReport({ results, isWhole }: CheckReportProps) {
  const failed = results.filter(({ pass }) => pass === false)
  const passed = results.filter(({ pass }) => pass === true)
  const undecided = results.filter(({ pass }) => pass === null)
  const counts = groups.map(
    ({ severity, title }) => `${title}${failed.filter((one) => one.severity === severity).length}项`,
  )
  return (
    <div className="check-report">
      {isWhole ? (
        <p className="check-counts" role="status">
          {[...counts, `通过${passed.length}项`, `不适用或须看纸面${undecided.length}项`].join('，')}。
        </p>
      ) : null}
      {isWhole && failed.length === 0 ? (
        <Alert type="success" showIcon title="能从文件判断的各项都合格。须看纸面的，请打印一份核对。" />
      ) : null}
      {groups.map(({ severity, title }) => (
        <FailedRows
          key={severity}
          title={title}
          rows={failed.filter((one) => one.severity === severity)}
          isBeforeMending={isWhole}
        />
      ))}
      {isWhole ? (
        <Collapse
          ghost
          size="small"
          className="check-rest"
          items={[
            { key: 'passed', label: `通过（${passed.length}项）`, children: <PlainRows rows={passed} /> },
            {
              key: 'undecided',
              label: `不适用或须看纸面（${undecided.length}项）`,
              children: <PlainRows rows={undecided} />,
            },
          ]}
        />
      ) : null}
    </div>
  )
}

type RowsProps = { readonly rows: readonly CheckResult[] }

type FailedRowsProps = RowsProps & {
  readonly title: string
  /** What mending has left over is not promised again. */
  readonly isBeforeMending: boolean
}

function FailedRows({ title, rows, isBeforeMending }: FailedRowsProps) {
  if (rows.length === 0) return null
  return (
    <Section title={`${title}（${rows.length}项）`}>
      <ul className="plain-list">
        {rows.map((row) => (
          <li key={row.id} className={`check-row check-${row.severity}`}>
            <div className="check-title">
              {row.title}
              <span className="check-clause">{clauseWords(row.clause)}</span>
              {row.isMendable && isBeforeMending ? <span className="check-mendable">可一键订正</span> : null}
            </div>
            <dl>
              <dt>查到</dt>
              <dd>{row.found}</dd>
              {row.expected === '' ? null : (
                <>
                  <dt>应为</dt>
                  <dd>{row.expected}</dd>
                </>
              )}
              <dt>怎么改</dt>
              <dd>{row.mend}</dd>
            </dl>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function PlainRows({ rows }: RowsProps) {
  return (
    <ul className="plain-list">
      {rows.map(({ id, title, clause, found }) => (
        <li key={id} className="check-plain">
          <span>
            {title}
            <span className="check-clause">{clauseWords(clause)}</span>
          </span>
          <span className="check-found">{found}</span>
        </li>
      ))}
    </ul>
  )
}

/** 7.2.4 → GB/T 9704第7.2.4条; the few other sources by their names. */
function clauseWords(clause: string): string {
  if (/^\d/.test(clause)) return `第${clause}条`
  return clause === '条例' ? '公文处理工作条例' : clause
}
