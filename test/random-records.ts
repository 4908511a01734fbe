/** Records as anybody might enter them: every field that a figure depends on takes any value, blank among them. */
import fc from 'fast-check'
import type { ActivityInput } from '../src-shared/activities.ts'
import type { LectureInput } from '../src-shared/lectures.ts'
import type { StayInput } from '../src-shared/stays.ts'
import type { StudyInput } from '../src-shared/studies.ts'
import type { UnionInput } from '../src-shared/unions.ts'
import {
  activityGenres,
  activityKinds,
  deliveries,
  lectureLevels,
  lectureModes,
  lectureOccasions,
  problemStates,
  speakerKinds,
  stayForms,
  strata,
  studyTypes,
  venueTypes,
} from '../src-shared/vocabulary.ts'
import type { openTestApp } from './open-test-app.ts'
import { activity, lecture, stay, study, union } from './sample-records.ts'

/** The period that the tests ask about: about a third of the random days lie in it. */
export const randomPeriod = { from: '2026-10-01', to: '2026-12-31' }

const day = fc
  .integer({ min: 0, max: 270 })
  .map((days) => new Date(Date.UTC(2026, 6, 1 + days)).toISOString().slice(0, 10))
const count = fc.option(fc.integer({ min: 0, max: 500 }))
const yuan = fc.option(fc.integer({ min: 0, max: 999_999 }).map((fen) => fen / 100))
const townships = ['城关镇', '南河乡', '北川镇', '工业园区']
const speakers = fc.array(
  fc.record({
    name: fc.constantFrom('赵铁柱', '马建国', '李红梅'),
    kind: fc.constantFrom(...speakerKinds.slice(0, 4)),
  }),
  { minLength: 1, maxLength: 3 },
)
const shares = fc.subarray(strata.slice(0, 4)).map((words) => words.map((stratum) => ({ stratum, people: null })))

const studies = fc.array(
  fc.record({
    date: day,
    type: fc.constantFrom(...studyTypes.slice(0, 6)),
    delivery: fc.constantFrom(...deliveries),
    dueCount: count,
    attendedCount: count,
    attendanceNote: fc.constant('旁听人员较多'),
    organiser: fc.constantFrom('县总工会', '县总工会党组', '柳林镇总工会'),
    partyOrganisation: fc.constantFrom('', '机关党支部'),
    strata: shares,
  }),
  { maxLength: 25 },
)
const lectures = fc.array(
  fc.record({
    date: day,
    modes: fc.subarray([...lectureModes], { minLength: 1 }),
    venueType: fc.constantFrom(...venueTypes.slice(0, 5)),
    level: fc.constantFrom('' as const, ...lectureLevels),
    occasion: fc.constantFrom(...lectureOccasions),
    organiser: fc.constantFrom('', '县总工会', '柳林镇总工会'),
    team: fc.constantFrom('', '劳模宣讲团'),
    speakers,
    strata: shares,
    durationMinutes: fc.option(fc.integer({ min: 5, max: 120 })),
    audienceOnSite: count,
    audienceOnline: count,
    clicks: count,
    questionsAnswered: count,
    unions: fc.array(fc.nat(11), { maxLength: 4 }),
    stay: fc.option(fc.nat(19)),
  }),
  { maxLength: 25 },
)
const stays = fc.array(
  fc.record({
    days: fc.tuple(day, day).map((pair) => pair.toSorted()),
    cadres: fc.integer({ min: 1, max: 3 }),
    unitName: fc.constantFrom('云山工业园区', '白石矿业', '柳林镇总工会'),
    township: fc.constantFrom('', ...townships),
    form: fc.constantFrom(...stayForms),
    daysOnSite: fc.constantFrom(null, 0, 1),
    visits: count,
    talks: count,
    meetings: count,
    suggestions: count,
    problems: fc.array(fc.tuple(fc.constantFrom(...problemStates), fc.option(day)), { maxLength: 4 }),
    deeds: fc.nat(3),
    unionsFounded: count,
    membersJoined: count,
    consolationPeople: count,
    consolationYuan: yuan,
  }),
  { maxLength: 20 },
)

const activities = fc.array(
  fc.record({
    date: day,
    kind: fc.constantFrom(...activityKinds),
    unit: fc.constantFrom('条' as const, '篇' as const),
    organiser: fc.constantFrom('', '县总工会'),
    unions: fc.array(fc.nat(11), { maxLength: 3 }),
    count,
    participants: count,
  }),
  { maxLength: 15 },
)

export const randomLedger = fc.record({
  unions: fc.integer({ min: 0, max: 12 }),
  studies,
  lectures,
  stays,
  activities,
  /** Removes each third record of every kind afterwards. */
  removesSome: fc.boolean(),
})
export type RandomLedger = typeof randomLedger extends fc.Arbitrary<infer Ledger> ? Ledger : never

/** Enters the records through the core, as a clerk does. */
export async function enterRecords(api: Awaited<ReturnType<typeof openTestApp>>['api'], ledger: RandomLedger) {
  const unionIds = await addAll(api.unions.add, range(ledger.unions).map(unionNumber))
  await addAll(
    api.studies.add,
    ledger.studies.map((fields): StudyInput => study(fields)),
  ).then(removeThird(ledger, api.studies.remove))
  const stayIds = await addAll(api.stays.add, ledger.stays.map(stayFrom))
  await addAll(
    api.lectures.add,
    ledger.lectures.map(({ unions, stay: stayIndex, ...fields }): LectureInput => {
      return lecture({ ...fields, unionIds: someOf(unionIds, unions), stayId: stayIds[stayIndex ?? -1] ?? null })
    }),
  ).then(removeThird(ledger, api.lectures.remove))
  await addAll(
    api.activities.add,
    ledger.activities.map(({ unions, ...fields }): ActivityInput => {
      return activity({ ...fields, genre: activityGenres[fields.kind][0], unionIds: someOf(unionIds, unions) })
    }),
  ).then(removeThird(ledger, api.activities.remove))
}

function unionNumber(index: number): UnionInput {
  return union({ name: `第${index + 1}基层工会`, township: townships[index % townships.length] ?? '' })
}

function stayFrom({ days, cadres, problems, deeds, ...fields }: RandomLedger['stays'][number]): StayInput {
  return stay({
    ...fields,
    from: days[0] ?? '',
    to: days[1] ?? '',
    cadres: range(cadres).map((index) => ({ name: `干部${index + 1}` })),
    problems: problems.map(([state, due]) => ({ text: '用工合同不规范', state, due })),
    deeds: range(deeds).map((index) => `实事${index + 1}`),
  })
}

async function addAll<Input>(add: (rows: Input[]) => Promise<{ ids: string[] }>, rows: Input[]): Promise<string[]> {
  return rows.length === 0 ? [] : (await add(rows)).ids
}

const removeThird =
  (ledger: RandomLedger, remove: (input: { id: string }) => Promise<void>) => async (ids: readonly string[]) => {
    if (!ledger.removesSome) return
    for (const id of ids.filter((_, index) => index % 3 === 0)) await remove({ id })
  }

/** Each once; numbers beyond the register name none. */
function someOf(ids: readonly string[], numbers: readonly number[]): string[] {
  return [...new Set(numbers.flatMap((number) => ids[number] ?? []))]
}

const range = (length: number) => Array.from({ length }, (_, index) => index)
