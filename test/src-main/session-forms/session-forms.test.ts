/** Blank forms of a session: what is known is printed, the rest is ruled room, and pages end where they should. */
import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readZip } from '../../../src-main/files/zip.ts'
import { linesFor } from '../../../src-main/session-forms/sign-in-sheet.ts'
import type { StudyInput } from '../../../src-shared/studies.ts'
import { convertWithLibreOffice, pdfPages } from '../../libre-office.ts'
import { makeTestFolder, openTestApp } from '../../open-test-app.ts'
import { activity, lecture, study } from '../../sample-records.ts'
import { cli, cliJson, jsonFile } from '../shell-cli/run-in-process.ts'

async function formOf(form: 'sign-in' | 'minutes', fields: Partial<StudyInput> = {}): Promise<Uint8Array> {
  const { api } = await openTestApp()
  const { ids } = await api.studies.add([study({ date: '2026-12-05', attendedCount: null, ...fields })])
  const delivery = await api.attachments.form({ recordKind: 'study', recordId: ids[0] ?? '', form })
  if (delivery.state !== 'download') throw new Error('not handed out')
  return new Uint8Array(await delivery.file.arrayBuffer())
}
const xmlOf = (docx: Uint8Array) => new TextDecoder().decode(readZip(docx)['word/document.xml'])
const textOf = async (pdf: Uint8Array) => {
  const path = join(await makeTestFolder(), 'form.pdf')
  await writeFile(path, pdf)
  return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })
}

test('a sign-in sheet has a line for everybody who is due and some more, and fills its pages', async () => {
  const session = { topic: '专题', place: '会议室', organiser: '县总工会', speakers: '' }
  const lines = (due: number | null) => linesFor({ ...session, due } as Parameters<typeof linesFor>[0])
  expect([lines(11), lines(12), lines(33), lines(null), lines(5000)]).toEqual([14, 36, 58, 36, 674])
})

test.each([
  [11, '专题学习', 1],
  [12, '专题学习', 2],
  [30, '深入学习贯彻习近平总书记关于工人阶级和工会工作的重要论述'.repeat(3), 2],
])('%i people make the pages they should, head and number on each', async (dueCount, topic, pages) => {
  const docx = await formOf('sign-in', { dueCount, topic, place: '县总工会三楼会议室' })
  const pdf = await convertWithLibreOffice(docx, 'docx', 'pdf')
  expect(await pdfPages(pdf)).toMatchObject({ pages })
  const text = await textOf(pdf)
  expect(text.match(/序号\s+姓名\s+单位\s+职务\s+签名\s+备注/g)).toHaveLength(pages)
  expect(text).toMatch(/2026\s*年\s*12\s*月\s*5\s*日/)
  for (let page = 1; page <= pages; page += 1) expect(text).toMatch(new RegExp(`—\\s*${page}\\s*—`))
})

test('the minutes ask for what minutes must have, on two pages', async () => {
  const docx = await formOf('minutes', { topic: '专题学习', host: '马建国', startTime: '09:00', endTime: '11:30' })
  const pdf = await convertWithLibreOffice(docx, 'docx', 'pdf')
  expect(await pdfPages(pdf)).toMatchObject({ pages: 2 })
  const xml = xmlOf(docx)
  for (const word of [
    '时间',
    '地点',
    '主持',
    '记录',
    '出席',
    '缺席',
    '姓名',
    '原因',
    '补课日期',
    '列席',
    '议题',
    '发言',
    '议定事项',
  ])
    expect(xml).toContain(`>${word}<`)
  for (const word of ['专题学习', '马建国', '2026年12月5日09:00至11:30']) expect(xml).toContain(`>${word}<`)
})

test('the same session gives the same bytes, and odd characters do no harm', async () => {
  const topic = '学习<“两个确立”&>\u0001贯彻'
  expect(await formOf('sign-in', { topic })).toEqual(await formOf('sign-in', { topic }))
  expect(xmlOf(await formOf('minutes', { topic }))).toContain('学习&lt;“两个确立”&amp;&gt;贯彻')
})

test('the command line writes both for a lecture, and neither for what is no session', async () => {
  const folder = await makeTestFolder()
  const add = async (kind: string, value: object) => {
    const file = await jsonFile(folder, `${kind}.json`, value)
    const { ids } = await cliJson<{ ids: string[] }>(folder, 'records', 'add', kind, '--json-file', file)
    return ids[0] ?? ''
  }
  const id = await add('lecture', lecture())
  for (const form of ['sign-in', 'minutes']) {
    await cliJson(folder, 'form', form, id, '--out', `${form}.docx`)
    expect(xmlOf(await readFile(join(folder, `${form}.docx`)))).toContain('赵铁柱')
  }
  const refused = await cli(folder, 'form', 'minutes', await add('activity', activity()), '--out', 'a.docx')
  expect([refused.code, refused.error]).toEqual([1, '只有学习和宣讲有签到表和会议记录，没有写出。'])
})
