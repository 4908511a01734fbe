/** 签到表 and 会议记录 to be printed blank, signed on paper and scanned back. */
import { Button, Flex } from 'antd'
import type { SessionFormInput } from '../../src-shared/session-forms.ts'
import { useBackend } from '../api.ts'
import { useAction } from '../components/use-action.ts'
import { useDelivery } from '../components/use-delivery.tsx'

const words = { 'sign-in': '空白签到表', minutes: '空白会议记录' } as const

export function SessionForms(record: Pick<SessionFormInput, 'recordKind' | 'recordId'>) {
  const { client } = useBackend()
  const deliver = useDelivery()
  const writing = useAction({
    call: (form: SessionFormInput['form']) => client.attachments.form({ ...record, form }),
    onDone: (delivery, form) => deliver(delivery, words[form]),
  })
  return (
    <Flex gap={8} align="center" wrap className="evidence-forms">
      <Button size="small" onClick={() => writing.mutate('sign-in')}>
        {words['sign-in']}
      </Button>
      <Button size="small" onClick={() => writing.mutate('minutes')}>
        {words.minutes}
      </Button>
      <span className="evidence-hint">按已保存的内容写出 Word 文件，打印填写后扫描，作为签到册、会议记录添加。</span>
    </Flex>
  )
}
