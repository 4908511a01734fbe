/** The one search over everything (检索): what is found, by kind, and why. */

import { registerKinds, registerNames } from './register-words.ts'

export const searchKinds = [
  'study',
  'lecture',
  'stay',
  'activity',
  'union',
  ...registerKinds,
  'notice',
  'requirement',
  'document',
  'incoming',
] as const
export type SearchKind = (typeof searchKinds)[number]

export const searchKindNames: Readonly<Record<SearchKind, string>> = {
  study: '学习',
  lecture: '宣讲',
  stay: '蹲点',
  activity: '宣传文化',
  union: '基层工会',
  ...registerNames,
  notice: '通知',
  requirement: '通知的要求',
  document: '公文',
  incoming: '来文',
}

/** A stretch of text; `isFound` where it is one of the words. */
export type Stretch = { readonly text: string; readonly isFound: boolean }

/** `noticeId` is the notice of a requirement, else null; `date` is null where the kind has none. */
export type Hit = {
  readonly kind: SearchKind
  readonly id: string
  readonly noticeId: string | null
  readonly title: string
  readonly snippet: readonly Stretch[]
  readonly date: string | null
}

/** The newest hits of a kind, and how many there are. */
export type HitGroup = { readonly kind: SearchKind; readonly total: number; readonly hits: readonly Hit[] }

export type Found = { readonly words: readonly string[]; readonly total: number; readonly groups: readonly HitGroup[] }
