/** The dialogs of what becomes of a union (更名、合并、分设、撤销、去重、更正统计编码): its day and what else it needs. */
import { App, Form, Modal } from 'antd'
import type { ComponentType, ReactNode } from 'react'
import type { Api } from '../../src-shared/contract.ts'
import type { ActDone } from '../../src-shared/union-lives.ts'
import type { GrassrootsUnion } from '../../src-shared/unions.ts'
import { useBackend } from '../api.ts'
import { DayField, LongTextField, TextField } from '../components/fields.tsx'
import { showIssues } from '../components/show-issues.ts'
import { useAction } from '../components/use-action.ts'
import { useShell } from '../components/use-shell.ts'
import { problemOf } from '../problem-of.ts'
import { MergeFields, SplitFields, TwinFields } from './act-fields.tsx'

export const actNames = ['更名', '合并', '分设', '撤销', '去重', '更正统计编码'] as const
export type ActName = (typeof actNames)[number]

/** What a dialog holds; each act reads the part that is its own. */
export type ActValues = {
  readonly on: string
  readonly name: string
  readonly direction: 'into' | 'from'
  readonly other: string
  readonly others: readonly string[]
  readonly keepsOriginal: boolean
  readonly parts: readonly { name: string; members?: number | null; staff?: number | null }[]
  readonly statisticsCode: string
  readonly reason: string
}

type Act = {
  readonly explain: (union: GrassrootsUnion) => ReactNode
  readonly Fields: ComponentType<{ readonly union: GrassrootsUnion }>
  readonly run: (api: Api, id: string, values: ActValues) => Promise<ActDone>
}

const acts: Readonly<Record<ActName, Act>> = {
  更名: {
    explain: () => '以前各期的报表和名单仍用原名称；登记错字的请直接改名称，不用更名。',
    Fields: () => (
      <>
        <TextField name="name" label="新名称" max={60} required autoFocus />
        <DayField name="on" label="更名日期" required />
      </>
    ),
    run: (api, id, { name, on }) => api.unions.rename({ id, name, on }),
  },
  合并: {
    explain: () => '自合并之日起，到并入单位的宣讲算作合并后单位的；以前各期的覆盖率不变。',
    Fields: MergeFields,
    run: (api, id, { direction, other, others, on }) =>
      direction === 'into'
        ? api.unions.merge({ into: other, ids: [id], on })
        : api.unions.merge({ into: id, ids: [...others], on }),
  },
  分设: {
    explain: () => '分设出来的单位自当日成立，所属乡镇、类别、行业随原单位；以前到原单位的宣讲不算作新单位的。',
    Fields: SplitFields,
    run: (api, id, { on, keepsOriginal, parts }) => api.unions.split({ id, on, keepsOriginal, parts: [...parts] }),
  },
  撤销: {
    explain: ({ name }) => `自撤销之日起，“${name}”不再计入应覆盖的单位；以前各期的覆盖率不变，宣讲记录照样保留。`,
    Fields: () => <DayField name="on" label="撤销日期" required autoFocus />,
    run: (api, id, { on }) => api.unions.retire({ id, on }),
  },
  去重: {
    explain: ({ name }) =>
      `同一个单位登记了两次的：用到所选单位的记录都改为“${name}”，空着的内容补上，所选单位从名册删除。`,
    Fields: TwinFields,
    run: (api, id, { other }) => api.unions.mergeDuplicates({ keep: id, drop: other }),
  },
  更正统计编码: {
    explain: ({ statisticsCode }) => `统计编码终身不变，现为“${statisticsCode}”；只有登记错了才更正。`,
    Fields: () => (
      <>
        <TextField name="statisticsCode" label="正确的统计编码" max={20} autoFocus />
        <LongTextField name="reason" label="更正原因" max={200} required />
      </>
    ),
    run: (api, id, { statisticsCode, reason }) => api.unions.correctCode({ id, statisticsCode, reason }),
  },
}

type ActDialogProps = {
  readonly act: ActName
  readonly union: GrassrootsUnion
  readonly onClose: () => void
  readonly onDone: () => void
}

export function ActDialog({ act, union, onClose, onDone }: ActDialogProps) {
  const { client } = useBackend()
  const { today } = useShell()
  const { message } = App.useApp()
  const [form] = Form.useForm<ActValues>()
  const { explain, Fields, run } = acts[act]
  const doing = useAction({
    call: (values: ActValues) => run(client, union.id, values),
    done: ({ sentence, remarks }) => [`已办理：${sentence}`, ...remarks].join('。'),
    onDone: () => {
      onClose()
      onDone()
    },
    isQuiet: (problem) => problem.issues.length > 0,
  })
  const submit = async () => {
    if (doing.isPending) return
    const values = await form.validateFields().catch(() => undefined)
    if (values === undefined) return
    await doing
      .mutateAsync({ ...form.getFieldsValue(true), ...values })
      .catch((error: unknown) => showIssues(form, problemOf(error), { skip: 0, message }))
  }
  const initial = { on: today, direction: 'into', keepsOriginal: false, parts: [{ name: '' }, { name: '' }] }
  return (
    <Modal
      open
      title={`${act}：${union.name}`}
      okText={act}
      okButtonProps={{ loading: doing.isPending, danger: act === '撤销' || act === '去重' }}
      cancelText="取消"
      onOk={() => void submit()}
      onCancel={onClose}
      width={560}
    >
      <p className="union-explain">{explain(union)}</p>
      <Form form={form} name="act" layout="vertical" initialValues={initial}>
        <Fields union={union} />
      </Form>
    </Modal>
  )
}
