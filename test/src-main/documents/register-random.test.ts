import { safe } from '@orpc/server'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RegisteredDocument } from '../../../src-shared/outgoing.ts'
import { openTestApp } from '../../open-test-app.ts'
import { office } from '../../sample-records.ts'
import { readyDocument } from './ready-document.ts'

const code = fc.constantFrom('云工发', '云工函')
const which = fc.nat(5)
const step = fc.oneof(
  fc.record({ act: fc.constant('draft' as const), code, year: fc.constantFrom(2026, 2027) }),
  fc.record({ act: fc.constant('finalise' as const), which, wish: fc.nat(7) }),
  fc.record({ act: fc.constant('withdraw' as const), which }),
  fc.record({ act: fc.constant('remove' as const), which }),
  fc.record({ act: fc.constant('begin' as const), code, firstSerial: fc.integer({ min: 1, max: 40 }) }),
)

test('however drafting, finalising, repeated wishes, withdrawing and removing interleave, numbers are gapless and unique', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 10 }), async (turns) => {
      const { api, close } = await openTestApp()
      await api.office.set(office)
      const drafts: RegisteredDocument[] = [await readyDocument(api)]
      const promised = new Map<string, string>()
      const begun = new Map<string, number>()

      const take = async (taken: Step) => {
        if (taken.act === 'draft') {
          const date = `${taken.year}-11-21`
          const number = `${taken.code}〔${taken.year}〕9号`
          const made = await safe(readyDocument(api, { number: '', date, printedOn: date }))
          if (made.data) {
            const content = { ...made.data.content, number }
            const named = await safe(api.documents.update({ id: made.data.id, version: made.data.version, content }))
            drafts.push(named.data ?? made.data)
          }
          return
        }
        if (taken.act === 'begin') {
          const set = await safe(
            api.outgoing.setFirstSerial({ code: taken.code, year: 2026, firstSerial: taken.firstSerial }),
          )
          if (set.data) begun.set(`${taken.code} 2026`, taken.firstSerial)
          return
        }
        const draft = drafts[taken.which % drafts.length]
        if (!draft) return
        if (taken.act === 'withdraw') await safe(api.documents.withdraw({ id: draft.id, reason: '有误' }))
        else if (taken.act === 'remove') await safe(api.documents.remove({ id: draft.id }))
        else {
          const requestId = `wish-${taken.wish}`
          const { data } = await safe(api.documents.finalise({ id: draft.id, version: draft.version, requestId }))
          if (!data) return
          expect(promised.get(requestId) ?? data.content.number).toBe(data.content.number)
          promised.set(requestId, data.content.number)
        }
      }
      // The steps of one turn run at once, as from several windows.
      for (const turn of turns) await Promise.all(turn.map(take))

      const { rows } = await api.outgoing.list({ year: null })
      for (const series of new Set(rows.map((row) => `${row.code} ${row.year}`))) {
        const entries = rows.filter((row) => `${row.code} ${row.year}` === series)
        const serials = entries.map((entry) => entry.serial).sort((one, other) => one - other)
        const first = begun.get(series) ?? 1
        expect(serials).toEqual(serials.map((_, index) => first + index))
      }
      expect(new Set(rows.map(({ number }) => number)).size).toBe(rows.length)
      expect(new Set(rows.map(({ documentId }) => documentId)).size).toBe(rows.length)
      for (const number of promised.values()) expect(rows.some((row) => row.number === number)).toBe(true)
      await close()
    }),
    { numRuns: 25 },
  )
})

type Step = typeof step extends fc.Arbitrary<infer Taken> ? Taken : never
