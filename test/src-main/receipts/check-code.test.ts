import { expect, test } from 'vitest'
import { checkCodeOf, isCheckCode } from '../../../src-main/receipts/check-code.ts'
import { gapsOf, reachOf } from '../../../src-main/receipts/reach.ts'
import { openTestApp } from '../../open-test-app.ts'

import { receiptFor } from './sample-receipt.ts'

test('the check code is two groups of four, the same for the same content, another for any other', async () => {
  const { context } = await openTestApp()
  const bundle = { bundleId: 'b', replica: 'r', epoch: 1, seq: 1, toChange: 5 }
  const receipt = receiptFor(context, bundle, { number: 1 })
  const code = checkCodeOf(receipt)
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
  expect(checkCodeOf(structuredClone(receipt))).toBe(code)
  expect(checkCodeOf({ ...receipt, number: 2 })).not.toBe(code)
  const other = { ...receipt, bundle: { ...receipt.bundle, manifestHash: 'e'.repeat(64) } }
  expect(checkCodeOf(other)).not.toBe(code)
})

test('a code that was heard is compared without case, spaces, full-width letters and the letters heard as digits', () => {
  expect(isCheckCode('7k3m q0zd', '7K3M-Q0ZD')).toBe(true)
  expect(isCheckCode('７Ｋ３Ｍ－ＱＯＺＤ', '7K3M-Q0ZD')).toBe(true)
  expect(isCheckCode('1k3m-q0zd', '7K3M-Q0ZD')).toBe(false)
  expect(isCheckCode('', '7K3M-Q0ZD')).toBe(false)
})

test('a sender has come as far as its changes reach without a gap, in whatever order its bundles came', () => {
  expect(reachOf([])).toBe(0)
  expect(reachOf([{ from: 10, to: 20 }])).toBe(0)
  const ranges = [
    { from: 10, to: 20 },
    { from: 0, to: 12 },
    { from: 25, to: 30 },
  ]
  expect(reachOf(ranges)).toBe(20)
  expect(reachOf([...ranges, { from: 0, to: 27 }])).toBe(30)
})

test('numbers that have not come are told, and a number from nowhere is no reason to count for ever', () => {
  const unstated = (...seqs: number[]) => seqs.map((seq) => ({ seq, previous: null }))
  expect(gapsOf(unstated(1, 2, 5))).toEqual([3, 4])
  expect(gapsOf(unstated(Number.MAX_SAFE_INTEGER))).toHaveLength(100)
  // 2 and 3 went to others; 6 was ours.
  const stated = [1, 4, 8].map((seq, index) => ({ seq, previous: [0, 1, 6][index] ?? null }))
  expect(gapsOf(stated)).toEqual([6])
  expect(gapsOf([...unstated(3), { seq: 7, previous: 3 }])).toEqual([1, 2])
})
