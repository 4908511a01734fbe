/** The parts of a document as tabs (版头、正文、落款与版记、附件), with how much in each is still wrong. */
import { Button, Form, Tabs } from 'antd'
import { useMemo, useRef } from 'react'
import { flushSync } from 'react-dom'
import { countMarks } from '../../../src-shared/editing/marks.ts'
import { AnnexesEditor } from './annexes-editor.tsx'
import { chooseNextMark } from './choose-mark.ts'
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
  const frame = useRef<HTMLDivElement>(null)
  const marks = useMemo(() => countMarks(content), [content])
  const goToMark = () => {
    const isHere = frame.current?.textContent?.includes('【待填写') ?? false
    const target = countMarks([content.title, content.blocks, content.attendance]) > 0 ? 'text' : 'annexes'
    // The tab must be drawn before its text can be chosen.
    if (!isHere) flushSync(() => onTab(target))
    if (frame.current) chooseNextMark(frame.current)
  }
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
      <Tabs
        size="small"
        items={items}
        activeKey={tab}
        onChange={(key) => onTab(key as EditorTab)}
        tabBarExtraContent={
          marks > 0 ? (
            <Button type="link" size="small" onClick={goToMark} title="转到下一处">
              {marks}处待填写
            </Button>
          ) : null
        }
      />
      <Form component={false} layout="vertical">
        <div className="editor-part" ref={frame} role="tabpanel" aria-label={names[tab]}>
          <Part {...part} />
        </div>
      </Form>
    </div>
  )
}
