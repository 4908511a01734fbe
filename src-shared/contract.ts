/**
 * What a window, a browser tab or the command line may ask of the core: every call with its input, its output and
 * the problems it may answer with. Inputs are parsed by their schemas; outputs are ours and only typed.
 */
import type { ContractRouterClient } from '@orpc/contract'
import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { type Arrangement, arrangementsSchema } from './arrangements.ts'
import { attachmentCalls } from './attachment-calls.ts'
import { backupCalls } from './backup-calls.ts'
import { batchCalls } from './batch-calls.ts'
import { byId, call, id, jobId, listQuery, type Page, returns, version } from './calls.ts'
import type { CheckResult } from './conformance.ts'
import type { DeliveredFile, Delivery, ShellAbilities } from './delivery.ts'
import { deskCalls } from './desk-calls.ts'
import { documentKinds, documentSchema } from './documents.ts'
import { exchangeCalls } from './exchange-calls.ts'
import { form, optionalDay } from './fields.ts'
import {
  checkSchema,
  type Formatted,
  formatSchema,
  type MendedFile,
  mendSchema,
  type Recognised,
} from './formatting.ts'
import { guideCalls } from './guide-calls.ts'
import { importCalls } from './import-calls.ts'
import { type Incoming, incomingSchema } from './incoming.ts'
import { installationCalls } from './installation-calls.ts'
import { intakeCalls } from './intake-calls.ts'
import type { JobEvent } from './jobs.ts'
import { keysCalls } from './keys-calls.ts'
import { type LayoutChoice, layoutChoiceSchema } from './layout-choice.ts'
import { filteredQuery, listCalls } from './list-calls.ts'
import {
  type AddedNotice,
  answerSchema,
  type CatalogueNotice,
  type Match,
  mergeSchema,
  type Notice,
  type NoticeDetail,
  type NoticeSummary,
  noticeSchema,
  type Requirement,
  requirementSchema,
  splitSchema,
} from './notices.ts'
import { type Office, officeSchema } from './office.ts'
import {
  type ListedDocument,
  type NumberSeries,
  numberSeriesSchema,
  type OutgoingRegister,
  type RefreshedDocument,
  type RegisteredDocument,
  type Registration,
  registerQuerySchema,
  type Verification,
  withdrawalReason,
} from './outgoing.ts'
import { periodSchema } from './period.ts'
import { addPictureSchema, pictureKey, type StoredPicture } from './pictures.ts'
import type { NoticeCoverage, NoticeOverview, NoticeProgress } from './progress.ts'
import { receiptCalls } from './receipt-calls.ts'
import { type RecordKind, type Records, recordSchemas } from './record-kinds.ts'
import { registerCalls, registerUseCalls } from './register-calls.ts'
import { type DraftedReply, type NoticeDocument, noticeDraftSchema, replySchema, type TracedFigure } from './replies.ts'
import { reportCalls } from './report-calls.ts'
import { sampleCalls } from './sample-calls.ts'
import type { Found } from './search.ts'
import { explanationSchema, type NamedFinding } from './self-check.ts'
import { sheetCalls } from './sheet-calls.ts'
import { type StayDays, type StayRule, stayRuleSchema } from './stay-rule.ts'
import { taskCalls } from './task-calls.ts'
import { unionCalls } from './union-calls.ts'
import { viewCalls } from './view-calls.ts'
import type { Workbench } from './workbench.ts'

/** Of one stay; without it also those of none. */
const lectureQuery = form({ ...filteredQuery('lecture').shape, stayId: id.optional() })
const recordCalls = <Kind extends RecordKind>(kind: Kind) => ({
  list: call.input(filteredQuery(kind)).output(returns<Page<Records[Kind]>>()),
  get: call.input(byId).output(returns<Records[Kind]>()),
  /** One or many; all are stored or none. */
  add: call.input(z.array(recordSchemas[kind]).min(1, '没有可添加的记录')).output(returns<{ ids: string[] }>()),
  update: call.input(form({ id, version, fields: recordSchemas[kind] })).output(returns<Records[Kind]>()),
  remove: call.input(byId).output(returns<void>()),
  restore: call.input(byId).output(returns<void>()),
})

