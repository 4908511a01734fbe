/** Receipts as an upper office would write them, and the bundle of ours that they answer. */

import type { CoreContext } from '../../../src-main/core-context.ts'
import type { Receipt, RowRemark } from '../../../src-shared/receipts.ts'

export const city = { officeId: 'city', name: '云州市总工会', divisionCode: '610100' }

/** As if a bundle of everything up to the last change had been exported. */
export async function exportedUpToNow(context: CoreContext, seq: number, bundleId = `bundle-${seq}`) {
  const { last } = await context.db
    .selectFrom('change')
    .select((eb) => eb.fn.max('seq').as('last'))
    .executeTakeFirstOrThrow()
  const toChange = Number(last)
  const { replica, epoch } = context
  await context.db
    .insertInto('exportedBundle')
    .values({
      bundleId,
      recipientId: city.officeId,
      replica,
      epoch,
      seq,
      fileName: `${bundleId}.ghb`,
      periodFrom: '2026-10-01',
      periodTo: '2026-12-31',
      counts: '{}',
      bytes: 1,
      sha256: '0'.repeat(64),
      toChange,
      createdAt: context.now(),
    })
    .execute()
  return { bundleId, replica, epoch, seq, toChange }
}

type Bundle = Awaited<ReturnType<typeof exportedUpToNow>>
type Given = {
  readonly number: number
  readonly remarks?: readonly RowRemark[]
  readonly technical?: Partial<Receipt['technical']>
  readonly business?: Partial<NonNullable<Receipt['business']>>
  readonly issuedAt?: string
  readonly replica?: string
  readonly epoch?: number
}

export function receiptFor(context: CoreContext, bundle: Bundle, given: Given): Receipt {
  const { number, remarks = [], replica = 'city-pc', epoch = 1 } = given
  return {
    format: { major: 1, minor: 0 },
    receiptId: `receipt-${replica}-${epoch}-${number}`,
    number,
    replica,
    epoch,
    issuer: city,
    to: { officeId: context.officeId, name: '云山县总工会', divisionCode: '610122' },
    issuedAt: given.issuedAt ?? '2026-11-20T08:00:00.000Z',
    bundle: {
      bundleId: bundle.bundleId,
      kind: 'report',
      replica: bundle.replica,
      epoch: bundle.epoch,
      seq: bundle.seq,
      manifestHash: 'a'.repeat(64),
      period: { from: '2026-10-01', to: '2026-12-31' },
      createdAt: '2026-11-19T08:00:00.000Z',
      receivedAt: '2026-11-20T07:00:00.000Z',
      via: [],
    },
    technical: {
      state: '已导入',
      volumes: { of: 1, here: [{ number: 1, sha256: 'b'.repeat(64), bytes: 1000 }], missing: [] },
      keyId: 'c'.repeat(64),
      isFork: false,
      gaps: [],
      reader: { app: '1.0.0', schema: '2026-11-21-exchange', format: 2 },
      upgradeTo: null,
      known: { epoch: bundle.epoch, seq: bundle.seq },
      toChange: bundle.toChange,
      newEpoch: false,
      ...given.technical,
    },
    business: {
      counts: { study: { received: 2, unchanged: 0, returned: remarks.length, conflict: 0, parked: 0 } },
      remarks,
      root: { value: 'd'.repeat(64), isSame: true },
      held: { rows: 0, sha256: '' },
      holding: { study: 2 },
      notice: null,
      due: { day: '2026-11-25', receivedOn: '2026-11-20', isLate: false },
      next: { title: '四季度情况报告', day: '2026-12-25' },
      by: '王芳',
      ...given.business,
    },
  }
}

export function returned(table: string, id: string, version: number, words = '实到人数与签到表不符'): RowRemark {
  return {
    table,
    id,
    version,
    result: '退回',
    rule: '',
    field: 'attendedCount',
    words,
    title: '主题党日',
    values: null,
  }
}
