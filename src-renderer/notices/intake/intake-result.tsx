/** What taking in a notice came to (登记结果): what was read, what the text lacks, which requirements were listed. */
import { Alert } from 'antd'
import type { AddedNotice } from '../../../src-shared/notices.ts'
import { NoticeFacts } from '../notice-facts.tsx'

export function IntakeResult({ added }: { readonly added: AddedNotice }) {
  const { missing, requirements } = added
  const needed = missing.filter(({ isNeeded }) => isNeeded)
  const others = missing.filter(({ isNeeded }) => !isNeeded)
  const names = (parts: typeof missing) => parts.map(({ label }) => label).join('、')
  return (
    <>
      <Alert type={added.isNew ? 'success' : 'info'} showIcon title={outcomeOf(added)} className="form-note" />
      <NoticeFacts notice={added} />
      {needed.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          className="form-note"
          title={`原文未见：${names(needed)}。请核对是否漏贴；确实没有的，不必补。`}
        />
      ) : null}
      {others.length > 0 ? <p className="second">原文未见，一般也不要求的：{names(others)}。</p> : null}
      <h2 className="part-title">要求{requirements.length}条</h2>
      {requirements.length === 0 ? (
        <p>没有从文字里读出要求。可到这件通知里逐条添加。</p>
      ) : (
        <ol className="short-list">
          {requirements.map(({ id, kind, title, state }) => (
            <li key={id}>
              <span className="kind-mark">{kind}</span>
              {title}
              {state === '待确认' ? null : <span className="second">（{state}）</span>}
            </li>
          ))}
        </ol>
      )}
    </>
  )
}

function outcomeOf({ isNew, source, added }: AddedNotice): string {
  const from = source === '目录' ? '目录中备好的要求' : '从文字里读出的要求'
  if (isNew) return `已登记为来文，列出${from}${added}条，请逐条核对后确认。`
  if (added === 0) return '这件通知以前登记过，没有新的要求；已核对的内容没有改动。'
  return `这件通知以前登记过，这次补上新的要求${added}条；已核对的内容没有改动。`
}
