/** Choosing grassroots unions (选基层工会): several at once, also a whole township, or one. */
import { Form, Select, TreeSelect } from 'antd'
import { Field, type FieldProps } from '../components/fields.tsx'
import { useUnions } from './use-unions.ts'

/** Several unions; a township's box chooses all of its unions. Value: ids. */
export function UnionsField(field: FieldProps) {
  const { townships, byId, isLoading } = useUnions()
  const chosen = (Form.useWatch(field.name) as readonly string[] | undefined) ?? []
  // A record of old may name one that has ended since.
  const ended = chosen.flatMap((id) => byId.get(id) ?? []).filter(({ life }) => life.endedOn !== null)
  const groups = ended.length > 0 ? [...townships, { name: '已终止的单位', unions: ended }] : townships
  const tree = groups.map(({ name, unions }) => ({
    value: `township:${name}`,
    title: `${name}（${unions.length}个）`,
    words: name,
    children: unions.map((union) => ({ value: union.id, title: union.name, words: `${name}${union.name}` })),
  }))
  return (
    <Field {...field}>
      <TreeSelect
        treeData={tree}
        loading={isLoading}
        treeCheckable
        showCheckedStrategy={TreeSelect.SHOW_CHILD}
        allowClear
        showSearch={{ filterTreeNode: (text, node) => String(node.words).includes(text.trim()) }}
        maxTagCount={6}
        maxTagPlaceholder={(more) => `等，另有${more.length}个`}
        placeholder="输入名称或乡镇查找；勾选乡镇即全选其下单位"
        popupMatchSelectWidth
        listHeight={320}
      />
    </Field>
  )
}

/** One union of the register, or none; choosing one also fills in the name and township that are printed. */
export function StayUnionField() {
  const { standing, byId, isLoading } = useUnions()
  const form = Form.useFormInstance()
  const chosen = byId.get((Form.useWatch('unionId') as string | null | undefined) ?? '')
  const unions = chosen?.life.endedOn ? [chosen, ...standing] : standing
  const fillIn = (id: string | undefined) => {
    const union = id ? byId.get(id) : undefined
    if (union) form.setFieldsValue({ unitName: union.name, township: union.township })
  }
  return (
    <Field name="unionId" label="从单位名册选取" hint="不在名册中的，直接填写下一项">
      <Select
        options={unions.map((union) => ({
          value: union.id,
          label: union.name,
          words: `${union.township}${union.name}`,
        }))}
        loading={isLoading}
        showSearch={{ filterOption: (text, option) => option?.words.includes(text.trim()) ?? false }}
        allowClear
        placeholder="可按名称、乡镇查找"
        onChange={fillIn}
      />
    </Field>
  )
}
