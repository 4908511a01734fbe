/** The form of a register beside its list (登记表单): opened by the address, restored from its draft. */
import { useQuery } from '@tanstack/react-query'
import { App, Drawer } from 'antd'
import { useRef } from 'react'
import { formFields, type Stamp } from '../../src-shared/stamp.ts'
import { useBackend } from '../api.ts'
import { PendingEvidenceProvider, usePendingEvidence } from '../attachments/pending-evidence.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { useAddress } from '../components/use-address.ts'
import { useDraft } from '../components/use-draft.ts'
import { useShell } from '../components/use-shell.ts'
import { heldByForm } from '../query-client.ts'
import type { Register } from './register.ts'
import { type FormDraft, RegisterForm } from './register-form.tsx'

export function RegisterDrawer<Row extends Stamp, Input>({ register }: { readonly register: Register<Row, Input> }) {
  return (
    <PendingEvidenceProvider>
      <OpenDrawer register={register} />
    </PendingEvidenceProvider>
  )
}

function OpenDrawer<Row extends Stamp, Input>({ register }: { readonly register: Register<Row, Input> }) {
  const { words, change } = useAddress()
  const { message } = App.useApp()
  const pending = usePendingEvidence()
  // Not state: a form that closes itself after saving holds the closing of an earlier rendering.
  const isChanged = useRef(false)
  const setChanged = (is: boolean) => {
    isChanged.current = is
  }
  const target = words.get('record')
  const close = () => {
    const unsaved = pending.files.length > 0 ? `；选好的${pending.files.length}个文件没有添加，请到时重新选择` : ''
    if (isChanged.current) message.info(`没有保存，填写的内容已暂存，下次打开时恢复${unsaved}`)
    setChanged(false)
    pending.setFiles([])
    pending.setOutcome(null)
    change({ record: null, stay: null })
  }
  return (
    <Drawer
      open={target !== null}
      onClose={close}
      size="min(960px, 100vw)"
      title={target === 'new' ? `添加${register.word}` : `编辑${register.word}`}
      destroyOnHidden
      push={false}
      className="register-drawer"
      styles={{ body: { padding: 0 } }}
    >
      {target === null ? null : (
        <FormLoader key={target} register={register} target={target} onChanged={setChanged} onClose={close} />
      )}
    </Drawer>
  )
}

type FormLoaderProps<Row extends Stamp, Input> = {
  readonly register: Register<Row, Input>
  readonly target: string
  readonly onChanged: (isChanged: boolean) => void
  readonly onClose: () => void
}

function FormLoader<Row extends Stamp, Input>(props: FormLoaderProps<Row, Input>) {
  const { register, target, onChanged, onClose } = props
  const { client } = useBackend()
  const { words } = useAddress()
  const { today } = useShell()
  const calls = register.calls(client)
  const isNew = target === 'new'
  const stored = useQuery({
    queryKey: [register.name, 'get', target],
    queryFn: ({ signal }) => calls.get({ id: target }, { signal }),
    enabled: !isNew,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: 'always',
    meta: heldByForm,
  })
  const draft = useDraft<FormDraft<Input>>(`${register.name}:${target}`)
  if (stored.error) return <ProblemNote error={stored.error} />
  if (draft.stored === undefined || (!isNew && !stored.data)) return <div className="list-wait" aria-busy />
  const row = stored.data ?? null
  const base: FormDraft<Input> = row
    ? { version: row.version, fields: formFields(row) as unknown as Partial<Input> }
    : { version: null, fields: register.blank(today, words) }
  return (
    <RegisterForm
      key={row ? row.version : 'new'}
      register={register}
      row={row}
      base={base}
      draft={draft}
      onChanged={onChanged}
      onClose={onClose}
      onReload={() => void stored.refetch()}
    />
  )
}
