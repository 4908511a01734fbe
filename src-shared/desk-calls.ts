/** Calls of the upper level's desk (下级上报). */
import { z } from 'zod'
import { call, id, jobId, returns } from './calls.ts'
import type { Delivery } from './delivery.ts'
import {
  type DeskOffice,
  type DeskStatus,
  type DeskTotals,
  deskRecordKinds,
  type OfficeRecords,
  type RecordOrigin,
  type SentDown,
} from './desk.ts'
import { form, optionalDay } from './fields.ts'
import { periodFigures } from './figure-meanings.ts'
import { periodSchema } from './period.ts'
import type { PeriodFigureKey } from './statistics.ts'

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

const totalsQuery = form({
  period: periodSchema,
  /** Whether this office's own records count as well. */
  withOwn: z.boolean({ error: '应为是或否' }).default(true),
})
export type TotalsQuery = z.output<typeof totalsQuery>

const figureKey = z.enum(periodFigures as unknown as [PeriodFigureKey, ...PeriodFigureKey[]], { error: '没有这个指标' })
const circular = form({
  ...asked,
  /** Figures of the table; it is in the order of the first. */
  figures: z
    .array(figureKey, { error: '应为多选' })
    .min(1, '至少选一个指标')
    .max(6, '不能超过6个指标')
    .default(['lecture.sessions', 'lecture.coverageRate', 'study.sessions', 'stay.daysOnSite']),
})
export type CircularInput = z.output<typeof circular>

const reminder = form({
  ...asked,
  /** null: everybody who lacks something. */
  officeIds: z.array(id).nullable().default(null),
  isOneForAll: z.boolean({ error: '应为是或否' }).default(false),
  /** The new last day; without it the letter leaves it to be filled in. */
  until: optionalDay(),
})
export type RemindInput = z.output<typeof reminder>

const sending = form({
  noticeIds: z.array(id).max(500, '不能超过500件').default([]),
  /** null: everybody below us. */
  officeIds: z.array(id).nullable().default(null),
  withStayRule: z.boolean({ error: '应为是或否' }).default(false),
  /** 宣讲员、宣讲团、学习材料 */
  withRegisters: z.boolean({ error: '应为是或否' }).default(false),
  /** 统一社会信用代码、统计编码 of the unions in our register */
  withCodes: z.boolean({ error: '应为是或否' }).default(false),
})
export type SendDownInput = z.output<typeof sending>

const recordKind = z.enum(deskRecordKinds, { error: '不在可选范围内' })

export const deskCalls = {
  /** Everybody below us, each behind the office that it stands under. */
  offices: call.output(returns<readonly DeskOffice[]>()),
  /** How far each of them has reported. */
  status: call.input(form({ ...asked, jobId })).output(returns<DeskStatus>()),
  /** 验收; holds for the content as it is now. */
  approve: call.input(ofOffice).output(returns<void>()),
  withdrawApproval: call.input(ofOffice).output(returns<void>()),
  /** 汇总 */
  totals: call.input(form({ ...totalsQuery.shape, jobId })).output(returns<DeskTotals>()),
  /** Behind a figure of one office. */
  records: call.input(form({ officeId: id, figure: figureKey, period: periodSchema })).output(returns<OfficeRecords>()),
  /** One received record: its content, its office, the bundle that brought it and who signed that. */
  record: call.input(form({ kind: recordKind, id })).output(returns<RecordOrigin>()),
  /** 分单位汇总表 and the sheets of all records in scope as one XLSX. */
  sheet: call.input(form({ period: periodSchema, jobId })).output(returns<Delivery>()),
  /** 汇总报告 of this office and all below it. */
  report: call.input(form({ period: periodSchema })).output(returns<{ documentId: string }>()),
  /** 通报 */
  circular: call.input(circular).output(returns<{ documentId: string }>()),
  /** 下发 */
  sendDown: call.input(sending).output(returns<SentDown>()),
  /** 催报函, as drafts. */
  remind: call.input(reminder).output(returns<{ documentIds: string[] }>()),
}
