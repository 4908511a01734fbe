/** The register of incoming documents (来文登记), numbered by the year in which they were received. */
import { z } from 'zod'
import { day, form, optionalText, requiredText } from './fields.ts'
import type { Stamp } from './stamp.ts'

export const incomingSchema = form({
  /** 收文日期; its year gives the row its number. */
  receivedOn: day(),
  /** 来文机关 */
  sender: requiredText(60),
  /** 来文字号 as printed there; some letters have none. */
  senderNumber: optionalText(60),
  title: requiredText(200),
  /** 份数; null means not noted. */
  copies: z
    .number({ error: '应为数字' })
    .int('应为整数')
    .min(1, '至少为1')
    .max(9_999, '不能超过9999')
    .nullable()
    .default(null),
  note: optionalText(500),
})

export type IncomingInput = z.input<typeof incomingSchema>
export type IncomingFields = z.output<typeof incomingSchema>
/** `year` and `serial` are given at registering and stay: 2026年第3号. */
export type Incoming = Stamp & IncomingFields & { readonly year: number; readonly serial: number }
