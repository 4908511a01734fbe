/** T34: random operations on several PCs, as pure states and in real ledgers. `PROPERTY_RUNS` takes more of them. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { insertRows, removeRow, restoreRow, updateRow, type Writer } from '../../../src-main/database/changes.ts'
import { openDatabase } from '../../../src-main/database/open-database.ts'
import { applyRowStates } from '../../../src-main/merge/apply-rows.ts'
import { mergeRow } from '../../../src-main/merge/merge-row.ts'
import { readRowStates } from '../../../src-main/merge/read-rows.ts'
import {
  parseRowLine,
  type RowChange,
  type RowState,
  rowLine,
  rowVersion,
  setterOf,
  stampKey,
} from '../../../src-main/merge/row-state.ts'
import { stateRoot } from '../../../src-main/merge/state-root.ts'
import { type Field, fields, type Mark, type Pc, stories, tell } from './replica-story.ts'

const runs = Number(process.env.PROPERTY_RUNS ?? 2000)

/** A change as it was made: what it gave to a field, and what was known when it was made. */
type Made = {
  readonly row: string
  readonly field: string
  readonly value: unknown
  readonly past: ReadonlySet<string>
}

/** What everybody did and was told, beside the PCs: what a restore takes from one of them is not lost from here. */
function openChronicle() {
  return { tick: 0, made: new Map<string, Made[]>(), told: new Set<string>() }
}
type Chronicle = ReturnType<typeof openChronicle>

type Rows = ReadonlyMap<string, RowState>
type ModelPc = Pc<Rows, Rows> & { rows(): Rows }

/** A PC that is nothing but row states. */
function makeModel(chronicle: Chronicle) {
  return async ({ replica, epoch }: Mark, from?: Rows): Promise<ModelPc> => {
    let rows = new Map(from)
    const rowAt = (row: number) => [...rows.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))[row % rows.size]
    const write = (state: RowState, op: RowChange['op'], values: RowState['values'], old: RowChange['old']) => {
      chronicle.tick += 1
      const version = state.changes.length === 0 ? 1 : rowVersion(state) + 1
      const at = new Date(chronicle.tick).toISOString()
      const change = { op, version, replica, epoch, at, old }
      const past = new Set(state.changes.map(stampKey))
      const made = Object.entries(values).map(([field, value]) => ({ row: state.id, field, value, past }))
      chronicle.made.set(stampKey(change), made)
      const next = { ...state, values: { ...state.values, ...values }, changes: [...state.changes, change] }
      rows = new Map(rows).set(state.id, next)
    }
    return {
      rows: () => rows,
      async add(value) {
        const id = `row${chronicle.tick}`
        const values = { topic: value, host: value, note: value, removedAt: null }
        write({ table: 'study', id, values: {}, changes: [] }, 'insert', values, null)
      },
      async edit(row, field, value) {
        const state = rowAt(row)
        if (!state || state.values.removedAt !== null || state.values[field] === value) return
        write(state, 'update', { [field]: value }, { [field]: state.values[field] ?? null })
      },
      async remove(row) {
        const state = rowAt(row)
        if (state?.values.removedAt === null) write(state, 'remove', { removedAt: `${chronicle.tick}` }, null)
      },
      async restore(row) {
        const state = rowAt(row)
        if (state && state.values.removedAt !== null) write(state, 'restore', { removedAt: null }, null)
      },
      send: async () => rows,
      keepCopy: async () => rows,
      async receive(parcel) {
        const next = new Map(rows)
        for (const [id, other] of parcel) {
          const own = rows.get(id)
          const { state, conflicts } = mergeRow(own, other)
          next.set(id, state)
          for (const { field, kept, other: lost } of conflicts)
            for (const value of [kept, lost]) chronicle.told.add(`${id} ${field} ${value}`)
          const gained = state.changes.length - (own?.changes.length ?? 0)
          if (gained < 0 || (own && gained > 0 && rowVersion(state) <= rowVersion(own)))
            throw new Error('a merge that loses changes, or that an open form would not see')
        }
        rows = next
      },
    }
  }
}

