/** What becomes of some of the random unions: founded late, dissolved, merged, renamed before or after a period ends. */
import fc from 'fast-check'
import type { Kysely } from 'kysely'
import type { Tables } from '../../../src-main/database/tables.ts'

const day = fc.constantFrom('2026-08-15', '2026-11-10', '2027-01-15')

/** Written straight into the table: the register's own verbs are tested with it. */
export const randomLives = fc
  .array(
    fc.record({
      union: fc.nat(11),
      day,
      fate: fc.constantFrom('founded', 'dissolved', 'merged', 'renamed'),
      into: fc.nat(11),
    }),
    { maxLength: 5 },
  )
  .map((fates) => async (db: Kysely<Tables>) => {
    const unions = await db.selectFrom('grassrootsUnion').select('id').orderBy('id').execute()
    for (const { union, day, fate, into } of fates) {
      const [id, heir] = [unions[union]?.id, unions[into]?.id]
      if (id === undefined) continue
      if (fate === 'merged' && (heir === undefined || into <= union)) continue // no circles
      const values =
        fate === 'founded'
          ? { foundedOn: day }
          : fate === 'renamed'
            ? { formerNames: JSON.stringify([{ name: `原第${union + 1}工会`, until: day }]) }
            : fate === 'dissolved'
              ? { endedOn: day, ending: '撤销', successorId: null }
              : { endedOn: day, ending: '合并', successorId: heir ?? null }
      await db
        .updateTable('grassrootsUnion')
        .set(values as never)
        .where('id', '=', id)
        .execute()
    }
  })
