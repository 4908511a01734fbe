/** 阵地场所: 职工书屋, 劳动者港湾, meeting rooms … where people learn and lectures are given. */
import type { RegisterEntries } from '../../src-shared/registers.ts'
import { venueKinds, venueTypes } from '../../src-shared/vocabulary.ts'
import { Clipped } from '../components/clipped.tsx'
import { ChoiceField, CountField, FieldGroup, LongTextField, TextField } from '../components/fields.tsx'
import { Count } from '../components/figure.tsx'
import type { Register } from '../records/register.ts'
import { CollectEntries } from './collect-entries.tsx'
import { EntryNameField } from './entry-name-field.tsx'
import { type EntryInput, entryCalls, entryFieldLabel } from './entry-register.ts'
import { EntryUses } from './entry-uses.tsx'
import { RegisterTabs } from './register-tabs.tsx'

export const venues: Register<RegisterEntries['venue'], EntryInput<'venue'>> = {
  name: 'venues',
  list: 'venue',
  title: '名册',
  word: '阵地场所',
  hint: '登记宣讲时选取地点，场所类型随之填好。',
  Above: RegisterTabs,
  Actions: () => <CollectEntries kind="venue" />,
  calls: entryCalls('venue'),
  nameOf: ({ name }) => name,
  hasDays: false,
  whenEmpty: '还没有登记阵地场所。逐个添加，或从已有的学习、宣讲记录中收集。',
  Fields: VenueFields,
  After: ({ row }) => <EntryUses kind="venue" row={row} />,
  blank: () => ({ venueType: '其他' }),
  keptForNext: ['kind', 'venueType', 'township'],
  columns: [
    { title: '名称', dataIndex: 'name', render: (name: string) => <Clipped>{name}</Clipped> },
    { title: '类别', dataIndex: 'kind', width: 120 },
    { title: '场所类型', dataIndex: 'venueType', width: 160, render: (type: string) => <Clipped>{type}</Clipped> },
    { title: '所在乡镇', dataIndex: 'township', width: 140, render: (name: string) => <Clipped>{name}</Clipped> },
    { title: '容纳人数', dataIndex: 'capacity', width: 88, align: 'right', render: (n) => <Count value={n} /> },
    {
      title: '联系人',
      dataIndex: 'contact',
      width: 140,
      responsive: ['xl'],
      render: (name: string) => <Clipped>{name}</Clipped>,
    },
  ],
}

function VenueFields() {
  return (
    <FieldGroup title="阵地场所">
      <EntryNameField kind="venue" max={100} placeholder="如：长河服饰职工书屋" />
      <ChoiceField name="kind" words={venueKinds} required />
      <ChoiceField name="venueType" words={venueTypes} required />
      <TextField name="township" label={entryFieldLabel('venue', 'township')} max={30} />
      <TextField name="address" max={100} span={2} />
      <CountField name="capacity" />
      <TextField name="contact" label={entryFieldLabel('venue', 'contact')} max={60} placeholder="姓名、电话" />
      <LongTextField name="note" max={500} rows={1} />
    </FieldGroup>
  )
}
