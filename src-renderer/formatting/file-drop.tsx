/** A place that files are dragged onto (拖入文件); what else is dragged over it, e.g. words of a text, is left alone. */
import { type DragEvent, type ReactNode, useState } from 'react'

type FileDropProps = {
  readonly onFile: (file: File) => void
  readonly className?: string
  readonly children: ReactNode
}

export function FileDrop({ onFile, className = '', children }: FileDropProps) {
  const [isOver, setOver] = useState(false)
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
    const [file] = event.dataTransfer.files
    if (file) onFile(file)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dragging is a second way to the button that opens a file
    <div
      className={`file-drop ${isOver ? 'file-over' : ''} ${className}`}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      {children}
    </div>
  )
}
