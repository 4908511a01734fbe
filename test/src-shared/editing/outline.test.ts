import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block } from '../../../src-shared/documents.ts'
import {
  headingNumbers,
  insertedBlocks,
  joinBack,
  joinForward,
  movedBlock,
  numberedBlock,
  pastedInto,
  removedBlock,
  shiftLevel,
  splitBlock,
  withLevel,
  withoutRange,
} from '../../../src-shared/editing/outline.ts'

const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: text === '' ? [] : [{ text }] })
const heading = (level: 1 | 2 | 3 | 4, text: string): Block => ({ kind: 'heading', level, text })
const table: Block = { kind: 'table', rows: [['甲']] }

test('headings are numbered by order, and unnumbered ones do not count', () => {
  const blocks: Block[] = [heading(1, '甲'), heading(2, '乙'), heading(2, '丙'), heading(1, '丁'), heading(2, '戊')]
  expect(headingNumbers([...blocks, { ...heading(2, '己'), isUnnumbered: true } as Block, table])).toEqual([
    '一、',
    '（一）',
    '（二）',
    '二、',
    '（一）',
    '',
    '',
  ])
})

test('Enter splits a paragraph at the caret', () => {
  expect(splitBlock([paragraph('前后')], { index: 0, part: 'text', at: 1 })).toEqual({
    blocks: [paragraph('前'), paragraph('后')],
    caret: { index: 1, part: 'text', at: 0 },
  })
})

test('Enter behind a heading begins a paragraph; at its beginning it makes room above; in an empty one it ends the list', () => {
  const blocks = [heading(1, '要求')]
  expect(splitBlock(blocks, { index: 0, part: 'head', at: 2 }).blocks).toEqual([heading(1, '要求'), paragraph('')])
  expect(splitBlock(blocks, { index: 0, part: 'head', at: 0 }).blocks).toEqual([paragraph(''), heading(1, '要求')])
  expect(splitBlock([heading(1, '')], { index: 0, part: 'head', at: 0 }).blocks).toEqual([paragraph('')])
})

test('Backspace at the beginning of a paragraph joins it to the one before, to a heading as text on its line', () => {
  expect(joinBack([paragraph('前'), paragraph('后')], { index: 1, part: 'text' })).toEqual({
    blocks: [paragraph('前后')],
    caret: { index: 0, part: 'text', at: 1 },
  })
  expect(joinBack([heading(2, '加强学习。'), paragraph('各单位要……')], { index: 1, part: 'text' }).blocks).toEqual([
    { ...heading(2, '加强学习。'), runIn: [{ text: '各单位要……' }] },
  ])
})

test('what was chosen goes before a text is split, in a heading, behind it and in a paragraph', () => {
  const runIn = { ...heading(2, '加强学习。'), runIn: [{ text: '各单位要落实。' }] } as Block
  const blocks = [paragraph('前中后'), runIn]
  const range = { from: 1, to: 2 }
  expect(withoutRange(blocks, { index: 0, part: 'text', range })[0]).toEqual(paragraph('前后'))
  expect(withoutRange(blocks, { index: 1, part: 'head', range })[1]).toMatchObject({ text: '加学习。' })
  expect(withoutRange(blocks, { index: 1, part: 'text', range })[1]).toMatchObject({
    runIn: [{ text: '各位要落实。' }],
  })
  expect(withoutRange(blocks, { index: 0, part: 'text', range: { from: 1, to: 1 } })).toBe(blocks)
})

test('Backspace at the beginning of a heading makes it a paragraph; behind a table only an empty paragraph goes', () => {
  expect(joinBack([heading(1, '甲')], { index: 0, part: 'head' }).blocks).toEqual([paragraph('甲')])
  expect(joinBack([table, paragraph('乙')], { index: 1, part: 'text' }).blocks).toEqual([table, paragraph('乙')])
  expect(joinBack([table, paragraph('')], { index: 1, part: 'text' }).blocks).toEqual([table])
})

test('Delete at the end draws the next paragraph or heading up', () => {
  expect(joinForward([paragraph('前'), heading(1, '后')], { index: 0, part: 'text' }).blocks).toEqual([
    paragraph('前后'),
  ])
  expect(joinForward([paragraph('前'), table], { index: 0, part: 'text' }).blocks).toEqual([paragraph('前'), table])
})

