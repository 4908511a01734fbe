/** One finding of the self-check (检查结果): its rule, its records, and what the clerk says to it. */
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { NamedFinding } from '../../../src-shared/self-check.ts'
import { useBackend } from '../../api.ts'
import { RecordLink, recordWord } from '../../components/record-link.tsx'
import { useAction } from '../../components/use-action.ts'

type FindingRowProps = { readonly noticeId: string; readonly finding: NamedFinding }

const linksShown = 8
/** Characters of a record's name; pointing at it shows the whole. */
const nameShown = 18

export function FindingRow({ noticeId, finding }: FindingRowProps) {
  const { rule, title, message, records, severity } = finding
  return (
    <li className="finding">
      <span className="finding-rule" title={title}>
        {rule}
      </span>
      <div className="finding-words">
        <p>
          {message}
          {records.slice(0, linksShown).map(({ kind, id, date, title: name }) => (
            <span key={id} className="finding-link" title={name}>
              <RecordLink kind={kind} id={id}>
                {[date, shortened(name) || recordWord(kind)].filter(Boolean).join(' ')}
              </RecordLink>
            </span>
          ))}
          {records.length > linksShown ? <span className="second">等{records.length}条</span> : null}
        </p>
        {severity === '需要说明' ? <Explanation noticeId={noticeId} finding={finding} /> : null}
      </div>
    </li>
  )
}

function shortened(name: string): string {
  return name.length > nameShown ? `${name.slice(0, nameShown - 1)}…` : name
}

function Explanation({ noticeId, finding: { rule, subject, message, explanation } }: FindingRowProps) {
  const { client } = useBackend()
  const [typed, setTyped] = useState(explanation)
  const explaining = useAction({
    call: (text: string) => client.notices.explain({ noticeId, rule, subject, text }),
    done: (_, text) => (text === '' ? '说明已收回' : '说明已保存，起草或重新取数时写进附件的说明'),
  })
  const text = typed.trim()
  const isChanged = text !== explanation
  const save = () => {
    if (isChanged && !explaining.isPending) explaining.mutate(text)
  }
  return (
    <div className="explanation">
      <Input
        size="small"
        aria-label={`说明：${message}`}
        placeholder="情况说明，随报告报送"
        maxLength={500}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onPressEnter={save}
      />
      <Button size="small" disabled={!isChanged} loading={explaining.isPending} onClick={save}>
        {explanation === '' ? '保存说明' : isChanged ? '保存修改' : '已说明'}
      </Button>
    </div>
  )
}
