/** 整理成文: a text or file from elsewhere is read part by part, shown as a page, kept as a draft or written as DOCX. */
import { Alert, Button } from 'antd'
import type { TextAreaRef } from 'antd/es/input/TextArea'
import { type RefObject, useMemo, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { useBackend } from '../api.ts'
import { Page } from '../components/page.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { useAction } from '../components/use-action.ts'
import { useDelivery } from '../components/use-delivery.tsx'
import { useDraft } from '../components/use-draft.ts'
import { DocumentTabs } from '../documents/document-tabs.tsx'
import { FileDrop } from './file-drop.tsx'
import './formatting.css'
import { FormatPreview } from './format-preview.tsx'
import { FormatReport } from './format-report.tsx'
import { FormatSource } from './format-source.tsx'
import { type Places, PlacesContext, showLine } from './place.tsx'
import { inputOf, longestText, type Source, useRecognition } from './use-recognition.ts'

const nothing: Source = { text: '', file: null, kind: null, hasSeal: true }

export function FormatPage() {
  const draft = useDraft<string>('format')
  // What was pasted last time is there again.
  if (draft.stored === undefined) return <Page title="整理成文">{null}</Page>
  return <Formatting draft={draft} />
}

function Formatting({ draft }: { readonly draft: ReturnType<typeof useDraft<string>> }) {
  const { client } = useBackend()
  const navigate = useNavigate()
  const deliver = useDelivery()
  const areaRef = useRef<TextAreaRef>(null)
  const [source, setSource] = useState<Source>({ ...nothing, text: draft.stored ?? '' })
  const { hasSource, isTooLong, isReading, error, recognised, retry } = useRecognition(source)
  const change = (part: Partial<Source>) => {
    setSource((known) => ({ ...known, ...part }))
    if (part.text !== undefined && part.text.length <= longestText) draft.keep(part.text)
  }
  const storing = useAction({
    call: () => client.documents.store(inputOf(source)),
    done: '已存为公文草稿，请核对、补齐后保存',
    onDone: ({ documentId }) => void draft.drop().then(() => navigate(`/documents/${documentId}`)),
  })
  const writing = useAction({
    call: () => client.documents.format(inputOf(source)),
    onDone: ({ delivery }) => deliver(delivery, '公文'),
  })
  const places = useMemo(() => placesIn(source.file, areaRef), [source.file])
  const isReady = recognised !== undefined && recognised.document.blocks.length > 0
  const actions = (
    <>
      <Button disabled={!isReady} loading={writing.isPending} onClick={() => writing.mutate()}>
        直接导出Word
      </Button>
      <Button type="primary" disabled={!isReady} loading={storing.isPending} onClick={() => storing.mutate()}>
        存为公文草稿
      </Button>
    </>
  )
  return (
    <Page
      title="整理成文"
      hint="现成的文字逐项认出公文各要素，按GB/T 9704排好；原文没有的只提示，不代填。"
      actions={actions}
    >
      <DocumentTabs />
      <FileDrop onFile={(file) => change({ file })} className="formatting">
        <div className="formatting-text">
          <FormatSource
            source={source}
            onChange={change}
            kindRead={recognised?.document.kind}
            isReading={isReading}
            areaRef={areaRef}
          />
          {isTooLong ? <TooLong length={source.text.length} /> : null}
          {error && hasSource && !isTooLong ? (
            <ProblemNote error={error} {...(source.file ? {} : { onRetry: retry })} />
          ) : null}
          {recognised ? (
            <PlacesContext value={places}>
              <FormatReport recognised={recognised} />
            </PlacesContext>
          ) : null}
        </div>
        <FormatPreview document={isReady ? recognised.proposal.document : undefined} />
      </FileDrop>
    </Page>
  )
}

/** A DOCX counts paragraphs; a text counts lines, and those that were pasted can be shown. */
function placesIn(file: File | null, areaRef: RefObject<TextAreaRef | null>): Places {
  if (file) return { unit: /\.txt$/i.test(file.name) ? '行' : '段' }
  const show = (line: number) => {
    const area = areaRef.current?.resizableTextArea?.textArea
    if (area) showLine(area, line)
  }
  return { unit: '行', show }
}

function TooLong({ length }: { readonly length: number }) {
  return (
    <Alert
      type="error"
      showIcon
      title={`文字有${Math.round(length / 10_000)}万字，不像一份公文，没有识别。请只留公文文字（不超过${longestText / 10_000}万字）后再试。`}
    />
  )
}
