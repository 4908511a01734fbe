/** 学习组织: 党支部、中心组、学习小组, what each must hold, and how far that has come. */
import type { RegisterEntries } from '../../src-shared/registers.ts'
import type { Duty } from '../../src-shared/study-duties.ts'
import { studyGroupKinds } from '../../src-shared/vocabulary.ts'
import { Clipped } from '../components/clipped.tsx'
import { ChoiceField, CountField, FieldGroup, LongTextField } from '../components/fields.tsx'
import { Count } from '../components/figure.tsx'
import { NameField } from '../records/name-input.tsx'
import type { Register } from '../records/register.ts'
import { CollectEntries } from './collect-entries.tsx'
import { DutiesField } from './duties-field.tsx'
import { DutyStates } from './duty-states.tsx'
import { dutyWords } from './duty-words.ts'
import { EntryNameField } from './entry-name-field.tsx'
import { type EntryInput, entryCalls } from './entry-register.ts'
import { EntryUses } from './entry-uses.tsx'
import { RegisterTabs } from './register-tabs.tsx'

export const studyGroups: Register<RegisterEntries['studyGroup'], EntryInput<'studyGroup'>> = {
  name: 'studyGroups',
  list: 'studyGroup',
  title: '名册',
  word: '学习组织',
  hint: '名称与学习记录中的“组织单位”或“党组织”一致，完成情况由此得出。',
  Above: RegisterTabs,
  Actions: () => <CollectEntries kind="studyGroup" />,
  Below: DutyStates,
  calls: entryCalls('studyGroup'),
  nameOf: ({ name }) => name,
  hasDays: false,
  whenEmpty: '还没有登记党支部、中心组、学习小组。逐个添加，或从已有的学习记录中收集。',
  Fields: StudyGroupFields,
  After: ({ row }) => <EntryUses kind="studyGroup" row={row} />,
  blank: () => ({ duties: [] }),
  keptForNext: ['kind', 'duties'],
  columns: [
    { title: '名称', dataIndex: 'name', render: (name: string) => <Clipped>{name}</Clipped> },
    { title: '类别', dataIndex: 'kind', width: 148 },
    { title: '负责人', dataIndex: 'leader', width: 104, render: (name: string) => <Clipped>{name}</Clipped> },
    { title: '成员人数', dataIndex: 'members', width: 84, align: 'right', render: (n) => <Count value={n} /> },
    {
      title: '应开展的学习',
      dataIndex: 'duties',
      render: (duties: readonly Duty[]) => <Clipped>{duties.map(dutyWords).join('；')}</Clipped>,
    },
  ],
}

function StudyGroupFields() {
  return (
    <FieldGroup title="学习组织">
      <EntryNameField kind="studyGroup" max={60} placeholder="如：县总工会机关党支部" />
      <ChoiceField name="kind" words={studyGroupKinds} required />
      <NameField name="leader" kinds={['cadre']} max={20} />
      <CountField name="members" label="成员人数" />
      <DutiesField />
      <LongTextField name="note" max={500} rows={1} />
    </FieldGroup>
  )
}
