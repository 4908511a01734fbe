/** Second step (基层工会名册): by hand, one after the other, or the sample county to try things out. */
import { useQuery } from '@tanstack/react-query'
import { App, Button, Flex, Form } from 'antd'
import type { UnionInput } from '../../src-shared/unions.ts'
import { useBackend } from '../api.ts'
import { Section } from '../components/page.tsx'
import { showIssues } from '../components/show-issues.ts'
import { useAction } from '../components/use-action.ts'
import { useLongJob } from '../components/use-long-job.tsx'
import { problemOf } from '../problem-of.ts'
import { UnionFields } from '../unions/union-form.tsx'

export function StartUnions({ onDone }: { readonly onDone: () => void }) {
  const { client, queries } = useBackend()
  const { message } = App.useApp()
  const { data } = useQuery(queries.unions.list.queryOptions({ input: { limit: 1 } }))
  const known = data?.total ?? 0
  const sample = useLongJob({
    call: (_: undefined, jobId) => client.sample.load({ jobId }),
    onDone: (loaded) => {
      const records = loaded.studies + loaded.lectures + loaded.stays + loaded.activities
      message.success(`示例县已载入：${loaded.unions}个基层工会，${records}条记录`)
      onDone()
    },
  })
  return (
    <>
      <p>应覆盖的基层工会列成名册，宣讲覆盖率以它为分母。{known > 0 ? `名册中已有${known}个单位。` : ''}</p>
      <UnionAdder />
      <Flex gap={8} className="start-actions">
        <Button type={known > 0 ? 'primary' : 'default'} onClick={onDone}>
          {known > 0 ? '下一步' : '以后再添加，下一步'}
        </Button>
      </Flex>
      {known === 0 ? (
        <Section title="只是想先试一试？">
          <p>
            载入一个虚构的示例县：60个基层工会和一个季度的记录，可以马上看到报告和统计表。正式使用时请另开数据文件夹。
          </p>
          {sample.progress ?? <Button onClick={() => sample.start(undefined)}>载入示例县</Button>}
        </Section>
      ) : null}
    </>
  )
}

function UnionAdder() {
  const { client } = useBackend()
  const { message } = App.useApp()
  const [form] = Form.useForm<UnionInput>()
  const adding = useAction({
    call: (union: UnionInput) => client.unions.add([union]),
    done: (_, union) => `“${union.name}”已加入名册`,
    onDone: (_, { kind, township }) => {
      form.resetFields()
      form.setFieldsValue({ kind, township })
      form.focusField('name')
    },
    isQuiet: (problem) => problem.issues.length > 0,
  })
  const add = (union: UnionInput) =>
    adding.mutate(union, { onError: (error) => showIssues(form, problemOf(error), { skip: 1, message }) })
  return (
    <Form form={form} layout="vertical" onFinish={add}>
      <UnionFields />
      <Button htmlType="submit" loading={adding.isPending}>
        加入名册，再填下一个
      </Button>
    </Form>
  )
}
