/** 转报 and 转交: bundles of the offices below for the one above, its receipts back down. Nothing for an office without one above. */
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { Party } from '../../src-shared/bundle-manifest.ts'
import type { SetDelivery } from '../../src-shared/delivery.ts'
import { leftOutWords, type PassedDown } from '../../src-shared/receipts.ts'
import { useBackend } from '../api.ts'
import { Section } from '../components/page.tsx'
import { useLongJob } from '../components/use-long-job.tsx'
import { saveSet, whereSet } from './delivered-set.ts'

export function PassOn() {
  const { queries } = useBackend()
  const { data = [] } = useQuery(queries.keys.peers.queryOptions())
  const superiors = data.filter(({ role, removedAt }) => role === '上级' && removedAt === null)
  return superiors.map((superior) => (
    <Section key={superior.officeId} title={`转报${superior.name}`}>
      <Upward to={superior} />
      <Downward />
    </Section>
  ))
}

function Upward({ to }: { readonly to: Party }) {
  const { client, queries } = useBackend()
  const [all, setAll] = useState(false)
  const [done, setDone] = useState<SetDelivery | null>(null)
  const { data = [] } = useQuery(queries.receipts.passable.queryOptions({ input: { to: to.officeId, all } }))
  const passing = useLongJob({
    call: (_: undefined, jobId) => client.receipts.passOn({ to: to.officeId, all, jobId }),
    onDone: (delivery) => {
      saveSet(delivery)
      if (delivery.state !== 'cancelled') setDone(delivery)
    },
  })
  const offices = new Set(data.map(({ officeName }) => officeName)).size
  return (
    <>
      <div className="filter">
        <Button loading={passing.isRunning} disabled={data.length === 0} onClick={() => passing.start(undefined)}>
          转报上报包（{data.length}个）
        </Button>
        <Checkbox checked={all} onChange={({ target }) => setAll(target.checked)}>
          它已有回执的也转
        </Checkbox>
        <span className="second">
          {data.length === 0 ? `没有要转报的，${to.name}都已收到。` : `来自${offices}个单位，内容和签名原样不动。`}
        </span>
      </div>
      {passing.progress}
      {done ? <Alert className="receipt-facts" type="success" showIcon title={`已转报，${whereSet(done)}`} /> : null}
    </>
  )
}

function Downward() {
  const { client, queries } = useBackend()
  const [done, setDone] = useState<PassedDown | null>(null)
  const { data = [] } = useQuery(queries.receipts.waiting.queryOptions())
  const count = data.reduce((sum, one) => sum + one.count, 0)
  const passing = useLongJob({
    call: (_: undefined, jobId) => client.receipts.passDown({ again: false, jobId }),
    onDone: (passed) => {
      saveSet(passed.delivery)
      if (passed.delivery.state !== 'cancelled') setDone(passed)
    },
  })
  return (
    <>
      <div className="filter">
        <Button loading={passing.isRunning} disabled={count === 0} onClick={() => passing.start(undefined)}>
          转交上级回执（{count}份）
        </Button>
        <span className="second">
          {count === 0
            ? '没有等待转交的。上级给下级单位的回执，在“接收”里导入后会列在这里。'
            : data.map((one) => `${one.officeName}${one.count}份`).join('，')}
        </span>
      </div>
      {passing.progress}
      {done ? (
        <Alert
          className="receipt-facts"
          type={done.leftOut.length === 0 ? 'success' : 'warning'}
          showIcon
          title={`已转交，${whereSet(done.delivery)}`}
          description={done.leftOut.length === 0 ? undefined : `没有转交：${leftOutWords(done.leftOut)}`}
        />
      ) : null}
    </>
  )
}
