/** What is offered while a name is typed (录入联想): entries of the registers, those that records named last first. */
import { type Kysely, sql } from 'kysely'
import type { Suggestion } from '../../src-shared/register-uses.ts'
import type { RegisterKind } from '../../src-shared/register-words.ts'
import type { RegisterEntries } from '../../src-shared/registers.ts'
import { isLatin, loadPinyin } from '../database/initials.ts'
import { fromRow } from '../database/rows.ts'
import type { Tables } from '../database/tables.ts'
import { nameKey } from './name-places.ts'
import { occurrencesOf } from './occurrences.ts'

/** Records of each kind that tell what is in use now: about a year of a county's. */
const newestRecords = 500

type Asked = { readonly kinds: readonly RegisterKind[]; readonly text: string; readonly limit: number }

/** Register by register; a name in several of them is offered once, as the first of them has it. */
export async function suggestEntries(db: Kysely<Tables>, { kinds, text, limit }: Asked): Promise<Suggestion[]> {
  const suggestions = new Map<string, Suggestion>()
  for (const kind of kinds)
    for (const entry of await newestUsedFirst(db, kind, await matching(db, kind, text)))
      if (!suggestions.has(entry.name)) suggestions.set(entry.name, suggestionOf(kind, entry))
  return [...suggestions.values()].slice(0, limit)
}

/** The sort is stable: what was never used stays in the order of its sound. */
async function newestUsedFirst<Entry extends { readonly name: string }>(
  db: Kysely<Tables>,
  kind: RegisterKind,
  entries: readonly Entry[],
): Promise<readonly Entry[]> {
  if (entries.length < 2) return entries
  const uses = await occurrencesOf(db, kind, newestRecords)
  const lastOn = ({ name }: Entry) => uses.get(nameKey(kind, name))?.lastOn ?? ''
  return entries.toSorted((a, b) => (lastOn(a) < lastOn(b) ? 1 : lastOn(a) > lastOn(b) ? -1 : 0))
}

async function matching(db: Kysely<Tables>, kind: RegisterKind, text: string): Promise<readonly { name: string }[]> {
  await loadPinyin()
  const isWritten = sql`instr(name, ${text}) > 0`
  const fits = isLatin(text) ? sql`(${isWritten} or soundsLike(name, ${text}))` : isWritten
  const { rows } = await sql<Record<string, unknown>>`
    select * from ${sql.table(kind)} where removedAt is null and ${fits} order by initials(name), name
  `.execute(db)
  return rows.map((row) => fromRow<{ name: string }>(kind, row))
}

const described: { readonly [Kind in RegisterKind]: (entry: RegisterEntries[Kind]) => Omit<Suggestion, 'name'> } = {
  cadre: ({ post, standing }) => {
    const isLeader = standing === '班子成员'
    return { detail: post || standing, fills: { post, isLeader, kind: isLeader ? '领导干部' : '其他' } }
  },
  lecturer: ({ post, kind, team }) => ({ detail: post || kind, fills: { post, kind, team } }),
  lectureTeam: ({ leader }) => ({ detail: leader, fills: {} }),
  studyGroup: ({ kind }) => ({ detail: kind, fills: {} }),
  venue: ({ kind, venueType, township }) => ({
    detail: [kind, township].filter(Boolean).join('，'),
    fills: { venueType },
  }),
  material: ({ kind, source }) => ({ detail: source || kind, fills: {} }),
}

function suggestionOf(kind: RegisterKind, entry: { readonly name: string }): Suggestion {
  return { name: entry.name, ...described[kind](entry as never) }
}
