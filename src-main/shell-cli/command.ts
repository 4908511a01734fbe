/** What a command (命令) of the command line is: words, options, and the calls of the contract that it makes. */
import type { Api } from '../../src-shared/contract.ts'

/** Options that take a value. */
export const valueOptions = [
  'data',
  'passphrase-file',
  'secret-file',
  'fingerprint',
  'as',
  'under',
  'json-file',
  'from',
  'to',
  'text',
  'out',
  'reason',
  'request-id',
  'year',
  'serial',
  'kind',
  'meta',
  'layout',
  'zero',
  'notice',
  'marked',
  'mapping',
  'limit',
  'filter',
  'role',
  'caption',
  'rows',
  'columns',
  'measure',
  'compare',
  'on',
  'name',
  'by',
  'code',
  'archive',
  'volume',
  'zero',
  'correction',
  'due',
  'until',
  'unread',
  'match',
] as const
export type ValueOption = (typeof valueOptions)[number]
/** Options that stand alone. */
export const flagOptions = [
  'seal',
  'preview',
  'apply',
  'apply-good',
  'with-records',
  'default',
  'with-kept',
  'keep-records',
  'records',
  'keep-original',
  'remove',
  'accept-red',
  'codes',
  'repair',
  'full',
  'without-photos',
  'keep',
  'other',
  'one',
  'stay-rule',
  'registers',
  'all',
] as const
export type FlagOption = (typeof flagOptions)[number]

export type Call = {
  /** What stands after the command's own words. */
  readonly words: readonly string[]
  readonly options: Readonly<Partial<Record<ValueOption, string>>>
  readonly flags: Readonly<Partial<Record<FlagOption, boolean>>>
  /** Every value of an option that was given more than once, in order. */
  readonly every: (option: ValueOption) => readonly string[]
  /** Absolute path of a path that was given on the line. */
  readonly pathOf: (given: string) => string
}

/** `value` is printed with --json, `text` without. */
export type Outcome = { readonly value: unknown; readonly text: string }

export type Command = {
  /** e.g. `records add` */
  readonly name: string
  /** Words and options as the help shows them; optional ones in brackets. */
  readonly usage: string
  readonly summary: string
  /** Further lines of the command's own help. */
  readonly details?: readonly string[]
  /** Number of words after the name, and how many of them may be left out. */
  readonly words: number
  readonly optionalWords?: number
  /** The last word may be followed by more of its kind. */
  readonly hasMoreWords?: boolean
  readonly options: readonly ValueOption[]
  readonly flags?: readonly FlagOption[]
  /** Options that must be given. */
  readonly required?: readonly ValueOption[]
  /** Whether --out (or --marked) names one file, or a folder in which the file gets its own name. */
  readonly out?: 'file' | 'folder' | 'marked'
} & (
  | { readonly run: (api: Api, call: Call) => Promise<Outcome> }
  /** Without the ledger of the data folder, or with one that the command opens and closes by itself. */
  | { readonly runApart: (dataFolder: string, call: Call) => Promise<Outcome> }
)

/** The line itself is wrong, not the ledger: exit code 2 and a hint at the help. */
export type UsageFault = { readonly kind: 'usage'; readonly sentence: string }

export function usageFault(sentence: string): UsageFault {
  return { kind: 'usage', sentence }
}

export function isUsageFault(error: unknown): error is UsageFault {
  return typeof error === 'object' && error !== null && 'kind' in error && error.kind === 'usage'
}

/** A word of the line that must be one of a few. @throws UsageFault */
export function oneOfWords<Word extends string>(given: string | undefined, words: readonly Word[]): Word {
  const word = words.find((known) => known === given)
  if (word === undefined) throw usageFault(`不认识“${given ?? ''}”，应为${words.join('、')}之一。`)
  return word
}
