import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readZip } from '../../../src-main/files/zip.ts'
import { convertWithLibreOffice, pdfPages } from '../../libre-office.ts'
import { openOffice } from '../../open-offices.ts'
import { makeTestFolder } from '../../open-test-app.ts'
import { fileOf } from './key-files.ts'

test('the page holds office, fingerprint and room for the stamp on one sheet, even of a long name', async () => {
  const name = '固川市经济技术开发区云山新材料产业园区企业工会联合会'
  const { api } = await openOffice(1, { name })
  await api.keys.setPassphrase({ next: '锁着也能打印的口令' })
  const file = await fileOf(await api.keys.card({ as: 'page' }))
  expect(file.name).toBe(`${name}_密钥名片.docx`)
  const docx = new Uint8Array(await file.arrayBuffer())
  expect(Object.keys(readZip(docx))).toContain('word/media/picture1.png')
  const pdf = await convertWithLibreOffice(docx, 'docx', 'pdf')
  expect((await pdfPages(pdf)).pages).toBe(1)
  const path = join(await makeTestFolder(), 'card.pdf')
  await writeFile(path, pdf)
  const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ')
  const { fingerprint, officeId } = await api.keys.show()
  const [first, second] = [fingerprint.slice(0, 19), fingerprint.slice(20)]
  for (const words of [first, second, officeId, '（公章）', '核对人（签字）']) expect(text).toContain(words)
})
