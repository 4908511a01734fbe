/** A form of the notices beside the page (表单): kept as a draft while it is filled in, objections at their fields. */
import { App, Button, Drawer, Flex, Form } from 'antd'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { DraftNotes } from '../components/draft-notes.tsx'
import { pleaseMend, showIssues } from '../components/show-issues.ts'
import { useAction } from '../components/use-action.ts'
import { useDraft } from '../components/use-draft.ts'
import { problemOf } from '../problem-of.ts'

/** With the version that a change is made on. */
export type Stored<Values> = { readonly version: number; readonly values: Values }

type FormDrawerProps<Values> = {
  readonly title: string
  /** Under which the draft is kept. */
  readonly draftKey: string
  /** What is stored; held while the form is open, whatever arrives from elsewhere. */
  readonly stored: Stored<Values>
  readonly save: (values: Values, version: number) => Promise<unknown>
  readonly done: string
  /** Parts of the path of an objection that lead to this form. */
  readonly skip: number
  readonly onClose: () => void
  /** Reads what is stored now, after it was changed elsewhere; null when it is gone. */
  readonly reload: () => Promise<Stored<Values> | null>
  readonly children: ReactNode
}

/** Stands in the page only while it is open. */
export function FormDrawer<Values extends object>(props: FormDrawerProps<Values>) {
  const { message } = App.useApp()
  const draft = useDraft<Stored<Values>>(props.draftKey)
  // Not state: a form that closes itself after saving holds the closing of an earlier rendering.
  const isChanged = useRef(false)
  const [held, setHeld] = useState(props.stored)
  const reload = async () => {
    const now = await props.reload()
    if (now) setHeld(now)
    else props.onClose()
  }
  const close = () => {
    if (isChanged.current) message.info('没有保存，填写的内容已暂存，下次打开时恢复')
    props.onClose()
  }
  return (
    <Drawer
      open
      title={props.title}
      onClose={close}
      size="min(860px, 100vw)"
      push={false}
      styles={{ body: { padding: 0 } }}
    >
      {draft.stored === undefined ? (
        <div className="list-wait" aria-busy />
      ) : (
        <Body
          key={held.version}
          {...props}
          held={held}
          draft={draft}
          isChanged={isChanged}
          onClose={close}
          onReload={reload}
        />
      )}
    </Drawer>
  )
}

type BodyProps<Values> = FormDrawerProps<Values> & {
  readonly held: Stored<Values>
  readonly onReload: () => Promise<void>
  readonly draft: ReturnType<typeof useDraft<Stored<Values>>>
  readonly isChanged: { current: boolean }
}

function Body<Values extends object>(props: BodyProps<Values>) {
  const { held, draft, isChanged, onClose, skip } = props
  const { message } = App.useApp()
  const [form] = Form.useForm()
  const [start] = useState(draft.stored ?? held)
  const [isRestored, setRestored] = useState(draft.stored !== null && draft.stored !== undefined)
  const [conflict, setConflict] = useState('')
  const version = useRef(start.version)
  const saving = useAction({
    call: async (filled: Values) => {
      await props.save(filled, version.current)
      await draft.drop()
    },
    done: props.done,
    isQuiet: (problem) => problem.issues.length > 0 || problem.code === 'CONFLICT',
    onDone: () => {
      isChanged.current = false
      onClose()
    },
  })
  const keep = () => {
    isChanged.current = true
    draft.keep({ version: version.current, values: form.getFieldsValue(true) })
  }
  const discard = async () => {
    await draft.drop()
    version.current = held.version
    form.setFieldsValue(held.values)
    setRestored(false)
    isChanged.current = false
  }
  const save = async () => {
    if (saving.isPending) return
    const isComplete = await form.validateFields().then(
      () => true,
      () => false,
    )
    if (!isComplete) {
      message.warning(pleaseMend)
      return
    }
    try {
      await saving.mutateAsync(form.getFieldsValue(true) as Values)
    } catch (error) {
      const problem = problemOf(error)
      if (problem.code === 'CONFLICT') setConflict(problem.sentence)
      showIssues(form, problem, { skip, message })
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void save()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter is a second way to the save button
    <div className="form-frame" onKeyDown={onKeyDown}>
      <div className="form-body">
        <DraftNotes
          isRestored={isRestored}
          conflict={conflict}
          onDiscard={() => void discard()}
          onReload={() => void discard().then(props.onReload)}
        />
        <Form form={form} layout="vertical" initialValues={start.values} onValuesChange={keep}>
          {props.children}
        </Form>
      </div>
      <Flex className="form-foot" gap={8} justify="flex-end" align="center">
        <span className="form-keys">Ctrl+S 保存，Esc 关闭并暂存</span>
        <Button onClick={onClose}>关闭</Button>
        <Button type="primary" aria-keyshortcuts="Control+S" onClick={() => void save()} loading={saving.isPending}>
          保存
        </Button>
      </Flex>
    </div>
  )
}
