/** The saved views of a page (管理常用查询): renamed, made the page's own, removed. */
import { Button, Input, Modal, Switch } from 'antd'
import { useState } from 'react'
import type { SavedView } from '../../src-shared/saved-views.ts'
import { useBackend } from '../api.ts'
import { NothingYet } from '../components/nothing-yet.tsx'
import { useRemoval } from '../components/use-removal.tsx'
import { useRowEdits } from '../components/use-row-edits.ts'
import { viewInWords } from './view-query.ts'

type ViewsDialogProps = { readonly views: readonly SavedView[]; readonly onClose: () => void }

export function ViewsDialog({ views, onClose }: ViewsDialogProps) {
  return (
    <Modal open title="常用查询" footer={null} onCancel={onClose} width={640}>
      {views.length === 0 ? <NothingYet>这一页没有常用查询了。</NothingYet> : null}
      <ul className="plain-list">
        {views.map((view) => (
          <ViewLine key={view.id} view={view} />
        ))}
      </ul>
    </Modal>
  )
}

function ViewLine({ view }: { readonly view: SavedView }) {
  const { client } = useBackend()
  const { id, name, query, isDefault } = view
  const [typed, setTyped] = useState(name)
  const remove = useRemoval(client.views)
  const changing = useRowEdits(view, '已保存')
  const change = (changed: Partial<Pick<SavedView, 'name' | 'isDefault'>>) =>
    changing.mutate(async ({ version, ...last }) => {
      const fields = { name: last.name, query: last.query, isDefault: last.isDefault, ...changed }
      try {
        return await client.views.update({ id, version, fields })
      } catch (error) {
        setTyped(last.name)
        throw error
      }
    })
  const rename = () => {
    const wanted = typed.trim()
    if (wanted === '') setTyped(name)
    else if (wanted !== name) change({ name: wanted })
  }
  return (
    <li className="view-line">
      <Input
        aria-label={`“${name}”的名称`}
        maxLength={30}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={rename}
        onPressEnter={rename}
      />
      <span className="view-words">{viewInWords(query)}</span>
      <span className="view-default">
        <Switch
          size="small"
          aria-label={`打开这一页时就用“${name}”`}
          checked={isDefault}
          loading={changing.isPending}
          onChange={(checked) => change({ isDefault: checked })}
        />
        默认
      </span>
      <Button type="text" size="small" aria-label={`删除常用查询${name}`} onClick={() => remove({ id, name })}>
        删除
      </Button>
    </li>
  )
}
