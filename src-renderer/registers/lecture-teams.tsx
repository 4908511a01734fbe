/** 宣讲团: the teams in whose name lectures are given. */
import type { RegisterEntries } from '../../src-shared/registers.ts'
import { Clipped } from '../components/clipped.tsx'
import { DayField, FieldGroup, LongTextField } from '../components/fields.tsx'
import { NameField } from '../records/name-input.tsx'
import type { Register } from '../records/register.ts'
import { CollectEntries } from './collect-entries.tsx'
import { EntryNameField } from './entry-name-field.tsx'
import { type EntryInput, entryCalls } from './entry-register.ts'
import { EntryUses } from './entry-uses.tsx'
import { RegisterTabs } from './register-tabs.tsx'

export const lectureTeams: Register<RegisterEntries['lectureTeam'], EntryInput<'lectureTeam'>> = {
  name: 'lectureTeams',
  list: 'lectureTeam',
  title: '名册',
  word: '宣讲团',
  hint: '成员在“宣讲员”中填写所属的宣讲团。',
  Above: RegisterTabs,
  Actions: () => <CollectEntries kind="lectureTeam" />,
  calls: entryCalls('lectureTeam'),
  nameOf: ({ name }) => name,
  hasDays: false,
  whenEmpty: '还没有登记宣讲团。逐个添加，或从已有的宣讲记录中收集。',
  Fields: LectureTeamFields,
  After: ({ row }) => <EntryUses kind="lectureTeam" row={row} />,
  blank: () => ({}),
  keptForNext: [],
  columns: [
    { title: '名称', dataIndex: 'name', render: (name: string) => <Clipped>{name}</Clipped> },
    { title: '负责人', dataIndex: 'leader', width: 160, render: (name: string) => <Clipped>{name}</Clipped> },
    { title: '成立日期', dataIndex: 'foundedOn', width: 140, className: 'figure' },
    { title: '备注', dataIndex: 'note', responsive: ['lg'], render: (note: string) => <Clipped>{note}</Clipped> },
  ],
}

function LectureTeamFields() {
  return (
    <FieldGroup title="宣讲团">
      <EntryNameField kind="lectureTeam" max={60} placeholder="如：劳模工匠宣讲团" />
      <NameField name="leader" kinds={['lecturer', 'cadre']} max={20} />
      <DayField name="foundedOn" />
      <LongTextField name="note" max={500} rows={1} />
    </FieldGroup>
  )
}
