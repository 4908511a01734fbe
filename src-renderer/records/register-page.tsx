/** The page of a register (台账页): dense table, filter kept in the address, adding, editing, removing. */
import { DeleteOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Grid, Table, type TableProps } from 'antd'
import { useEffect } from 'react'
import { listFilters } from '../../src-shared/list-filters.ts'
import type { Stamp } from '../../src-shared/stamp.ts'
import { useBackend } from '../api.ts'
import { useEvidenceColumn } from '../attachments/evidence-column.tsx'
import { NothingYet } from '../components/nothing-yet.tsx'
import { Page } from '../components/page.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { useAddress } from '../components/use-address.ts'
import { useRemoval } from '../components/use-removal.tsx'
import { ImportLink } from '../imports/import-link.tsx'
import { useRowKeys } from '../keyboard/use-row-keys.ts'
import { ReturnedNote } from '../receipts/returned-note.tsx'
import { useUpperColumn } from '../receipts/upper-mark.tsx'
import { BatchLink } from './batch/batch-link.tsx'
import type { Register } from './register.ts'
import { RegisterDrawer } from './register-drawer.tsx'
import { RegisterFilter } from './register-filter.tsx'

const usualPageSize = 20

export function RegisterPage<Row extends Stamp, Input>({ register }: { readonly register: Register<Row, Input> }) {
  const { change } = useAddress()
  const add = (
    <Button
      type="primary"
      icon={<PlusOutlined />}
      aria-keyshortcuts="N Control+N"
      onClick={() => change({ record: 'new' })}
    >
      添加{register.word}
    </Button>
  )
  return (
    <Page
      title={register.title}
      hint={register.hint}
      actions={
        <>
          <ImportLink />
          {register.batch ? <BatchLink kind={register.batch} /> : null}
          {register.Actions ? <register.Actions /> : null}
          {add}
        </>
      }
    >
      {register.Above ? <register.Above /> : null}
      <RegisterFilter
        hasDays={register.hasDays}
        Filter={register.Filter}
        list={register.list}
        except={register.ownFilters}
      />
      {register.evidence ? <ReturnedNote recordKind={register.evidence} word={register.word} /> : null}
      <RegisterTable register={register} />
      {register.Below ? <register.Below /> : null}
      <RegisterDrawer register={register} />
    </Page>
  )
}

function RegisterTable<Row extends Stamp, Input>({ register }: { readonly register: Register<Row, Input> }) {
  const { client } = useBackend()
  const { words, change, period } = useAddress()
  const { lg: isWide = true } = Grid.useBreakpoint()
  const calls = register.calls(client)
  const removeRow = useRemoval(calls)
  const page = Math.max(1, Number(words.get('page')) || 1)
  const pageSize = Number(words.get('size')) || usualPageSize
  const text = words.get('text') ?? ''
  const filters: readonly string[] = [...(register.list ? listFilters[register.list] : []), ...(register.beside ?? [])]
  const exact = Object.fromEntries(filters.map((name) => [name, words.get(name)]).filter(([, word]) => word))
  const query = { ...period, ...exact, text, offset: (page - 1) * pageSize, limit: pageSize }
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    queryKey: [register.name, 'page', query],
    queryFn: ({ signal }) => calls.list(query, { signal }),
    placeholderData: keepPreviousData,
  })
  const open = (row: Row) => change({ record: row.id })
  const rowKeys = useRowKeys(data?.rows ?? [], open)
  const lastPage = Math.max(1, Math.ceil((data?.total ?? 0) / pageSize))
  useEffect(() => {
    // Removals may have emptied the page that the address names.
    if (data && !isPlaceholderData && page > lastPage)
      change({ page: lastPage > 1 ? String(lastPage) : null }, { replace: true })
  })
  const evidence = useEvidenceColumn(register.evidence, data?.rows ?? [])
  const upper = useUpperColumn(register.evidence, data?.rows ?? [])
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <div className="list-wait" aria-busy={isFetching} />
  const isFiltered = period !== null || text !== '' || Object.keys(exact).length > 0
  if (data.total === 0 && !isFiltered)
    return (
      <NothingYet
        action={
          <Button type="primary" onClick={() => change({ record: 'new' })}>
            添加{register.word}
          </Button>
        }
      >
        {register.whenEmpty}
      </NothingYet>
    )
  // What only wide windows show makes room for what the level above has said.
  const isRoomy = (column: object) =>
    !('responsive' in column && Array.isArray(column.responsive) && column.responsive.includes('xl'))
  const columnsNow: NonNullable<TableProps<Row>['columns']> = [
    ...(upper.length > 0 ? register.columns.filter(isRoomy) : register.columns),
    ...evidence,
    ...upper,
    {
      key: 'actions',
      title: '操作',
      width: isWide ? 124 : 84,
      render: (_, row) => (
        <div className="row-actions">
          <Button
            type="text"
            size="small"
            icon={isWide ? null : <EditOutlined />}
            aria-label={`编辑${register.nameOf(row)}`}
            onClick={() => open(row)}
          >
            {isWide ? '编辑' : null}
          </Button>
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined />}
            aria-label={`删除${register.nameOf(row)}`}
            onClick={() => removeRow({ id: row.id, name: register.nameOf(row) })}
          >
            {isWide ? '删除' : null}
          </Button>
        </div>
      ),
    },
  ]
  return (
    <Table<Row>
      size="small"
      rowKey="id"
      tableLayout="fixed"
      className={isPlaceholderData ? 'register stale' : 'register'}
      columns={columnsNow}
      dataSource={[...data.rows]}
      onRow={(row) => ({
        ...rowKeys(row),
        onClick: ({ target }) => {
          // The row itself opens the form; its buttons have their own work.
          if (target instanceof Element && !target.closest('button')) open(row)
        },
      })}
      locale={{ emptyText: <NothingYet>没有符合条件的记录，请放宽时间或换个词再查。</NothingYet> }}
      pagination={{
        current: page,
        pageSize,
        total: data.total,
        size: 'small',
        showSizeChanger: true,
        pageSizeOptions: [20, 50, 100],
        showTotal: (total) => `共${total}条`,
        onChange: (next, size) =>
          change({ page: next === 1 ? null : next, size: size === usualPageSize ? null : size }),
      }}
    />
  )
}