test('a paragraph becomes a heading with its first sentence, the rest stays on its line; levels end at 一级 and 正文', () => {
  const text = paragraph('加强领导。各单位要高度重视。')
  expect(withLevel([text], 0, 2).blocks).toEqual([
    { ...heading(2, '加强领导。'), runIn: [{ text: '各单位要高度重视。' }] },
  ])
  expect(shiftLevel([paragraph('甲')], 0, -1).blocks).toEqual([heading(4, '甲')])
  expect(shiftLevel([heading(1, '甲')], 0, -1).blocks).toEqual([heading(1, '甲')])
  expect(shiftLevel([heading(4, '甲')], 0, 1).blocks).toEqual([paragraph('甲')])
})

test('a number typed before a paragraph makes it a heading without that number', () => {
  expect(numberedBlock([paragraph('一、总体要求')], 0, { level: 1, length: 2 })).toEqual({
    blocks: [heading(1, '总体要求')],
    caret: { index: 0, part: 'head', at: 0 },
  })
  expect(numberedBlock([paragraph('（一）')], 0, { level: 2, length: 3 }).blocks).toEqual([heading(2, '')])
})

test('a figure in the first sentence is not lost by becoming a heading', () => {
  const runs = [{ text: '组织学习' }, { text: '3', figure: 'study.sessions' as const }, { text: '场' }]
  expect(withLevel([{ kind: 'paragraph', runs }], 0, 3).blocks).toEqual([{ ...heading(3, ''), runIn: runs }])
})

test('what is pasted takes the text around the place, and the caret stands behind it', () => {
  const pasted = [paragraph('乙'), heading(1, '丙'), paragraph('丁')]
  expect(pastedInto([paragraph('甲某戊')], { index: 0, range: { from: 1, to: 2 }, pasted })).toEqual({
    blocks: [paragraph('甲乙'), heading(1, '丙'), paragraph('丁戊')],
    caret: { index: 2, part: 'text', at: 1 },
  })
  expect(pastedInto([paragraph('')], { index: 0, range: { from: 0, to: 0 }, pasted: [table] }).blocks).toEqual([table])
})

test('removing the last block leaves an empty paragraph; inserting and moving put the caret in the block', () => {
  expect(removedBlock([table], 0).blocks).toEqual([paragraph('')])
  expect(insertedBlocks([table], -1, [heading(1, '')])).toMatchObject({ caret: { index: 0, part: 'head' } })
  expect(movedBlock([table, paragraph('甲')], 1, -1)).toEqual({
    blocks: [paragraph('甲'), table],
    caret: { index: 0, part: 'text', at: -1 },
  })
})

const anyBlock = fc.oneof(
  fc.string({ maxLength: 5 }).map(paragraph),
  fc.tuple(fc.constantFrom(1, 2, 3, 4), fc.string({ maxLength: 5 })).map(([level, text]) => heading(level as 1, text)),
)

test('no act on the outline loses or makes up a letter', () => {
  const lettersOf = (blocks: readonly Block[]) =>
    blocks
      .map((block) =>
        block.kind === 'heading'
          ? block.text + (block.runIn ?? []).map((run) => run.text).join('')
          : block.kind === 'paragraph'
            ? block.runs.map((run) => run.text).join('')
            : '',
      )
      .join('')
  fc.assert(
    fc.property(fc.array(anyBlock, { minLength: 1, maxLength: 5 }), fc.nat(4), fc.nat(5), (blocks, place, at) => {
      const index = place % blocks.length
      const part = blocks[index]?.kind === 'heading' ? 'head' : 'text'
      const before = lettersOf(blocks)
      for (const { blocks: after } of [
        splitBlock(blocks, { index, part, at }),
        joinBack(blocks, { index, part }),
        joinForward(blocks, { index, part }),
        shiftLevel(blocks, index, -1),
        shiftLevel(blocks, index, 1),
        withLevel(blocks, index, 0),
      ])
        expect(lettersOf(after)).toBe(before)
    }),
  )
})
