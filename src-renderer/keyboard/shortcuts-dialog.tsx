/** 快捷键: every shortcut of the window; opened by ? from anywhere. */
import { Modal } from 'antd'
import { Fragment } from 'react'
import { shortcutGroups } from './shortcuts.ts'
import './keyboard.css'

export function ShortcutsDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  return (
    <Modal open={isOpen} title="快捷键" footer={null} onCancel={onClose} width={600} destroyOnHidden>
      <ShortcutList />
    </Modal>
  )
}

export function ShortcutList() {
  return shortcutGroups.map(({ title, shortcuts }) => (
    <section key={title} className="shortcuts" aria-label={title}>
      <h3>{title}</h3>
      <dl>
        {shortcuts.map(({ keys, what }) => (
          <div key={what}>
            <dt>
              {keys.map((key, index) => (
                <Fragment key={key}>
                  {index > 0 ? ' 或 ' : null}
                  <kbd>{key}</kbd>
                </Fragment>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  ))
}
