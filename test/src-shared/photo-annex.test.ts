/** The photo page: which photos are chosen, how they are captioned, and that they stand in rows as they should. */
import { expect, test } from 'vitest'
import type { PeriodPhoto } from '../../src-shared/attachments.ts'
import { bodyParts } from '../../src-shared/document-parts.ts'
import { documentShape } from '../../src-shared/documents.ts'
import { choosePhotos, photoAnnex } from '../../src-shared/photo-annex.ts'

const sha256 = 'ab'.repeat(32)
const photo = (record: string, number: number, fields: object = {}): PeriodPhoto => {
  const kind = record.startsWith('s') ? 'study' : 'lecture'
  return {
    attachment: {
      id: `${record}-${number}`,
      viewSha256: sha256,
      width: 2000,
      height: 1500,
      takenOn: null,
      caption: '',
      ...fields,
    },
    record: { kind, id: record, day: '2026-11-05', title: '专题学习', place: '会议室' },
  } as unknown as PeriodPhoto
}
const photos = [photo('s1', 1), photo('s1', 2), photo('s1', 3), photo('s2', 1), photo('l1', 1), photo('l1', 2)]
const ids = (chosen: readonly PeriodPhoto[]) => chosen.map(({ attachment }) => attachment.id)

test('so many of each kind are chosen, from as many records as there are, in their order', () => {
  expect(ids(choosePhotos(photos, 1))).toEqual(['s1-1', 'l1-1'])
  expect(ids(choosePhotos(photos, 2))).toEqual(['s1-1', 's2-1', 'l1-1', 'l1-2'])
  expect(ids(choosePhotos(photos, 3))).toEqual(['s1-1', 's1-2', 's2-1', 'l1-1', 'l1-2'])
})

test('a caption tells day, topic and place, and leaves out what two lines cannot hold', () => {
  const captions = (one: PeriodPhoto) => photoAnnex([one], 2).blocks.map((block) => 'caption' in block && block.caption)
  expect(captions(photo('s1', 1))).toEqual(['2026年11月5日，专题学习（会议室）'])
  expect(captions(photo('s1', 1, { takenOn: '2026-11-04', caption: '签名' }))).toEqual([
    '2026年11月4日，签名（会议室）',
  ])
  const long = captions(photo('s1', 1, { caption: '学'.repeat(80) }))[0]
  expect(long).toHaveLength(36)
  expect(long).toMatch(/^2026年11月5日，学+…$/)
})

test('two in a row stand side by side, upright ones no higher than the others; one in a row stands alone', () => {
  const two = photoAnnex([photo('s1', 1), photo('s1', 2, { width: 1500, height: 2000 }), photo('s2', 1)], 2)
  expect(bodyParts(two.blocks).map(({ picture, beside }) => [picture?.printedWidth, beside?.printedWidth])).toEqual([
    [54.7, 30.8],
    [54.7, undefined],
  ])
  const one = photoAnnex([photo('s1', 1), photo('s1', 2)], 1)
  expect(bodyParts(one.blocks).map(({ picture, beside }) => [picture?.printedWidth, beside])).toEqual([
    [96, undefined],
    [96, undefined],
  ])
  expect(documentShape.shape.annexes.safeParse([two, one]).success).toBe(true)
})

test('a picture that is to stand beside one that is not there stands alone', () => {
  const [, second] = photoAnnex([photo('s1', 1), photo('s1', 2)], 2).blocks
  if (!second) throw new Error('no picture')
  const text = { kind: 'paragraph' as const, runs: [{ text: '正文' }] }
  expect(bodyParts([second, second, second, text, second]).map(({ style, beside }) => [style, !!beside])).toEqual([
    ['picture', true],
    ['picture', false],
    ['text', false],
    ['picture', false],
  ])
})
