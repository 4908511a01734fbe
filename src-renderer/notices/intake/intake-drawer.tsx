/** 登记通知: from pasted text, a file, or the catalogue; then what was read. Opened by the address. */
import { Button, Drawer, Tabs } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { AddedNotice } from '../../../src-shared/notices.ts'
import { useAddress } from '../../components/use-address.ts'
import { CatalogueChoice } from './catalogue-choice.tsx'
import { IntakeResult } from './intake-result.tsx'
import { IntakeText } from './intake-text.tsx'
import './intake.css'

export function IntakeDrawer() {
  const { words, change } = useAddress()
  const navigate = useNavigate()
  const [added, setAdded] = useState<AddedNotice | null>(null)
  const source = words.get('intake')
  const close = () => {
    setAdded(null)
    change({ intake: null })
  }
  return (
    <Drawer
      open={source !== null}
      onClose={close}
      destroyOnHidden
      push={false}
      size="min(860px, 100vw)"
      title={added ? '登记结果' : '登记通知'}
      footer={
        added ? (
          <div className="drawer-foot">
            <Button onClick={() => setAdded(null)}>继续登记</Button>
            <Button type="primary" onClick={() => void navigate(`/notices/${added.noticeId}`)}>
              核对要求
            </Button>
          </div>
        ) : null
      }
    >
      {added ? (
        <IntakeResult added={added} />
      ) : (
        <Tabs
          activeKey={source === 'catalogue' ? 'catalogue' : 'text'}
          onChange={(key) => change({ intake: key }, { replace: true })}
          items={[
            { key: 'text', label: '用通知原文', children: <IntakeText onAdded={setAdded} /> },
            { key: 'catalogue', label: '从目录选取', children: <CatalogueChoice onAdded={setAdded} /> },
          ]}
        />
      )}
    </Drawer>
  )
}
