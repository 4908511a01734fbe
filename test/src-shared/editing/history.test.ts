import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beginHistory, changed, type History, redone, undone } from '../../../src-shared/editing/history.ts'

const typed = (history: History<string>, text: string, at: number, group = 'title') =>
  changed(history, text, { group, at })

test('typing on in one place is one step, a pause begins another', () => {
  let history = beginHistory('')
  history = typed(history, '关', 1_000)
  history = typed(history, '关于', 1_500)
  history = typed(history, '关于开', 4_000)
  expect(undone(history).present).toBe('关于')
  expect(undone(undone(history)).present).toBe('')
})

test('typing for long without a pause is undone in parts', () => {
  let history = beginHistory('')
  for (let letter = 1; letter <= 40; letter += 1) history = typed(history, '字'.repeat(letter), letter * 1_000)
  expect(history.past.length).toBeGreaterThan(3)
})

test('another field, an act without a group and typing after an undo are steps of their own', () => {
  const first = typed(typed(beginHistory(''), '甲', 0), '甲乙', 10, 'mark')
  expect(undone(first).present).toBe('甲')
  const acted = changed(typed(beginHistory(''), '甲', 0), '甲乙', { group: '', at: 10 })
  expect(undone(acted).present).toBe('甲')
  const again = typed(undone(typed(typed(beginHistory(''), '甲', 0), '乙', 5_000)), '丙', 5_010)
  expect([undone(again).present, redone(again).present]).toEqual(['甲', '丙'])
})

test('a change that changes nothing is no step', () => {
  const history = typed(beginHistory('甲'), '甲', 0)
  expect([history.past, undone(history).present, redone(history).present]).toEqual([[], '甲', '甲'])
})

const edits = fc.array(
  fc.record({ text: fc.string(), group: fc.constantFrom('', 'a', 'b'), wait: fc.integer({ min: 0, max: 9_000 }) }),
  { maxLength: 60 },
)

test('undoing everything leads to the start, doing it all again to the end, and every step back is one forward', () => {
  fc.assert(
    fc.property(edits, (list) => {
      let at = 0
      let history = beginHistory('start')
      for (const { text, group, wait } of list) {
        at += wait
        history = changed(history, text, { group, at })
      }
      const end = history.present
      const seen = [end]
      while (history.past.length > 0) {
        history = undone(history)
        seen.push(history.present)
      }
      expect(history.present).toBe('start')
      while (history.future.length > 0) {
        expect(history.present).toBe(seen.pop())
        history = redone(history)
      }
      expect(history.present).toBe(end)
    }),
  )
})
