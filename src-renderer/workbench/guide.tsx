/** 首次使用引导 on the workbench: five steps with their ticks, beside the work and never in its way. */
import { CheckCircleFilled } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link } from 'react-router'
import { type GuideStep, guideSteps } from '../../src-shared/guide.ts'
import { useBackend } from '../api.ts'
import { Section } from '../components/page.tsx'
import { useAction } from '../components/use-action.ts'
import './guide.css'

const steps: Readonly<Record<GuideStep, { readonly title: string; readonly to: string; readonly sentence: string }>> = {
  office: { title: '填本单位', to: '/office', sentence: '公文和统计表的落款取自这里' },
  unions: { title: '建单位名册', to: '/unions', sentence: '逐个添加，或用Excel表一次导入；覆盖率以它为分母' },
  notice: { title: '收一份通知', to: '/notices?intake=text', sentence: '贴入上级通知，要求逐条列出' },
  record: {
    title: '登记第一条记录',
    to: '/studies?record=new',
    sentence: '学习、宣讲、蹲点、宣传文化，做过一次登记一条',
  },
  report: { title: '生成报告', to: '/documents', sentence: '选统计期，起草情况报告，数字取自台账' },
}

export function Guide() {
  const { client, queries } = useBackend()
  const { data } = useQuery(queries.guide.show.queryOptions())
  const dismissing = useAction({
    call: () => client.guide.set({ shown: '收起' }),
    done: '引导已收起，可在“帮助”中重新显示',
  })
  if (!data?.isShown) return null
  const next = guideSteps.find((step) => !data.done[step])
  return (
    <Section
      title="首次使用引导"
      extra={
        <Button type="text" size="small" loading={dismissing.isPending} onClick={() => dismissing.mutate()}>
          收起引导
        </Button>
      }
    >
      <ol className="guide">
        {guideSteps.map((step, index) => {
          const { title, to, sentence } = steps[step]
          const isDone = data.done[step]
          return (
            <li
              key={step}
              className={isDone ? 'guide-done' : undefined}
              aria-current={step === next ? 'step' : undefined}
            >
              <span className="guide-mark">
                {isDone ? <CheckCircleFilled aria-label="已完成" /> : <span aria-hidden="true">{index + 1}</span>}
              </span>
              <Link to={to}>{title}</Link>
              <span className="guide-words">{sentence}</span>
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
