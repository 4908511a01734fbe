/**
 * Progress of notices with many requirements against plain SQL that counts the same: for each requirement its records,
 * those that count and those that are doubtful, their sums, the newest, and the unions reached, each once. The bare side
 * runs a prepared statement for each requirement. Grows with the records, and with the requirements of a notice.
 */
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import type { RequirementInput } from '../../src-shared/notices.ts'
import { lectureModes, type Stratum, strata, studyTypes, venueTypes } from '../../src-shared/vocabulary.ts'
import { fillLedger, type OpenLedger, openLedger } from './ledger.ts'
import { type Comparison, compare } from './measure.ts'

const notices = 20
const window = { from: '2026-07-01', to: '2026-09-30', words: '' }
const minimum = { count: 5, unit: '次', scope: '本单位' } as const

/** Requirements of each notice: as many as real ones have, and as many as nobody would read. */
const requirements = [20, 400]

/** The many are timed once: plain SQL takes minutes over them. */
export async function benchProgress(sizes: readonly number[], runs: number): Promise<Comparison[]> {
  const comparisons: Comparison[] = []
  const ledger = await openLedger()
  const ids = new Map<number, string[]>()
  for (const count of requirements) ids.set(count, await addNotices(ledger, count))
  let filled = 0
  for (const size of sizes) {
    await fillLedger(ledger, size - filled, { first: filled })
    filled = size
    for (const count of requirements)
      comparisons.push(
        await compareAt(ledger, { size, count, ids: ids.get(count) ?? [], runs: count === 400 ? 1 : runs }),
      )
  }
  await ledger.close()
  return comparisons.toSorted((one, other) => one.name.localeCompare(other.name))
}

async function addNotices({ api }: OpenLedger, count: number): Promise<string[]> {
  const fields = Array.from({ length: count }, (_, index) => requirementNumber(index))
  const ids: string[] = []
  for (let number = 1; number <= notices; number += 1) {
    const text = `固川市总工会文件\n\n固工发〔2026〕${count * 100 + number}号\n\n固川市总工会关于开展学习宣讲的通知\n\n各县（区）总工会：\n\n请认真组织。\n\n固川市总工会\n2026年7月1日\n`
    const { noticeId, requirements } = await api.notices.add({ text })
    for (const { id } of requirements) await api.requirements.remove({ id })
    await api.requirements.add({ noticeId, fields })
    ids.push(noticeId)
  }
  return ids
}

type Asked = {
  readonly forms: readonly string[]
  readonly strata: readonly Stratum[]
  readonly venues: readonly string[]
}

const pick = <Word>(words: readonly Word[], number: number): Word => words[number % words.length] as Word

/** What number `index` asks for: half of them studies, half lectures, hardly two alike. */
function askedBy(index: number): Asked & { readonly kind: '学习' | '宣讲' } {
  const kind = index % 2 === 0 ? '学习' : '宣讲'
  const half = index >> 1
  return {
    kind,
    forms: kind === '学习' ? [pick(studyTypes, half)] : [pick(lectureModes, half)],
    strata: [pick(strata, half * 7), pick(strata, half * 7 + 1 + (half % 5))],
    venues:
      kind === '学习' ? [] : [pick(venueTypes.slice(1, 15), half * 3), pick(venueTypes.slice(1, 15), half * 3 + 1)],
  }
}

function requirementNumber(index: number): RequirementInput {
  const { kind, forms, strata: audiences, venues } = askedBy(index)
  return {
    kind,
    title: `第${index + 1}项`,
    forms: [...forms],
    audiences: [...audiences],
    venues: [...venues],
    minimum,
    window,
    state: '已确认',
  }
}

type At = { readonly size: number; readonly count: number; readonly ids: readonly string[]; readonly runs: number }

async function compareAt({ api, folder }: OpenLedger, { size, count, ids, runs }: At): Promise<Comparison> {
  const file = new SqliteDatabase(join(folder, 'ledger.sqlite'))
  const statements = Array.from({ length: count }, (_, index) => file.prepare(plainCount(askedBy(index))))
  const bare = () => ids.map(() => statements.map((statement) => statement.get()))
  const ours = async () => {
    for (const id of ids) await api.notices.progress({ id, withRecords: false })
  }
  const comparison = await compare(
    `progress, ${notices} notices × ${count}`,
    { ours, bare },
    { size, aim: 1.5, runs, besides: 'reading the requirements, the SQL text, states, next steps and groups' },
  )
  file.close()
  return comparison
}

const quoted = (words: readonly string[]) => words.map((word) => `'${word}'`).join()

function plainCount({ kind, forms, strata: asked, venues }: ReturnType<typeof askedBy>): string {
  const time = `removedAt IS NULL AND date BETWEEN '${window.from}' AND '${window.to}'`
  const hasStratum = asked.map((word) => `instr(strata, '"${word}"') > 0`).join(' OR ')
  const fits = `(strata = '[]' OR ${hasStratum})`
  if (kind === '学习')
    return `SELECT count(*) FILTER (WHERE ${fits}), count(*) FILTER (WHERE NOT ${fits}),
      sum(attendedCount) FILTER (WHERE ${fits}), max(CASE WHEN ${fits} THEN date || ' ' || id END)
      FROM study WHERE type = ${quoted(forms)} AND ${time}`
  const where = `instr(modes, '"${forms[0]}"') > 0 AND ${time}`
  const counts = `${fits} AND venueType IN (${quoted(wider(venues))}, '其他')`
  return `SELECT count(*) FILTER (WHERE ${counts}), count(*) FILTER (WHERE NOT (${counts})),
    sum(audienceOnSite) FILTER (WHERE ${counts}), sum(audienceOnline) FILTER (WHERE ${counts}),
    sum(clicks) FILTER (WHERE ${counts}), max(CASE WHEN ${counts} THEN date || ' ' || id END),
    (SELECT count(DISTINCT unionId) FROM lecture JOIN lectureUnion ON lectureId = lecture.id WHERE ${where} AND ${counts})
    FROM lecture WHERE ${where}`
}

/** A workshop and a team are in an enterprise. */
const wider = (venues: readonly string[]) => (venues.includes('企业') ? [...venues, '车间', '班组'] : venues)
