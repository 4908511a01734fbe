/** Below the navigation (导航脚): help, the shortcuts, and whose ledger this is. */
import { QuestionCircleOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { ShortcutsDialog } from './keyboard/shortcuts-dialog.tsx'
import { KeyLock } from './keys/key-lock.tsx'

export function FrameFoot({ office, isNarrow }: { readonly office: string; readonly isNarrow: boolean }) {
  const [isShown, setShown] = useState(false)
  return (
    <div className="frame-foot">
      <div className="frame-help">
        <Link to="/help" className="frame-help-link" aria-label="帮助">
          <QuestionCircleOutlined />
          {isNarrow ? null : ' 帮助'}
        </Link>
        <Button
          type="text"
          size="small"
          className={isNarrow ? 'visually-hidden' : ''}
          aria-keyshortcuts="?"
          onClick={() => setShown(true)}
        >
          快捷键 <kbd className="shortcut-key">?</kbd>
        </Button>
      </div>
      <KeyLock isNarrow={isNarrow} />
      {isNarrow ? null : <div className="brand-office">{office}</div>}
      <ShortcutsDialog isOpen={isShown} onClose={() => setShown(false)} />
    </div>
  )
}
