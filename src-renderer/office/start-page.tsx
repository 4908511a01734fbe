/** First start (首次使用): three steps, each of which can be left for later but the first. */
import { useSuspenseQuery } from '@tanstack/react-query'
import { Button, Flex, Steps, Typography } from 'antd'
import { Suspense } from 'react'
import { useNavigate } from 'react-router'
import { useBackend } from '../api.ts'
import { ConnectionBar } from '../app-frame.tsx'
import { useAddress } from '../components/use-address.ts'
import { OfficeForm } from './office-form.tsx'
import { StartUnions } from './start-unions.tsx'

export function StartPage() {
  return (
    <Suspense fallback={null}>
      <Start />
    </Suspense>
  )
}

function Start() {
  const { queries } = useBackend()
  const { data: office } = useSuspenseQuery(queries.office.show.queryOptions())
  const { words, change } = useAddress()
  const step = office ? Math.min(2, Math.max(0, Number(words.get('step') ?? 1))) : 0
  const goTo = (next: number) => change({ step: next })
  return (
    <main className="start" aria-label="首次使用">
      <ConnectionBar />
      <Typography.Title level={1}>学宣台账</Typography.Title>
      <Typography.Paragraph type="secondary">
        登记学习、宣讲、蹲点，按期生成情况报告、统计表和上报包。先用三步准备好。
      </Typography.Paragraph>
      <Steps
        size="small"
        current={step}
        items={[{ title: '本单位信息' }, { title: '基层工会名册' }, { title: '登记第一条' }]}
      />
      <div className="start-step">
        {step === 0 ? <OfficeForm office={office} saveLabel="保存，下一步" onSaved={() => goTo(1)} /> : null}
        {step === 1 ? <StartUnions onDone={() => goTo(2)} /> : null}
        {step === 2 ? <FirstRecord /> : null}
      </div>
    </main>
  )
}

function FirstRecord() {
  const navigate = useNavigate()
  const kinds = [
    { to: '/studies?record=new', label: '登记一次学习', sentence: '中心组学习、主题党日、培训班、读书诵读等' },
    { to: '/lectures?record=new', label: '登记一场宣讲', sentence: '专家、领导干部、劳模、基层工会和网上宣讲' },
    { to: '/stays?record=new', label: '登记一次蹲点', sentence: '走访、访谈、收集问题、办实事、建会入会' },
  ]
  return (
    <>
      <p>名册准备好了。最近做过的一件事，现在就可以登记下来。</p>
      <div className="choices">
        {kinds.map(({ to, label, sentence }) => (
          <div key={to} className="choice">
            <Button type="primary" ghost onClick={() => navigate(to)}>
              {label}
            </Button>
            <span>{sentence}</span>
          </div>
        ))}
      </div>
      <Flex gap={8}>
        <Button onClick={() => navigate('/')}>先到工作台看看</Button>
      </Flex>
    </>
  )
}
