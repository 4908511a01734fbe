/** Made-up records for measuring: the same every time, of all kinds, with lists, blanks and links as in real ones. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Core, clientOf, openCore } from '../../src-main/core.ts'
import type { LectureInput } from '../../src-shared/lectures.ts'
import type { StayInput } from '../../src-shared/stays.ts'
import type { StudyInput } from '../../src-shared/studies.ts'
import { deliveries, lectureModes, problemStates, studyTypes, venueTypes } from '../../src-shared/vocabulary.ts'
import { lecture, office, stay, study, union } from '../sample-records.ts'

/** The year over which the records are spread, and the quarter that is asked about. */
export const year = { from: '2026-01-01', to: '2026-12-31' }

export type Batch = { readonly studies: StudyInput[]; readonly lectures: LectureInput[]; readonly stays: StayInput[] }

/** Of a hundred records 50 are studies, 35 lectures and 15 stays. */
export function makeBatch(first: number, size: number, unionIds: readonly string[]): Batch {
  const numbers = Array.from({ length: size }, (_, index) => first + index)
  return {
    studies: numbers.filter((number) => number % 20 < 10).map(studyNumber),
    lectures: numbers
      .filter((number) => number % 20 >= 10 && number % 20 < 17)
      .map((number) => lectureNumber(number, unionIds)),
    stays: numbers.filter((number) => number % 20 >= 17).map(stayNumber),
  }
}

export type OpenLedger = {
  readonly core: Core
  readonly api: ReturnType<typeof clientOf>
  readonly folder: string
  readonly unionIds: readonly string[]
  readonly close: () => Promise<void>
}

/** An empty ledger on a temporary folder, with its office and 60 unions. */
export async function openLedger(): Promise<OpenLedger> {
  const folder = mkdtempSync(join(tmpdir(), 'xuexuan-bench-'))
  const core = await openCore({ dataFolder: folder, stateFolder: folder, host: { shell: 'cli' } })
  const api = clientOf(core)
  await api.office.set(office)
  const unions = Array.from({ length: 60 }, (_, index) =>
    union({ name: `第${index + 1}基层工会`, township: `第${(index % 8) + 1}乡` }),
  )
  const { ids } = await api.unions.add(unions)
  const close = async () => {
    await core.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { core, api, folder, unionIds: ids, close }
}

/** Enters `count` records through the core, numbered from `first`. */
export async function fillLedger(
  { api, unionIds }: OpenLedger,
  count: number,
  { first = 0, batchSize = 1000 } = {},
): Promise<void> {
  for (let done = 0; done < count; done += batchSize) {
    const batch = makeBatch(first + done, Math.min(batchSize, count - done), unionIds)
    await api.studies.add(batch.studies)
    await api.lectures.add(batch.lectures)
    await api.stays.add(batch.stays)
  }
}

const pick = <Word>(words: readonly Word[], number: number): Word => words[number % words.length] as Word
const dayOfYear = (number: number) => new Date(Date.UTC(2026, 0, 1 + (number % 350))).toISOString().slice(0, 10)
const orBlank = (number: number, value: number) => (number % 7 === 0 ? null : value)

function studyNumber(number: number): StudyInput {
  return study({
    date: dayOfYear(number * 31),
    type: pick(studyTypes, number),
    delivery: pick(deliveries, number),
    topic: `第${number}次学习：党的二十大报告关于工人阶级和工会工作的论述`,
    dueCount: orBlank(number, 20 + (number % 30)),
    attendedCount: orBlank(number + 3, 15 + (number % 5)),
    strata: [{ stratum: '党员', people: number % 9 }],
  })
}

function lectureNumber(number: number, unionIds: readonly string[]): LectureInput {
  return lecture({
    date: dayOfYear(number * 17),
    topic: `第${number}场宣讲`,
    modes: [pick(lectureModes, number), pick(lectureModes, number + 3)],
    venueType: pick(venueTypes, number),
    unionIds: [pick(unionIds, number), pick(unionIds, number + 7)],
    audienceOnSite: orBlank(number, 30 + (number % 100)),
    audienceOnline: number % 5 === 0 ? 200 + (number % 1000) : null,
    questionsAnswered: number % 6,
    reactions: number % 4 === 0 ? '职工反映听得懂、记得住、用得上。' : '',
  })
}

function stayNumber(number: number): StayInput {
  const to = dayOfYear(number * 13)
  return stay({
    from: to,
    to,
    daysOnSite: 1,
    unitName: `第${number % 60}基层工会`,
    meetings: orBlank(number, number % 4),
    suggestions: number % 12,
    problems: [
      { text: '部分劳务派遣职工没有入会', category: '建会入会', state: pick(problemStates, number) },
      { text: '职工之家场地不足', state: pick(problemStates, number + 1) },
    ],
    deeds: ['协调解决职工通勤班车'],
    membersJoined: number % 20,
    consolationPeople: number % 3,
    consolationYuan: (number % 1000) + 0.5,
  })
}
