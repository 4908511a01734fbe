/** What is wrong with a sheet, or worth a look (问题、提示): by row and column, with what stands in the cell. */
import { Select, Table } from 'antd'
import { useState } from 'react'
import type { ImportProblemCode, ImportRemarkCode, ImportSheet } from '../../src-shared/excel-import.ts'
import { importCodeNames } from '../../src-shared/import-words.ts'
import { Clipped } from '../components/clipped.tsx'
import { formatCount } from '../components/figure.tsx'
import { told } from './use-preview.ts'

type Code = ImportProblemCode | ImportRemarkCode
type Found = { readonly row: number; readonly column: string; readonly code: Code; readonly message: string }
type FoundTableProps = {
  readonly sheet: ImportSheet
  readonly found: readonly Found[]
  readonly counts: Readonly<Partial<Record<Code, number>>>
  /** 问题 or 提示 */
  readonly word: string
}

export function FoundTable({ sheet, found, counts, word }: FoundTableProps) {
  const [code, setCode] = useState<Code | null>(null)
  const codes = (Object.keys(counts) as Code[]).toSorted((one, other) => (counts[other] ?? 0) - (counts[one] ?? 0))
  const total = codes.reduce((sum, one) => sum + (counts[one] ?? 0), 0)
  const headers = new Map(sheet.columns.map(({ column, header }) => [column, header]))
  const shown = code && counts[code] ? found.filter((one) => one.code === code) : found
  return (
    <>
      <div className="filter">
        <Select<Code | ''>
          className="filter-choice"
          aria-label={`${word}的种类`}
          value={code && counts[code] ? code : ''}
          options={[
            { value: '' as const, label: `全部${word}（${formatCount(total)}）` },
            ...codes.map((one) => ({
              value: one,
              label: `${importCodeNames[one]}（${formatCount(counts[one] ?? 0)}）`,
            })),
          ]}
          onChange={(chosen) => setCode(chosen === '' ? null : chosen)}
        />
        {found.length < total ? (
          <span className="proposed">
            共{formatCount(total)}处，每种列出前{told}处；{word === '问题' ? '“标出错误的原表”里全部标出。' : null}
          </span>
        ) : null}
      </div>
      <Table<Found>
        size="small"
        rowKey={({ row, column, message }) => `${column}${row}${message}`}
        tableLayout="fixed"
        dataSource={shown.map((one) => one)}
        pagination={{ size: 'small', defaultPageSize: 20, showSizeChanger: true, pageSizeOptions: [20, 50, 100] }}
        columns={[
          { title: '行', dataIndex: 'row', width: 72, align: 'right' },
          {
            title: '列',
            width: 176,
            render: (_, { column }) => <Clipped>{[column, headers.get(column)].filter(Boolean).join(' ')}</Clipped>,
          },
          {
            title: '单元格里写着',
            width: 220,
            render: (_, { row, column }) => <Clipped>{sheet.cellTexts[`${column}${row}`] ?? ''}</Clipped>,
          },
          { title: word, dataIndex: 'message', className: 'imports-message' },
        ]}
      />
    </>
  )
}
