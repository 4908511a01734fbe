/** What makes a register (台账) a register: its words, its calls, its columns and its form. One page serves them all. */
import type { TableProps } from 'antd'
import type { ComponentType, ReactNode } from 'react'
import type { BatchKind } from '../../src-shared/batch.ts'
import type { ListQuery, Page } from '../../src-shared/calls.ts'
import type { Api } from '../../src-shared/contract.ts'
import type { ListFilter, ListName } from '../../src-shared/list-filters.ts'
import type { RecordKind } from '../../src-shared/record-kinds.ts'
import type { Stamp } from '../../src-shared/stamp.ts'

export type RegisterName =
  | 'studies'
  | 'lectures'
  | 'stays'
  | 'activities'
  | 'unions'
  | 'incoming'
  | 'cadres'
  | 'lecturers'
  | 'lectureTeams'
  | 'studyGroups'
  | 'venues'
  | 'materials'

/** One value for each condition of a list. */
type Filters = { readonly [Filter in ListFilter]?: string }

/** Words of the address that only one register knows. */
type Beside = { readonly on?: string; readonly ended?: string }

export type RegisterCalls<Row, Input> = {
  readonly list: (query: ListQuery & Filters & Beside, options?: { signal?: AbortSignal }) => Promise<Page<Row>>
  readonly get: (input: { id: string }, options?: { signal?: AbortSignal }) => Promise<Row>
  readonly add: (records: Input[]) => Promise<{ ids: string[] }>
  readonly update: (edit: { id: string; version: number; fields: Input }) => Promise<Row>
  readonly remove: (input: { id: string }) => Promise<void>
  readonly restore: (input: { id: string }) => Promise<void>
}

export type Register<Row extends Stamp, Input> = {
  /** Name of the calls, of the address and of the drafts. */
  readonly name: RegisterName
  /** Heading of the page: 学习. */
  readonly title: string
  /** What one row is called: 学习活动. */
  readonly word: string
  readonly hint?: string
  readonly calls: (api: Api) => RegisterCalls<Row, Input>
  readonly columns: NonNullable<TableProps<Row>['columns']>
  readonly nameOf: (row: Row) => string
  /** Whether rows have a day, by which the list can be filtered. */
  readonly hasDays: boolean
  /** Can be entered dozens at a time (批量录入). */
  readonly batch?: BatchKind
  /** Its records have evidence (佐证材料). */
  readonly evidence?: RecordKind
  /** Below the heading: tabs of a page that this register is a part of. */
  readonly Above?: ComponentType
  /** Beside the button that adds a row: what else can be done with this register. */
  readonly Actions?: ComponentType
  /** Below the list. */
  readonly Below?: ComponentType
  /** Beside the words: a filter of this register alone. */
  readonly Filter?: ComponentType
  /** The list behind it: its conditions, its print and its workbook. */
  readonly list?: ListName
  /** Conditions that `Filter` shows. */
  readonly ownFilters?: readonly ListFilter[]
  /** Words of the address that `Filter` keeps besides and the list takes word for word. */
  readonly beside?: readonly (keyof Beside)[]
  /** What the list says before there is any row. */
  readonly whenEmpty: ReactNode
  readonly Fields: ComponentType
  /** Below the form of a stored row. */
  readonly After?: ComponentType<{ readonly row: Row }>
  /** What a new form holds; `words` is the address, which may bring something along. */
  readonly blank: (today: string, words: URLSearchParams) => Partial<Input>
  /** Fields that the next record of a batch begins with. */
  readonly keptForNext: readonly (keyof Input)[]
}
