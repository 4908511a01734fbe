/** 公文版式: the profile by which every document of the office is laid out, its own settings, and how page 1 looks. */
import { useSuspenseQuery } from '@tanstack/react-query'
import { App, Button, Flex, Form, InputNumber, Radio } from 'antd'
import { useDeferredValue, useMemo } from 'react'
import type { LayoutChoice } from '../../src-shared/layout-choice.ts'
import { layoutWords } from '../../src-shared/layout-words.ts'
import { defaultLayout, layoutNames, layoutOf } from '../../src-shared/layouts.ts'
import type { Office } from '../../src-shared/office.ts'
import { useBackend } from '../api.ts'
import { Field } from '../components/fields.tsx'
import { Section } from '../components/page.tsx'
import { showIssues } from '../components/show-issues.ts'
import { useAction } from '../components/use-action.ts'
import { useShell } from '../components/use-shell.ts'
import { PaperDesk } from '../documents/paper-desk.tsx'
import { problemOf } from '../problem-of.ts'
import { layoutSample } from './layout-sample.ts'
import './layout-section.css'

/** What the form holds: a field left blank is as the profile has it. */
type LayoutFields = { readonly [Name in keyof LayoutChoice]: LayoutChoice[Name] | null }

const blank: LayoutFields = {
  name: 'office-A',
  markSize: null,
  digits: '仿宋',
  hasBoldHeadings: false,
  pageNumber: 'outer',
  titlePitch: null,
}

export function LayoutSection({ office }: { readonly office: Office }) {
  const { client, queries } = useBackend()
  const { message } = App.useApp()
  const { today } = useShell()
  const { data: stored } = useSuspenseQuery(queries.layout.show.queryOptions())
  const [form] = Form.useForm<LayoutFields>()
  const fields = useDeferredValue(Form.useWatch<LayoutFields>([], form) ?? { ...blank, ...stored })
  const layout = useMemo(() => layoutOf(fields.name ?? 'office-A', choiceOf(fields)), [fields])
  const sample = useMemo(() => layoutSample(office, today), [office, today])
  const saving = useAction({
    call: (choice: LayoutChoice) => client.layout.set(choice),
    done: '公文版式已保存，以后的公文都按它排',
    isQuiet: (problem) => problem.issues.length > 0,
  })
  const save = (filled: LayoutFields) =>
    saving.mutate(choiceOf(filled), { onError: (error) => showIssues(form, problemOf(error), { skip: 0, message }) })
  return (
    <Section title="公文版式">
      <div className="layout-section">
        <Form form={form} layout="vertical" initialValues={{ ...blank, ...stored }} onFinish={save}>
          <Form.Item name="name" noStyle>
            <ProfileChoice />
          </Form.Item>
          <div className="field-grid">
            <PointsField name="markSize" label="发文机关标志字号（磅）" least={30} most={72} usual={markSize} />
            <PointsField name="titlePitch" label="标题行距（磅）" least={28} most={36} usual={titlePitch} />
            <Field name="digits" label="正文的数字和字母" hint="标准用仿宋；很多单位用Times">
              <Radio.Group
                options={[
                  { value: '仿宋', label: '仿宋' },
                  { value: 'Times', label: 'Times New Roman' },
                ]}
              />
            </Field>
            <Field name="hasBoldHeadings" label="二、三级标题" hint="标准不加粗">
              <Radio.Group
                options={[
                  { value: false, label: '不加粗' },
                  { value: true, label: '加粗' },
                ]}
              />
            </Field>
            <Field name="pageNumber" label="页码" span={2} hint="标准在外侧；居中的，格式检查会指出">
              <Radio.Group
                options={[
                  { value: 'outer', label: '外侧（单右双左）' },
                  { value: 'centred', label: '居中' },
                ]}
              />
            </Field>
          </div>
          <Flex gap={8}>
            <Button type="primary" htmlType="submit" loading={saving.isPending}>
              保存版式
            </Button>
            <Button onClick={() => form.setFieldsValue(blank)}>恢复默认</Button>
          </Flex>
        </Form>
        <section className="layout-sample" aria-label="版式样张">
          <PaperDesk content={sample} layout={layout} />
        </section>
      </div>
    </Section>
  )
}

const markSize = defaultLayout.mark.maxSize.value
/** Twips to points. */
const titlePitch = defaultLayout.title.pitch.value / 20

type ProfileChoiceProps = {
  readonly value?: LayoutChoice['name']
  readonly onChange?: (name: LayoutChoice['name']) => void
}

function ProfileChoice({ value, onChange }: ProfileChoiceProps) {
  return (
    <Radio.Group
      className="profiles"
      aria-label="版式方案"
      value={value ?? 'office-A'}
      onChange={(event) => onChange?.(event.target.value)}
    >
      {layoutNames.map((name) => (
        <Radio key={name} value={name}>
          <span className="profile-title">{layoutWords[name].title}</span>
          <span className="profile-when">{layoutWords[name].when}</span>
        </Radio>
      ))}
    </Radio.Group>
  )
}

type PointsFieldProps = {
  readonly name: string
  readonly label: string
  readonly least: number
  readonly most: number
  /** What a blank field means. */
  readonly usual: number
}

function PointsField({ name, label, least, most, usual }: PointsFieldProps) {
  return (
    <Field
      name={name}
      label={label}
      hint={`${least}至${most}`}
      rules={[{ type: 'number', min: least, max: most, message: `应在${least}至${most}磅之间` }]}
    >
      <InputNumber<number> className="wide" controls={false} placeholder={`空着即${usual}`} />
    </Field>
  )
}

/** Blank fields and those as the standard has them are not stored: a later profile may have its own. */
function choiceOf(fields: LayoutFields): LayoutChoice {
  const { name, markSize: size, digits, hasBoldHeadings, pageNumber, titlePitch: pitch } = fields
  return {
    name: name ?? 'office-A',
    ...(size && { markSize: size }),
    ...(digits === 'Times' && { digits }),
    ...(hasBoldHeadings && { hasBoldHeadings }),
    ...(pageNumber === 'centred' && { pageNumber }),
    ...(pitch && { titlePitch: pitch }),
  }
}
