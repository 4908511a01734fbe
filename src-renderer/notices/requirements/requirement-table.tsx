/** Requirements by kind (要求表): what is asked and in which words, of whom, how much, until when, and what was decided. */
import { Button, Checkbox, Dropdown } from 'antd'
import { Fragment } from 'react'
import { Link } from 'react-router'
import type { Requirement, RequirementKind } from '../../../src-shared/notices.ts'
import { useBackend } from '../../api.ts'
import { useRemoval } from '../../components/use-removal.tsx'
import { minimumWords, reportWords, windowWords } from '../notice-words.ts'
import { Quote } from './quote.tsx'

type Acts = {
  /** Whether the text of the notice is there to be looked at. */
  readonly hasText: boolean
  readonly chosen: ReadonlySet<string>
  readonly onToggle: (id: string, is: boolean) => void
  readonly onConfirm: (id: string) => void
  readonly onSetAside: (id: string) => void
  readonly onEdit: (id: string) => void
  readonly onSplit: (id: string) => void
}
type RequirementTableProps = Acts & {
  readonly groups: readonly { readonly kind: RequirementKind; readonly requirements: readonly Requirement[] }[]
}

export function RequirementTable({ groups, ...acts }: RequirementTableProps) {
  return (
    <div className="table-scroll">
      <table className="ledger requirements">
        <thead>
          <tr>
            <th className="choose">
              <span className="unseen">选择</span>
            </th>
            <th>要求与通知原话</th>
            <th className="who">谁做、对谁、怎样做</th>
            <th className="amount">数量与期间</th>
            <th className="duty">报告与文件</th>
            <th className="state-column">核对</th>
            <th className="act">操作</th>
          </tr>
        </thead>
        {groups.map(({ kind, requirements }) => (
          <tbody key={kind}>
            <tr className="group">
              <th scope="rowgroup" colSpan={7}>
                {kind}
                <span className="second">　{requirements.length}条</span>
              </th>
            </tr>
            {requirements.map((one) => (
              <Row key={one.id} requirement={one} {...acts} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

function Row({ requirement, chosen, ...acts }: Acts & { readonly requirement: Requirement }) {
  const { id, title, quote, place, code, minimum, window, report, produces, state, note } = requirement
  return (
    <tr className={state === '不适用' ? 'set-aside' : ''}>
      <td className="choose">
        <Checkbox
          aria-label={`选择${title}`}
          checked={chosen.has(id)}
          onChange={({ target }) => acts.onToggle(id, target.checked)}
        />
      </td>
      <td>
        <div className="requirement-title">
          {code ? <span className="second">{code} </span> : null}
          {title}
        </div>
        <Quote quote={quote} place={place} />
        {note ? <div className="second">备注：{note}</div> : null}
      </td>
      <td>
        <Marks requirement={requirement} />
      </td>
      <td>
        {minimum ? <div>{minimumWords(minimum)}</div> : null}
        {window ? <div title={window.words}>{windowWords(window)}</div> : null}
      </td>
      <td>
        {report ? <div>{reportWords(report)}</div> : null}
        {report && report.slots.length > 0 ? <div className="second">写明{report.slots.join('、')}</div> : null}
        {produces.length > 0 ? <div>形成{produces.join('、')}</div> : null}
      </td>
      <td className="state-column">
        <span className={state === '待确认' ? 'to-do' : 'second'}>{state}</span>
      </td>
      <td>
        <Actions requirement={requirement} {...acts} />
      </td>
    </tr>
  )
}

function Marks({ requirement }: { readonly requirement: Requirement }) {
  const parts = [
    { name: '主体', words: requirement.actors },
    { name: '对象', words: requirement.audiences },
    { name: '形式', words: requirement.forms },
    { name: '场所', words: requirement.venues },
  ].filter(({ words }) => words.length > 0)
  return (
    <dl className="marks">
      {parts.map(({ name, words }) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>
            {words.map((word) => (
              <span key={word} className="word-mark">
                {word}
              </span>
            ))}
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}

function Actions({ requirement, ...acts }: Omit<Acts, 'chosen' | 'onToggle'> & { readonly requirement: Requirement }) {
  const { client } = useBackend()
  const removeRequirement = useRemoval(client.requirements)
  const { id, noticeId, title, quote, state } = requirement
  const items = [
    ...(acts.hasText && quote
      ? [{ key: 'text', label: <Link to={`/notices/${noticeId}/text?requirement=${id}`}>看原文</Link> }]
      : []),
    { key: 'progress', label: <Link to={`/notices/${noticeId}/progress?open=${id}`}>看进度</Link> },
    { key: 'split', label: '拆分', onClick: () => acts.onSplit(id) },
    ...(state === '不适用' ? [] : [{ key: 'aside', label: '标为不适用', onClick: () => acts.onSetAside(id) }]),
    { key: 'remove', label: '删除', onClick: () => removeRequirement({ id, name: title }) },
  ]
  return (
    <div className="row-actions">
      {state === '已确认' ? null : (
        <Button type="text" size="small" aria-label={`确认${title}`} onClick={() => acts.onConfirm(id)}>
          {state === '不适用' ? '恢复' : '确认'}
        </Button>
      )}
      <Button type="text" size="small" aria-label={`编辑${title}`} onClick={() => acts.onEdit(id)}>
        编辑
      </Button>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button type="text" size="small" aria-label={`更多：${title}`}>
          更多
        </Button>
      </Dropdown>
    </div>
  )
}
