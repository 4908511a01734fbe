/** 宣讲员: who gives lectures, of which kind, on what. */
import type { RegisterEntries } from '../../src-shared/registers.ts'
import { speakerKinds } from '../../src-shared/vocabulary.ts'
import { Clipped } from '../components/clipped.tsx'
import { ChoiceField, FieldGroup, LongTextField, TextField } from '../components/fields.tsx'
import { NameField } from '../records/name-input.tsx'
import type { Register } from '../records/register.ts'
import { CollectEntries } from './collect-entries.tsx'
import { EntryNameField } from './entry-name-field.tsx'
import { type EntryInput, entryCalls } from './entry-register.ts'
import { EntryUses } from './entry-uses.tsx'
import { RegisterTabs } from './register-tabs.tsx'

export const lecturers: Register<RegisterEntries['lecturer'], EntryInput<'lecturer'>> = {
  name: 'lecturers',
  list: 'lecturer',
  title: '名册',
  word: '宣讲员',
  hint: '登记宣讲时选取宣讲员，职务和类别随之填好。',
  Above: RegisterTabs,
  Actions: () => <CollectEntries kind="lecturer" />,
  calls: entryCalls('lecturer'),
  nameOf: ({ name }) => name,
  hasDays: false,
  whenEmpty: '还没有登记宣讲员。逐个添加，或从已有的宣讲记录中收集。',
  Fields: LecturerFields,
  After: ({ row }) => <EntryUses kind="lecturer" row={row} />,
  blank: () => ({ kind: '其他' }),
  keptForNext: ['kind', 'team'],
  columns: [
    { title: '姓名', dataIndex: 'name', width: 120, render: (name: string) => <Clipped>{name}</Clipped> },
    { title: '类别', dataIndex: 'kind', width: 96 },
    { title: '职务', dataIndex: 'post', render: (post: string) => <Clipped>{post}</Clipped> },
    { title: '宣讲团', dataIndex: 'team', width: 168, render: (team: string) => <Clipped>{team}</Clipped> },
    {
      title: '可讲专题',
      dataIndex: 'topics',
      responsive: ['lg'],
      render: (topics: string) => <Clipped>{topics}</Clipped>,
    },
  ],
}

function LecturerFields() {
  return (
    <FieldGroup title="宣讲员">
      <EntryNameField kind="lecturer" max={20} placeholder="同名的写成：张伟（大）" />
      <TextField name="post" max={60} span={2} />
      <ChoiceField name="kind" words={speakerKinds} required />
      <NameField name="team" kinds={['lectureTeam']} max={60} />
      <TextField name="phone" max={30} />
      <LongTextField name="topics" max={500} />
      <LongTextField name="note" max={500} rows={1} />
    </FieldGroup>
  )
}
