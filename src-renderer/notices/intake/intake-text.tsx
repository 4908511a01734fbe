/** Taking in a notice by its words (用通知原文): pasted, opened or dragged in; what is pasted is kept until it is taken in. */
import { Button, Input } from 'antd'
import { useEffect, useState } from 'react'
import type { AddedNotice } from '../../../src-shared/notices.ts'
import { useBackend } from '../../api.ts'
import { useAction } from '../../components/use-action.ts'
import { useDraft } from '../../components/use-draft.ts'
import { FileButton } from '../../formatting/file-button.tsx'
import { FileDrop } from '../../formatting/file-drop.tsx'

const invitation = `把通知全文贴在这里，或把TXT、DOCX文件拖进来。

从发文机关、文号、标题到落款、抄送、印发，有多少贴多少；没有的会注明“原文未见”。
同一件通知再登记一次，只补新的要求，已核对的不动。`

export function IntakeText({ onAdded }: { readonly onAdded: (added: AddedNotice) => void }) {
  const { client } = useBackend()
  const { stored, keep, drop } = useDraft<{ text: string }>('notice:intake')
  const [text, setText] = useState('')
  // The draft arrives after the first rendering.
  useEffect(() => {
    if (stored) setText((typed) => typed || stored.text)
  }, [stored])
  const adding = useAction({
    call: (source: { file: File } | { text: string }) => client.notices.add(source),
    onDone: (added, source) => {
      if ('text' in source) void drop()
      onAdded(added)
    },
  })
  const type = (typed: string) => {
    setText(typed)
    keep({ text: typed })
  }
  return (
    <FileDrop onFile={(file) => adding.mutate({ file })} className="intake-drop">
      <div className="filter">
        <FileButton accept=".docx,.txt" isBusy={adding.isPending} onFile={(file) => adding.mutate({ file })}>
          打开文件…
        </FileButton>
        {text === '' ? null : <Button onClick={() => type('')}>清空</Button>}
        <Button
          type="primary"
          className="filter-end"
          disabled={text.trim() === ''}
          loading={adding.isPending}
          onClick={() => adding.mutate({ text })}
        >
          登记
        </Button>
      </div>
      <Input.TextArea
        aria-label="通知全文"
        className="intake-text"
        placeholder={invitation}
        value={text}
        onChange={(event) => type(event.target.value)}
      />
    </FileDrop>
  )
}
