/** 回执: what the level above has said about our bundles, and taking its receipts in. */
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Flex, Table, Tag, Upload } from 'antd'
import { useState } from 'react'
import type { AcceptedReceipt, ReceivedReceipt } from '../../src-shared/receipts.ts'
import { useBackend } from '../api.ts'
import { formatMoment } from '../components/formats.ts'
import { NothingYet } from '../components/nothing-yet.tsx'
import { Section } from '../components/page.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { useAction } from '../components/use-action.ts'
import { useAddress } from '../components/use-address.ts'
import { FileDrop } from '../formatting/file-drop.tsx'
import { useRowKeys } from '../keyboard/use-row-keys.ts'
import { problemOf } from '../problem-of.ts'
import { ReceiptDrawer } from './receipt-drawer.tsx'
import { receiptWords } from './receipt-words.ts'
import './receipts.css'

export function ReceiptsTab() {
  return (
    <>
      <Section title="导入回执">
        <TakeReceipts />
      </Section>
      <Section title="收到的回执">
        <ReceivedReceipts />
      </Section>
    </>
  )
}

/** What became of one file. */
type Taken = { readonly fileName: string; readonly accepted: AcceptedReceipt | null; readonly sentence: string }

function TakeReceipts() {
  const { client } = useBackend()
  const [taken, setTaken] = useState<readonly Taken[]>([])
  const accepting = useAction({
    call: (file: File) => client.receipts.accept({ file }),
    onDone: (accepted, file) => add({ fileName: file.name, accepted, sentence: accepted.sentence }),
    isQuiet: () => true,
  })
  const add = (one: Taken) => setTaken((known) => [one, ...known.filter(({ fileName }) => fileName !== one.fileName)])
  const take = (file: File) =>
    accepting.mutateAsync(file).catch((error: unknown) => {
      add({ fileName: file.name, accepted: null, sentence: problemOf(error).sentence })
    })
  return (
    <FileDrop onFile={(file) => void take(file)} className="receipt-drop">
      <Flex gap={12} align="center" wrap>
        <Upload
          multiple
          accept=".ghb"
          showUploadList={false}
          beforeUpload={(file) => {
            void take(file)
            return false
          }}
        >
          <Button loading={accepting.isPending}>选择回执文件…</Button>
        </Upload>
        <span className="second">也可以把上级交来的回执（.ghb）拖到这里；导入后，退回的记录会在各台账中标出。</span>
      </Flex>
      <div aria-live="polite">
        {taken.map(({ fileName, accepted, sentence }) => (
          <Alert
            key={fileName}
            className="receipt-taken"
            type={accepted === null ? 'error' : needsAttention(accepted) ? 'warning' : 'success'}
            showIcon
            title={sentence}
            description={fileName}
          />
        ))}
      </div>
    </FileDrop>
  )
}

function needsAttention({ returned, conflict, held, epochRaised, state }: AcceptedReceipt): boolean {
  return returned + conflict + held > 0 || epochRaised || state !== '已导入'
}

function ReceivedReceipts() {
  const { queries } = useBackend()
  const { words, change } = useAddress()
  const { data, error, refetch } = useQuery(queries.receipts.list.queryOptions())
  const rowKeys = useRowKeys(data?.map((row) => ({ ...row, id: row.receiptId })) ?? [], (row) =>
    change({ receipt: row.id }),
  )
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <div className="list-wait" />
  if (data.length === 0) return <NothingYet>还没有收到回执。上报包交给上级后，请上级导出回执，在上面导入。</NothingYet>
  const open = words.get('receipt')
  return (
    <>
      <Table<ReceivedReceipt>
        size="small"
        rowKey="receiptId"
        tableLayout="fixed"
        className="register"
        dataSource={[...data]}
        pagination={{ pageSize: 10, size: 'small', hideOnSinglePage: true }}
        onRow={(row) => ({
          ...rowKeys({ ...row, id: row.receiptId }),
          onClick: () => change({ receipt: row.receiptId }),
        })}
        columns={[
          { title: '签发单位', dataIndex: 'issuer', width: 200, ellipsis: true },
          { title: '上报包', dataIndex: 'seq', width: 92, render: (seq: number) => `第${seq}号` },
          {
            title: '结果',
            key: 'result',
            render: (_, row) => (
              <>
                {receiptWords(row)}
                {row.isLate ? <Tag className="receipt-tag">逾期</Tag> : null}
                {row.isNewest ? (
                  <Tag className="receipt-tag" color="processing">
                    现行
                  </Tag>
                ) : null}
              </>
            ),
          },
          { title: '校验码', dataIndex: 'checkCode', width: 124, className: 'receipt-code' },
          { title: '签发时间', dataIndex: 'issuedAt', width: 148, className: 'figure', render: formatMoment },
          { title: '导入时间', dataIndex: 'acceptedAt', width: 148, className: 'figure', render: formatMoment },
        ]}
      />
      {open === null ? null : <ReceiptDrawer receiptId={open} onClose={() => change({ receipt: null })} />}
    </>
  )
}
