/** The saved views of a page (管理常用查询): renamed, made the page's own, removed. */
import { Button, Input, Modal, Switch } from 'antd'
import { useState } from 'react'
import type { SavedView } from '../../src-shared/saved-views.ts'
import { useBackend } from '../api.ts'
import { NothingYet } from '../components/nothing-yet.tsx'
import { useAction } from '../components/use-action.ts'
import { useRemoval } from '../components/use-removal.tsx'
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
  const { id, version, name, query, isDefault } = view
  const [typed, setTyped] = useState(name)
  const remove = useRemoval(client.views)
  const changing = useAction({
    call: (changed: Partial<Pick<SavedView, 'name' | 'isDefault'>>) =>
      client.views.update({ id, version, fields: { name, query, isDefault, ...changed } }),
    done: '已保存',
  })
  const rename = () => {
    const wanted = typed.trim()
    if (wanted === '') setTyped(name)
    else if (wanted !== name) changing.mutate({ name: wanted }, { onError: () => setTyped(name) })
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
          onChange={(checked) => changing.mutate({ isDefault: checked })}
        />
        默认
      </span>
      <Button type="text" size="small" aria-label={`删除常用查询${name}`} onClick={() => remove({ id, name })}>
        删除
      </Button>
    </li>
  )
}
