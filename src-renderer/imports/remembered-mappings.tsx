/** 记住的列对应: tables whose columns the clerk once put right; used by themselves until forgotten. */
import { useQuery } from '@tanstack/react-query'
import { Button, Table } from 'antd'
import { importKindNames } from '../../src-shared/excel-import.ts'
import type { RememberedMapping } from '../../src-shared/import-mapping.ts'
import { useBackend } from '../api.ts'
import { Clipped } from '../components/clipped.tsx'
import { formatMoment } from '../components/formats.ts'
import { Section } from '../components/page.tsx'
import { useAction } from '../components/use-action.ts'

export function RememberedMappings() {
  const { client, queries } = useBackend()
  const { data } = useQuery(queries.imports.mappings.list.queryOptions())
  const forgetting = useAction({
    call: ({ layout }: RememberedMapping) => client.imports.mappings.forget({ layout }),
    done: '已忘记，下次按表头重新对应',
  })
  if (!data || data.length === 0) return null
  return (
    <Section title="记住的列对应">
      <Table<RememberedMapping>
        size="small"
        rowKey="layout"
        tableLayout="fixed"
        dataSource={[...data]}
        pagination={{ size: 'small', pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { title: '记下时间', width: 152, render: (_, { updatedAt }) => formatMoment(updatedAt) },
          { title: '来自', width: 280, render: (_, { source }) => <Clipped>{source}</Clipped> },
          { title: '种类', width: 104, render: (_, { kind }) => (kind ? importKindNames[kind] : '不读入') },
          {
            title: '表头',
            render: (_, { columns }) => <Clipped>{columns.map(({ header }) => header).join('、')}</Clipped>,
          },
          {
            title: '操作',
            width: 84,
            render: (_, mapping) => (
              <Button
                type="text"
                size="small"
                aria-label={`忘记${mapping.source}的列对应`}
                onClick={() => forgetting.mutate(mapping)}
              >
                忘记
              </Button>
            ),
          },
        ]}
      />
    </Section>
  )
}
