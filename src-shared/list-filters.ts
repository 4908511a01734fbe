/** By which words each list can be filtered (筛选): names of fields, which are also the words of the address. Plain data. */
import { registerKinds } from './register-words.ts'

/** Lists whose rows come from one table, by that table. */
export const listNames = [
  'study',
  'lecture',
  'stay',
  'activity',
  'grassrootsUnion',
  'incoming',
  ...registerKinds,
] as const
export type ListName = (typeof listNames)[number]

/**
 * `state` is that of the problems of a stay: one in that state is enough; so is one of the `modes` of a lecture.
 * `upperMark` is what the level above has said in its receipts.
 */
export const listFilters = {
  study: ['upperMark', 'type', 'organiser', 'delivery'],
  lecture: ['upperMark', 'modes', 'venueType', 'organiser', 'delivery'],
  stay: ['upperMark', 'township', 'form', 'state'],
  activity: ['upperMark', 'kind', 'genre', 'organiser'],
  grassrootsUnion: ['township', 'kind', 'industry'],
  incoming: ['sender'],
  cadre: ['department'],
  lecturer: ['kind', 'team'],
  lectureTeam: [],
  studyGroup: ['kind'],
  venue: ['kind', 'township'],
  material: ['kind'],
} as const satisfies Readonly<Record<ListName, readonly string[]>>

export type ListFilter = (typeof listFilters)[ListName][number]

/** A value that occurs, and in how many rows. */
export type ListChoice = { readonly value: string; readonly count: number }
