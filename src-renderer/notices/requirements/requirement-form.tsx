/** The form of a requirement (编辑要求): every part of it, the words of the notice among them. */
import { Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { blankRequirement } from '../../../src-shared/blank-requirement.ts'
import { minimumScopes, requirementKinds, requirementStates } from '../../../src-shared/notice-words.ts'
import type { Requirement, RequirementFields } from '../../../src-shared/notices.ts'
import {
  activityGenres,
  lectureModes,
  speakerKinds,
  stayForms,
  strata,
  studyTypes,
  venueTypes,
} from '../../../src-shared/vocabulary.ts'
import { useBackend } from '../../api.ts'
import { DayInput } from '../../components/day-input.tsx'
import { ChoiceField, FieldGroup, LongTextField, optionsOf } from '../../components/fields.tsx'
import { FormDrawer, type Stored } from '../form-drawer.tsx'
import { WordsField } from '../words-field.tsx'
import { DueInput } from './due-input.tsx'
import { fieldsIn, fieldsOf, type RequirementValues, valuesOf } from './requirement-values.ts'

type RequirementFormProps = {
  readonly noticeId: string
  /** null for a new one. */
  readonly requirement: Requirement | null
  readonly onClose: () => void
}

export function RequirementForm({ noticeId, requirement, onClose }: RequirementFormProps) {
  const { client } = useBackend()
  const save = (values: RequirementValues, version: number) =>
    requirement
      ? client.requirements.update({ id: requirement.id, version, fields: fieldsIn(values) })
      : client.requirements.add({ noticeId, fields: [fieldsIn(values)] })
  const reload = async () => {
    const { requirements } = await client.notices.get({ id: noticeId })
    const now = requirements.find(({ id }) => id === requirement?.id)
    return now ? storedOf(now) : null
  }
  return (
    <FormDrawer
      title={requirement ? '编辑要求' : '添加要求'}
      draftKey={requirement ? `requirement:${requirement.id}` : `requirement:new:${noticeId}`}
      stored={storedOf(requirement)}
      save={save}
      done="要求已保存"
      skip={requirement ? 1 : 2}
      onClose={onClose}
      reload={reload}
    >
      <RequirementFieldset />
    </FormDrawer>
  )
}

function storedOf(requirement: Requirement | null): Stored<RequirementValues> {
  return {
    version: requirement?.version ?? 1,
    values: valuesOf(requirement ? fieldsOf(requirement) : blankRequirement),
  }
}

const formsOf: Readonly<Record<RequirementFields['kind'], readonly string[]>> = {
  组织: [],
  学习: studyTypes,
  宣讲: lectureModes,
  蹲点: stayForms,
  宣传: activityGenres.宣传,
  文化: activityGenres.文化,
  研究: activityGenres.研究,
  典型: activityGenres.典型,
  贯彻: [],
  评估: [],
  报告: [],
}
const documents = ['学习计划', '工作计划', '宣讲方案', '宣讲安排', '工作方案', '转发通知']
const slots = ['进展情况', '主要做法', '取得成效', '典型经验', '职工反响', '存在问题', '下一步打算']

function RequirementFieldset() {
  const form = Form.useFormInstance<RequirementValues>()
  const kind = Form.useWatch('kind', form) ?? '学习'
  const hasReport = Form.useWatch('hasReport', form) ?? false
  return (
    <>
      <FieldGroup title="要求什么">
        <LongTextField name="title" label="要求" max={120} rows={1} required hint="几个字说清要做什么" />
        <ChoiceField name="kind" label="类别" words={requirementKinds} required />
        <ChoiceField name="state" label="核对情况" words={requirementStates} required />
        <LongTextField name="quote" label="通知原话" max={4000} hint="与原文一字不差，日后据此核对" />
        <WordsField name="actors" label="谁来做" offered={speakerKinds} />
        <WordsField name="audiences" label="对谁做" offered={strata} />
        <WordsField name="forms" label="形式" offered={formsOf[kind]} hint="用词与台账一致的，记录才对得上" />
        <WordsField name="venues" label="场所" offered={venueTypes} />
        <WordsField name="produces" label="要形成的文件" offered={documents} />
      </FieldGroup>
      <FieldGroup title="数量与期间">
        <Form.Item name={['minimum', 'count']} label="至少">
          <InputNumber<number>
            className="wide"
            controls={false}
            min={1}
            precision={0}
            placeholder="没有规定数量的空着"
          />
        </Form.Item>
        <Form.Item name={['minimum', 'unit']} label="计量单位">
          <Input maxLength={8} placeholder="次、场、篇、个" autoComplete="off" />
        </Form.Item>
        <Form.Item name={['minimum', 'scope']} label="按什么计">
          <Select options={optionsOf(minimumScopes)} />
        </Form.Item>
        <Form.Item name={['window', 'from']} label="从哪天起">
          <DayInput />
        </Form.Item>
        <Form.Item name={['window', 'to']} label="到哪天止">
          <DayInput />
        </Form.Item>
        <Form.Item name={['window', 'words']} label="期间原话">
          <Input maxLength={100} placeholder="如：从现在起到明年年初" autoComplete="off" />
        </Form.Item>
      </FieldGroup>
      <FieldGroup title="报告">
        <Form.Item name="hasReport" valuePropName="checked" className="span-all">
          <Checkbox>要求报告情况</Checkbox>
        </Form.Item>
        {hasReport ? (
          <>
            <WordsField name={['report', 'to']} label="报给谁" />
            <Form.Item name={['report', 'due']} label="什么时候报">
              <DueInput />
            </Form.Item>
            <WordsField name={['report', 'slots']} label="报告写什么" offered={slots} span="all" />
          </>
        ) : null}
      </FieldGroup>
      <LongTextField name="note" label="备注" max={500} rows={1} />
    </>
  )
}
