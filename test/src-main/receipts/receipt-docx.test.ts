import { writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { checkCodeOf } from '../../../src-main/receipts/check-code.ts'
import { receiptDocx } from '../../../src-main/receipts/receipt-docx.ts'
import { officeLayout } from '../../../src-main/settings.ts'
import { convertWithLibreOffice, pdfPages } from '../../libre-office.ts'
import { openTestApp } from '../../open-test-app.ts'
import { receiptFor, returned } from './sample-receipt.ts'

const bundle = { bundleId: 'b', replica: 'r', epoch: 1, seq: 12, toChange: 5 }

test('the receipt on paper is one page with its check code, however much comes back', async () => {
  const { context } = await openTestApp()
  const words = '实到人数与签到表不符，请核对签到表原件后改正，并补传签到表照片；仍有出入的请在备注中写明原因'.repeat(2)
  const remarks = Array.from({ length: 30 }, (_, index) => returned('study', `row-${index}`, 1, words))
  const one = { received: 12, unchanged: 1830, returned: 2, conflict: 1, parked: 3 }
  const tables = [
    'office',
    'grassrootsUnion',
    'unionAct',
    'stay',
    'study',
    'lecture',
    'activity',
    'attachment',
    'answer',
  ]
  const counts = Object.fromEntries(tables.map((table) => [table, one]))
  const notice = { id: 'n', number: '', title: '关于报送第四季度学习宣传贯彻情况的通知', issuer: '固川市总工会' }
  const receipt = receiptFor(context, bundle, { number: 3, remarks, business: { counts, notice } })
  const code = checkCodeOf(receipt)
  const docx = receiptDocx(receipt, code, await officeLayout(context.db))
  if (process.env.SHOW_DOCX) await writeFile(process.env.SHOW_DOCX, docx)
  const pdf = await convertWithLibreOffice(docx, 'docx', 'pdf')
  expect((await pdfPages(pdf)).pages).toBe(1)
  const text = Buffer.from(await convertWithLibreOffice(docx, 'docx', 'txt')).toString('utf8')
  expect(text).toContain(code)
  expect(text).toContain('另有26条，见回执文件。')
})
