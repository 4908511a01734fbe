/** What an import would do (导入预览), row by row: nothing is kept but counts, problems, remarks and a few samples. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { type ImportKind, type ImportSheet, importKinds } from '../../src-shared/excel-import.ts'
import type { SheetMapping } from '../../src-shared/import-mapping.ts'
import type { Tables } from '../database/tables.ts'
import { type Grid, headOf, type SheetSource } from '../files/grid.ts'
import { openJudge, type PlannedRow } from './judge-rows.ts'
import { addNames, type KnownNames, readNames } from './known-names.ts'
import { type DecidedHeader, decideHeader } from './mapping-header.ts'
import { readRemembered } from './mapping-memory.ts'
import { openDetail, type SheetDetail, silentSheet } from './preview-detail.ts'
import { type SheetReader, type SheetRow, sheetReader } from './read-sheet.ts'

/** Takes rows in as they are decided; answers the ids of those that are new, in order. */
export type TakeRows = (kind: ImportKind, rows: readonly PlannedRow[]) => Promise<readonly string[]>
export type PlanOptions = {
  readonly fileName: string
  /** What the clerk says about columns; the rest is remembered or found by rule. */
  readonly mappings?: readonly SheetMapping[]
  /** None of a preview. */
  readonly take?: TakeRows
  /** Bytes done and in all; may throw to stop. */
  readonly step?: (done: number, total: number) => Promise<void>
}

/** The first rows of a sheet, and which of their columns are which fields. */
export type DecidedSheet = { readonly head: Grid; readonly decided: DecidedHeader }
export type ImportPlan = { readonly sheets: readonly ImportSheet[]; readonly decided: readonly DecidedSheet[] }

type Counts = { rows: number; new: number; changed: number; same: number; wrong: number }
type OwnSheet = {
  readonly source: SheetSource
  readonly reader: SheetReader
  readonly counts: Counts
  readonly detail: SheetDetail
}
type Pass = {
  readonly db: Kysely<Tables>
  readonly names: KnownNames
  readonly take: TakeRows | undefined
  readonly step: (source: SheetSource, bytes: number) => Promise<void>
}

/** Rows at the top of a sheet among which its header is looked for. */
const headRows = 60

/**
 * Sheets as in the workbook; what others refer to is decided, and taken in, first.
 * @throws Problem FILE_UNREADABLE, INVALID_INPUT for a mapping that cannot be
 */
export async function planImport(
  db: Kysely<Tables>,
  sources: readonly SheetSource[],
  { fileName, mappings = [], take, step }: PlanOptions,
): Promise<ImportPlan> {
  const names = await readNames(db)
  const remembered = await readRemembered(db)
  const found: OwnSheet[] = []
  const decided: DecidedSheet[] = []
  for (const source of sources) {
    const head = await headOf(source, headRows)
    const one = { head, decided: decideHeader(head, mappings, remembered) }
    decided.push(one)
    const { header } = one.decided
    if (!header) continue
    const reader = sheetReader(head, header, names, fileName)
    found.push({ source, reader, counts: noCounts(), detail: openDetail({ ...one, reader, names }) })
  }
  const pass = { db, names, take, step: stepsOver(found, step) }
  for (const kind of importKinds) {
    const own = found.filter(({ reader }) => reader.kind === kind)
    if (own.length > 0) await planKind(pass, kind, own)
  }
  const sheets = decided.map((one, index) => {
    const own = found.find(({ source }) => source === sources[index])
    return own ? reportOf(own) : silentSheet(one)
  })
  return { sheets, decided }
}

const noCounts = (): Counts => ({ rows: 0, new: 0, changed: 0, same: 0, wrong: 0 })

function stepsOver(found: readonly OwnSheet[], step: PlanOptions['step']): Pass['step'] {
  const total = found.reduce((sum, { source }) => sum + source.size, 0)
  const done = new Map<SheetSource, number>()
  return async (source, bytes) => {
    done.set(source, bytes)
    const sum = [...done.values()].reduce((all, one) => all + one, 0)
    await step?.(Math.min(sum, total), total)
    // Without a job the window still has its turn.
    await nextTurn()
  }
}

async function planKind(pass: Pass, kind: ImportKind, sheets: readonly OwnSheet[]): Promise<void> {
  const judge = await openJudge(pass.db, kind)
  const keep = async ({ counts, detail }: OwnSheet, rows: readonly PlannedRow[]) => {
    detail.keep(rows)
    for (const { state } of rows) counts[state] += 1
    counts.rows += rows.length
    const added = rows.filter(({ state }) => state === 'new')
    addNames(pass.names, kind, added, (await pass.take?.(kind, rows)) ?? [])
  }
  const settle = async (sheet: OwnSheet, rows: readonly SheetRow[]) => {
    for (const row of rows) sheet.reader.tell(row)
    await keep(sheet, await judge.judge(sheet.reader, rows))
  }
  const ahead: Ahead[] = []
  for (const sheet of sheets) {
    for await (const { rows, bytes } of sheet.source.parts()) {
      const read: SheetRow[] = []
      for (const row of rows) {
        const one = sheet.reader.read(row)
        if (one) sheet.detail.see(row, one)
        if (one && isAhead(kind, one)) ahead.push({ sheet, again: () => sheet.reader.read(row) ?? one })
        else if (one) read.push(one)
      }
      await settle(sheet, read)
      await pass.step(sheet.source, bytes)
    }
    for await (const rows of judge.judgeWaiting(sheet.reader)) await keep(sheet, rows)
  }
  await settleAhead(kind, ahead, settle)
}

type Ahead = { readonly sheet: OwnSheet; readonly again: () => SheetRow }

/** A union may stand above the union it belongs to. */
function isAhead(kind: ImportKind, row: SheetRow): boolean {
  return kind === 'grassrootsUnion' && row.problems.some(({ code }) => code === 'UNION_UNKNOWN')
}

/** Rows that name others of their own register, once those are known; what stays unknown is wrong. */
async function settleAhead(
  kind: ImportKind,
  rows: readonly Ahead[],
  settle: (sheet: OwnSheet, rows: readonly SheetRow[]) => Promise<void>,
): Promise<void> {
  let left = rows
  while (left.length > 0) {
    const still: Ahead[] = []
    for (const one of left) {
      const row = one.again()
      if (isAhead(kind, row)) still.push(one)
      else await settle(one.sheet, [row])
    }
    if (still.length === left.length) {
      for (const { sheet, again } of still) await settle(sheet, [again()])
      return
    }
    left = still
  }
}

function reportOf({ reader, counts, detail }: OwnSheet): ImportSheet {
  const { name, kind, header, problems, remarks } = reader
  return {
    name,
    kind,
    header: header.row,
    ...counts,
    problems: problems.toSorted((one, other) => one.row - other.row),
    remarks: remarks.toSorted((one, other) => one.row - other.row),
    ...detail.tell(),
  }
}
