/** A period (统计期): two days, both included. */
import type { z } from 'zod'
import { day, form } from './fields.ts'

export const periodSchema = form({ from: day(), to: day() }).refine((period) => period.from <= period.to, {
  path: ['to'],
  error: '截止日期早于起始日期，请核对',
})
export type Period = z.output<typeof periodSchema>
