/** 学习: the register of study sessions. */
import type { Study, StudyInput } from '../../src-shared/studies.ts'
import { deliveries, studyTypes } from '../../src-shared/vocabulary.ts'
import { Clipped } from '../components/clipped.tsx'
import {
  ChoiceField,
  CountField,
  DayField,
  FieldGroup,
  LongTextField,
  TextField,
  TimeField,
} from '../components/fields.tsx'
import { Count, formatRate } from '../components/figure.tsx'
import { NameField } from './name-input.tsx'
import type { Register } from './register.ts'
import { RegisterPage } from './register-page.tsx'
import { StrataField } from './strata-field.tsx'

export function StudiesPage() {
  return <RegisterPage register={studies} />
}

const studies: Register<Study, StudyInput> = {
  name: 'studies',
  list: 'study',
  title: '学习',
  word: '学习活动',
  calls: (api) => api.studies,
  nameOf: (study) => study.topic,
  hasDays: true,
  evidence: 'study',
  batch: 'study',
  whenEmpty: '还没有登记学习活动。中心组学习、主题党日、培训班等，每开展一次登记一条。',
  Fields,
  blank: (today) => ({ date: today, delivery: '线下', strata: [] }),
  keptForNext: ['date', 'type', 'organiser', 'partyOrganisation', 'host', 'place', 'delivery'],
  columns: [
    { title: '日期', dataIndex: 'date', width: 104, className: 'figure' },
    { title: '学习类型', dataIndex: 'type', width: 148, render: (type: string) => <Clipped>{type}</Clipped> },
    { title: '主题', dataIndex: 'topic', render: (topic: string) => <Clipped>{topic}</Clipped> },
    {
      title: '组织单位',
      dataIndex: 'organiser',
      width: 148,
      responsive: ['lg'],
      render: (name: string) => <Clipped>{name}</Clipped>,
    },
    {
      title: '地点',
      dataIndex: 'place',
      width: 140,
      responsive: ['xl'],
      render: (name: string) => <Clipped>{name}</Clipped>,
    },
    { title: '应到', dataIndex: 'dueCount', width: 64, align: 'right', render: (n) => <Count value={n} /> },
    { title: '实到', dataIndex: 'attendedCount', width: 64, align: 'right', render: (n) => <Count value={n} /> },
    { title: '到课率', key: 'rate', width: 76, align: 'right', className: 'figure', render: (_, row) => rateOf(row) },
  ],
}

function Fields() {
  return (
    <>
      <FieldGroup title="主要内容">
        <DayField name="date" required autoFocus />
        <ChoiceField name="type" words={studyTypes} required />
        <NameField name="organiser" kinds={['studyGroup']} max={60} required placeholder="如：县总工会党组" />
        <TextField name="topic" max={200} required span="all" />
        <CountField name="dueCount" />
        <CountField name="attendedCount" />
        <TextField name="attendanceNote" max={200} hint="实到不多于应到时不必填写" />
      </FieldGroup>
      <FieldGroup title="时间与地点">
        <TimeField name="startTime" />
        <TimeField name="endTime" />
        <ChoiceField name="delivery" words={deliveries} required />
        <NameField name="place" kinds={['venue']} max={100} />
        <NameField name="partyOrganisation" kinds={['studyGroup']} max={60} />
        <NameField name="host" kinds={['cadre']} isSeveral max={40} />
        <NameField name="leadSpeaker" kinds={['lecturer', 'cadre']} isSeveral max={100} />
      </FieldGroup>
      <FieldGroup title="参加对象">
        <StrataField />
      </FieldGroup>
      <FieldGroup title="学习内容与成果">
        <NameField name="materials" kinds={['material']} isSeveral isLong max={1000} />
        <LongTextField name="decisions" max={4000} />
        <LongTextField name="note" max={2000} rows={1} />
      </FieldGroup>
    </>
  )
}

function rateOf({ dueCount, attendedCount }: Study): string {
  return formatRate(dueCount && attendedCount !== null ? attendedCount / dueCount : null)
}
