import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Run } from '../../../src-shared/documents.ts'
import {
  editedRuns,
  figureAt,
  joinedRuns,
  runsText,
  splitRuns,
  withBoldToggled,
  withoutFigures,
} from '../../../src-shared/editing/runs.ts'

const sessions: Run = { text: '11', figure: 'study.sessions' }
const sentence: Run[] = [{ text: '共组织学习1' }, sessions, { text: '场，' }, { text: '一要落实。', isBold: true }]

/** Types or deletes as a person does: what was chosen goes, what was typed comes, the caret stands behind it. */
function edit(runs: readonly Run[], from: number, to: number, typed: string) {
  const text = runsText(runs)
  return editedRuns(runs, { text: text.slice(0, from) + typed + text.slice(to), caret: from + typed.length })
}

test('what is typed into plain text changes neither figure nor bold stretch', () => {
  expect(edit(sentence, 0, 1, '本期')).toEqual({
    runs: [{ text: '本期组织学习1' }, sessions, { text: '场，' }, { text: '一要落实。', isBold: true }],
    caret: 2,
  })
})

test('what is typed behind bold text is bold, at the beginning of a text too', () => {
  expect(edit(sentence, 15, 15, '二要').runs.at(-1)).toEqual({ text: '一要落实。二要', isBold: true })
  expect(edit([{ text: '甲', isBold: true }], 0, 0, '乙').runs).toEqual([{ text: '乙甲', isBold: true }])
})

test('deleting a letter of a figure takes the figure away, and only that figure', () => {
  for (const [from, to] of [
    [6, 7],
    [7, 8],
    [6, 8],
  ] as const)
    expect(edit(sentence, from, to, '')).toEqual({
      runs: [{ text: '共组织学习1场，' }, { text: '一要落实。', isBold: true }],
      caret: 6,
    })
})

test('a letter like those of a figure beside it is told apart by the caret', () => {
  expect(edit(sentence, 5, 6, '').runs).toEqual([{ text: '共组织学习' }, sessions, { text: '场，' }, sentence[3]])
})

test('typing inside a figure goes behind it', () => {
  expect(edit(sentence, 7, 7, '余')).toEqual({
    runs: [{ text: '共组织学习1' }, sessions, { text: '余场，' }, sentence[3]],
    caret: 9,
  })
})

test('bold is put on a stretch and taken off again, a figure wholly', () => {
  const bold = withBoldToggled(sentence, { from: 4, to: 7 })
  expect(bold).toEqual([
    { text: '共组织学' },
    { text: '习1', isBold: true },
    { ...sessions, isBold: true },
    { text: '场，' },
    sentence[3],
  ])
  expect(withBoldToggled(bold, { from: 4, to: 8 })).toEqual(sentence)
})

test('a text is split outside of figures, and figures become plain text when they are written by hand', () => {
  expect(splitRuns(sentence, 7)).toEqual([
    [{ text: '共组织学习1' }, sessions],
    [{ text: '场，' }, sentence[3]],
  ])
  expect(figureAt(sentence, 7)).toBe(sessions)
  expect(figureAt(sentence, 3)).toBeUndefined()
  expect(withoutFigures(sentence)).toEqual([{ text: '共组织学习111场，' }, sentence[3]])
})

test('a rare character of two code units is never cut', () => {
  const runs: Run[] = [{ text: '𠮷', isBold: true }]
  expect(edit(runs, 0, 2, '𠮶').runs).toEqual([{ text: '𠮶', isBold: true }])
})

const anyRuns = fc
  .array(
    fc.record({
      text: fc.stringMatching(/^[一二11ab]{1,4}$/),
      kind: fc.constantFrom('plain', 'bold', 'figure'),
    }),
    { maxLength: 6 },
  )
  .map((list) =>
    joinedRuns(
      list.map(
        ({ text, kind }): Run =>
          kind === 'figure' ? { text, figure: 'study.sessions' } : kind === 'bold' ? { text, isBold: true } : { text },
      ),
    ),
  )

test('whatever is done, every figure is whole or gone, and text outside the change keeps its look', () => {
  fc.assert(
    fc.property(
      anyRuns,
      fc.nat(20),
      fc.nat(20),
      fc.constantFrom('', '1', '11', '新a'),
      (runs, first, second, typed) => {
        const length = runsText(runs).length
        const [from, to] = [Math.min(first, second, length), Math.min(Math.max(first, second), length)]
        const result = edit(runs, from, to, typed)
        const known = runs.filter((run) => run.figure).map((run) => run.text)
        for (const run of result.runs) if (run.figure) expect(known).toContain(run.text)
        expect(result.caret).toBeLessThanOrEqual(runsText(result.runs).length)
        const [before] = splitRuns(result.runs, 0)
        expect(before).toEqual([])
        expect(joinedRuns(result.runs)).toEqual(result.runs)
        if (!runs.some((run) => run.figure)) {
          const text = runsText(runs)
          expect(runsText(result.runs)).toBe(text.slice(0, from) + typed + text.slice(to))
        }
      },
    ),
  )
})

test('splitting and joining gives the same text with the same look', () => {
  fc.assert(
    fc.property(anyRuns, fc.nat(20), (runs, at) => {
      const [before, after] = splitRuns(runs, at)
      expect(joinedRuns([...before, ...after])).toEqual(runs)
    }),
  )
})
