/** The documents drawn up for a notice (已起草的公文), each a link to its editor. */
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useBackend } from '../../api.ts'
import { ProblemNote } from '../../components/problem-note.tsx'

export function DocumentTable({ noticeId }: { readonly noticeId: string }) {
  const { queries } = useBackend()
  const { data, error, refetch } = useQuery(queries.notices.documents.queryOptions({ input: { id: noticeId } }))
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <div className="list-wait" aria-busy />
  if (data.length === 0)
    return <p className="second">还没有为这件通知起草公文。选好统计期起草情况报告，或起草贯彻通知、计划和方案。</p>
  return (
    <table className="plain-table papers" aria-label="已起草的公文">
      <thead>
        <tr>
          <th className="paper-role">种类</th>
          <th>标题</th>
          <th className="paper-number">发文字号</th>
          <th className="paper-state">状态</th>
        </tr>
      </thead>
      <tbody>
        {data.map(({ documentId, role, title, number, state }) => (
          <tr key={documentId}>
            <td>{role}</td>
            <td>
              <Link to={`/documents/${documentId}`}>{title}</Link>
            </td>
            <td className="figure">
              {number || '未编号'}
              {state === '草稿' ? <span className="second">（拟）</span> : null}
            </td>
            <td className={state === '草稿' ? 'to-do' : undefined}>{state}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
