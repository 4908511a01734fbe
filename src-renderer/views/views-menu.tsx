/** The menu of saved views (常用查询): choosing one, keeping the present filter as one, going to the list of them. */
import { StarOutlined } from '@ant-design/icons'
import { Button, Dropdown, type MenuProps } from 'antd'
import { useState } from 'react'
import { SaveViewDialog } from './save-view-dialog.tsx'
import { useViews } from './use-views.ts'
import { ViewsDialog } from './views-dialog.tsx'
import './views.css'

export function ViewsMenu() {
  const { page, words, filter, views, current, open } = useViews()
  const [shown, setShown] = useState<'save' | 'all' | null>(null)
  const items: MenuProps['items'] = [
    ...views.map((view) => ({
      key: view.id,
      label: `${view.name}${view.isDefault ? '（默认）' : ''}`,
      onClick: () => open(view),
    })),
    ...(views.length > 0 ? [{ type: 'divider' as const }] : []),
    {
      key: 'save',
      label: filter === '' ? '先筛选，再保存为常用查询' : '保存当前筛选…',
      disabled: filter === '',
      onClick: () => setShown('save'),
    },
    ...(views.length > 0 ? [{ key: 'all', label: '管理常用查询…', onClick: () => setShown('all') }] : []),
  ]
  return (
    <>
      <Dropdown trigger={['click']} autoFocus menu={{ items, selectedKeys: current ? [current.id] : [] }}>
        <Button icon={<StarOutlined />} aria-haspopup="menu">
          {current?.name ?? '常用查询'}
        </Button>
      </Dropdown>
      {shown === 'save' ? <SaveViewDialog page={page} words={words} onClose={() => setShown(null)} /> : null}
      {shown === 'all' ? <ViewsDialog views={views} onClose={() => setShown(null)} /> : null}
    </>
  )
}
