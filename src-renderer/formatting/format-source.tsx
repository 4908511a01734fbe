/** What is to be formatted (原文): a pasted text or a file, and the two things that a text cannot say for itself. */
import { Button, Input, Select, Switch } from 'antd'
import type { TextAreaRef } from 'antd/es/input/TextArea'
import type { RefObject } from 'react'
import { type RecognisedKind, recognisedKinds } from '../../src-shared/recognition.ts'
import { optionsOf } from '../components/fields.tsx'
import { formatSize } from '../components/formats.ts'
import { FileButton } from './file-button.tsx'
import type { Source } from './use-recognition.ts'

type FormatSourceProps = {
  readonly source: Source
  readonly onChange: (part: Partial<Source>) => void
  /** 文种 that was read out of the text. */
  readonly kindRead: RecognisedKind | undefined
  readonly isReading: boolean
  readonly areaRef: RefObject<TextAreaRef | null>
}

const invitation = `把公文的文字贴在这里，或把TXT、DOCX文件拖进来。

网页上复制的、带Markdown标记的、标点是半角的、被换行切断的，都可以直接贴。`

export function FormatSource({ source, onChange, kindRead, isReading, areaRef }: FormatSourceProps) {
  const { text, file, kind, hasSeal } = source
  const isEmpty = text === '' && file === null
  return (
    <div className="format-source">
      <div className="filter">
        <FileButton accept=".docx,.txt" onFile={(chosen) => onChange({ file: chosen })}>
          打开文件…
        </FileButton>
        {isEmpty ? null : <Button onClick={() => onChange({ text: '', file: null })}>清空</Button>}
        <Select
          className="format-kind"
          aria-label="文种"
          allowClear
          placeholder={kindRead ? `按原文：${kindRead}` : '文种按原文'}
          options={optionsOf(recognisedKinds)}
          value={kind}
          onChange={(chosen) => onChange({ kind: chosen ?? null })}
        />
        <Switch
          aria-label="加盖印章"
          checked={hasSeal}
          checkedChildren="盖章"
          unCheckedChildren="不盖章"
          onChange={(isSealed) => onChange({ hasSeal: isSealed })}
        />
        <span className="reading" role="status">
          {isReading ? '正在识别…' : ''}
        </span>
      </div>
      {file ? (
        <p className="source-file">
          文件：{file.name}（{formatSize(file.size)}）
        </p>
      ) : (
        <Input.TextArea
          ref={areaRef}
          aria-label="公文文字"
          className={isEmpty ? 'source-text' : 'source-text filled'}
          placeholder={invitation}
          value={text}
          onChange={(event) => onChange({ text: event.target.value })}
        />
      )}
    </div>
  )
}
