/** 原文: the text of the notice with every quotation marked, and the requirements beside it; one leads to the other. */
import { Button } from 'antd'
import { useEffect, useMemo } from 'react'
import { Link } from 'react-router'
import type { NoticeDetail, Requirement } from '../../../src-shared/notices.ts'
import { NothingYet } from '../../components/nothing-yet.tsx'
import { useAddress } from '../../components/use-address.ts'
import { NoticeFacts } from '../notice-facts.tsx'
import { linesOf, type MarkedLine, markQuotes, type Stretch } from './notice-lines.ts'
import './text.css'

export function TextTab({ notice }: { readonly notice: NoticeDetail }) {
  const { words, change } = useAddress()
  const { document: text, requirements } = notice
  const chosen = words.get('requirement')
  const lines = useMemo(() => (text ? markQuotes(linesOf(text), requirements) : []), [text, requirements])
  useEffect(() => {
    if (chosen === null) return
    document.querySelector('.notice-text .chosen')?.scrollIntoView({ block: 'center' })
    document.querySelector('.quoted-list .chosen')?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  if (!text)
    return (
      <>
        <NoticeFacts notice={notice} />
        <NothingYet
          action={
            <Link to="/notices?intake=text">
              <Button>登记原文</Button>
            </Link>
          }
        >
          这件通知是从目录选取的，还没有原文。有了原文再登记一次，文字和要求的出处会补上。
        </NothingYet>
      </>
    )
  const quoted = new Set(lines.flatMap(({ stretches }) => stretches.flatMap((one) => one.requirementIds)))
  const choose = (id: string) => change({ requirement: id }, { replace: true })
  return (
    <div className="text-and-list">
      <article className="notice-text" aria-label="通知原文">
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a fixed text never move
          <TextLine key={index} line={line} requirements={requirements} chosen={chosen} onChoose={choose} />
        ))}
      </article>
      <aside className="quoted-list" aria-label="要求">
        <NoticeFacts notice={notice} />
        <h2 className="part-title">要求{requirements.length}条</h2>
        <ol className="line-list">
          {requirements.map(({ id, kind, title, quote, state }) => (
            <li key={id} className={id === chosen ? 'chosen' : ''}>
              <button
                type="button"
                className="line-button"
                aria-pressed={id === chosen}
                disabled={!quoted.has(id)}
                onClick={() => choose(id)}
              >
                <span className="kind-mark">{kind}</span>
                {title}
                {quoted.has(id) ? null : (
                  <span className="second">（{quote === '' ? '没有原话' : '原文里没有这句话'}）</span>
                )}
                {state === '不适用' ? <span className="second">（不适用）</span> : null}
              </button>
              {id === chosen ? (
                <Link className="record-link" to={`/notices/${notice.id}/progress?open=${id}`}>
                  看进度
                </Link>
              ) : null}
            </li>
          ))}
        </ol>
      </aside>
    </div>
  )
}

type TextLineProps = {
  readonly line: MarkedLine
  readonly requirements: readonly Requirement[]
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
}

function TextLine({ line, ...rest }: TextLineProps) {
  return (
    <p className={`text-${line.look}`}>
      {line.stretches.map((stretch, index) =>
        stretch.requirementIds.length === 0 ? (
          stretch.text
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: stretches of a fixed text never move
          <Quoted key={index} stretch={stretch} {...rest} />
        ),
      )}
    </p>
  )
}

/** Where several requirements quote the same words, each click goes on to the next. */
function Quoted({ stretch, requirements, chosen, onChoose }: Omit<TextLineProps, 'line'> & { stretch: Stretch }) {
  const ids = stretch.requirementIds
  const next = ids[(ids.indexOf(chosen ?? '') + 1) % ids.length] ?? ''
  const names = ids.map((id) => requirements.find((one) => one.id === id)?.title ?? '').join('；')
  return (
    <mark className={chosen !== null && ids.includes(chosen) ? 'quoted chosen' : 'quoted'} title={names}>
      {/** biome-ignore lint/a11y/useValidAnchor: a button cannot break across lines as text does */}
      <a
        href="#quoted"
        onClick={(event) => {
          event.preventDefault()
          onChoose(next)
        }}
      >
        {stretch.text}
      </a>
    </mark>
  )
}
