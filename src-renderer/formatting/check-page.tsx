/** 格式检查: a DOCX or a stored document is judged row by row; what is mechanical is mended at one click. */
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { checklist } from '../../src-shared/conformance.ts'
import type { MendedFile } from '../../src-shared/formatting.ts'
import { useBackend } from '../api.ts'
import { NothingYet } from '../components/nothing-yet.tsx'
import { Page } from '../components/page.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { useAction } from '../components/use-action.ts'
import { useAddress } from '../components/use-address.ts'
import { useDelivery } from '../components/use-delivery.tsx'
import { DocumentTabs } from '../documents/document-tabs.tsx'
import { CheckReport } from './check-report.tsx'
import { FileButton } from './file-button.tsx'
import { FileDrop } from './file-drop.tsx'
import './formatting.css'

export function CheckPage() {
  const { client } = useBackend()
  const deliver = useDelivery()
  const { words, change } = useAddress()
  const id = words.get('id')
  const [file, setFile] = useState<File | null>(null)
  const [mended, setMended] = useState<MendedFile | null>(null)
  const checked = file ? { file } : id ? { id } : null
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['checked', id, file ? [file.name, file.size, file.lastModified] : null],
    queryFn: () => client.documents.check(checked ?? {}),
    enabled: checked !== null,
    gcTime: 0,
  })
  const mending = useAction({
    call: (given: File) => client.documents.mend({ file: given }),
    onDone: (result) => {
      if (result.delivery.state === 'cancelled') return
      setMended(result)
      deliver(result.delivery, '订正后的文件')
    },
  })
  const open = (chosen: File) => {
    setFile(chosen)
    setMended(null)
    change({ id: null })
  }
  const choose = (chosen: string | null) => {
    setFile(null)
    setMended(null)
    change({ id: chosen })
  }
  const isMendable = !mended && (data ?? []).some((row) => row.isMendable)
  const actions =
    file && isMendable ? (
      <Button type="primary" loading={mending.isPending} onClick={() => mending.mutate(file)}>
        一键订正
      </Button>
    ) : null
  return (
    <Page
      title="格式检查"
      hint={`按GB/T 9704逐项检查Word文件（${checklist.length}项）；能机械改正的一键订正，文字不动。`}
      actions={actions}
    >
      <DocumentTabs />
      <FileDrop onFile={open}>
        <div className="filter">
          <FileButton accept=".docx" onFile={open} isBusy={isFetching && file !== null}>
            打开Word文件…
          </FileButton>
          <StoredChoice value={file ? null : id} onChange={choose} />
          {file ? <span className="source-file">文件：{file.name}</span> : null}
          {id && !file ? <Link to={`/documents/${id}`}>打开这件公文</Link> : null}
        </div>
        {checked === null ? <Invitation /> : null}
        {error ? <ProblemNote error={error} /> : null}
        {mended ? <MendedNote mended={mended} /> : null}
        {data && !error ? <CheckReport results={mended ? mended.left : data} isWhole={!mended} /> : null}
      </FileDrop>
      {error && !file ? <Button onClick={() => void refetch()}>重试</Button> : null}
    </Page>
  )
}

function Invitation() {
  return (
    <NothingYet>
      打开一个DOCX文件，或把它拖到这里，或选一件台账里的公文。本机检查，文件不上传；逐项说明依据、查到的和怎么改。
    </NothingYet>
  )
}

type StoredChoiceProps = { readonly value: string | null; readonly onChange: (id: string | null) => void }

function StoredChoice({ value, onChange }: StoredChoiceProps) {
  const { queries } = useBackend()
  const { data } = useQuery(queries.documents.list.queryOptions())
  if (!data || data.length === 0) return null
  return (
    <Select
      className="stored-choice"
      aria-label="台账里的公文"
      placeholder="或选台账里的公文"
      allowClear
      showSearch
      optionFilterProp="label"
      value={value}
      onChange={(id) => onChange(id ?? null)}
      options={data.map(({ id, title, state, number }) => ({
        value: id,
        label: `${title || '（无标题）'}${state === '草稿' ? '' : `（${number}）`}`,
      }))}
    />
  )
}

function MendedNote({ mended: { mended, left } }: { readonly mended: MendedFile }) {
  const titles = mended.map((row) => checklist.find(({ id }) => id === row)?.title ?? '')
  const rest = left.length === 0 ? '检查项已全部合格。' : `还有${left.length}项要人改，见下。`
  return (
    <Alert
      type={mended.length === 0 ? 'info' : 'success'}
      showIcon
      className="form-note"
      title={mended.length === 0 ? `没有能机械改正的。${rest}` : `已订正${mended.length}项，文字没有改动。${rest}`}
      description={titles.length === 0 ? undefined : titles.join('；')}
    />
  )
}
