/** The search over everything in the frame (检索): a button and Ctrl+K open it, arrows choose, Enter opens what was chosen. */
import { SearchOutlined } from '@ant-design/icons'
import { Button, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { SearchPanel } from './search-panel.tsx'
import './search.css'

export function SearchBox({ isNarrow }: { readonly isNarrow: boolean }) {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const openByKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', openByKey)
    return () => window.removeEventListener('keydown', openByKey)
  }, [])
  const close = () => setOpen(false)
  return (
    <>
      <Button
        className="search-button"
        icon={<SearchOutlined />}
        aria-label="查找Ctrl+K"
        aria-keyshortcuts="Control+K"
        onClick={() => setOpen(true)}
      >
        {isNarrow ? null : (
          <>
            查找<kbd>Ctrl+K</kbd>
          </>
        )}
      </Button>
      <Modal open={isOpen} onCancel={close} footer={null} title="查找" width={680} destroyOnHidden style={{ top: 64 }}>
        <SearchPanel onLeave={close} />
      </Modal>
    </>
  )
}
