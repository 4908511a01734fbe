/**
 * A grassroots stay (蹲点). A stay counts in the period in which its last day lies, so that the results of one
 * stay are never in two periods; a long stay is entered in stretches.
 */
import { z } from 'zod'
import { day, form, oneOf, optionalCount, optionalDay, optionalText, optionalYuan, requiredText } from './fields.ts'
import type { Stamp } from './stamp.ts'
import { problemStates, stayForms } from './vocabulary.ts'

export const staySchema = form({
  cadres: z
    .array(
      form({
        name: requiredText(20),
        post: optionalText(60),
        isLeader: z.boolean({ error: '应为是或否' }).default(false),
      }),
      {
        error: '应为一人或多人',
      },
    )
    .min(1, '至少填一位蹲点干部'),
  /** The unit in the register, if it is one; `unitName` is what is printed. */
  unionId: z.string({ error: '应为单位编号' }).nullable().default(null),
  unitName: requiredText(60),
  township: optionalText(30),
  from: day(),
  to: day(),
  /** Days on site, summed over no one: the days on which somebody of the group was there. */
  daysOnSite: optionalCount(),
  form: oneOf(stayForms).default('脱产'),
  /** 走访 家, 访谈 人次, 座谈 场, 意见建议 条 */
  visits: optionalCount(),
  talks: optionalCount(),
  meetings: optionalCount(),
  suggestions: optionalCount(),
  problems: z
    .array(
      form({
        text: requiredText(500),
        category: optionalText(30),
        responsible: optionalText(40),
        due: optionalDay(),
        state: oneOf(problemStates).default('待办'),
      }),
      { error: '应为一条或多条' },
    )
    .default([]),
  /** 办实事, one text each; their number is the 件数. */
  deeds: z.array(requiredText(300), { error: '应为一件或多件' }).default([]),
  unionsFounded: optionalCount(),
  membersJoined: optionalCount(),
  consolationPeople: optionalCount(),
  consolationYuan: optionalYuan(),
  outcome: optionalText(4000),
  note: optionalText(2000),
}).check((context) => {
  const stay = context.value
  if (stay.to < stay.from)
    context.issues.push({ code: 'custom', path: ['to'], message: '截止日期早于起始日期，请核对', input: stay.to })
  else if (stay.daysOnSite !== null && stay.daysOnSite > daysBetween(stay.from, stay.to))
    context.issues.push({
      code: 'custom',
      path: ['daysOnSite'],
      message: `起止日期之间只有${daysBetween(stay.from, stay.to)}天，在岗天数不能更多`,
      input: stay.daysOnSite,
    })
})

/** Days from the first to the last of two days, both counted. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1
}

export type StayInput = z.input<typeof staySchema>
export type StayFields = z.output<typeof staySchema>
export type Stay = StayFields & Stamp
