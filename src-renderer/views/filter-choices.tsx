/** The filters of a list besides time and words (更多条件): each offers the values that occur in the records. */
import { FilterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Popover, Select } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { fieldLabels } from '../../src-shared/field-labels.ts'
import { type ListFilter, type ListName, listFilters } from '../../src-shared/list-filters.ts'
import { useBackend } from '../api.ts'
import { useAddress } from '../components/use-address.ts'

type FilterChoicesProps = {
  readonly list: ListName
  /** Filters that have a place of their own on the page. */
  readonly except?: readonly ListFilter[]
}

export function FilterChoices({ list, except = [] }: FilterChoicesProps) {
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const filters = listFilters[list].filter((filter) => !except.includes(filter))
  if (filters.length === 0) return null
  const leave = () => {
    setOpen(false)
    button.current?.focus()
  }
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={isOpen}
      onOpenChange={setOpen}
      destroyOnHidden
      content={<Choices list={list} filters={filters} onLeave={leave} />}
    >
      <Button ref={button} icon={<FilterOutlined />} aria-expanded={isOpen}>
        更多条件
      </Button>
    </Popover>
  )
}

type ChoicesProps = {
  readonly list: ListName
  readonly filters: readonly ListFilter[]
  readonly onLeave: () => void
}

function Choices({ list, filters, onLeave }: ChoicesProps) {
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    box.current?.querySelector('input')?.focus()
  }, [])
  return (
    <section
      className="filter-choices"
      aria-label="更多条件"
      ref={box}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onLeave()
      }}
    >
      {filters.map((filter) => (
        <Choice key={filter} list={list} filter={filter} />
      ))}
    </section>
  )
}

function Choice({ list, filter }: { readonly list: ListName; readonly filter: ListFilter }) {
  const { queries } = useBackend()
  const { words, change } = useAddress()
  const { data = [], isFetching } = useQuery(queries.lists.choices.queryOptions({ input: { list, filter } }))
  const label = fieldLabels[filter] ?? filter
  return (
    <div className="filter-line">
      <span>{label}</span>
      <Select
        aria-label={label}
        placeholder="不限"
        allowClear
        showSearch
        loading={isFetching}
        value={words.get(filter)}
        options={data.map(({ value, count }) => ({ value, label: `${value}（${count}）` }))}
        onChange={(value?: string) => change({ [filter]: value ?? null, page: null }, { replace: true })}
      />
    </div>
  )
}