/** Values that nobody has seen and replaced since: each stands in the row or was told as a conflict. */
function lostValues(chronicle: Chronicle, rows: Rows): string[] {
  const lost: string[] = []
  for (const { id, values, changes } of rows.values()) {
    const setters = changes.flatMap((change) =>
      (chronicle.made.get(stampKey(change)) ?? []).map((made) => ({ key: stampKey(change), ...made })),
    )
    for (const one of setters) {
      // Whoever saw the same value, from whomever, and set another one meant to replace it.
      const same = setters.filter((other) => other.field === one.field && other.value === one.value)
      const isReplaced = setters.some(
        (later) => later.field === one.field && same.some(({ key }) => later.past.has(key)),
      )
      // Two removals are one, whatever their moments.
      const stands = one.field === 'removedAt' && one.value !== null ? values.removedAt : one.value
      if (isReplaced || values[one.field] === stands || chronicle.told.has(`${id} ${one.field} ${one.value}`)) continue
      lost.push(`${id} ${one.field} ${one.value}`)
    }
  }
  return lost
}

test('T34 whatever happens, all PCs end with the same rows, nothing lost, every overwritten value told', {
  timeout: 60_000 + runs * 30,
}, async () => {
  await fc.assert(
    fc.asyncProperty(stories, async (story) => {
      const chronicle = openChronicle()
      const pcs = await tell(story, makeModel(chronicle))
      const [first, ...others] = pcs.map((pc) => [...pc.rows().values()].map(rowLine).sort())
      for (const other of others) expect(other).toEqual(first)
      const rows = pcs[0]?.rows() ?? new Map()
      for (const state of rows.values()) {
        expect(new Set(state.changes.map(stampKey)).size).toBe(state.changes.length)
        for (const field of fields) {
          const setter = setterOf(state.changes, field)
          const made = setter && chronicle.made.get(stampKey(setter))?.find((one) => one.field === field)
          expect(state.values[field]).toBe(made?.value)
        }
      }
      expect(lostValues(chronicle, rows)).toEqual([])
    }),
    { numRuns: runs, endOnFailure: false },
  )
})

const blankStudy = {
  date: '2026-11-05',
  startTime: null,
  endTime: null,
  type: '主题党日',
  materials: '',
  organiser: '',
  partyOrganisation: '',
  leadSpeaker: '',
  place: '',
  delivery: '线下',
  dueCount: null,
  attendedCount: null,
  attendanceNote: '',
  strata: '[]',
  decisions: '',
}
const tables = ['study'] as const

type LedgerPc = Pc<string[], string[]> & { lines(): Promise<string[]>; root(): Promise<string>; close(): Promise<void> }

/** A PC with a real ledger; a copy of it is all its rows with their histories. */
function makeLedger(clock: { tick: number }) {
  return async (mark: Mark, from: string[] = []): Promise<LedgerPc> => {
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
      const outcomes = await db.transaction().execute((trx) => applyRowStates(trx, parcel.map(parseRowLine)))
      expect(outcomes.filter(({ outcome }) => outcome === 'refused')).toEqual([])
    }
    const rowAt = async (row: number) => {
      const rows = await db.selectFrom('study').selectAll().orderBy('id').execute()
      return rows[row % rows.length]
    }
    await receive(from)
    return {
      lines,
      receive,
      send: lines,
      keepCopy: lines,
      root: async () => (await stateRoot(db, tables)).root,
      close: () => db.destroy(),
      async add(value) {
        const study = { ...blankStudy, topic: value, host: value, note: value }
        await db.transaction().execute((trx) => insertRows(trx, writer, 'study', [study as never]))
      },
      async edit(row: number, field: Field, value: string) {
        const study = await rowAt(row)
        if (!study || study.removedAt !== null) return
        await db.transaction().execute((trx) => updateRow(trx, writer, 'study', study, { [field]: value }))
      },
      async remove(row) {
        const study = await rowAt(row)
        if (!study || study.removedAt !== null) return
        await db.transaction().execute((trx) => removeRow(trx, writer, 'study', study.id))
      },
      async restore(row) {
        const study = await rowAt(row)
        if (study) await db.transaction().execute((trx) => restoreRow(trx, writer, 'study', study.id))
      },
    }
  }
}

test('T34 so do real ledgers, row by row and by their roots', { timeout: 60_000 + runs * 30 }, async () => {
  await fc.assert(
    fc.asyncProperty(stories, async (story) => {
      const pcs = await tell(story, makeLedger({ tick: 0 }))
      try {
        const [first, ...others] = await Promise.all(pcs.map((pc) => pc.lines()))
        for (const other of others) expect(other).toEqual(first)
        expect(new Set(await Promise.all(pcs.map((pc) => pc.root()))).size).toBe(1)
      } finally {
        for (const pc of pcs) await pc.close()
      }
    }),
    { numRuns: Math.ceil(runs / 100), endOnFailure: false },
  )
})
