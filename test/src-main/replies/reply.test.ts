import { expect, test } from 'vitest'
import type { NoticeDocument } from '../../../src-shared/replies.ts'
import { openTestApp } from '../../open-test-app.ts'
import { lecture, office, study, union } from '../../sample-records.ts'
import { noticeWith, requirement } from '../notices/sample-notice.ts'
import {
  autumn,
  blockText,
  chapterText,
  explainAll,
  faultsOf,
  figureRuns,
  fillMarks,
  finalise,
  headingsOf,
  openCounty,
} from './open-replies.ts'

const lectures = requirement({
  kind: '宣讲',
  title: '劳模宣讲进车间',
  forms: ['劳模宣讲'],
  minimum: { count: 2, unit: '场' },
})
const report = requirement({
  kind: '报告',
  title: '报送贯彻落实情况',
  forms: [],
  report: { to: ['宣教部', '办公室'], slots: ['推进落实情况', '好的经验做法', '职工群众反响'] },
})

async function openLedger(requirements = [lectures, report]) {
  const { api } = await openTestApp()
  await api.office.set(office)
  const [unionId = ''] = (await api.unions.add([union()])).ids
  const [lectureId = ''] = (await api.lectures.add([lecture({ unionIds: [unionId], reactions: '听得懂、用得上' })])).ids
  const notice = await noticeWith(api, requirements)
  return { api, notice, noticeId: notice.id, lectureId }
}

test('a notice that names two receivers and three slots gets both and all three, in its order', async () => {
  const { api, noticeId } = await openLedger()
  const { documentId, remarks } = await api.notices.reply({ noticeId, period: autumn })
  const { content, period } = await api.documents.get({ id: documentId })
  expect(period).toEqual(autumn)
  expect(content.recipients).toEqual(['固川市总工会宣教部', '固川市总工会办公室'])
  expect(content.title).toBe('云山县总工会关于开展“工会进万家”学习宣讲活动情况的报告')
  expect(headingsOf(content, 1).slice(0, 3)).toEqual(['推进落实情况', '好的经验做法', '职工群众反响'])
  expect(chapterText(content, '推进落实情况')).toContain('对照“劳模宣讲进车间”（至少2场）的要求，本期共完成1场。')
  expect(chapterText(content, '职工群众反响')).toContain('听得懂、用得上')
  expect(remarks).toEqual([])
  expect(await api.notices.documents({ id: noticeId })).toEqual<NoticeDocument[]>([
    { documentId, role: '情况报告', title: content.title, number: content.number, state: '草稿' },
  ])
})

test('a notice that names nobody is answered to the superior, and the clerk is told; so are unconfirmed requirements', async () => {
  const { api, noticeId } = await openLedger([{ ...lectures, state: '待确认' }, requirement()])
  const { documentId, remarks } = await api.notices.reply({ noticeId, period: autumn })
  const { content } = await api.documents.get({ id: documentId })
  expect(content.recipients).toEqual(['固川市总工会'])
  expect(remarks).toEqual([
    '通知没有写明报送对象，主送机关已填上级工会“固川市总工会”，请核对。',
    '有1条要求还没有确认，报告按原提出的要求起草。',
    '有1条要求本期没有记录印证，已列入存在问题，请补登记录或写明原因。',
  ])
  expect(chapterText(content, '存在问题')).toContain('通知要求的“党支部主题党日”，本期还没有开展或没有登记。')
  expect(chapterText(content, '主要做法')).toContain('对照通知要求，“党支部主题党日')
})

test('a notice that asks for experience only is still told what was done', async () => {
  const asksLittle = { ...report, report: { to: [], slots: ['好的经验做法'] } }
  const { api, noticeId } = await openLedger([lectures, asksLittle])
  const { documentId } = await api.notices.reply({ noticeId, period: autumn })
  const { content } = await api.documents.get({ id: documentId })
  expect(headingsOf(content, 1)).toEqual(['工作开展情况', '好的经验做法'])
  expect(chapterText(content, '工作开展情况')).toContain('对照“劳模宣讲进车间”（至少2场）的要求，本期共完成1场。')
})

test('what two chapters would both tell is told once', async () => {
  const both = { ...report, report: { to: [], slots: ['职工群众反响', '取得成效'] } }
  const { api, noticeId } = await openLedger([lectures, both])
  const { documentId } = await api.notices.reply({ noticeId, period: autumn })
  const { content } = await api.documents.get({ id: documentId })
  expect(
    content.blocks
      .map(blockText)
      .join('\n')
      .match(/听得懂、用得上/gu),
  ).toHaveLength(1)
  expect(chapterText(content, '取得成效')).toContain('【待填写：取得成效，请据实写明】')
})

test('零报告 gives its reason and no figure; with records, or once records have come, it is refused', async () => {
  const { api, noticeId } = await openLedger()
  const zeroReason = '本月集中开展换届'
  await expect(api.notices.reply({ noticeId, period: autumn, zeroReason })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    message: expect.stringContaining('登记有1条记录，不能作零报告'),
  })
  const september = { from: '2026-09-01', to: '2026-09-30' }
  const { documentId, remarks } = await api.notices.reply({ noticeId, period: september, zeroReason })
  const filled = await fillMarks(api, documentId)
  expect(filled.content.blocks.map(blockText).join('\n')).toContain('原因是：本月集中开展换届。')
  expect([filled.content.annexes, figureRuns(filled.content), remarks]).toEqual([[], [], []])
  expect(await faultsOf(api, documentId)).toEqual([])
  const { ids } = await api.studies.add([study({ date: '2026-09-10' })])
  await expect(finalise(api, filled)).rejects.toMatchObject({ message: expect.stringContaining('不能作零报告') })
  await api.studies.remove({ id: ids[0] ?? '' })
  expect((await finalise(api, filled)).registration?.state).toBe('已定稿')
})

