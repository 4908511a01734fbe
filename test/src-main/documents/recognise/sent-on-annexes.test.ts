/** 附件说明 of a notice that sends another on: its entries are numbered 1-1, 1-2. */
import { expect, test } from 'vitest'
import { recogniseDocument } from '../../../../src-main/documents/recognise/recognise-document.ts'

test('entries numbered 1-1 and 1-2 below 附件： are 附件说明, and what follows is the signature', () => {
  const text = `各镇总工会：
现将市总工会《关于推荐先进班组的通知》转发给你们，请认真组织。
附件：
1-1关于推荐先进班组的通知
1-2推荐材料样式
云岭县总工会
2024年2月20日
`
  expect(recogniseDocument({ text }).document).toMatchObject({
    annexNotes: [
      { number: 1, name: '关于推荐先进班组的通知' },
      { number: 2, name: '推荐材料样式' },
    ],
    issuer: ['云岭县总工会'],
    date: '2024-02-20',
  })
})
