/** Below the navigation while the keys are locked (密钥锁着): where the passphrase is given, whatever page asked for it. */
import { LockOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import './keys.css'
import { UnlockDialog } from './unlock-dialog.tsx'
import { useOwnKeys } from './use-keys.ts'

export function KeyLock({ isNarrow }: { readonly isNarrow: boolean }) {
  const { data } = useOwnKeys()
  const [isOpen, setOpen] = useState(false)
  if (!data?.isLocked || !data.protection.passphrase) return null
  return (
    <>
      <Button
        type="text"
        size="small"
        className="keys-lock"
        icon={<LockOutlined />}
        aria-label="输入密钥口令"
        onClick={() => setOpen(true)}
      >
        {isNarrow ? null : '输入密钥口令'}
      </Button>
      {isOpen ? <UnlockDialog onClose={() => setOpen(false)} /> : null}
    </>
  )
}
