/** Where evidence comes in (添加佐证): dragged here, pasted, or chosen as files or as a whole folder. */
import { FolderOpenOutlined, PaperClipOutlined } from '@ant-design/icons'
import { Button, Flex } from 'antd'
import { type ChangeEvent, type DragEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { type ChosenFile, chosenFiles, droppedFiles, pastedFiles } from './dropped-files.ts'
import './evidence.css'

type EvidenceDropProps = {
  readonly onFiles: (files: readonly ChosenFile[]) => void
  /** What the zone says. */
  readonly hint: string
  /** Only whole folders: for matching by days. */
  readonly isForFolder?: boolean
  readonly isBusy?: boolean
  readonly children?: ReactNode
}

export function EvidenceDrop({ onFiles, hint, isForFolder = false, isBusy = false, children }: EvidenceDropProps) {
  const [isOver, setOver] = useState(false)
  const take = (files: readonly ChosenFile[]) => {
    if (files.length > 0 && !isBusy) onFiles(files)
  }
  usePaste(isForFolder ? undefined : take)
  const hasFile = (event: DragEvent) => event.dataTransfer.types.includes('Files')
  const onDragOver = (event: DragEvent) => {
    if (!hasFile(event)) return
    event.preventDefault()
    setOver(true)
  }
  const onDrop = (event: DragEvent) => {
    if (!hasFile(event)) return
    event.preventDefault()
    setOver(false)
    void droppedFiles(event.dataTransfer).then(take)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dragging is a second way to the buttons
    <div
      className={`evidence-drop${isOver ? ' evidence-over' : ''}`}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <Flex gap={8} align="center" wrap>
        {isForFolder ? null : (
          <FilePicker word="选择文件" icon={<PaperClipOutlined />} isBusy={isBusy} onFiles={take} />
        )}
        <FilePicker word="选择文件夹" icon={<FolderOpenOutlined />} isFolder isBusy={isBusy} onFiles={take} />
        <span className="evidence-hint">{hint}</span>
      </Flex>
      {children}
    </div>
  )
}

type FilePickerProps = {
  readonly word: string
  readonly icon: ReactNode
  readonly isFolder?: boolean
  readonly isBusy: boolean
  readonly onFiles: (files: readonly ChosenFile[]) => void
}

function FilePicker({ word, icon, isFolder = false, isBusy, onFiles }: FilePickerProps) {
  const input = useRef<HTMLInputElement>(null)
  const onChange = ({ target }: ChangeEvent<HTMLInputElement>) => {
    onFiles(chosenFiles(target.files ?? []))
    // The same file again must count as a choice.
    target.value = ''
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={word}
        onChange={onChange}
        {...(isFolder ? { webkitdirectory: '' } : {})}
      />
      <Button size="small" icon={icon} disabled={isBusy} onClick={() => input.current?.click()}>
        {word}
      </Button>
    </>
  )
}

/** Text that is pasted into a field is left alone. */
function usePaste(take: ((files: readonly ChosenFile[]) => void) | undefined): void {
  const latest = useRef(take)
  latest.current = take
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (!latest.current || !event.clipboardData || event.clipboardData.files.length === 0) return
      event.preventDefault()
      latest.current(pastedFiles(event.clipboardData))
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [])
}
