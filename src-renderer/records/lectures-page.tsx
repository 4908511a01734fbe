/** 宣讲: the register of lectures. */
import { Input, Select } from 'antd'
import type { Lecture, LectureInput } from '../../src-shared/lectures.ts'
import {
  deliveries,
  lectureLevels,
  lectureModes,
  lectureOccasions,
  speakerKinds,
  venueTypes,
} from '../../src-shared/vocabulary.ts'
import { Clipped } from '../components/clipped.tsx'
import {
  ChoiceField,
  ChoicesField,
  CountField,
  DayField,
  FieldGroup,
  LongTextField,
  optionsOf,
  requiredRule,
  TextField,
} from '../components/fields.tsx'
import { Count } from '../components/figure.tsx'
import { RowsField } from '../components/rows-field.tsx'
import { UnionsField } from '../unions/union-fields.tsx'
import { NameField, NameInput } from './name-input.tsx'
import type { Register } from './register.ts'
import { RegisterPage } from './register-page.tsx'
import { StayLinkField } from './stay-link-field.tsx'
import { StrataField } from './strata-field.tsx'

export function LecturesPage() {
  return <RegisterPage register={lectures} />
}

const lectures: Register<Lecture, LectureInput> = {
  name: 'lectures',
  list: 'lecture',
  title: '宣讲',
  word: '宣讲',
  calls: (api) => api.lectures,
  nameOf: (lecture) => lecture.topic,
  hasDays: true,
  evidence: 'lecture',
  batch: 'lecture',
  whenEmpty: '还没有登记宣讲。每宣讲一场登记一条；覆盖的基层工会要勾选，覆盖率由此得出。',
  Fields,
  blank: (today, words) => ({
    date: today,
    delivery: '线下',
    occasion: '讲座',
    modes: [],
    speakers: [{ name: '', post: '', kind: '其他' }],
    unionIds: [],
    strata: [],
    stayId: words.get('stay'),
  }),
  keptForNext: [
    'date',
    'topic',
    'modes',
    'speakers',
    'team',
    'organiser',
    'level',
    'occasion',
    'delivery',
    'venueType',
    'stayId',
  ],
  columns: [
    { title: '日期', dataIndex: 'date', width: 104, className: 'figure' },
    {
      title: '宣讲方式',
      dataIndex: 'modes',
      width: 120,
      render: (modes: readonly string[]) => <Clipped>{modes.join('、')}</Clipped>,
    },
    { title: '主题', dataIndex: 'topic', render: (topic: string) => <Clipped>{topic}</Clipped> },
    {
      title: '宣讲人',
      dataIndex: 'speakers',
      width: 104,
      render: (speakers: Lecture['speakers']) => <Clipped>{speakers.map(({ name }) => name).join('、')}</Clipped>,
    },
    {
      title: '地点',
      key: 'place',
      width: 148,
      responsive: ['xl'],
      render: (_, { place, venueType }) => <Clipped>{place || venueType}</Clipped>,
    },
    {
      title: '覆盖工会',
      dataIndex: 'unionIds',
      width: 80,
      align: 'right',
      render: (ids) => <Count value={ids.length} />,
    },
    { title: '现场人次', dataIndex: 'audienceOnSite', width: 80, align: 'right', render: (n) => <Count value={n} /> },
    {
      title: '线上人次',
      dataIndex: 'audienceOnline',
      width: 80,
      align: 'right',
      responsive: ['xl'],
      render: (n) => <Count value={n} />,
    },
  ],
}

const speakerParts = [
  {
    name: 'name',
    label: '姓名',
    width: '1fr',
    rules: [requiredRule],
    input: <NameInput kinds={['lecturer', 'cadre']} fills={['post', 'kind']} max={20} />,
  },
  { name: 'post', label: '职务', width: '2fr', input: <Input maxLength={60} /> },
  { name: 'kind', label: '类别', width: '136px', input: <Select options={optionsOf(speakerKinds)} /> },
]

function Fields() {
  return (
    <>
      <FieldGroup title="主要内容">
        <DayField name="date" required autoFocus />
        <ChoicesField name="modes" words={lectureModes} required />
        <ChoiceField name="venueType" words={venueTypes} required />
        <TextField name="topic" max={200} required span="all" />
        <RowsField
          name="speakers"
          parts={speakerParts}
          blank={{ name: '', post: '', kind: '其他' }}
          word="宣讲人"
          atLeastOne="至少填一位宣讲人"
        />
        <UnionsField name="unionIds" span="all" hint="勾选听到宣讲的基层工会，覆盖率由此得出" />
        <CountField name="audienceOnSite" />
        <CountField name="audienceOnline" />
        <CountField name="clicks" hint="现场、线上、点击分别统计，不相加" />
      </FieldGroup>
      <FieldGroup title="组织与地点">
        <NameField name="place" kinds={['venue']} fills={['venueType']} max={100} />
        <ChoiceField name="occasion" words={lectureOccasions} required />
        <ChoiceField name="delivery" words={deliveries} required />
        <CountField name="durationMinutes" />
        <NameField name="organiser" kinds={['studyGroup']} max={60} />
        <ChoiceField name="level" words={lectureLevels} hint="这场宣讲由哪一级工会组织" />
        <NameField name="team" kinds={['lectureTeam']} max={60} />
        <StayLinkField />
      </FieldGroup>
      <FieldGroup title="对象与反响">
        <StrataField />
        <CountField name="questionsAnswered" />
        <LongTextField name="reactions" max={2000} hint="职工怎么说，可写入情况报告" />
        <LongTextField name="note" max={2000} rows={1} />
      </FieldGroup>
    </>
  )
}
