/** 宣传文化: the register of publicity, culture, research and model cases. */
import { Form } from 'antd'
import { useEffect } from 'react'
import type { Activity, ActivityInput } from '../../src-shared/activities.ts'
import { activityGenres, activityKinds, activityUnits } from '../../src-shared/vocabulary.ts'
import { Clipped } from '../components/clipped.tsx'
import { ChoiceField, CountField, DayField, FieldGroup, LongTextField, TextField } from '../components/fields.tsx'
import { Count } from '../components/figure.tsx'
import { UnionsField } from '../unions/union-fields.tsx'
import type { Register } from './register.ts'
import { RegisterPage } from './register-page.tsx'

export function ActivitiesPage() {
  return <RegisterPage register={activities} />
}

const activities: Register<Activity, ActivityInput> = {
  name: 'activities',
  list: 'activity',
  title: '宣传文化',
  word: '宣传文化记录',
  hint: '宣传报道、主题文化活动、理论研究、先进典型，多数通知都要求报送',
  calls: (api) => api.activities,
  nameOf: (activity) => activity.title,
  hasDays: true,
  evidence: 'activity',
  batch: 'activity',
  whenEmpty: '还没有登记宣传文化记录。一篇报道、一场征文演讲、一项课题、一个典型案例，各登记一条。',
  Fields,
  blank: (today) => ({ date: today, kind: '宣传', count: 1, unit: '条', unionIds: [] }),
  keptForNext: ['date', 'kind', 'genre', 'organiser', 'medium', 'unit', 'count'],
  columns: [
    { title: '日期', dataIndex: 'date', width: 104, className: 'figure' },
    { title: '类别', dataIndex: 'kind', width: 64 },
    { title: '形式', dataIndex: 'genre', width: 108 },
    { title: '标题', dataIndex: 'title', render: (title: string) => <Clipped>{title}</Clipped> },
    {
      title: '媒体或场所',
      dataIndex: 'medium',
      width: 168,
      responsive: ['lg'],
      render: (medium: string) => <Clipped>{medium}</Clipped>,
    },
    {
      title: '数量',
      key: 'count',
      width: 84,
      align: 'right',
      render: (_, { count, unit }) => (
        <>
          <Count value={count} />
          {count === null ? null : ` ${unit}`}
        </>
      ),
    },
    {
      title: '参加人次',
      dataIndex: 'participants',
      width: 84,
      align: 'right',
      render: (people) => <Count value={people} />,
    },
  ],
}

function Fields() {
  const form = Form.useFormInstance<ActivityInput>()
  const kind = Form.useWatch('kind', form) ?? '宣传'
  useEffect(() => {
    const known: readonly string[] = activityGenres[kind]
    // A form of 宣传 is none of 文化.
    if (!known.includes(form.getFieldValue('genre') ?? '')) form.setFieldValue('genre', undefined)
  }, [form, kind])
  return (
    <>
      <FieldGroup title="主要内容">
        <DayField name="date" required autoFocus />
        <ChoiceField name="kind" words={activityKinds} required />
        <ChoiceField name="genre" words={activityGenres[kind]} required />
        <TextField name="title" max={200} required span="all" />
        <TextField name="organiser" max={60} />
        <TextField name="medium" max={100} placeholder="如：市总工会公众号、县文化宫" />
        <CountField name="count" />
        <ChoiceField name="unit" words={activityUnits} required />
        <CountField name="participants" />
        <UnionsField name="unionIds" label="参加的基层工会" span="all" />
      </FieldGroup>
      <FieldGroup title="成效">
        <LongTextField name="outcome" label="成效与经验做法" max={4000} hint="可写入情况报告" />
        <LongTextField name="note" max={2000} rows={1} />
      </FieldGroup>
    </>
  )
}
