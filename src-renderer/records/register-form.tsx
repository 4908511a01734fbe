/** The form itself (表单): fields, draft, saving, and the core's objections at their fields. */
import { App, Button, Flex, Form, type FormInstance } from 'antd'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { Stamp } from '../../src-shared/stamp.ts'
import { useBackend } from '../api.ts'
import { NewEvidence } from '../attachments/new-evidence.tsx'
import { usePendingEvidence } from '../attachments/pending-evidence.tsx'
import { RecordEvidence } from '../attachments/record-evidence.tsx'
import { DraftNotes } from '../components/draft-notes.tsx'
import { pleaseMend, showIssues } from '../components/show-issues.ts'
import { useAction } from '../components/use-action.ts'
import { useAddress } from '../components/use-address.ts'
import type { useDraft } from '../components/use-draft.ts'
import { problemOf } from '../problem-of.ts'
import { UpperRemarks } from '../receipts/upper-remarks.tsx'
import { KeepDraftContext } from './keep-draft.ts'
import type { Register } from './register.ts'

/** What a draft holds: the fields and the version that they were changed on; null for a new record. */
export type FormDraft<Input> = { readonly version: number | null; readonly fields: Partial<Input> }

type RegisterFormProps<Row extends Stamp, Input> = {
  readonly register: Register<Row, Input>
  readonly row: Row | null
  readonly base: FormDraft<Input>
  readonly draft: ReturnType<typeof useDraft<FormDraft<Input>>>
  readonly onChanged: (isChanged: boolean) => void
  readonly onClose: () => void
  readonly onReload: () => void
}

export function RegisterForm<Row extends Stamp, Input>(props: RegisterFormProps<Row, Input>) {
  const { register, row, base, draft, onChanged, onClose } = props
  const [form] = Form.useForm()
  const [start] = useState(draft.stored ?? base)
  const [isRestored, setRestored] = useState(draft.stored !== null && draft.stored !== undefined)
  const version = useRef(start.version)
  const bodyRef = useRef<HTMLDivElement>(null)
  const { save, isSaving, conflict } = useSaving(props, form, version)

  const keep = () => {
    onChanged(true)
    draft.keep({ version: version.current, fields: form.getFieldsValue(true) })
  }
  const discard = async () => {
    await draft.drop()
    version.current = base.version
    refill(form, base.fields)
    setRestored(false)
    onChanged(false)
  }
  const saveAndContinue = () =>
    save(() => {
      const kept = Object.fromEntries(register.keptForNext.map((name) => [name, form.getFieldValue(name as string)]))
      refill(form, { ...base.fields, ...kept })
      setRestored(false)
      bodyRef.current?.scrollTo({ top: 0 })
      bodyRef.current?.querySelector<HTMLElement>('input')?.focus()
    })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    save(onClose)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter is a second way to the save button
    <div className="form-frame" onKeyDown={onKeyDown}>
      <div className="form-body" ref={bodyRef}>
        <DraftNotes
          isRestored={isRestored}
          conflict={conflict}
          onDiscard={() => void discard()}
          onReload={() => void discard().then(props.onReload)}
        />
        {row && register.evidence ? (
          <UpperRemarks form={form} recordKind={register.evidence} recordId={row.id} />
        ) : null}
        <Form form={form} layout="vertical" initialValues={start.fields as object} onValuesChange={keep}>
          <KeepDraftContext value={keep}>
            <register.Fields />
          </KeepDraftContext>
        </Form>
        {row && register.After ? <register.After row={row} /> : null}
        {row && register.evidence ? <RecordEvidence recordKind={register.evidence} recordId={row.id} /> : null}
        {!row && register.evidence ? <NewEvidence onChosen={() => onChanged(true)} /> : null}
      </div>
      <Flex className="form-foot" gap={8} justify="flex-end" align="center" wrap>
        <span className="form-keys">Ctrl+S 保存，Esc 关闭并暂存</span>
        <Button onClick={onClose}>关闭</Button>
        {row ? null : (
          <Button onClick={saveAndContinue} loading={isSaving}>
            保存并继续添加
          </Button>
        )}
        <Button type="primary" aria-keyshortcuts="Control+S" onClick={() => save(onClose)} loading={isSaving}>
          保存
        </Button>
      </Flex>
    </div>
  )
}

/** Puts these values in place of all that the form holds: its initial values may be a draft. */
function refill(form: FormInstance, fields: object): void {
  const emptied = Object.fromEntries(Object.keys(form.getFieldsValue(true)).map((name) => [name, undefined]))
  form.resetFields()
  form.setFieldsValue({ ...emptied, ...fields })
}

function useSaving<Row extends Stamp, Input>(
  props: RegisterFormProps<Row, Input>,
  form: FormInstance,
  version: { current: number | null },
) {
  const { register, row, draft, onChanged } = props
  const { client } = useBackend()
  const { message } = App.useApp()
  const [conflict, setConflict] = useState('')
  const pending = usePendingEvidence()
  const { change } = useAddress()
  const calls = register.calls(client)
  const saving = useAction({
    call: async (fields: Input) => {
      const ids = row ? [row.id] : (await calls.add([fields])).ids
      if (row) await calls.update({ id: row.id, version: version.current ?? row.version, fields })
      await draft.drop()
      return ids[0] ?? ''
    },
    done: `${register.word}已保存`,
    isQuiet: (problem) => problem.issues.length > 0 || problem.code === 'CONFLICT',
  })

  const save = async (onSaved: () => void) => {
    if (saving.isPending) return
    try {
      const fields = await form.validateFields().catch(() => undefined)
      if (fields === undefined) {
        message.warning(pleaseMend)
        return
      }
      const id = await saving.mutateAsync(form.getFieldsValue(true) as Input)
      setConflict('')
      onChanged(false)
      const isAttached = row || !register.evidence || (await pending.attachTo(register.evidence, id))
      // The record is stored; what became of its files is said where they belong.
      if (isAttached) onSaved()
      else change({ record: id })
    } catch (error) {
      const problem = problemOf(error)
      if (problem.code === 'CONFLICT') setConflict(problem.sentence)
      // The core names fields of an added record by its place in the list: [0, 'speakers', 0, 'name'].
      showIssues(form, problem, { skip: 1, message })
    }
  }
  return { save: (onSaved: () => void) => void save(onSaved), isSaving: saving.isPending, conflict }
}
