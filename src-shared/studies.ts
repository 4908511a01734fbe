/** A study session (学习活动). A session counts in the period in which its date lies. */
import { z } from 'zod'
import { day, form, oneOf, optionalCount, optionalText, optionalTime, requiredText } from './fields.ts'
import type { Stamp } from './stamp.ts'
import { deliveries, strata, studyTypes } from './vocabulary.ts'

/** 其中: how many of those present belonged to a stratum. Strata overlap and are never summed. */
export const stratumShares = () =>
  z
    .array(form({ stratum: oneOf(strata), people: optionalCount() }), { error: '应为多选' })
    .refine((shares) => new Set(shares.map((share) => share.stratum)).size === shares.length, '有重复的对象')
    .default([])

export const studySchema = form({
  date: day(),
  startTime: optionalTime(),
  endTime: optionalTime(),
  type: oneOf(studyTypes),
  topic: requiredText(200),
  /** 学习篇目 */
  materials: optionalText(1000),
  organiser: requiredText(60),
  partyOrganisation: optionalText(60),
  host: optionalText(40),
  leadSpeaker: optionalText(100),
  place: optionalText(100),
  delivery: oneOf(deliveries).default('线下'),
  /** 应到 and 实到, persons present at this one session. */
  dueCount: optionalCount(),
  attendedCount: optionalCount(),
  attendanceNote: optionalText(200),
  strata: stratumShares(),
  decisions: optionalText(4000),
  note: optionalText(2000),
}).check((context) => {
  const study = context.value
  const wrong = (field: keyof typeof study, message: string) =>
    context.issues.push({ code: 'custom', path: [field], message, input: study[field] })

  if (study.startTime !== null && study.endTime !== null && study.endTime <= study.startTime)
    wrong('endTime', '结束时间应晚于开始时间')
  if (
    study.dueCount !== null &&
    study.attendedCount !== null &&
    study.attendedCount > study.dueCount &&
    study.attendanceNote === ''
  )
    wrong('attendedCount', '实到多于应到，请核对；确有旁听等情况的，请填写“实到多于应到的原因”')
  for (const share of study.strata)
    if (study.attendedCount !== null && (share.people ?? 0) > study.attendedCount)
      wrong('strata', `“${share.stratum}”人数多于实到人数，请核对`)
})

export type StudyInput = z.input<typeof studySchema>
export type StudyFields = z.output<typeof studySchema>
export type Study = StudyFields & Stamp
