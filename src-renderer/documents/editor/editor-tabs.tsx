/** The parts of a document as tabs (版头、正文、落款与版记、附件), with how much in each is still wrong. */
import { Form, Tabs } from 'antd'
import { AnnexesEditor } from './annexes-editor.tsx'
import type { EditorPart } from './edit.ts'
import { FootFields } from './foot-fields.tsx'
import { HeadFields } from './head-fields.tsx'
import { TextFields } from './text-fields.tsx'
import { type EditorTab, editorTabs, tabOf } from './use-faults.ts'

type EditorTabsProps = EditorPart & { readonly tab: EditorTab; readonly onTab: (tab: EditorTab) => void }

const names: Readonly<Record<EditorTab, string>> = { head: '版头', text: '正文', foot: '落款与版记', annexes: '附件' }
const parts = { head: HeadFields, text: TextFields, foot: FootFields, annexes: AnnexesEditor }

export function EditorTabs({ tab, onTab, ...part }: EditorTabsProps) {
  const { content, faults } = part
  const Part = parts[tab]
  const items = editorTabs.map((key) => {
    const count = key === 'annexes' && content.annexes.length > 0 ? ` ${content.annexes.length}` : ''
    const wrong = faults.filter((fault) => tabOf(fault) === key).length
    return {
      key,
      label: (
        <>
          {names[key]}
          {count}
          {wrong > 0 ? <span className="tab-faults">{wrong}处要改</span> : null}
        </>
      ),
    }
  })
  return (
    <div className="editor-parts">
      <Tabs size="small" items={items} activeKey={tab} onChange={(key) => onTab(key as EditorTab)} />
      <Form component={false} layout="vertical">
        <div className="editor-part" role="tabpanel" aria-label={names[tab]}>
          <Part {...part} />
        </div>
      </Form>
    </div>
  )
}