test('drawing again follows the records, also those of a requirement', async () => {
  const { api, noticeId } = await openLedger()
  const { documentId } = await api.notices.reply({ noticeId, period: autumn })
  await api.lectures.add([lecture({ date: '2026-11-12', topic: '安全生产公开课' })])
  const { content } = await api.documents.refresh({ id: documentId })
  const text = content.blocks.map(blockText).join('\n')
  expect(text).toContain('本期共开展宣讲2场')
  expect(text).toContain('对照“劳模宣讲进车间”（至少2场）的要求，本期共完成2场。')
})

test('a plan holds no figures: drawing it again is refused in a sentence', async () => {
  const { api, noticeId } = await openLedger()
  const { documentId } = await api.notices.draft({ noticeId, role: '工作计划' })
  await expect(api.documents.refresh({ id: documentId })).rejects.toMatchObject({
    message: expect.stringContaining('不需要重新取数'),
  })
})

test('finalising refuses marks, stale figures, must-fix findings and unexplained ones, each until it is dealt with', async () => {
  const { api, noticeId, lectureId } = await openLedger()
  const { documentId } = await api.notices.reply({ noticeId, period: autumn })
  const stored = () => api.documents.get({ id: documentId })
  const refusal = async () =>
    await finalise(api, await stored()).then(
      () => 'finalised',
      (error: Error) => error.message,
    )
  expect(await refusal()).toContain('还有待填写的内容')
  await fillMarks(api, documentId)
  const { ids } = await api.lectures.add([lecture({ date: '2026-11-13', topic: '另一场' })])
  expect(await refusal()).toContain('请重新取数')
  await api.lectures.remove({ id: ids[0] ?? '' })

  const { version, content } = await stored()
  await api.documents.update({ id: documentId, version, content: { ...content, date: '2026-11-01' } })
  expect(await refusal()).toContain('成文日期2026-11-01早于最后一条记录的日期2026-11-06')
  await api.documents.update({ id: documentId, version: version + 1, content })

  const unexplained = await refusal()
  expect(unexplained).toContain('还差1场')
  expect(unexplained).toContain('请在通知的“办文”中说明')
  const [note = ''] = await explainAll(api, noticeId, autumn)
  expect(await refusal()).toContain('请重新取数')
  const drawn = await api.documents.refresh({ id: documentId })
  const [annex] = drawn.content.annexes
  expect(annex && 'sheet' in annex && annex.sheet.notes).toContain(note)

  const done = await finalise(api, drawn)
  expect(done.registration?.state).toBe('已定稿')
  expect((await api.notices.documents({ id: noticeId }))[0]?.state).toBe('已定稿')

  expect((await api.documents.verify({ id: documentId })).differences).toEqual([])
  const { id, version: seen, ...fields } = await api.lectures.get({ id: lectureId })
  const { createdAt: _created, updatedAt: _updated, ...kept } = fields
  await api.lectures.update({ id, version: seen, fields: { ...kept, audienceOnSite: 60 } })
  expect((await api.documents.verify({ id: documentId })).differences).toMatchObject([
    { kind: 'lecture', id: lectureId, change: 'changed' },
  ])
})

test('an explanation that is taken back, or whose finding is gone, no longer travels with the report', async () => {
  const { api, noticeId } = await openLedger()
  const notes = async () => {
    const { documentId } = await api.notices.reply({ noticeId, period: autumn })
    const [annex] = (await api.documents.get({ id: documentId })).content.annexes
    return annex && 'sheet' in annex ? annex.sheet.notes.filter((note) => note.startsWith('情况说明')) : []
  }
  const [note] = await explainAll(api, noticeId, autumn)
  expect(await notes()).toEqual([note])
  await api.lectures.add([lecture({ date: '2026-11-12', topic: '第二场' })])
  expect(await notes()).toEqual([])
})

test('the fingerprint of the draft is that of the frozen document', async () => {
  const { api, noticeId } = await openLedger([report])
  const { documentId, fingerprint } = await api.notices.reply({ noticeId, period: autumn })
  const { registration } = await finalise(api, await fillMarks(api, documentId))
  expect(registration).toMatchObject({ fingerprint })
})

test('a county with a full quarter: filled in and explained, the reply goes out', async () => {
  const { api, period } = await openCounty()
  const { noticeId } = await api.notices.adopt({ number: '固工发〔2022〕142号' })
  await explainAll(api, noticeId, period)
  const { documentId } = await api.notices.reply({ noticeId, period })
  const findings = await api.notices.selfCheck({ id: noticeId, period })
  expect(findings.filter(({ severity }) => severity === '必须改正').map(({ rule }) => rule)).toEqual(['L11'])
  expect((await finalise(api, await fillMarks(api, documentId))).registration?.state).toBe('已定稿')
})
