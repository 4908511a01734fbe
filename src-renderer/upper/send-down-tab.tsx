/** 下发: notices with their requirements, the rule for stays, registers and codes go down as one sealed file. */
import { useQuery } from '@tanstack/react-query'
import { App, Button, Checkbox, Select, Table } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { SentDown } from '../../src-shared/desk.ts'
import type { NoticeSummary } from '../../src-shared/notices.ts'
import { useBackend } from '../api.ts'
import { NothingYet } from '../components/nothing-yet.tsx'
import { Section } from '../components/page.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { useAction } from '../components/use-action.ts'
import { saveFile } from '../save-file.ts'
import { NoOffices } from './no-offices.tsx'

export function SendDownTab() {
  const { client, queries } = useBackend()
  const { message } = App.useApp()
  const offices = useQuery(queries.upper.offices.queryOptions())
  const notices = useQuery(queries.notices.list.queryOptions({ input: { limit: 500 } }))
  const [noticeIds, setNoticeIds] = useState<readonly string[]>([])
  const [officeIds, setOfficeIds] = useState<readonly string[]>([])
  const [withStayRule, setStayRule] = useState(false)
  const [withRegisters, setRegisters] = useState(false)
  const [withCodes, setCodes] = useState(false)
  const sending = useAction({
    call: () =>
      client.upper.sendDown({
        noticeIds: [...noticeIds],
        officeIds: officeIds.length === 0 ? null : [...officeIds],
        withStayRule,
        withRegisters,
        withCodes,
      }),
    onDone: (sent: SentDown) => {
      const { delivery } = sent
      if (delivery.state === 'cancelled') return
      if (delivery.state === 'download') for (const file of delivery.downloads) saveFile(file as File)
      message.success({ duration: 8, content: sentWords(sent) })
    },
  })
  if (offices.data?.length === 0) return <NoOffices />
  const error = offices.error ?? notices.error
  return (
    <>
      {error ? <ProblemNote error={error} onRetry={() => void notices.refetch()} /> : null}
      <Section title="下发哪些通知">
        <Table<NoticeSummary>
          size="small"
          rowKey="id"
          pagination={false}
          loading={notices.isPending}
          dataSource={[...(notices.data?.rows ?? [])]}
          locale={{
            emptyText: (
              <NothingYet
                action={
                  <Link to="/notices?intake=text">
                    <Button>登记通知</Button>
                  </Link>
                }
              >
                还没有通知可下发。先把要下发的通知登记进来，核对好逐条要求，再到这里下发。
              </NothingYet>
            ),
          }}
          rowSelection={{
            selectedRowKeys: [...noticeIds],
            onChange: (keys) => setNoticeIds(keys.map(String)),
            getCheckboxProps: ({ title }) => ({ 'aria-label': `下发${title}` }) as object,
          }}
          columns={[
            { title: '文号', dataIndex: 'number', width: 200 },
            {
              title: '标题',
              dataIndex: 'title',
              render: (title: string, { id }) => (
                <Link className="row-link" to={`/notices/${id}`}>
                  {title}
                </Link>
              ),
            },
            { title: '要求', dataIndex: 'requirements', width: 72, align: 'right', className: 'figure' },
          ]}
        />
      </Section>
      <Section title="下发给谁、还带什么">
        <div className="upper-choice">
          <Select
            mode="multiple"
            allowClear
            aria-label="下发给哪些单位"
            placeholder="全部下级单位"
            optionFilterProp="label"
            value={[...officeIds]}
            options={(offices.data ?? []).map(({ officeId, name }) => ({ value: officeId, label: name }))}
            onChange={setOfficeIds}
          />
          <Checkbox checked={withStayRule} onChange={() => setStayRule(!withStayRule)}>
            蹲点天数规定（没有自己规定的单位采用）
          </Checkbox>
          <Checkbox checked={withRegisters} onChange={() => setRegisters(!withRegisters)}>
            宣讲团、宣讲员、学习材料名册（对方没有的才加上）
          </Checkbox>
          <Checkbox checked={withCodes} onChange={() => setCodes(!withCodes)}>
            单位名册中的统一社会信用代码、统计编码（对方空着的才补上）
          </Checkbox>
          <div>
            <Button type="primary" loading={sending.isPending} onClick={() => sending.mutate()}>
              签名、加密并下发
            </Button>
          </div>
        </div>
      </Section>
    </>
  )
}

function sentWords({ recipients, unreachable, delivery }: SentDown): string {
  const where = delivery.state === 'saved' ? `，已写入${delivery.folder}` : ''
  const missing = unreachable.length > 0 ? `；没有可用密钥、未下发：${unreachable.join('、')}` : ''
  return `下发包已做好，${recipients.length}个单位能打开${where}${missing}`
}
