/**
 * Publicity, culture, research and model cases (宣传、文化、研究、典型): light records that most notices ask for.
 * An activity counts in the period in which its date lies.
 */
import { z } from 'zod'
import { day, form, oneOf, optionalCount, optionalText, requiredText } from './fields.ts'
import type { Stamp } from './stamp.ts'
import { activityGenres, activityKinds, activityUnits } from './vocabulary.ts'

export const activitySchema = form({
  date: day(),
  kind: oneOf(activityKinds),
  /** 报道、短视频、征文、研讨会 …: each kind has its own words. */
  genre: requiredText(20),
  title: requiredText(200),
  organiser: optionalText(60),
  /** 媒体、平台、场馆, where it appeared or was held. */
  medium: optionalText(100),
  /** How many, in `unit`; numbers of different units are never added up. null means 未统计. */
  count: optionalCount(),
  unit: oneOf(activityUnits).default('条'),
  /** 参加人次 */
  participants: optionalCount(),
  /** Grassroots unions that took part: ids of the register. */
  unionIds: z
    .array(z.string({ error: '应为单位编号' }), { error: '应为多选' })
    .refine((ids) => new Set(ids).size === ids.length, '有重复的单位')
    .default([]),
  /** 成效、经验做法, for the report. */
  outcome: optionalText(4000),
  note: optionalText(2000),
}).check((context) => {
  const { kind, genre } = context.value
  const known: readonly string[] = activityGenres[kind]
  if (!known.includes(genre))
    context.issues.push({
      code: 'custom',
      path: ['genre'],
      message: `“${kind}”的形式应为${known.join('、')}之一`,
      input: genre,
    })
})

export type ActivityInput = z.input<typeof activitySchema>
export type ActivityFields = z.output<typeof activitySchema>
export type Activity = ActivityFields & Stamp
