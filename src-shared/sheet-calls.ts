/** Calls of the statistics sheets (统计表) and cross-tables (交叉表). */
import { z } from 'zod'
import { call, id, jobId, returns, version } from './calls.ts'
import { type CrossTable, comparisons, crossMeasures, dimensionsOf } from './cross-tables.ts'
import type { Delivery } from './delivery.ts'
import { day, form } from './fields.ts'
import type { RegisteredDocument } from './outgoing.ts'
import { periodSchema } from './period.ts'
import { recordKinds } from './record-kinds.ts'
import { type RecordScope, recordScope } from './record-scope.ts'
import type { TracedRecord } from './replies.ts'
import {
  type AnySheetKind,
  annexKinds,
  type RecordsBehind,
  type Sheet,
  type SheetKind,
  sheetKinds,
} from './statistics.ts'

const sheetKind = z.enum(['offices', ...sheetKinds], { error: '不在可选范围内' })
/** The three that a report takes, unless others are named. */
const kinds = z
  .array(sheetKind, { error: '应为多选' })
  .min(1, '至少选一张表')
  .default([...annexKinds])
/** 分单位汇总表 is of several offices. */
const isInScope = (kind: AnySheetKind, scope: RecordScope) => kind !== 'offices' || scope !== undefined
const outOfScope = { path: ['scope'], error: '分单位汇总表只在下级上报中有' }
const keyOf = z.string({ error: '应为文字' }).max(500, '不能超过500个字')

export type ShownCross = { readonly table: CrossTable; readonly sheet: Sheet }

const crossQuery = form({
  kind: z.enum(recordKinds, { error: '不在可选范围内' }),
  rows: keyOf,
  columns: keyOf.nullable().default(null),
  measure: keyOf,
  period: periodSchema,
  compare: z
    .enum(Object.keys(comparisons) as (keyof typeof comparisons)[], { error: '不在可选范围内' })
    .nullable()
    .default(null),
  scope: recordScope,
}).check((context) => {
  const { kind, rows, columns, measure, scope } = context.value
  const dimensions = dimensionsOf(kind, scope)
  const wrong = (field: string, message: string) =>
    context.issues.push({ code: 'custom', path: [field], message, input: context.value })
  const words = (known: readonly { readonly key: string; readonly label: string }[]) =>
    known.map(({ key, label }) => `${key}（${label}）`).join('、')
  const knows = (key: string) => dimensions.some((dimension) => dimension.key === key)
  if (!knows(rows)) wrong('rows', `行应为${words(dimensions)}之一`)
  if (columns !== null && !knows(columns)) wrong('columns', `列应为${words(dimensions)}之一`)
  if (rows === columns) wrong('columns', '行和列不能相同')
  if (!crossMeasures[kind].some(({ key }) => key === measure))
    wrong('measure', `指标应为${words(crossMeasures[kind])}之一`)
})

export const sheetCalls = {
  /** What there is to show. */
  list: call.output(
    returns<readonly { readonly kind: SheetKind; readonly title: string; readonly isAnnex: boolean }[]>(),
  ),
  /** Of one moment, in the order of the kinds. */
  show: call
    .input(
      form({ from: day(), to: day(), kinds, scope: recordScope })
        .refine(({ from, to }) => from <= to, { path: ['to'], error: '截止日期早于起始日期，请核对' })
        .refine((input) => input.kinds.every((kind) => isInScope(kind, input.scope)), outOfScope),
    )
    .output(returns<readonly Sheet[]>()),
  /**
   * Behind one cell. `row` is its row key, or where the block has none the text of the row's first cell; null is the
   * total. `column` is the index of the column.
   */
  records: call
    .input(
      form({
        period: periodSchema,
        kind: sheetKind,
        block: z.number({ error: '应为数字' }).int().min(0),
        row: keyOf.nullable(),
        column: z.number({ error: '应为数字' }).int().min(0),
        scope: recordScope,
      }).refine(({ kind, scope }) => isInScope(kind, scope), outOfScope),
    )
    .output(returns<RecordsBehind>()),
  /** Day and name of records that a list knows by id, in the order given. */
  nameRecords: call
    .input(
      form({
        kind: z.enum([...recordKinds, 'grassrootsUnion'], { error: '不在可选范围内' }),
        ids: z.array(id, { error: '应为多选' }).max(1000, '不能超过1000条'),
        scope: recordScope,
      }),
    )
    .output(returns<readonly TracedRecord[]>()),
  cross: call.input(crossQuery).output(returns<CrossTable>()),
  /** The table with its sheet, as the XLSX and an annex show it; both of one moment. */
  showCross: call.input(crossQuery).output(returns<ShownCross>()),
  /** Behind one cell by the keys of its row and column; null is a total. `isCompared` asks for the other period. */
  crossRecords: call
    .input(
      form({
        query: crossQuery,
        row: keyOf.nullable(),
        column: keyOf.nullable(),
        isCompared: z.boolean().default(false),
      }),
    )
    .output(returns<RecordsBehind>()),
  /** One workbook; with the summary it begins with a cover. */
  write: call
    .input(
      form({ kinds, period: periodSchema, scope: recordScope, jobId }).refine(
        (input) => input.kinds.every((kind) => isInScope(kind, input.scope)),
        outOfScope,
      ),
    )
    .output(returns<Delivery>()),
  writeCross: call.input(form({ query: crossQuery, jobId })).output(returns<Delivery>()),
  /** Adds a sheet or a cross-table of the document's period to a draft as its last annex. */
  annex: call
    .input(
      form({
        documentId: id,
        version,
        sheet: z.union([form({ kind: sheetKind }), form({ cross: crossQuery })], { error: '应为统计表或交叉表' }),
      }),
    )
    .output(returns<RegisteredDocument>()),
}
