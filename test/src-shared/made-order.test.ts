import { expect, test } from 'vitest'
import { inMadeOrder, lastOfReplicas, type MadeBundle } from '../../src-shared/made-order.ts'

const made = (bundleId: string, changes: Partial<MadeBundle>): MadeBundle => ({
  bundleId,
  officeId: 'county',
  replica: 'one',
  epoch: 1,
  seq: 1,
  createdAt: '2026-10-09T02:00:00.000Z',
  receivedAt: '2026-10-20T02:00:00.000Z',
  ...changes,
})
const orderOf = (...bundles: readonly MadeBundle[]) => inMadeOrder(bundles).map(({ bundleId }) => bundleId)

test('of one computer the numbers say the order, whenever its bundles came and whatever its clock said', () => {
  const first = made('first', { receivedAt: '2026-10-22T02:00:00.000Z', createdAt: '2026-10-15T02:00:00.000Z' })
  const second = made('second', { seq: 2 })
  const raised = made('raised', { epoch: 2, createdAt: '2020-01-01T00:00:00.000Z' })
  expect(orderOf(raised, second, first)).toEqual(['first', 'second', 'raised'])
})

test('bundles of several computers of one office go by when they were made, not by numbers that each counts for itself', () => {
  const early = made('early', { seq: 7 })
  const late = made('late', { replica: 'two', seq: 1, createdAt: '2026-10-10T02:00:00.000Z' })
  const latest = made('latest', { seq: 8, createdAt: '2026-10-11T02:00:00.000Z' })
  expect(orderOf(latest, late, early)).toEqual(['early', 'late', 'latest'])
})

test('a clock that runs ahead is believed up to the moment of receiving only', () => {
  const ahead = made('ahead', { createdAt: '2036-10-09T02:00:00.000Z', receivedAt: '2026-10-10T02:00:00.000Z' })
  const right = made('right', { replica: 'two', createdAt: '2026-10-12T02:00:00.000Z' })
  expect(orderOf(right, ahead)).toEqual(['ahead', 'right'])
})

test('last of each computer is its highest number of its last epoch, and of a fork both branches', () => {
  const [old, fork, branch] = [made('old', { seq: 9 }), made('fork', { epoch: 2 }), made('branch', { epoch: 2 })]
  const other = made('other', { replica: 'two' })
  expect(lastOfReplicas([old, fork, branch, other]).map(({ bundleId }) => bundleId)).toEqual([
    'fork',
    'branch',
    'other',
  ])
})
