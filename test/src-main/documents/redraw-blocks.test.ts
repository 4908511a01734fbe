import { expect, test } from 'vitest'
import type { Block, OfficialDocument } from '../../../src-shared/documents.ts'
import { withOffered } from '../../../src-shared/editing/offered-blocks.ts'
import { openTestApp } from '../../open-test-app.ts'
import { lecture, office, study, union } from '../../sample-records.ts'

const quarter = { from: '2026-10-01', to: '2026-12-31' }

async function openDraft() {
  const { api } = await openTestApp()
  await api.office.set(office)
  const { ids } = await api.unions.add([union()])
  await api.studies.add([study()])
  const { documentId } = await api.documents.draftReport(quarter)
  const { id, version, content } = await api.documents.get({ id: documentId })
  const write = (blocks: OfficialDocument['blocks']) =>
    api.documents.update({ id, version, content: { ...content, blocks } })
  return { api, id, content, write, unionId: ids[0] ?? '' }
}

const textOf = (block: Block | undefined) =>
  block?.kind === 'paragraph' ? block.runs.map((run) => run.text).join('') : ''

test('a sentence made over keeps its words and what was made bold; its numbers are drawn again', async () => {
  const { api, id, write } = await openDraft()
  await write([
    {
      kind: 'paragraph',
      isReworded: true,
      runs: [{ text: '一共办了' }, { text: '1', figure: 'study.sessions', isBold: true }, { text: '场。' }],
    },
  ])
  await api.studies.add([study({ date: '2026-11-12' })])
  const { content } = await api.documents.refresh({ id })
  expect(content.blocks).toEqual([
    {
      kind: 'paragraph',
      isReworded: true,
      runs: [{ text: '一共办了' }, { text: '2', figure: 'study.sessions', isBold: true }, { text: '场。' }],
    },
  ])
})

test('a sentence made over that says there is none stays while that is true and is replaced when it is not', async () => {
  const { api, id, write, unionId } = await openDraft()
  const none: Block = {
    kind: 'paragraph',
    isReworded: true,
    runs: [{ text: '宣讲工作本季度' }, { text: '未开展', figure: 'lecture.sessions' }, { text: '，正在准备。' }],
  }
  await write([none])
  expect((await api.documents.refresh({ id })).content.blocks).toEqual([none])
  await api.lectures.add([lecture({ unionIds: [unionId] })])
  const { content } = await api.documents.refresh({ id })
  expect(textOf(content.blocks[0])).toMatch(/^本期共开展宣讲1场/)
})

test('what the records say and the document does not is offered under its heading, not put in', async () => {
  const { api, id, content, write } = await openDraft()
  const isAboutStudy = (block: Block) => textOf(block).startsWith('本期共组织学习活动')
  await write(content.blocks.filter((block) => !isAboutStudy(block)))
  const { offered, content: refreshed } = await api.documents.refresh({ id })
  expect(refreshed.blocks.some(isAboutStudy)).toBe(false)
  expect(offered.map(({ heading, block }) => [heading, textOf(block).slice(0, 9)])).toEqual([
    ['学习活动组织情况', '本期共组织学习活动'],
  ])
  const [first] = offered
  if (!first) throw new Error('nothing was offered')
  const taken = withOffered(refreshed.blocks, first)
  const place = taken.findIndex(isAboutStudy)
  expect(taken[place + 1]).toMatchObject({ kind: 'heading', text: '宣讲工作开展情况' })
})

test('a document that says everything is offered nothing; a paragraph whose heading is gone comes last', async () => {
  const { api, id } = await openDraft()
  expect((await api.documents.refresh({ id })).offered).toEqual([])
  const block: Block = { kind: 'paragraph', runs: [{ text: '甲' }] }
  const written: Block[] = [{ kind: 'heading', level: 1, text: '乙' }]
  expect(withOffered(written, { heading: '丙', block })).toEqual([...written, block])
  expect(withOffered(written, { heading: '乙', block })).toEqual([...written, block])
})
