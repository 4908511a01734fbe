/** One sheet before it is taken in (一张表的预览): its kind and header, four figures, and what stands behind them. */
import { useQuery } from '@tanstack/react-query'
import { Tabs } from 'antd'
import { useState } from 'react'
import type { ImportSheet } from '../../src-shared/excel-import.ts'
import type { SheetMapping } from '../../src-shared/import-mapping.ts'
import { useBackend } from '../api.ts'
import { Count, formatCount } from '../components/figure.tsx'
import { FoundTable } from './found-table.tsx'
import { MappingTable } from './mapping-table.tsx'
import { SampleTables } from './sample-tables.tsx'
import { SheetChoices } from './sheet-choices.tsx'
import { UnreadSheet } from './unread-sheet.tsx'

type SheetPreviewProps = {
  readonly sheet: ImportSheet
  readonly say: (mapping: SheetMapping | null) => void
  /** Reads the table anew. */
  readonly again: () => void
}
type Part = 'mapping' | 'problems' | 'remarks' | 'samples'

export function SheetPreview({ sheet, say, again }: SheetPreviewProps) {
  const { queries } = useBackend()
  const { data: kinds = [] } = useQuery(queries.imports.fields.queryOptions())
  const [chosen, setChosen] = useState<Part | null>(null)
  const match = (mapping: SheetMapping) => {
    // Several columns are put right one after the other.
    setChosen('mapping')
    say(mapping)
  }
  const fields = kinds.find(({ kind }) => kind === sheet.kind)?.fields ?? []
  const [problems, remarks] = [sumOf(sheet.problemCounts), sumOf(sheet.remarkCounts)]
  const parts = [
    { key: 'mapping', label: '列对应', children: <MappingTable sheet={sheet} fields={fields} say={match} /> },
    {
      key: 'problems',
      label: `有误 ${formatCount(problems)}`,
      disabled: problems === 0,
      children: <FoundTable sheet={sheet} found={sheet.problems} counts={sheet.problemCounts} word="问题" />,
    },
    {
      key: 'remarks',
      label: `提示 ${formatCount(remarks)}`,
      disabled: remarks === 0,
      children: <FoundTable sheet={sheet} found={sheet.remarks} counts={sheet.remarkCounts} word="提示" />,
    },
    {
      key: 'samples',
      label: '存入后的样子',
      disabled: sheet.samples.length === 0,
      children: <SampleTables sheet={sheet} fields={fields} />,
    },
  ]
  const open = parts.find(({ key, disabled }) => key === chosen && !disabled)?.key ?? partToLookAt(sheet)
  return (
    <>
      <SheetChoices sheet={sheet} kinds={kinds} say={say} again={again} />
      {sheet.kind === null ? (
        <UnreadSheet sheet={sheet} />
      ) : (
        <>
          <Figures sheet={sheet} />
          <Tabs size="small" activeKey={open} onChange={(key) => setChosen(key as Part)} items={parts} />
        </>
      )}
    </>
  )
}

function Figures({ sheet }: { readonly sheet: ImportSheet }) {
  const figures = [
    { name: '新增', value: sheet.new, hint: '台账里没有，将添加' },
    { name: '有变化', value: sheet.changed, hint: '台账里有，将修改' },
    { name: '相同', value: sheet.same, hint: '台账里有，不变' },
    { name: '有误', value: sheet.wrong, hint: '要改好才能导入' },
  ]
  return (
    <dl className="imports-figures">
      {figures.map(({ name, value, hint }) => (
        <div key={name} className={name === '有误' && value > 0 ? 'imports-wrong' : ''}>
          <dt>{name}</dt>
          <dd>
            <Count value={value} />
            <small>{hint}</small>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** A column that is missing makes every row wrong: that is put right first. */
function partToLookAt({ problemCounts, wrong }: ImportSheet): Part {
  return wrong > 0 && !problemCounts.COLUMN_MISSING ? 'problems' : 'mapping'
}

const sumOf = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((sum, one) => sum + one, 0)
