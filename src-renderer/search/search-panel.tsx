/** Words and what was found by them (查找面板): one list over all kinds, moved through by the arrow keys. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { type Found, type Hit, searchKindNames } from '../../src-shared/search.ts'
import { useBackend } from '../api.ts'
import { NothingYet } from '../components/nothing-yet.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { useDebounced } from '../formatting/use-debounced.ts'
import { addressOf } from './address-of.ts'
import { HitList, optionId } from './hit-list.tsx'

const pause = 200
const shownOfKind = 5

export function SearchPanel({ onLeave }: { readonly onLeave: () => void }) {
  const { queries } = useBackend()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  const words = useDebounced(typed.trim(), pause)
  const { data, error, refetch } = useQuery({
    ...queries.search.queryOptions({ input: { words, limit: shownOfKind } }),
    enabled: words !== '',
    placeholderData: keepPreviousData,
  })
  const found = words === '' ? undefined : data
  const hits = found?.groups.flatMap((group) => group.hits) ?? []
  const open = (hit: Hit) => {
    onLeave()
    void navigate(addressOf(hit))
  }
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const hit = hits[chosen]
    // Enter also ends the input of Chinese; then it opens nothing.
    if (event.nativeEvent.isComposing) return
    if (step !== undefined && hits.length > 0) {
      event.preventDefault()
      setChosen((chosen + step + hits.length) % hits.length)
    } else if (event.key === 'Enter' && hit && typed.trim() === words) open(hit)
  }
  const chosenHit = hits[chosen]
  const field = useRef<HTMLDivElement>(null)
  useEffect(() => {
    field.current?.querySelector('input')?.focus()
  }, [])
  return (
    <div className="search-panel" ref={field}>
      <Input
        role="combobox"
        aria-label="查找记录、名册、通知、公文和来文"
        aria-expanded={hits.length > 0}
        aria-controls="search-hits"
        aria-autocomplete="list"
        {...(chosenHit && { 'aria-activedescendant': optionId(chosenHit) })}
        placeholder="输入一个或几个词，几个词用空格隔开"
        maxLength={100}
        allowClear
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setChosen(0)
        }}
        onKeyDown={move}
      />
      <div aria-live="polite" className="search-count">
        {found ? countWords(found) : ''}
      </div>
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      {found && found.total === 0 ? (
        <NothingYet>没有找到“{found.words.join(' ')}”。请换个词，或者少写几个字再查。</NothingYet>
      ) : null}
      {found ? (
        <HitList found={found} chosen={chosenHit} onOpen={open} />
      ) : (
        <NothingYet>可以查{Object.values(searchKindNames).join('、')}，标题和内容里的词都能查到。</NothingYet>
      )}
      <p className="search-keys">↑ ↓ 选择　回车打开　Esc 关闭</p>
    </div>
  )
}

function countWords({ total, groups }: Found): string {
  if (total === 0) return ''
  const isCut = groups.some((group) => group.hits.length < group.total)
  return `找到${total}条${isCut ? `，每类列出最新的${shownOfKind}条` : ''}`
}
