/** One search over records, unions, notices, documents and letters (检索): all words must occur, newest first by kind. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { type Found, type Hit, type SearchKind, searchKinds } from '../../src-shared/search.ts'
import type { Tables } from '../database/tables.ts'
import { indexChanges } from './index-changes.ts'
import { snippetOf } from './snippet.ts'

type FoundRow = {
  readonly kind: SearchKind
  readonly id: string
  readonly noticeId: string | null
  readonly day: string | null
  readonly title: string
  readonly text: string
  readonly total: number
}

/** @param query `limit` hits of each kind at most */
export async function search(
  db: Kysely<Tables>,
  query: { readonly words: string; readonly limit: number },
): Promise<Found> {
  // Control characters end a text early in SQLite and can stand in no record.
  const words = [...new Set(query.words.split(/[\s\p{Cc}]+/u).filter(Boolean))]
  if (words.length === 0) return { words, total: 0, groups: [] }
  await indexChanges(db)
  const rows = await findRows(db, words, query.limit)
  const groups = searchKinds
    .map((kind) => ({ kind, found: rows.filter((row) => row.kind === kind) }))
    .filter(({ found }) => found.length > 0)
    .map(({ kind, found }) => ({ kind, total: found[0]?.total ?? 0, hits: found.map((row) => hitOf(row, words)) }))
  return { words, total: groups.reduce((sum, group) => sum + group.total, 0), groups }
}

/** Keys are ordered first; texts are read of what is shown only. */
async function findRows(db: Kysely<Tables>, words: readonly string[], limit: number): Promise<readonly FoundRow[]> {
  const found = await sql<FoundRow>`
    WITH found AS MATERIALIZED (SELECT seq, kind, day FROM searchEntry WHERE ${conditionOf(words)}),
      placed AS (SELECT seq, row_number() OVER (PARTITION BY kind ORDER BY day DESC, seq DESC) AS place FROM found),
      counted AS (SELECT kind, count(*) AS total FROM found GROUP BY kind)
    SELECT kind, id, noticeId, day, title, text, total
    FROM placed JOIN searchEntry USING (seq) JOIN counted USING (kind) WHERE place <= ${limit} ORDER BY place
  `.execute(db)
  return found.rows
}

/** FTS5 knows no words of fewer than three characters: those are looked for in the text itself. */
function conditionOf(words: readonly string[]): RawBuilder<unknown> {
  const long = words.filter((word) => [...word].length >= 3)
  const short = words.filter((word) => !long.includes(word))
  const conditions = short.map((word) => {
    // Twice as fast, and as good where there are no capitals.
    if (!/[a-z]/i.test(word)) return sql`instr(text, ${word}) > 0`
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    return sql`text LIKE ${pattern} ESCAPE '\\'`
  })
  // In quotes a word is a phrase of its trigrams, and nothing in it is an operator.
  const phrases = long.map((word) => `"${word.replaceAll('"', '""')}"`).join(' AND ')
  if (long.length > 0)
    conditions.unshift(sql`seq IN (SELECT rowid FROM searchIndex WHERE searchIndex MATCH ${phrases})`)
  return sql.join(conditions, sql` AND `)
}

function hitOf({ kind, id, noticeId, day, title, text }: FoundRow, words: readonly string[]): Hit {
  // The text begins with the title, which is shown anyway.
  const rest = text.slice(title.length).trimStart()
  return { kind, id, noticeId, title, snippet: snippetOf(rest, words), date: day }
}
