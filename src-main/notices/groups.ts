/** Minima that are asked of each of several (每个中心组、每个党支部 …): who they are, and how far each has come. */
import { type Kysely, sql } from 'kysely'
import type { Minimum, Requirement } from '../../src-shared/notices.ts'
import type { GroupProgress } from '../../src-shared/progress.ts'
import type { Tables } from '../database/tables.ts'
import type { CountedGroup } from './count-answers.ts'
import { knownGroups, type Scope } from './measures.ts'

type Groups = {
  readonly groups: readonly GroupProgress[]
  /** What the register does not know. */
  readonly remarks: readonly string[]
}

type Given = {
  readonly counted: ReadonlyMap<string, readonly CountedGroup[]>
  /** Keys of the questions of each requirement. */
  readonly keysOf: ReadonlyMap<string, readonly string[]>
  readonly firstDay: string | null
  readonly today: string
}

/** Those that the ledger knows come first to last by name, the times of a year in their order. */
export async function groupsOf(
  db: Kysely<Tables>,
  requirements: readonly Requirement[],
  given: Given,
): Promise<(requirement: Requirement) => Groups> {
  const known = new Map<string, readonly string[]>()
  for (const { minimum, window } of requirements) {
    const scope = minimum?.scope ?? '本单位'
    const listed = knownGroups(scope, lastDay(window))
    const key = keyOf(scope, window)
    if (!listed || known.has(key)) continue
    const { rows } = await sql<{ name: string }>`${listed} order by name`.execute(db)
    known.set(
      key,
      rows.map(({ name }) => name),
    )
  }
  return (requirement) => {
    const { minimum } = requirement
    if (!minimum || minimum.scope === '本单位') return { groups: [], remarks: [] }
    const rows = (given.keysOf.get(requirement.id) ?? []).flatMap((key) => given.counted.get(key) ?? [])
    const done = new Map<string, number>()
    for (const { name, amount } of rows) if (name !== null) done.set(name, (done.get(name) ?? 0) + (amount ?? 0))
    const names = [...(known.get(keyOf(minimum.scope, requirement.window)) ?? timesOf(requirement, minimum, given))]
    for (const name of done.keys()) if (!names.includes(name)) names.push(name)
    const groups = names.map((name) => groupOf(nameShown(name), done.get(name) ?? 0, minimum))
    const unnamed = rows.reduce((sum, { name, amount }) => sum + (name === null ? (amount ?? 0) : 0), 0)
    return { groups, remarks: remarksOn(minimum, groups.length, unnamed) }
  }
}

const lastDay = (window: Requirement['window']) => window?.to ?? '9999-12-31'
const keyOf = (scope: Scope, window: Requirement['window']) => `${scope} ${lastDay(window)}`

function groupOf(name: string, done: number, { count }: Minimum): GroupProgress {
  return { name, done, gap: Math.max(0, count - done) }
}

/** Months or quarters from the first day of the requirement until today, or its last day if that is earlier. */
function timesOf({ window }: Requirement, { scope }: Minimum, { firstDay, today }: Given): string[] {
  const from = window?.from ?? firstDay
  const to = window?.to && window.to < today ? window.to : today
  if (from === null || from > to || (scope !== '每月' && scope !== '每个季度')) return []
  const times: string[] = []
  for (let month = monthNumber(from); month <= monthNumber(to); month += 1) {
    const [year, inYear] = [Math.floor(month / 12), month % 12]
    const name =
      scope === '每月' ? `${year}-${String(inYear + 1).padStart(2, '0')}` : `${year}-${Math.floor(inYear / 3) + 1}`
    if (times.at(-1) !== name) times.push(name)
  }
  return times
}

const monthNumber = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1

/** 2026-11 is a month, 2026-4 a quarter, anything else a name. */
function nameShown(name: string): string {
  const time = /^(\d{4})-(\d{1,2})$/.exec(name)
  if (!time) return name
  return time[2]?.length === 2 ? `${time[1]}年${Number(time[2])}月` : `${time[1]}年第${time[2]}季度`
}

const counted: Readonly<Partial<Record<Scope, string>>> = {
  每个中心组: '中心组',
  每个党支部: '党支部',
  每个基层工会: '基层工会',
  每名干部: '干部',
}

function remarksOn({ scope, unit }: Minimum, known: number, unnamed: number): string[] {
  const word = counted[scope]
  if (!word) return []
  const remarks = []
  if (scope !== '每个基层工会')
    remarks.push(
      known === 0
        ? `台账里还没有出现过${word}，应有多少个无从得知。`
        : `${word}以记录中出现过的${known}个为准，从未登记过的无从得知。`,
    )
  if (unnamed > 0) remarks.push(`有${unnamed}${unit}没有写明${word}，补填后才能计入。`)
  return remarks
}