export const contract = {
  shell: {
    abilities: call.output(returns<ShellAbilities & { version: string; dataFolder: string; today: string }>()),
    /** Shows a file that a delivery saved. */
    showInFolder: call.input(form({ path: z.string().min(1) })).output(returns<void>()),
    /** Prints the window as it is into a PDF at a place the person chooses. */
    printPdf: call.input(form({ fileName: z.string().min(1).max(120) })).output(returns<Delivery>()),
  },
  jobs: {
    /** One per window: every change in the state of a long job, at most ten a second each. */
    events: call.output(eventIterator(returns<JobEvent>())),
    cancel: call.input(form({ jobId: id })).output(returns<void>()),
  },
  /** What a form held when its window closed: stored under the form's name. */
  drafts: {
    get: call.input(form({ key: id })).output(returns<{ value: unknown; updatedAt: string } | null>()),
    put: call.input(form({ key: id, value: z.unknown() })).output(returns<void>()),
    remove: call.input(form({ key: id })).output(returns<void>()),
  },
  office: {
    show: call.output(returns<Office | null>()),
    set: call.input(officeSchema).output(returns<Office>()),
  },
  /** 公文版式: how every document of this office is laid out. */
  layout: {
    show: call.output(returns<LayoutChoice>()),
    set: call.input(layoutChoiceSchema).output(returns<LayoutChoice>()),
  },
  unions: unionCalls,
  studies: recordCalls('study'),
  lectures: { ...recordCalls('lecture'), list: call.input(lectureQuery).output(returns<Page<Records['lecture']>>()) },
  stays: recordCalls('stay'),
  activities: recordCalls('activity'),
  /** 名册: cadres, lecturers, teams, study groups, venues, materials. */
  ...registerCalls,
  registers: registerUseCalls,
  sample: sampleCalls,
  workbench: { show: call.output(returns<Workbench>()) },
  /** Over everything: all words must occur; the newest `limit` of each kind, and how many there are. */
  search: call
    .input(
      form({
        words: z.string({ error: '应为文字' }).max(100, '不能超过100个字'),
        limit: z.number({ error: '应为数字' }).int('应为整数').min(1, '至少为1').max(1000, '不能超过1000').default(5),
      }),
    )
    .output(returns<Found>()),
  sheets: sheetCalls,
  views: viewCalls,
  guide: guideCalls,
  lists: listCalls,
  documents: {
    list: call.output(returns<readonly ListedDocument[]>()),
    get: call.input(byId).output(returns<RegisteredDocument>()),
    /** A new draft of any kind, with what is known about the office. */
    create: call
      .input(form({ kind: z.enum(documentKinds, { error: '不在可选范围内' }) }))
      .output(returns<{ documentId: string }>()),
    draftReport: call.input(periodSchema).output(returns<{ documentId: string }>()),
    /** Draws the figures and annexes again; text the clerk wrote stays. */
    refresh: call.input(byId).output(returns<RefreshedDocument>()),
    update: call.input(form({ id, version, content: documentSchema })).output(returns<RegisteredDocument>()),
    remove: call.input(byId).output(returns<void>()),
    restore: call.input(byId).output(returns<void>()),
    /** A finalised document is handed out as it was frozen, byte for byte. */
    write: call.input(form({ id, jobId })).output(returns<Delivery>()),
    /** A new draft with the same words. */
    copy: call.input(byId).output(returns<{ documentId: string }>()),
    /** The number that finalising would give now. */
    proposedNumber: call.input(byId).output(returns<{ number: string }>()),
    /** Gives the number and freezes the document; the same requestId again gives the same number. */
    finalise: call.input(form({ id, version, requestId: id })).output(returns<RegisteredDocument>()),
    withdraw: call.input(form({ id, reason: withdrawalReason })).output(returns<Registration>()),
    /** Whether the frozen file is intact, and which records have changed since. */
    verify: call.input(byId).output(returns<Verification>()),
    /** Every number of the text with the records behind it, counted now. */
    trace: call.input(byId).output(returns<readonly TracedFigure[]>()),
    /** Reads an existing text part by part and proposes a document; nothing is stored. */
    recognise: call.input(formatSchema).output(returns<Recognised>()),
    /** Writes an existing text as an official document. */
    format: call.input(formatSchema).output(returns<Formatted>()),
    /** Stores an existing text as a draft, whatever it lacks. */
    store: call.input(formatSchema).output(returns<{ documentId: string }>()),
    /** One result for each of the 90 rows of the checklist. */
    check: call.input(checkSchema).output(returns<readonly CheckResult[]>()),
    mend: call.input(mendSchema).output(returns<MendedFile>()),
  },
  /** Pictures of documents; the content store keeps each once. */
  pictures: {
    /** PNG or JPEG, known by its bytes. */
    add: call.input(addPictureSchema).output(returns<StoredPicture>()),
    get: call.input(pictureKey).output(returns<DeliveredFile>()),
  },
  /** 发文登记 */
  outgoing: {
    list: call.input(registerQuerySchema).output(returns<OutgoingRegister>()),
    /** 起始号, until the first number of the series is given. */
    setFirstSerial: call.input(numberSeriesSchema).output(returns<NumberSeries>()),
  },
  /** 来文登记 */
  incoming: {
    list: call.input(filteredQuery('incoming')).output(returns<Page<Incoming>>()),
    get: call.input(byId).output(returns<Incoming>()),
    add: call.input(z.array(incomingSchema).min(1, '没有可登记的来文')).output(returns<{ ids: string[] }>()),
    update: call.input(form({ id, version, fields: incomingSchema })).output(returns<Incoming>()),
    remove: call.input(byId).output(returns<void>()),
    restore: call.input(byId).output(returns<void>()),
  },
  /** 通知: what the upper level asks, and how far the records answer it. */
  notices: {
    list: call.input(listQuery).output(returns<Page<NoticeSummary>>()),
    get: call.input(byId).output(returns<NoticeDetail>()),
    /** From a file or pasted text; the same notice again adds only requirements that were not there. */
    add: call
      .input(form({ file: z.file({ error: '应为文件' }).optional(), text: z.string({ error: '应为文字' }).optional() }))
      .output(returns<AddedNotice>()),
    update: call.input(form({ id, version, fields: noticeSchema })).output(returns<Notice>()),
    remove: call.input(byId).output(returns<void>()),
    restore: call.input(byId).output(returns<void>()),
    /** Notices whose requirements the program knows; all of them without a 文号. */
    catalogue: call
      .input(form({ number: z.string({ error: '应为文号' }).optional() }))
      .output(returns<readonly CatalogueNotice[]>()),
    /** Takes a notice of the catalogue in, without its text. */
    adopt: call.input(form({ number: z.string({ error: '应为文号' }) })).output(returns<AddedNotice>()),
    /** Counted today; the records themselves only when asked for. */
    progress: call.input(form({ id, withRecords: z.boolean().default(true) })).output(returns<NoticeProgress>()),
    /** Newest first, at most `limit` proposals for each requirement. */
    matches: call
      .input(form({ id, requirementId: id.optional(), limit: z.number().int().min(1).max(100_000).default(200) }))
      .output(returns<readonly Match[]>()),
    coverage: call.input(byId).output(returns<NoticeCoverage>()),
    /** How far each notice has come, counted today. */
    overview: call.input(listQuery).output(returns<readonly NoticeOverview[]>()),
    /** 情况报告, addressed and divided as the notice asks. */
    reply: call.input(replySchema).output(returns<DraftedReply>()),
    /** 贯彻通知, 计划 and 方案. */
    draft: call.input(noticeDraftSchema).output(returns<{ documentId: string }>()),
    documents: call.input(byId).output(returns<readonly NoticeDocument[]>()),
    /** 逻辑检查; without a period from the day of the notice to today. */
    selfCheck: call.input(form({ id, period: periodSchema.optional() })).output(returns<readonly NamedFinding[]>()),
    /** What the clerk says to a finding; it travels with the reply. */
    explain: call.input(explanationSchema).output(returns<void>()),
  },
  requirements: {
    add: call
      .input(form({ noticeId: id, fields: z.array(requirementSchema).min(1, '没有可添加的要求') }))
      .output(returns<{ ids: string[] }>()),
    update: call.input(form({ id, version, fields: requirementSchema })).output(returns<Requirement>()),
    remove: call.input(byId).output(returns<void>()),
    restore: call.input(byId).output(returns<void>()),
    confirm: call.input(form({ ids: z.array(id).min(1, '没有选中要求') })).output(returns<void>()),
    /** 不适用: kept, so that it is not proposed again. */
    setAside: call.input(form({ ids: z.array(id).min(1, '没有选中要求') })).output(returns<void>()),
    split: call.input(splitSchema).output(returns<{ ids: string[] }>()),
    merge: call.input(mergeSchema).output(returns<Requirement>()),
  },
  answers: { set: call.input(answerSchema).output(returns<void>()) },
  /** 蹲点天数规定 of this office; null until it sets one. */
  /** 宣讲安排 and the like: what is planned for a notice. */
  arrangements: {
    list: call.input(form({ noticeId: id })).output(returns<readonly Arrangement[]>()),
    put: call.input(arrangementsSchema).output(returns<readonly Arrangement[]>()),
  },
  stayRule: {
    show: call.output(returns<StayRule | null>()),
    set: call.input(stayRuleSchema.nullable()).output(returns<StayRule | null>()),
    /** Days of each cadre in the period in which `date` lies. */
    days: call.input(form({ date: optionalDay() })).output(returns<StayDays>()),
  },
  /** 备份、恢复 */
  backups: backupCalls,
  keys: keysCalls,
  installation: installationCalls,
  /** 批量录入 */
  batch: batchCalls,
  /** 佐证材料 */
  attachments: attachmentCalls,
  /** 导入表格 */
  imports: importCalls,
  /** 下级上报 */
  upper: deskCalls,
  /** 接收 */
  intake: intakeCalls,
  /** 两台电脑同步、冲突 */
  exchange: exchangeCalls,
  /** 下发包 */
  tasks: taskCalls,
  /** 上报 */
  bundles: reportCalls,
  /** 回执、退回、转报 */
  receipts: receiptCalls,
}

/** The calls as a client sees them; the window imports this type only, never the schemas. */
export type Api = ContractRouterClient<typeof contract>
