/** 干部: the office's own people, who go to the grassroots and hold meetings. */
import type { RegisterEntries } from '../../src-shared/registers.ts'
import { cadreStandings } from '../../src-shared/vocabulary.ts'
import { Clipped } from '../components/clipped.tsx'
import { ChoiceField, FieldGroup, LongTextField, TextField } from '../components/fields.tsx'
import type { Register } from '../records/register.ts'
import { CollectEntries } from './collect-entries.tsx'
import { EntryNameField } from './entry-name-field.tsx'
import { type EntryInput, entryCalls } from './entry-register.ts'
import { EntryUses } from './entry-uses.tsx'
import { RegisterTabs } from './register-tabs.tsx'

export const cadres: Register<RegisterEntries['cadre'], EntryInput<'cadre'>> = {
  name: 'cadres',
  list: 'cadre',
  title: '名册',
  word: '干部',
  hint: '登记学习、宣讲、蹲点时，名册中的人和单位可直接选取，也可用拼音首字母查找。',
  Above: RegisterTabs,
  Actions: () => <CollectEntries kind="cadre" />,
  calls: entryCalls('cadre'),
  nameOf: ({ name }) => name,
  hasDays: false,
  whenEmpty: '还没有登记干部。逐个添加，或从已有的学习、蹲点记录中收集。',
  Fields: CadreFields,
  After: ({ row }) => <EntryUses kind="cadre" row={row} />,
  blank: () => ({ standing: '机关干部' }),
  keptForNext: ['department', 'standing'],
  columns: [
    { title: '姓名', dataIndex: 'name', width: 128, render: (name: string) => <Clipped>{name}</Clipped> },
    { title: '职务', dataIndex: 'post', render: (post: string) => <Clipped>{post}</Clipped> },
    { title: '部门', dataIndex: 'department', width: 168, render: (name: string) => <Clipped>{name}</Clipped> },
    { title: '身份', dataIndex: 'standing', width: 120 },
    { title: '联系电话', dataIndex: 'phone', width: 148, className: 'figure', responsive: ['lg'] },
  ],
}

function CadreFields() {
  return (
    <FieldGroup title="干部">
      <EntryNameField kind="cadre" max={20} placeholder="同名的写成：张伟（大）" />
      <TextField name="post" max={60} span={2} />
      <TextField name="department" max={30} />
      <ChoiceField name="standing" words={cadreStandings} required />
      <TextField name="phone" max={30} />
      <LongTextField name="note" max={500} rows={1} />
    </FieldGroup>
  )
}
