/** 示例数据: says on every page that the sample is in the ledger, and takes it out again. */
import { useQuery } from '@tanstack/react-query'
import { Alert, App, Button, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import type { SampleState } from '../../src-shared/sample.ts'
import { useBackend } from '../api.ts'
import { useAction } from '../components/use-action.ts'

export function SampleBanner() {
  const { queries } = useBackend()
  const { data } = useQuery(queries.sample.show.queryOptions())
  const [isAsked, setAsked] = useState(false)
  if (!data) return null
  return (
    <>
      <Alert
        banner
        type="info"
        className="sample-banner"
        title="示例数据：台账里有示例县的记录，现在生成的报告、统计表和上报包都含示例数字。"
        action={
          <Button size="small" onClick={() => setAsked(true)}>
            清除示例
          </Button>
        }
      />
      {isAsked ? <RemovalDialog state={data} onClose={() => setAsked(false)} /> : null}
    </>
  )
}

function RemovalDialog({ state, onClose }: { readonly state: SampleState; readonly onClose: () => void }) {
  const { client } = useBackend()
  const { message } = App.useApp()
  const [withKept, setWithKept] = useState(false)
  const removing = useAction({
    call: () => client.sample.remove({ withKept }),
    onDone: ({ removed, kept }) => {
      message.success(`已清除示例数据${removed}条${kept.length > 0 ? `，留下${kept.length}条，从此算自己的` : ''}`)
      onClose()
    },
  })
  const { counts, kept } = state
  return (
    <Modal
      open
      title="清除示例数据"
      okText="清除示例"
      cancelText="取消"
      okButtonProps={{ danger: true }}
      confirmLoading={removing.isPending}
      onOk={() => removing.mutate()}
      onCancel={onClose}
    >
      <p>
        将清除：
        {counts.map(({ word, count }) => (word === '本单位信息' ? word : `${word}${count}条`)).join('、') ||
          '没有可直接清除的记录'}
        。自己登记的不受影响；按示例数据起草的公文不会删除，请自行处理。
      </p>
      {kept.length > 0 ? (
        <>
          <p>下面{kept.length}条改过，或者被自己的记录用到，会留下：</p>
          <ul className="sample-kept">
            {kept.map(({ id, word, name, reason }) => (
              <li key={id}>
                {word}“{name}”<span className="second">（{reason}）</span>
              </li>
            ))}
          </ul>
          <Checkbox checked={withKept} onChange={({ target }) => setWithKept(target.checked)}>
            这些也一并清除；自己的记录里用到它们的地方会空出来
          </Checkbox>
        </>
      ) : null}
    </Modal>
  )
}
