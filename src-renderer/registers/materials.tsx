/** 学习材料: books, collections, slides and outlines that sessions are held on. */
import type { RegisterEntries } from '../../src-shared/registers.ts'
import { materialKinds } from '../../src-shared/vocabulary.ts'
import { Clipped } from '../components/clipped.tsx'
import { ChoiceField, DayField, FieldGroup, LongTextField, TextField } from '../components/fields.tsx'
import type { Register } from '../records/register.ts'
import { CollectEntries } from './collect-entries.tsx'
import { EntryNameField } from './entry-name-field.tsx'
import { type EntryInput, entryCalls, entryFieldLabel } from './entry-register.ts'
import { EntryUses } from './entry-uses.tsx'
import { RegisterTabs } from './register-tabs.tsx'

export const materials: Register<RegisterEntries['material'], EntryInput<'material'>> = {
  name: 'materials',
  list: 'material',
  title: '名册',
  word: '学习材料',
  hint: '登记学习时在“学习篇目”中选取；带不带书名号算同一份材料。',
  Above: RegisterTabs,
  Actions: () => <CollectEntries kind="material" />,
  calls: entryCalls('material'),
  nameOf: ({ name }) => name,
  hasDays: false,
  whenEmpty: '还没有登记学习材料。逐份添加，或从已有的学习记录中收集。',
  Fields: MaterialFields,
  After: ({ row }) => <EntryUses kind="material" row={row} />,
  blank: () => ({ kind: '辅导读本' }),
  keptForNext: ['kind', 'source'],
  columns: [
    { title: '名称', dataIndex: 'name', render: (name: string) => <Clipped>{name}</Clipped> },
    { title: '类别', dataIndex: 'kind', width: 120 },
    { title: '来源', dataIndex: 'source', width: 240, render: (source: string) => <Clipped>{source}</Clipped> },
    { title: '发布日期', dataIndex: 'publishedOn', width: 120, className: 'figure' },
  ],
}

function MaterialFields() {
  return (
    <FieldGroup title="学习材料">
      <EntryNameField kind="material" max={200} />
      <ChoiceField name="kind" words={materialKinds} required />
      <TextField
        name="source"
        label={entryFieldLabel('material', 'source')}
        max={100}
        span={2}
        placeholder="作者、出版社或发布单位"
      />
      <DayField name="publishedOn" />
      <LongTextField name="note" max={500} rows={1} />
    </FieldGroup>
  )
}
