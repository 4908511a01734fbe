/** 打开文件: chooses one file; the core reads it by its bytes and says what it cannot read. */
import { Button, Upload } from 'antd'
import type { ReactNode } from 'react'

type FileButtonProps = {
  /** Endings that the dialog offers first, e.g. `.docx`. */
  readonly accept: string
  readonly onFile: (file: File) => void
  readonly isBusy?: boolean
  /** The one thing to do next on its page. */
  readonly isPrimary?: boolean
  readonly children: ReactNode
}

export function FileButton({ accept, onFile, isBusy = false, isPrimary = false, children }: FileButtonProps) {
  const choose = (file: File) => {
    onFile(file)
    return false
  }
  return (
    <Upload beforeUpload={choose} showUploadList={false} accept={accept}>
      <Button type={isPrimary ? 'primary' : 'default'} loading={isBusy}>
        {children}
      </Button>
    </Upload>
  )
}
