/** 从记录中收集: names that occur in records and are in no register, ready to be added; the clerk chooses. */
import type { Kysely } from 'kysely'
import type { Proposal } from '../../src-shared/register-uses.ts'
import type { RegisterKind } from '../../src-shared/register-words.ts'
import { type RegisterFields, registerSchemas } from '../../src-shared/registers.ts'
import type { studyGroupKinds, venueKinds } from '../../src-shared/vocabulary.ts'
import type { Tables } from '../database/tables.ts'
import { type Occurrence, occurrencesOf } from './occurrences.ts'
import { keysInRegister } from './registers.ts'

/** The most frequent first. */
export async function collectEntries(db: Kysely<Tables>, kind: RegisterKind): Promise<Proposal[]> {
  const known = await keysInRegister(db, kind)
  if (kind === 'studyGroup') for (const name of await unionNames(db)) known.add(name)
  return [...(await occurrencesOf(db, kind))]
    .filter(([key]) => !known.has(key))
    .flatMap(([, occurrence]) => proposalOf(kind, occurrence))
    .sort((a, b) => b.times - a.times || (a.name < b.name ? -1 : 1))
}

/** None for a text that is too long to be a name. */
function proposalOf(kind: RegisterKind, occurrence: Occurrence): Proposal[] {
  const { name, times, lastOn } = occurrence
  const parsed = registerSchemas[kind].safeParse({ name, ...guesses[kind](occurrence) })
  return parsed.success ? [{ name, times, lastOn, fields: parsed.data }] : []
}

/** What the records and the name itself tell. */
const guesses: { readonly [Kind in RegisterKind]: (seen: Occurrence) => Partial<RegisterFields[Kind]> } = {
  cadre: ({ about: { post = '', isLeader } }) => ({
    post: String(post),
    standing: isLeader ? '班子成员' : '机关干部',
  }),
  lecturer: ({ about }) => about,
  lectureTeam: () => ({}),
  studyGroup: ({ name }) => ({ kind: groupKindOf(name) }),
  venue: ({ name, about }) => ({ ...about, kind: venueKindOf(name) }),
  material: ({ name }) => ({ kind: /^《.*》$/.test(name) ? '文件汇编' : '其他' }),
}

function groupKindOf(name: string): (typeof studyGroupKinds)[number] {
  if (/党支部|党小组/.test(name)) return '党支部'
  if (/中心组|党组$|党委$|党工委$/.test(name)) return '理论学习中心组'
  if (/青年/.test(name)) return '青年理论学习小组'
  return '其他学习小组'
}

const venueWords: readonly (readonly [RegExp, (typeof venueKinds)[number]])[] = [
  [/职工书屋|读书角/, '职工书屋'],
  [/职工之家/, '职工之家'],
  [/职工活动中心|职工活动室/, '职工活动中心'],
  [/文化宫/, '文化宫'],
  [/劳动公园|劳模公园|工匠公园/, '劳动公园'],
  [/劳动者港湾/, '劳动者港湾'],
  [/司机之家/, '司机之家'],
  [/驿站|服务站|服务点/, '爱心驿站'],
  [/工运/, '工运场馆'],
  [/纪念馆|旧址|教育基地|烈士陵园/, '红色教育基地'],
  [/学习点|教学点/, '教学点'],
  [/会议室|会议中心|报告厅|培训室|学术厅|教室/, '会议室'],
]

function venueKindOf(name: string): (typeof venueKinds)[number] {
  return venueWords.find(([pattern]) => pattern.test(name))?.[1] ?? '其他'
}

async function unionNames(db: Kysely<Tables>): Promise<string[]> {
  const unions = await db.selectFrom('grassrootsUnion').select('name').where('removedAt', 'is', null).execute()
  return unions.map(({ name }) => name)
}
