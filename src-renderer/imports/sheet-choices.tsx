/** What a sheet holds and where its header stands (种类、表头), and who says so. */
import { Button, Select, Tag } from 'antd'
import { withHeader, withKind } from '../../src-shared/edit-mapping.ts'
import type { ImportKind, ImportSheet } from '../../src-shared/excel-import.ts'
import type { ImportFields, MappingSource, SheetMapping } from '../../src-shared/import-mapping.ts'
import { useBackend } from '../api.ts'
import { useAction } from '../components/use-action.ts'

type SheetChoicesProps = {
  readonly sheet: ImportSheet
  readonly kinds: ImportFields
  readonly say: (mapping: SheetMapping | null) => void
  /** Reads the table anew. */
  readonly again: () => void
}

const unread = '不读入'
/** Pixels: all kinds at once. */
const listHeight = 400

const saidBy: Readonly<Record<MappingSource, string>> = {
  rule: '按表头自动对应',
  remembered: '按上次的列对应',
  given: '按您的选择对应，导入后会记住',
}

export function SheetChoices({ sheet, kinds, say, again }: SheetChoicesProps) {
  const { client } = useBackend()
  const { layout } = sheet
  const forgetting = useAction({
    call: (forgotten: string) => client.imports.mappings.forget({ layout: forgotten }),
    done: '已忘记上次的列对应',
    onDone: again,
  })
  return (
    <div className="imports-choices">
      <div className="imports-choice">
        <span>这张表是</span>
        <Select
          className="imports-kind"
          aria-label="这张表的种类"
          listHeight={listHeight}
          value={sheet.kind ?? unread}
          options={[
            ...kinds.map(({ kind, name }) => ({ value: kind as string, label: name })),
            { value: unread, label: unread },
          ]}
          onChange={(kind) => say(withKind(sheet, kind === unread ? null : (kind as ImportKind)))}
        />
      </div>
      {sheet.kind === null ? null : (
        <div className="imports-choice imports-header">
          <span>表头在</span>
          <Select
            aria-label="表头所在的行"
            listHeight={listHeight}
            value={sheet.header}
            options={sheet.head.map(({ row, text }) => ({ value: row, label: `第${row}行：${text}` }))}
            onChange={(row: number) => say(withHeader(sheet, row))}
          />
        </div>
      )}
      {sheet.kind === null && sheet.by === 'rule' ? null : (
        <Tag variant="filled" color={sheet.by === 'rule' ? 'default' : 'processing'}>
          {saidBy[sheet.by]}
        </Tag>
      )}
      {sheet.by === 'given' ? (
        <Button type="link" size="small" onClick={() => say(null)}>
          恢复自动对应
        </Button>
      ) : null}
      {sheet.by === 'remembered' && layout ? (
        <Button type="link" size="small" loading={forgetting.isPending} onClick={() => forgetting.mutate(layout)}>
          忘记，重新对应
        </Button>
      ) : null}
    </div>
  )
}
