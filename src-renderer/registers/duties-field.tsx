/** 应开展的学习: what a group must hold and how often; what is usual for its kind is offered, never set. */
import { Form, InputNumber, Select } from 'antd'
import { type Duty, usualDuties } from '../../src-shared/study-duties.ts'
import { dutyPeriods, type studyGroupKinds, studyTypes } from '../../src-shared/vocabulary.ts'
import { optionsOf, requiredRule } from '../components/fields.tsx'
import { RowsField } from '../components/rows-field.tsx'
import { dutyWords } from './duty-words.ts'

const needed = { required: true, message: '必填' }
const parts = [
  {
    name: 'type',
    label: '学习类型',
    width: '3fr',
    rules: [requiredRule],
    input: <Select options={optionsOf(studyTypes)} showSearch placeholder="请选择" />,
  },
  { name: 'per', label: '周期', width: '1fr', rules: [needed], input: <Select options={optionsOf(dutyPeriods)} /> },
  {
    name: 'times',
    label: '次数',
    width: '1fr',
    rules: [needed],
    input: <InputNumber<number> className="wide" controls={false} min={1} max={400} precision={0} />,
  },
]

type Group = { readonly kind?: (typeof studyGroupKinds)[number]; readonly duties?: readonly Partial<Duty>[] }

export function DutiesField() {
  const form = Form.useFormInstance<Group>()
  const kind = Form.useWatch('kind', form)
  const duties = Form.useWatch('duties', form) ?? []
  const missing = (kind ? usualDuties[kind] : []).filter(
    (usual) => !duties.some((duty) => duty?.type === usual.type && duty?.per === usual.per),
  )
  return (
    <RowsField
      name="duties"
      parts={parts}
      blank={{ per: '月', times: 1 }}
      word="学习任务"
      offered={{ words: `填入常见要求：${missing.map(dutyWords).join('；')}（请按本单位规定改）`, rows: missing }}
    />
  )
}
