/** The filter above a register (筛选): period, words and further conditions, kept in the address and under names. */
import { SearchOutlined } from '@ant-design/icons'
import { Flex, Input } from 'antd'
import { type ComponentType, useEffect, useState } from 'react'
import type { ListFilter, ListName } from '../../src-shared/list-filters.ts'
import type { PrintedList } from '../../src-shared/list-tables.ts'
import { PeriodPicker } from '../components/period-picker.tsx'
import { useAddress } from '../components/use-address.ts'
import { useShell } from '../components/use-shell.ts'
import { focusFirstRow } from '../keyboard/use-row-keys.ts'
import { FilterChoices } from '../views/filter-choices.tsx'
import { FilterTags } from '../views/filter-tags.tsx'
import { ListActions } from '../views/list-actions.tsx'
import { ViewsMenu } from '../views/views-menu.tsx'

const searchAfter = 300

type RegisterFilterProps = {
  readonly hasDays: boolean
  readonly Filter: ComponentType | undefined
  /** Offers the conditions of this list. */
  readonly list?: ListName | undefined
  /** Filters that `Filter` shows. */
  readonly except?: readonly ListFilter[] | undefined
  readonly printed?: PrintedList | undefined
}

export function RegisterFilter({ hasDays, Filter, list, except = [], printed = list }: RegisterFilterProps) {
  const { period, changePeriod } = useAddress()
  const { today } = useShell()
  return (
    <>
      <Flex gap={8} wrap className="filter" role="search">
        {hasDays ? <PeriodPicker today={today} value={period} onChange={changePeriod} isOptional /> : null}
        {Filter ? <Filter /> : null}
        <WordsInput placeholder={hasDays ? '按文字查找，多个词用空格隔开' : '按文字或拼音首字母查找'} />
        {list ? <FilterChoices list={list} except={except} /> : null}
        <ViewsMenu />
        {printed ? <ListActions list={printed} /> : null}
      </Flex>
      <FilterTags />
    </>
  )
}

function WordsInput({ placeholder }: { readonly placeholder: string }) {
  const { words, change } = useAddress()
  const inAddress = words.get('text') ?? ''
  const [typed, setTyped] = useState(inAddress)
  // The address may change by itself: going back, 清除筛选.
  useEffect(() => setTyped(inAddress), [inAddress])
  useEffect(() => {
    if (typed.trim() === inAddress) return
    const timer = setTimeout(() => change({ text: typed.trim(), page: null }, { replace: true }), searchAfter)
    return () => clearTimeout(timer)
  }, [typed, inAddress, change])
  return (
    <Input
      className="filter-words"
      allowClear
      aria-label="查找文字"
      aria-keyshortcuts="/"
      placeholder={placeholder}
      prefix={<SearchOutlined />}
      maxLength={100}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown' && !event.nativeEvent.isComposing && focusFirstRow()) event.preventDefault()
      }}
    />
  )
}
