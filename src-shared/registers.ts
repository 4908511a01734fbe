/**
 * The small registers (名册): who and what records name. A record holds the words themselves (a name, a title), so it
 * is whole without its register; the register offers the words, and tells where they are used.
 */
import { z } from 'zod'
import { form, oneOf, optionalCount, optionalDay, optionalText, requiredText } from './fields.ts'
import type { RegisterKind } from './register-words.ts'
import type { Stamp } from './stamp.ts'
import {
  cadreStandings,
  dutyPeriods,
  materialKinds,
  speakerKinds,
  studyGroupKinds,
  studyTypes,
  venueKinds,
  venueTypes,
} from './vocabulary.ts'

const note = () => optionalText(500)
const phone = () => optionalText(30)

/** 干部 of the office. */
const cadreSchema = form({
  name: requiredText(20),
  post: optionalText(60),
  department: optionalText(30),
  /** 班子成员 or not: leaders have duties of their own. */
  standing: oneOf(cadreStandings).default('机关干部'),
  phone: phone(),
  note: note(),
})

/** 宣讲团 */
const lectureTeamSchema = form({
  name: requiredText(60),
  leader: optionalText(20),
  foundedOn: optionalDay(),
  note: note(),
})

/** 宣讲员; `team` is the name of a 宣讲团. */
const lecturerSchema = form({
  name: requiredText(20),
  post: optionalText(60),
  kind: oneOf(speakerKinds).default('其他'),
  team: optionalText(60),
  /** 可讲专题 */
  topics: optionalText(500),
  phone: phone(),
  note: note(),
})

/** 党支部、中心组、学习小组 and what each must hold. */
const studyGroupSchema = form({
  name: requiredText(60),
  kind: oneOf(studyGroupKinds),
  leader: optionalText(20),
  members: optionalCount(),
  duties: z
    .array(
      form({
        type: oneOf(studyTypes),
        times: z.number({ error: '应为数字' }).int('应为整数').min(1, '至少1次').max(400, '次数过多，请核对'),
        per: oneOf(dutyPeriods),
      }),
      { error: '应为一项或多项' },
    )
    .refine((duties) => new Set(duties.map(({ type, per }) => `${type} ${per}`)).size === duties.length, '有重复的要求')
    .default([]),
  note: note(),
})

/** 阵地、场所: 职工书屋, 劳动者港湾 … */
const venueSchema = form({
  name: requiredText(100),
  kind: oneOf(venueKinds),
  /** As lectures call it. */
  venueType: oneOf(venueTypes).default('其他'),
  township: optionalText(30),
  address: optionalText(100),
  /** Persons. */
  capacity: optionalCount(),
  contact: optionalText(60),
  note: note(),
})

/** 学习、宣讲材料; `source` is 作者, 出版社 or 发布单位. */
const materialSchema = form({
  name: requiredText(200),
  kind: oneOf(materialKinds).default('辅导读本'),
  source: optionalText(100),
  publishedOn: optionalDay(),
  note: note(),
})

export const registerSchemas = {
  cadre: cadreSchema,
  lectureTeam: lectureTeamSchema,
  lecturer: lecturerSchema,
  studyGroup: studyGroupSchema,
  venue: venueSchema,
  material: materialSchema,
} as const satisfies Record<RegisterKind, unknown>

export type RegisterFields = { [Kind in RegisterKind]: z.output<(typeof registerSchemas)[Kind]> }
export type RegisterInputs = { [Kind in RegisterKind]: z.input<(typeof registerSchemas)[Kind]> }
export type RegisterEntries = { [Kind in RegisterKind]: RegisterFields[Kind] & Stamp }
