/** Calls of the upper level's desk (下级上报). */
import type { z } from 'zod'
import { call, id, jobId, returns } from './calls.ts'
import type { DeskOffice, DeskStatus } from './desk.ts'
import { form, optionalDay } from './fields.ts'
import { periodSchema } from './period.ts'

/** Of a notice, of a period, or both; without either this quarter. */
const asked = {
  noticeId: id.nullable().default(null),
  period: periodSchema.nullable().default(null),
  /** Last day of reporting; null: as the notice says. */
  due: optionalDay(),
}
export const deskQuestion = form(asked)
export type AskedDesk = z.output<typeof deskQuestion>

const ofOffice = form({ officeId: id, ...asked })

export const deskCalls = {
  /** Everybody below us, each behind the office that it stands under. */
  offices: call.output(returns<readonly DeskOffice[]>()),
  /** How far each of them has reported. */
  status: call.input(form({ ...asked, jobId })).output(returns<DeskStatus>()),
  /** 验收; holds for the content as it is now. */
  approve: call.input(ofOffice).output(returns<void>()),
  withdrawApproval: call.input(ofOffice).output(returns<void>()),
}
