/** 帮助: pages to read beside the work, found by words; nothing of it needs a network. */
import { useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { meaningOfFigure } from '../../src-shared/figure-meanings.ts'
import { useBackend } from '../api.ts'
import { NothingYet } from '../components/nothing-yet.tsx'
import { Page } from '../components/page.tsx'
import { useAction } from '../components/use-action.ts'
import { ShortcutList } from '../keyboard/shortcuts-dialog.tsx'
import type { HelpPart } from './help-page.ts'
import { findHelp, helpPages } from './help-pages.ts'
import './help.css'

export function HelpView() {
  const { id = 'start' } = useParams()
  const [typed, setTyped] = useState('')
  const page = helpPages.find((known) => known.id === id)
  const listed = findHelp(typed)
  return (
    <Page title="帮助" actions={<GuideButton />}>
      <div className="help">
        <nav aria-label="帮助目录" className="help-list">
          <Input.Search
            allowClear
            aria-label="在帮助中查找"
            aria-keyshortcuts="/"
            placeholder="输入词语查找"
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
          {listed.length === 0 ? <NothingYet>没有找到，请换个词。</NothingYet> : null}
          <ul className="line-list">
            {listed.map((known) => (
              <li key={known.id}>
                <Link to={`/help/${known.id}`} aria-current={known.id === id ? 'page' : undefined}>
                  {known.title}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <article className="help-page" aria-label={page?.title}>
          {page ? <h2>{page.title}</h2> : <NothingYet>没有这一页帮助，请从左边选。</NothingYet>}
          {page?.parts.map((part) => (
            <Part key={part.heading} part={part} />
          ))}
        </article>
      </div>
    </Page>
  )
}

/** 首次使用引导 stands on the workbench; whoever has put it away gets it back here. */
function GuideButton() {
  const { client } = useBackend()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const recalling = useAction({
    call: () => client.guide.set({ shown: '显示' }),
    onDone: () => void queryClient.invalidateQueries().then(() => navigate('/')),
  })
  return (
    <Button loading={recalling.isPending} onClick={() => recalling.mutate()}>
      显示首次使用引导
    </Button>
  )
}

function Part({ part }: { readonly part: HelpPart }) {
  const { heading, text = [], steps = [], terms = [], figures = [], hasShortcuts, links = [] } = part
  const meanings = figures.map((figure) => {
    const { words, unit } = meaningOfFigure(figure)
    const [name = words, meaning] = words.split('：')
    return [`${name}（${unit}）`, meaning ?? '各条记录所填之和'] as const
  })
  return (
    <section aria-label={heading}>
      <h3>{heading}</h3>
      {steps.length > 0 ? (
        <ol>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      ) : null}
      {text.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {terms.length + meanings.length > 0 ? (
        <dl>
          {[...terms, ...meanings].map(([term, meaning]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {hasShortcuts ? <ShortcutList /> : null}
      {links.length > 0 ? (
        <p className="help-links">
          {links.map(({ to, label }) => (
            <Link key={to} to={to}>
              {label}
            </Link>
          ))}
        </p>
      ) : null}
    </section>
  )
}
