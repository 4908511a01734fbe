/** T34 with names that may be used once: PCs of one office that each use the same few, remove, edit, and exchange. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { insertRows, removeRow, restoreRow, updateRow, type Writer } from '../../../src-main/database/changes.ts'
import { openDatabase } from '../../../src-main/database/open-database.ts'
import { applyExchange } from '../../../src-main/merge/apply-exchange.ts'
import { readRowStates } from '../../../src-main/merge/read-rows.ts'
import { parseRowLine, rowLine } from '../../../src-main/merge/row-state.ts'
import { putSetting } from '../../../src-main/settings.ts'
import { type Field, type Mark, type Pc, stories, tell } from './replica-story.ts'

const runs = Math.ceil(Number(process.env.PROPERTY_RUNS ?? 2000) / 200)
const tables = ['venue', 'setting'] as const
const blank = { kind: '', venueType: '', township: '', address: '', capacity: null, contact: '', note: '' }

type OfficePc = Pc<string[], string[]> & { lines(): Promise<string[]>; close(): Promise<void> }

function makePc(clock: { tick: number }) {
  return async (mark: Mark, from: string[] = []): Promise<OfficePc> => {
    const db = await openDatabase(':memory:')
    const next = () => {
      clock.tick += 1
      return clock.tick
    }
    const writer: Writer = {
      ...mark,
      now: () => new Date(next()).toISOString(),
      newId: () => `row${String(next()).padStart(6, '0')}`,
    }
    const lines = async () => {
      const all: string[] = []
      for await (const state of readRowStates(db, tables)) all.push(rowLine(state))
      return all
    }
    const receive = async (parcel: readonly string[]) => {
      const given = { states: parcel.map(parseRowLine), bundleId: 'bundle' }
      const { outcomes } = await db.transaction().execute((trx) => applyExchange(trx, writer, given))
      expect(outcomes.filter(({ outcome }) => outcome === 'refused')).toEqual([])
    }
    const rowAt = async (row: number) => {
      const rows = await db.selectFrom('venue').selectAll().orderBy('id').execute()
      return rows[row % rows.length]
    }
    const isTaken = async (name: string) => {
      const rows = await db
        .selectFrom('venue')
        .select('id')
        .where('name', '=', name)
        .where('removedAt', 'is', null)
        .execute()
      return rows.length > 0
    }
    await receive(from)
    return {
      lines,
      receive,
      send: lines,
      keepCopy: lines,
      close: () => db.destroy(),
      async add(value) {
        await putSetting(db, writer, `key ${value}`, value)
        if (await isTaken(value)) return
        await db.transaction().execute((trx) => insertRows(trx, writer, 'venue', [{ ...blank, name: value } as never]))
      },
      async edit(row: number, field: Field, value: string) {
        await putSetting(db, writer, `key ${row % 3}`, value)
        const venue = await rowAt(row)
        if (!venue || venue.removedAt !== null || (field === 'topic' && (await isTaken(value)))) return
        const fields = field === 'topic' ? { name: value } : { note: value }
        await db.transaction().execute((trx) => updateRow(trx, writer, 'venue', venue, fields))
      },
      async remove(row) {
        const venue = await rowAt(row)
        if (!venue || venue.removedAt !== null) return
        await db.transaction().execute((trx) => removeRow(trx, writer, 'venue', venue.id))
      },
      async restore(row) {
        const venue = await rowAt(row)
        if (!venue || (await isTaken(venue.name))) return
        await db.transaction().execute((trx) => restoreRow(trx, writer, 'venue', venue.id))
      },
    }
  }
}

test('T34 names and settings that several PCs used end alike, and every row is there', {
  timeout: 60_000 + runs * 2000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(stories, async (story) => {
      const pcs = await tell(story, makePc({ tick: 0 }))
      try {
        const before = new Set(
          (await Promise.all(pcs.map((pc) => pc.lines()))).flat().map((line) => JSON.parse(line).id),
        )
        // What the PCs decide by themselves, each its own way round, has to go round once more.
        for (let round = 0; round < 4; round += 1)
          for (const from of pcs) for (const to of pcs) await to.receive(await from.send())
        const [first = [], ...others] = await Promise.all(pcs.map((pc) => pc.lines()))
        for (const other of others) expect(other).toEqual(first)
        expect(new Set(first.map((line) => JSON.parse(line).id))).toEqual(before)
      } finally {
        for (const pc of pcs) await pc.close()
      }
    }),
    { numRuns: runs, endOnFailure: false },
  )
})
