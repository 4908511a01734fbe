/** Registers as anybody might fill them: unions below unions, codes, duties; texts with the signs that lists use. */
import fc from 'fast-check'
import {
  cadreStandings,
  dutyPeriods,
  lectureLevels,
  materialKinds,
  speakerKinds,
  studyGroupKinds,
  studyTypes,
  unionKinds,
  venueKinds,
  venueTypes,
} from '../src-shared/vocabulary.ts'
import type { openTestApp } from './open-test-app.ts'
import { lecture } from './sample-records.ts'

const text = fc.constantFrom(
  '',
  '无',
  '副主席、三级调研员',
  '第一行\n第二行',
  '（兼）；分管宣教',
  '0954-1234567',
  '=1+1',
)
const day = fc.constantFrom(null, '2001-05-01', '2026-11-05')
const count = fc.option(fc.integer({ min: 0, max: 500 }))
const several = <Entry>(entry: fc.Arbitrary<Entry>) => fc.array(entry, { maxLength: 6 })

const duties = fc.uniqueArray(
  fc.record({
    type: fc.constantFrom(...studyTypes),
    times: fc.integer({ min: 1, max: 400 }),
    per: fc.constantFrom(...dutyPeriods),
  }),
  { maxLength: 4, selector: ({ type, per }) => `${type} ${per}` },
)

export const randomRegisters = fc.record({
  /** Each below one of those before it, or below none. */
  unions: several(
    fc.record({
      above: fc.option(fc.nat(5)),
      kind: fc.constantFrom(...unionKinds),
      hasCode: fc.boolean(),
      chair: fc.constantFrom('', '赵铁柱'),
      phone: fc.constantFrom('', '0954-1234567'),
      foundedOn: day,
    }),
  ),
  levels: several(fc.constantFrom('' as const, ...lectureLevels)),
  cadres: several(
    fc.record({ post: text, department: text, standing: fc.constantFrom(...cadreStandings), phone: text, note: text }),
  ),
  lecturers: several(
    fc.record({ post: text, kind: fc.constantFrom(...speakerKinds), team: text, topics: text, phone: text }),
  ),
  lectureTeams: several(fc.record({ leader: text, foundedOn: day, note: text })),
  studyGroups: several(
    fc.record({ kind: fc.constantFrom(...studyGroupKinds), leader: text, members: count, duties, note: text }),
  ),
  venues: several(
    fc.record({
      kind: fc.constantFrom(...venueKinds),
      venueType: fc.constantFrom(...venueTypes),
      address: text,
      capacity: count,
      contact: text,
    }),
  ),
  materials: several(fc.record({ kind: fc.constantFrom(...materialKinds), source: text, publishedOn: day })),
})
type RandomRegisters = typeof randomRegisters extends fc.Arbitrary<infer Registers> ? Registers : never

/** Enters them through the core, as a clerk does. */
export async function enterRegisters(api: Awaited<ReturnType<typeof openTestApp>>['api'], random: RandomRegisters) {
  const ids: string[] = []
  for (const [index, { above, hasCode, ...fields }] of random.unions.entries()) {
    const statisticsCode = hasCode ? `90100${index}` : ''
    const parentId = above === null ? null : (ids[above] ?? null)
    const name = `${10 - index}号工会`
    const added = await api.unions.add([{ ...fields, name, township: '城关镇', statisticsCode, parentId }])
    ids.push(...added.ids)
  }
  const lectures = random.levels.map((level, index) => lecture({ level, topic: `第${index}讲` }))
  if (lectures.length > 0) await api.lectures.add(lectures)
  const named = <Fields extends object>(word: string, rows: readonly Fields[]) =>
    rows.map((fields, index) => ({ ...fields, name: `${word}${index + 1}` }))
  const add = async <Row>(rows: Row[], call: (rows: Row[]) => Promise<unknown>) => {
    if (rows.length > 0) await call(rows)
  }
  await add(named('干部', random.cadres), api.cadres.add)
  await add(named('宣讲员', random.lecturers), api.lecturers.add)
  await add(named('宣讲团', random.lectureTeams), api.lectureTeams.add)
  await add(named('支部', random.studyGroups), api.studyGroups.add)
  await add(named('书屋', random.venues), api.venues.add)
  await add(named('《读本》', random.materials), api.materials.add)
}
