/** 导入批次: what was taken in, newest first; each can be taken back while its records are as it left them. */
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Popconfirm, Table } from 'antd'
import { useState } from 'react'
import type { ImportRun } from '../../src-shared/excel-import.ts'
import { useBackend } from '../api.ts'
import { Clipped } from '../components/clipped.tsx'
import { Count } from '../components/figure.tsx'
import { formatMoment } from '../components/formats.ts'
import { NothingYet } from '../components/nothing-yet.tsx'
import { Section } from '../components/page.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { useAction } from '../components/use-action.ts'
import { problemOf } from '../problem-of.ts'

export function ImportRuns() {
  const { client, queries } = useBackend()
  const { data, error, refetch } = useQuery(queries.imports.list.queryOptions())
  const [refused, setRefused] = useState<string | null>(null)
  const undoing = useAction({
    call: async (run: ImportRun) => {
      setRefused(null)
      try {
        await client.imports.undo({ id: run.id })
      } catch (cause) {
        setRefused(`“${run.fileName}”没有撤销：${problemOf(cause).sentence}`)
        throw cause
      }
    },
    done: (_, run) => `已撤销导入“${run.fileName}”`,
    isQuiet: () => true,
  })
  return (
    <Section title="导入批次">
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      {refused ? <Alert type="error" showIcon closable className="form-note" title={refused} /> : null}
      {data?.length === 0 ? <NothingYet>还没有导入过表格。</NothingYet> : null}
      {data && data.length > 0 ? (
        <Table<ImportRun>
          size="small"
          rowKey="id"
          tableLayout="fixed"
          dataSource={[...data]}
          pagination={{ size: 'small', pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
          columns={[
            { title: '导入时间', width: 152, render: (_, { at }) => formatMoment(at) },
            { title: '来源', render: (_, { fileName }) => <Clipped>{fileName}</Clipped> },
            { title: '新增', width: 84, align: 'right', render: (_, run) => <Count value={run.new} /> },
            { title: '修改', width: 84, align: 'right', render: (_, run) => <Count value={run.changed} /> },
            {
              title: '操作',
              width: 224,
              render: (_, run) =>
                run.undoneAt ? (
                  <span className="proposed">已于{formatMoment(run.undoneAt)}撤销</span>
                ) : (
                  <Popconfirm
                    title="撤销这次导入？"
                    description={`新增的${run.new}条删去，修改过的${run.changed}条恢复原值。`}
                    okText="撤销导入"
                    cancelText="不撤销"
                    onConfirm={() => undoing.mutate(run)}
                  >
                    <Button
                      type="text"
                      size="small"
                      aria-label={`撤销导入${run.fileName}`}
                      loading={undoing.isPending && undoing.variables.id === run.id}
                    >
                      撤销
                    </Button>
                  </Popconfirm>
                ),
            },
          ]}
        />
      ) : null}
    </Section>
  )
}
