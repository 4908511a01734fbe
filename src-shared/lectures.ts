/** A lecture (宣讲). A lecture counts once in the period in which its date lies, however many modes it has. */
import { z } from 'zod'
import { day, form, oneOf, optionalCount, optionalText, requiredText, severalOf } from './fields.ts'
import type { Stamp } from './stamp.ts'
import { stratumShares } from './studies.ts'
import { deliveries, lectureLevels, lectureModes, lectureOccasions, speakerKinds, venueTypes } from './vocabulary.ts'

export const lectureSchema = form({
  date: day(),
  durationMinutes: optionalCount().refine((minutes) => minutes === null || minutes <= 1440, '不能超过1440分钟'),
  topic: requiredText(200),
  modes: severalOf(lectureModes).min(1, '至少选一种宣讲方式'),
  speakers: z
    .array(form({ name: requiredText(20), post: optionalText(60), kind: oneOf(speakerKinds).default('其他') }), {
      error: '应为一人或多人',
    })
    .min(1, '至少填一位宣讲人'),
  team: optionalText(60),
  /** Empty: not stated. */
  level: z.union([z.literal(''), oneOf(lectureLevels)], { error: '不在可选范围内' }).default(''),
  organiser: optionalText(60),
  occasion: oneOf(lectureOccasions).default('讲座'),
  delivery: oneOf(deliveries).default('线下'),
  venueType: oneOf(venueTypes),
  place: optionalText(100),
  /** Grassroots unions whose workers it reached: ids of the register. */
  unionIds: z
    .array(z.string({ error: '应为单位编号' }), { error: '应为多选' })
    .refine((ids) => new Set(ids).size === ids.length, '有重复的单位')
    .default([]),
  /** 现场人次, 线上人次 and 点击次数 are three different things and are never added up. */
  audienceOnSite: optionalCount(),
  audienceOnline: optionalCount(),
  clicks: optionalCount(),
  strata: stratumShares(),
  questionsAnswered: optionalCount(),
  /** 职工反响, for the report. */
  reactions: optionalText(2000),
  /** The stay (蹲点) during which it was given. */
  stayId: z.string({ error: '应为蹲点记录编号' }).nullable().default(null),
  note: optionalText(2000),
}).check((context) => {
  const lecture = context.value
  if (lecture.audienceOnSite === null && lecture.audienceOnline === null) return
  const atMost = (lecture.audienceOnSite ?? 0) + (lecture.audienceOnline ?? 0)
  for (const share of lecture.strata)
    if ((share.people ?? 0) > atMost)
      context.issues.push({
        code: 'custom',
        path: ['strata'],
        message: `“${share.stratum}”人数多于现场与线上人次，请核对`,
        input: lecture.strata,
      })
})

export type LectureInput = z.input<typeof lectureSchema>
export type LectureFields = z.output<typeof lectureSchema>
export type Lecture = LectureFields & Stamp
