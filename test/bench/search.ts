/**
 * The search over everything against the bare FTS query: number by kind, the newest of each kind and their snippets, in
 * plain SQL on the same index. A word of two characters has no bare query; its bare side reads every text.
 */
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { fillLedger, openLedger } from './ledger.ts'
import { type Comparison, compare, timeOf } from './measure.ts'

const limit = 5

export async function benchSearch(sizes: readonly number[], runs: number): Promise<Comparison[]> {
  const comparisons: Comparison[] = []
  for (const size of sizes) {
    const ledger = await openLedger()
    await fillLedger(ledger, size)
    const first = await timeOf(() => ledger.api.search({ words: '职工', limit }))
    console.log(`first search after ${size.toLocaleString('en')} new records, indexing them: ${Math.round(first)} ms`)
    const file = new SqliteDatabase(join(ledger.folder, 'ledger.sqlite'))
    for (const [name, words] of Object.entries({ common: '工人阶级', rare: '第777', short: '班车' })) {
      const bare = words.length < 3 ? bareScan(file, words) : bareFts(file, words)
      const options = {
        size,
        aim: 2,
        runs,
        times: 3,
        besides: 'the newest of each kind instead of any, marking of words',
      }
      comparisons.push(
        await compare(`search, ${name} word`, { ours: () => ledger.api.search({ words, limit }), bare }, options),
      )
    }
    file.close()
    await ledger.close()
  }
  return comparisons
}

function bareFts(file: SqliteDatabase.Database, words: string): () => void {
  const matching = `FROM searchIndex JOIN searchEntry ON seq = searchIndex.rowid WHERE searchIndex MATCH ?`
  const count = file.prepare(`SELECT kind, count(*) ${matching} GROUP BY kind`)
  const hits = file.prepare(
    `SELECT kind, id, title, day, searchEntry.text ${matching} ORDER BY rank LIMIT ${limit * 9}`,
  )
  return () => {
    count.all(`"${words}"`)
    hits.all(`"${words}"`)
  }
}

function bareScan(file: SqliteDatabase.Database, words: string): () => void {
  const matching = 'FROM searchEntry WHERE instr(text, ?) > 0'
  const count = file.prepare(`SELECT kind, count(*) ${matching} GROUP BY kind`)
  const hits = file.prepare(`SELECT kind, id, title, day, text ${matching} ORDER BY seq DESC LIMIT ${limit * 9}`)
  return () => {
    count.all(words)
    hits.all(words)
  }
}
