import { expect, test } from 'vitest'
import { keyOf } from '../../../src-renderer/keyboard/key-of.ts'

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing', boolean>> = {},
) => keyOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false, ...held })

test('a key is named as a screen reader announces it, the command key of a Mac as Control', () => {
  expect([
    press('n'),
    press('N', { shiftKey: true }),
    press('s', { ctrlKey: true }),
    press('s', { metaKey: true }),
  ]).toEqual(['N', 'N', 'Control+S', 'Control+S'])
})

test('the signs that a Chinese input method writes are the keys they stand on', () => {
  expect([press('？'), press('、'), press('／')]).toEqual(['?', '/', '/'])
})

test('typing Chinese, keys of the system and keys without a sign are no shortcuts', () => {
  expect([
    press('n', { isComposing: true }),
    press('n', { altKey: true }),
    press('s', { ctrlKey: true, shiftKey: true }),
    press('Enter'),
    press('F5'),
  ]).toEqual([null, null, null, null, null])
})
