/** A received record (下级报来的记录) to read: its content, whose it is, which bundle brought it and who signed that. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useNavigate, useParams } from 'react-router'
import type { DeskRecordKind, RecordOrigin } from '../../src-shared/desk.ts'
import { fieldLabels } from '../../src-shared/field-labels.ts'
import { localDayOf } from '../../src-shared/report-state.ts'
import { useBackend } from '../api.ts'
import { formatMoment } from '../components/formats.ts'
import { Page, Section } from '../components/page.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { recordWord } from '../components/record-link.tsx'
import { ReturnButton } from '../receipts/return-button.tsx'
import './upper.css'

export function DeskRecordPage() {
  const { kind = '', id = '' } = useParams()
  const navigate = useNavigate()
  const { queries } = useBackend()
  const { data, error, refetch } = useQuery(
    queries.upper.record.queryOptions({ input: { kind: kind as DeskRecordKind, id } }),
  )
  return (
    <Page
      title={data ? `${data.officeName}的${recordWord(data.kind)}` : '下级报来的记录'}
      hint="只供查看；内容由报送单位负责，要改请退回。"
      actions={
        <>
          {data?.bundle ? (
            <ReturnButton
              officeId={data.officeId}
              officeName={data.officeName}
              table={data.kind}
              rowId={id}
              version={data.version}
              fields={Object.keys(data.fields)}
            />
          ) : null}
          <Button onClick={() => void navigate(-1)}>返回</Button>
        </>
      }
    >
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      {data ? <Origin origin={data} /> : <div className="list-wait" aria-busy={!error} />}
    </Page>
  )
}

function Origin({ origin }: { readonly origin: RecordOrigin }) {
  const { bundle, officeId, officeName, version, fields } = origin
  const shown = Object.entries(fields).filter(([name, value]) => fieldLabels[name] && value !== null && value !== '')
  return (
    <>
      <Section title="从哪里来">
        <dl className="upper-facts">
          <dt>报送单位</dt>
          <dd>{bundle ? <Link to={`/upper/office/${officeId}`}>{officeName}</Link> : officeName}</dd>
          <dt>版本</dt>
          <dd>第{version}版</dd>
          <dt>上报包</dt>
          <dd>
            {bundle
              ? `第${bundle.seq}号，对方制包${formatMoment(bundle.createdAt)}，本机收到${formatMoment(bundle.receivedAt)}`
              : '本单位自己的记录'}
          </dd>
          {bundle ? (
            <>
              <dt>签名密钥</dt>
              <dd>
                {bundle.signer.name}，{localDayOf(bundle.signer.acceptedAt)}登记，{bundle.signer.state}
                <br />
                <span className="second figure">{bundle.signer.fingerprint}</span>
              </dd>
            </>
          ) : null}
        </dl>
      </Section>
      <Section title="内容">
        <dl className="upper-facts">
          {shown.map(([name, value]) => (
            <FieldOf key={name} label={fieldLabels[name] ?? name} value={String(value)} />
          ))}
        </dl>
      </Section>
    </>
  )
}

function FieldOf({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{wordsOf(value)}</dd>
    </>
  )
}

/** Lists are stored as JSON. */
function wordsOf(value: string): string {
  if (!value.startsWith('[')) return value
  const items: unknown[] = JSON.parse(value)
  if (items.length === 0) return '无'
  return items
    .map((item) =>
      typeof item === 'object' && item !== null
        ? Object.values(item)
            .filter((part) => part !== null && part !== '')
            .join('，')
        : String(item),
    )
    .join('；')
}
