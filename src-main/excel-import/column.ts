/** What a column of a register is (列): its header, how its cells are read, what clerks call it. Plain data. */
import { fieldLabels } from '../../src-shared/field-labels.ts'

export type Reading =
  | 'text'
  /** A name of a person, which lists pad to three characters: 王　强. */
  | 'person'
  | 'day'
  | 'time'
  | 'count'
  | 'yuan'
  | 'word'
  | 'words'
  | 'speakers'
  | 'cadres'
  | 'unions'
  | 'union'
  | 'shares'
  | 'problems'
  | 'deeds'
  | 'duties'
  | 'stay'
  /** 起止日期 in one cell. */
  | 'span'
  /** 「3篇」, 「5场/300人次」 */
  | 'amount'

export type Column = {
  readonly field: string
  readonly header: string
  readonly read: Reading
  readonly aliases: readonly string[]
  readonly words?: readonly string[]
  readonly isRequired: boolean
  readonly example: string | number
  readonly note: string
  /** Read from a clerk's own workbook only, not in the template. */
  readonly isForeign: boolean
}

type Options = {
  readonly words?: readonly string[]
  readonly example?: string | number
  readonly note?: string
  readonly required?: true
  readonly foreign?: true
  readonly header?: string
}

export function column(field: string, read: Reading, aliases: string, options: Options = {}): Column {
  return {
    field,
    read,
    header: options.header ?? fieldLabels[field] ?? field,
    aliases: aliases.split(' ').filter(Boolean),
    ...(options.words ? { words: options.words } : {}),
    isRequired: options.required ?? false,
    example: options.example ?? '',
    note: options.note ?? '',
    isForeign: options.foreign ?? false,
  }
}
