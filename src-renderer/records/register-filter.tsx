/** The filter above a register (筛选): period and words, kept in the address. */
import { SearchOutlined } from '@ant-design/icons'
import { Button, Flex, Input } from 'antd'
import { type ComponentType, useEffect, useState } from 'react'
import { PeriodPicker } from '../components/period-picker.tsx'
import { useAddress } from '../components/use-address.ts'
import { useShell } from '../components/use-shell.ts'

const searchAfter = 300

type RegisterFilterProps = { readonly hasDays: boolean; readonly Filter: ComponentType | undefined }

export function RegisterFilter({ hasDays, Filter }: RegisterFilterProps) {
  const { words, change, period, changePeriod } = useAddress()
  const { today } = useShell()
  const isFiltered = ['from', 'text', 'township'].some((word) => words.has(word))
  return (
    <Flex gap={8} wrap className="filter" role="search">
      {hasDays ? <PeriodPicker today={today} value={period} onChange={changePeriod} isOptional /> : null}
      {Filter ? <Filter /> : null}
      <WordsInput placeholder={hasDays ? '按文字查找，多个词用空格隔开' : '按文字或拼音首字母查找'} />
      {isFiltered ? (
        <Button
          type="text"
          onClick={() => change({ from: null, to: null, text: null, township: null, page: null }, { replace: true })}
        >
          清除筛选
        </Button>
      ) : null}
    </Flex>
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
      placeholder={placeholder}
      prefix={<SearchOutlined />}
      maxLength={100}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  )
}
