/** 办文: what is written for a notice, what is arranged for it, and what must be settled before it is sent. */
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { periodWords } from '../../../src-shared/chinese.ts'
import type { NoticeDetail } from '../../../src-shared/notices.ts'
import { quarterOf } from '../../../src-shared/periods.ts'
import type { DraftedReply } from '../../../src-shared/replies.ts'
import { useBackend } from '../../api.ts'
import { Section } from '../../components/page.tsx'
import { PeriodPicker } from '../../components/period-picker.tsx'
import { useAction } from '../../components/use-action.ts'
import { useAddress } from '../../components/use-address.ts'
import { useShell } from '../../components/use-shell.ts'
import { ArrangementSection } from './arrangement-section.tsx'
import { DocumentTable } from './document-table.tsx'
import './papers.css'
import { PlanButtons } from './plan-buttons.tsx'
import { SelfCheckSection } from './self-check-section.tsx'
import { ZeroReportDialog } from './zero-report-dialog.tsx'

export function PapersTab({ notice }: { readonly notice: NoticeDetail }) {
  const { client } = useBackend()
  const { today } = useShell()
  const { period: chosen, changePeriod } = useAddress()
  const period = chosen ?? quarterOf(today)
  const [drafted, setDrafted] = useState<DraftedReply | null>(null)
  const [isZero, setZero] = useState(false)
  const replying = useAction({
    call: (zeroReason: string) => client.notices.reply({ noticeId: notice.id, period, zeroReason }),
    done: (_, zeroReason) => (zeroReason === '' ? '情况报告已起草' : '零报告已起草'),
    onDone: (reply) => {
      setDrafted(reply)
      setZero(false)
    },
  })
  return (
    <>
      <div className="filter">
        <PeriodPicker today={today} value={period} onChange={changePeriod} />
        <Button type="primary" loading={replying.isPending && !isZero} onClick={() => replying.mutate('')}>
          起草{periodWords(period)}情况报告
        </Button>
        <Button onClick={() => setZero(true)}>零报告…</Button>
      </div>
      <div className="filter">
        <PlanButtons noticeId={notice.id} />
      </div>
      {drafted ? <DraftedNote drafted={drafted} /> : null}
      <Section title="已起草的公文">
        <DocumentTable noticeId={notice.id} />
      </Section>
      <SelfCheckSection noticeId={notice.id} period={period} />
      <ArrangementSection noticeId={notice.id} />
      {isZero ? (
        <ZeroReportDialog
          period={period}
          isBusy={replying.isPending}
          onReason={(reason) => replying.mutate(reason)}
          onClose={() => setZero(false)}
        />
      ) : null}
    </>
  )
}

/** What the clerk must know about the report just drafted. */
function DraftedNote({ drafted: { documentId, fingerprint, remarks } }: { readonly drafted: DraftedReply }) {
  return (
    <div className="drafted-note" role="status">
      <p>
        情况报告已起草，<Link to={`/documents/${documentId}`}>打开编辑</Link>
        <span className="second">　取数指纹 {fingerprint}</span>
      </p>
      {remarks.length > 0 ? (
        <ul>
          {remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
