/** The kinds of field that the registers are made of: zod schemas whose messages a clerk understands. */
import { z } from 'zod'

const countLimit = 100_000_000

/** Text that must not be empty, at most `max` characters; spaces at the ends are dropped. */
export const requiredText = (max: number) =>
  z
    .string({ error: missingOr('应为文字') })
    .trim()
    .min(1, '必填')
    .max(max, `不能超过${max}个字`)

/** Text that may be empty; absent means empty. */
export const optionalText = (max: number) =>
  z.string({ error: '应为文字' }).trim().max(max, `不能超过${max}个字`).default('')

/** A number of people, sessions, clicks …; null means 未统计, which is not 0. */
export const optionalCount = () =>
  z
    .number({ error: '应为数字' })
    .int('应为整数')
    .min(0, '不能小于0')
    .max(countLimit, '数字过大，请核对')
    .nullable()
    .default(null)

/** An amount of money in yuan with at most two decimals; null means 未统计. */
export const optionalYuan = () =>
  z
    .number({ error: '应为数字' })
    .min(0, '不能小于0')
    .max(100_000_000, '金额过大，请核对')
    .refine((yuan) => Math.abs(yuan * 100 - Math.round(yuan * 100)) < 1e-6, '最多两位小数')
    .nullable()
    .default(null)

/** A day, `YYYY-MM-DD`, that exists in the calendar and lies between 2000 and 2099. */
export const day = () =>
  z.string({ error: missingOr('应为日期') }).refine(isDay, '应为“2026-11-21”这样的日期，年份在2000至2099之间')

export const optionalDay = () => day().nullable().default(null)

/** A time of day, `HH:MM`; null means not noted. */
export const optionalTime = () =>
  z
    .string({ error: '应为时间' })
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, '应为“09:30”这样的时间')
    .nullable()
    .default(null)

/** One word of a vocabulary. */
export const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.enum(words, { error: missingOr('不在可选范围内') })

/** Several words of a vocabulary, each at most once. */
export const severalOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z
    .array(oneOf(words), { error: missingOr('应为多选') })
    .refine((chosen) => new Set(chosen).size === chosen.length, '有重复的选项')

/** An object that knows all its fields: a misspelt one is named, not dropped. */
export const form = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `有不认识的字段“${(issue.keys as string[]).join('、')}”，请核对字段名`
        : '应为一组字段',
  })

/** Is this `YYYY-MM-DD` a day of the calendar, 2000 to 2099? */
export function isDay(text: string): boolean {
  const parts = /^(20\d\d)-(\d\d)-(\d\d)$/.exec(text)
  if (!parts) return false
  const [year, month, dayOfMonth] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth
}

function missingOr(sentence: string) {
  return (issue: { readonly input?: unknown }) =>
    issue.input === undefined || issue.input === null ? '必填' : sentence
}
