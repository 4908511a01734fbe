/** 要求: what a notice asks for, by kind; confirmed, edited, set aside, split, merged and added here. */
import { PlusOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { requirementKinds, requirementStates } from '../../../src-shared/notice-words.ts'
import type { NoticeDetail, Requirement } from '../../../src-shared/notices.ts'
import { useBackend } from '../../api.ts'
import { NothingYet } from '../../components/nothing-yet.tsx'
import { useAction } from '../../components/use-action.ts'
import { useAddress } from '../../components/use-address.ts'
import { MergeDialog } from './merge-dialog.tsx'
import { RequirementForm } from './requirement-form.tsx'
import { RequirementTable } from './requirement-table.tsx'
import { SplitDialog } from './split-dialog.tsx'
import './requirements.css'

type Opened =
  | { readonly what: 'edit' | 'split'; readonly id: string }
  | { readonly what: 'add' | 'merge' }
  | { readonly what: 'none' }
const nothing: Opened = { what: 'none' }

export function RequirementsTab({ notice }: { readonly notice: NoticeDetail }) {
  const { client } = useBackend()
  const { words, change } = useAddress()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [opened, setOpened] = useState<Opened>(nothing)
  const { requirements } = notice
  const state = requirementStates.find((one) => one === words.get('state'))
  const shown = state ? requirements.filter((one) => one.state === state) : requirements
  const selected = requirements.filter(({ id }) => chosen.has(id))
  const clear = () => setChosen(new Set())
  const confirming = useAction({
    call: (ids: readonly string[]) => client.requirements.confirm({ ids: [...ids] }),
    done: (_, ids) => `已确认${ids.length}条要求`,
    onDone: clear,
  })
  const settingAside = useAction({
    call: (ids: readonly string[]) => client.requirements.setAside({ ids: [...ids] }),
    done: (_, ids) => `${ids.length}条要求标为不适用，不再计入进度`,
    onDone: clear,
  })
  const ids = (rows: readonly Requirement[]) => rows.map(({ id }) => id)
  const unconfirmed = requirements.filter((one) => one.state === '待确认')
  const openedOne = 'id' in opened ? requirements.find(({ id }) => id === opened.id) : undefined
  const close = () => setOpened(nothing)
  const toggle = (id: string, is: boolean) => {
    const next = new Set(chosen)
    if (is) next.add(id)
    else next.delete(id)
    setChosen(next)
  }
  return (
    <>
      <div className="filter">
        <Segmented
          aria-label="核对情况"
          value={state ?? '全部'}
          onChange={(one) => change({ state: one === '全部' ? null : one }, { replace: true })}
          options={[
            { value: '全部', label: `全部 ${requirements.length}` },
            ...requirementStates.map((one) => ({
              value: one,
              label: `${one} ${requirements.filter((row) => row.state === one).length}`,
            })),
          ]}
        />
        {selected.length > 0 ? (
          <>
            <span className="second">已选{selected.length}条</span>
            <Button onClick={() => confirming.mutate(ids(selected))}>确认所选</Button>
            <Button onClick={() => settingAside.mutate(ids(selected))}>标为不适用</Button>
            <Button disabled={selected.length < 2} onClick={() => setOpened({ what: 'merge' })}>
              合并所选
            </Button>
            <Button type="text" onClick={clear}>
              取消选择
            </Button>
          </>
        ) : null}
        <span className="filter-end">
          <Button icon={<PlusOutlined />} onClick={() => setOpened({ what: 'add' })}>
            添加要求
          </Button>
          {unconfirmed.length > 0 ? (
            <Button type="primary" loading={confirming.isPending} onClick={() => confirming.mutate(ids(unconfirmed))}>
              全部确认（{unconfirmed.length}条）
            </Button>
          ) : null}
        </span>
      </div>
      {shown.length === 0 ? (
        <NothingYet>
          {requirements.length === 0 ? '这件通知里还没有列出要求。点“添加要求”逐条填写。' : `没有${state}的要求。`}
        </NothingYet>
      ) : (
        <RequirementTable
          groups={requirementKinds
            .map((kind) => ({ kind, requirements: shown.filter((one) => one.kind === kind) }))
            .filter((group) => group.requirements.length > 0)}
          chosen={chosen}
          onToggle={toggle}
          onConfirm={(id) => confirming.mutate([id])}
          onSetAside={(id) => settingAside.mutate([id])}
          onEdit={(id) => setOpened({ what: 'edit', id })}
          hasText={notice.document !== null}
          onSplit={(id) => setOpened({ what: 'split', id })}
        />
      )}
      {opened.what === 'add' ? <RequirementForm noticeId={notice.id} requirement={null} onClose={close} /> : null}
      {opened.what === 'edit' && openedOne ? (
        <RequirementForm noticeId={notice.id} requirement={openedOne} onClose={close} />
      ) : null}
      {opened.what === 'split' && openedOne ? <SplitDialog requirement={openedOne} onClose={close} /> : null}
      {opened.what === 'merge' ? <MergeDialog requirements={selected} onClose={close} onMerged={clear} /> : null}
    </>
  )
}
