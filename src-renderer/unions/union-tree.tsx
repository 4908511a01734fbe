/** 组织树: the register by township, industry or 上级工会, with how many unions, members and staff each part has. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Flex, Segmented, Table } from 'antd'
import { useState } from 'react'
import type { UnionNode, UnionTreeOrder } from '../../src-shared/union-lives.ts'
import type { GrassrootsUnion, UnionInput } from '../../src-shared/unions.ts'
import { useBackend } from '../api.ts'
import { Count } from '../components/figure.tsx'
import { FormerAnswer } from '../components/former-answer.tsx'
import { NothingYet } from '../components/nothing-yet.tsx'
import { Page } from '../components/page.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { useAddress } from '../components/use-address.ts'
import type { Register } from '../records/register.ts'
import { RegisterDrawer } from '../records/register-drawer.tsx'
import { DayFilter } from './union-filter.tsx'
import { UnionTabs } from './union-tabs.tsx'

const orders: readonly { value: UnionTreeOrder; label: string }[] = [
  { value: 'township', label: '按乡镇（街道、园区）' },
  { value: 'industry', label: '按行业' },
  { value: 'parent', label: '按上级工会' },
]
/** Below this many unions the whole tree is shown at once. */
const fewUnions = 40
/** Page above and below the table. */
const besides = 250

export function UnionTree({ register }: { readonly register: Register<GrassrootsUnion, UnionInput> }) {
  const { words, change } = useAddress()
  const by = orders.find(({ value }) => value === words.get('by'))?.value ?? 'township'
  return (
    <Page title={register.title} hint={register.hint}>
      <UnionTabs />
      <Flex gap={8} wrap className="filter" role="search">
        <Segmented
          aria-label="树的层次"
          options={[...orders]}
          value={by}
          onChange={(value) => change({ by: value === 'township' ? null : value }, { replace: true })}
        />
        <DayFilter />
      </Flex>
      <TreeTable by={by} on={words.get('on')} />
      <RegisterDrawer register={register} />
    </Page>
  )
}

function TreeTable({ by, on }: { readonly by: UnionTreeOrder; readonly on: string | null }) {
  const { queries } = useBackend()
  const { change } = useAddress()
  const { data, error, isPlaceholderData } = useQuery({
    ...queries.unions.tree.queryOptions({ input: { by, on } }),
    placeholderData: keepPreviousData,
  })
  const [opened, setOpened] = useState<readonly string[] | null>(null)
  if (error) return <ProblemNote error={error} />
  if (!data) return <div className="list-wait" aria-busy />
  const total = data.reduce((sum, { unions }) => sum + unions, 0)
  if (total === 0) return <NothingYet>名册中那一天还没有单位。</NothingYet>
  const every = total <= fewUnions ? branches(data) : []
  return (
    <FormerAnswer isFormer={isPlaceholderData}>
      <Table<TreeRow>
        size="small"
        rowKey="key"
        tableLayout="fixed"
        virtual
        scroll={{ y: Math.max(240, window.innerHeight - besides), x: 700 }}
        dataSource={rowsOf(data)}
        pagination={false}
        expandable={{
          expandedRowKeys: [...(opened ?? every)],
          onExpandedRowsChange: (keys) => setOpened(keys.map(String)),
          indentSize: 20,
        }}
        columns={[
          {
            title: `名称（共${total}个单位）`,
            dataIndex: 'title',
            render: (title: string, { union }) =>
              union ? (
                <Button type="link" size="small" className="union-node" onClick={() => change({ record: union.id })}>
                  {title}
                </Button>
              ) : (
                <strong>{title}</strong>
              ),
          },
          { title: '类别', key: 'kind', width: 160, render: (_, { union }) => union?.kind },
          { title: '单位数', dataIndex: 'unions', width: 90, align: 'right', render: (n) => <Count value={n} /> },
          { title: '会员人数', dataIndex: 'members', width: 100, align: 'right', render: (n) => <Count value={n} /> },
          { title: '职工人数', dataIndex: 'staff', width: 100, align: 'right', render: (n) => <Count value={n} /> },
        ]}
      />
    </FormerAnswer>
  )
}

type TreeRow = Omit<UnionNode, 'children'> & { children?: TreeRow[] }

/** A row with a list of nothing below it would offer to open. */
function rowsOf(nodes: readonly UnionNode[]): TreeRow[] {
  return nodes.map(({ children, ...node }) => (children.length === 0 ? node : { ...node, children: rowsOf(children) }))
}

function branches(nodes: readonly UnionNode[]): string[] {
  return nodes.flatMap(({ key, children }) => (children.length === 0 ? [] : [key, ...branches(children)]))
}
