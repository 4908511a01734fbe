/** 蹲点: the register of grassroots stays. */
import { Input, Select } from 'antd'
import type { Stay, StayInput } from '../../src-shared/stays.ts'
import { problemStates, stayForms } from '../../src-shared/vocabulary.ts'
import { Clipped } from '../components/clipped.tsx'
import { DayInput } from '../components/day-input.tsx'
import {
  ChoiceField,
  CountField,
  DayField,
  FieldGroup,
  LongTextField,
  optionsOf,
  requiredRule,
  SwitchInput,
  TextField,
  YuanField,
} from '../components/fields.tsx'
import { Count } from '../components/figure.tsx'
import { GrowText } from '../components/grow-text.tsx'
import { RowsField } from '../components/rows-field.tsx'
import { StayUnionField } from '../unions/union-fields.tsx'
import { NameInput } from './name-input.tsx'
import type { Register } from './register.ts'
import { RegisterPage } from './register-page.tsx'
import { StayLectures } from './stay-lectures.tsx'

export function StaysPage() {
  return <RegisterPage register={stays} />
}

const stays: Register<Stay, StayInput> = {
  name: 'stays',
  list: 'stay',
  title: '蹲点',
  word: '蹲点',
  hint: '一次蹲点计入截止日期所在的统计期；时间长的，分段登记。',
  calls: (api) => api.stays,
  nameOf: (stay) => stay.unitName,
  hasDays: true,
  evidence: 'stay',
  whenEmpty: '还没有登记蹲点。每蹲一个点登记一条，收集的问题和办的实事记在里面。',
  Fields,
  After: StayLectures,
  blank: (today) => ({
    from: today,
    form: '脱产',
    cadres: [{ name: '', post: '', isLeader: false }],
    problems: [],
    deeds: [],
  }),
  keptForNext: ['cadres', 'from', 'to', 'form'],
  columns: [
    {
      title: '起止日期',
      key: 'days',
      width: 184,
      className: 'figure',
      render: (_, { from, to }) => `${from} 至 ${to.slice(0, 5) === from.slice(0, 5) ? to.slice(5) : to}`,
    },
    { title: '蹲点单位', dataIndex: 'unitName', render: (name: string) => <Clipped>{name}</Clipped> },
    {
      title: '所属乡镇',
      dataIndex: 'township',
      width: 136,
      responsive: ['xl'],
      render: (name: string) => <Clipped>{name}</Clipped>,
    },
    {
      title: '蹲点干部',
      dataIndex: 'cadres',
      width: 128,
      render: (cadres: Stay['cadres']) => <Clipped>{cadres.map(({ name }) => name).join('、')}</Clipped>,
    },
    { title: '在岗天数', dataIndex: 'daysOnSite', width: 80, align: 'right', render: (n) => <Count value={n} /> },
    {
      title: '走访',
      dataIndex: 'visits',
      width: 60,
      responsive: ['xl'],
      align: 'right',
      render: (n) => <Count value={n} />,
    },
    {
      title: '访谈',
      dataIndex: 'talks',
      width: 60,
      responsive: ['xl'],
      align: 'right',
      render: (n) => <Count value={n} />,
    },
    {
      title: '问题',
      key: 'problems',
      width: 72,
      align: 'right',
      className: 'figure',
      render: (_, row) => solvedOf(row),
    },
    { title: '实事', dataIndex: 'deeds', width: 60, align: 'right', render: (deeds) => <Count value={deeds.length} /> },
  ],
}

const cadreParts = [
  {
    name: 'name',
    label: '姓名',
    width: '1fr',
    rules: [requiredRule],
    input: <NameInput kinds={['cadre', 'lecturer']} fills={['post', 'isLeader']} max={20} />,
  },
  { name: 'post', label: '职务', width: '2fr', input: <Input maxLength={60} /> },
  { name: 'isLeader', label: '班子成员', width: '72px', input: <SwitchInput /> },
]
const problemParts = [
  {
    name: 'text',
    label: '问题内容',
    width: '3fr',
    rules: [requiredRule],
    input: <GrowText maxLength={500} />,
  },
  { name: 'category', label: '类别', width: '1fr', input: <Input maxLength={30} /> },
  { name: 'responsible', label: '责任人', width: '1fr', input: <NameInput kinds={['cadre']} isSeveral max={40} /> },
  { name: 'due', label: '办理时限', width: '128px', input: <DayInput /> },
  { name: 'state', label: '办理状态', width: '108px', input: <Select options={optionsOf(problemStates)} /> },
]
const deedParts = [
  {
    name: '',
    label: '办了什么实事',
    width: '1fr',
    rules: [requiredRule],
    input: <GrowText maxLength={300} />,
  },
]

function Fields() {
  return (
    <>
      <FieldGroup title="主要内容">
        <StayUnionField />
        <TextField name="unitName" max={60} required />
        <TextField name="township" max={30} />
        <DayField name="from" required />
        <DayField name="to" required />
        <CountField name="daysOnSite" />
        <RowsField
          name="cadres"
          parts={cadreParts}
          blank={{ name: '', post: '', isLeader: false }}
          word="蹲点干部"
          atLeastOne="至少填一位蹲点干部"
        />
      </FieldGroup>
      <FieldGroup title="做了什么">
        <CountField name="visits" />
        <CountField name="talks" />
        <CountField name="meetings" />
        <CountField name="suggestions" />
        <ChoiceField name="form" words={stayForms} required />
      </FieldGroup>
      <FieldGroup title="问题与实事">
        <RowsField
          name="problems"
          parts={problemParts}
          blank={{ text: '', category: '', responsible: '', due: null, state: '待办' }}
          word="问题"
        />
        <RowsField name="deeds" parts={deedParts} blank="" word="实事" />
      </FieldGroup>
      <FieldGroup title="建会入会、慰问与成果">
        <CountField name="unionsFounded" />
        <CountField name="membersJoined" />
        <CountField name="consolationPeople" />
        <YuanField name="consolationYuan" />
        <LongTextField name="outcome" max={4000} />
        <LongTextField name="note" max={2000} rows={1} />
      </FieldGroup>
    </>
  )
}

/** 已办结 of all: 2/3. */
function solvedOf({ problems }: Stay): string {
  const solved = problems.filter(({ state }) => state === '已办结' || state === '跟踪回访').length
  return problems.length === 0 ? '0' : `${solved}/${problems.length}`
}
