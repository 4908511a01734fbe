/** Whether a reported row is what our own forms would have let in (逐条校验): the same schemas, at every level. */
import { attachmentSchema } from '../../src-shared/attachments.ts'
import { officeSchema } from '../../src-shared/office.ts'
import { recordSchemas } from '../../src-shared/record-kinds.ts'
import { unionSchema } from '../../src-shared/unions.ts'
import { pickFields } from '../database/rows.ts'
import type { Refusal } from '../merge/apply-rows.ts'
import type { RowState } from '../merge/row-state.ts'
import { fullValues, type TableColumns } from '../merge/table-columns.ts'

const schemas = { ...recordSchemas, office: officeSchema, grassrootsUnion: unionSchema, attachment: attachmentSchema }

type Judged = keyof typeof schemas
const fieldNames = new Map(Object.entries(schemas).map(([table, { shape }]) => [table, Object.keys(shape)]))

/** null when nothing is wrong with it; of several faults the first. Fields of a newer program are let through. */
export function judgeRow(columns: TableColumns, state: RowState): Refusal | null {
  const row = fullValues(columns, state)
  const missing = columns.names.find((name) => row[name] === undefined)
  if (missing !== undefined) return { rule: '缺项', field: missing, words: '必填的内容是空的，请补上。' }
  if (!(state.table in schemas)) return null
  const table = state.table as Judged
  let fields: object
  try {
    fields = pickFields(table, fieldNames.get(table) ?? [], row)
  } catch {
    return { rule: '格式', field: '', words: '有一项列表读不出来，请对方重新导出。' }
  }
  const issue = schemas[table].safeParse(fields).error?.issues[0]
  return issue ? { rule: '填报', field: issue.path.join('.'), words: issue.message } : null
}
