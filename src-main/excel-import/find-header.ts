/** Finds the header of a sheet (表头) below merged titles, in one row or two, and which register it belongs to. */
import { type ImportColumn, type ImportKind, importKindNames, importKinds } from '../../src-shared/excel-import.ts'
import { registerKinds } from '../../src-shared/register-words.ts'
import type { Grid, GridRow } from '../files/grid.ts'
import { columnName } from '../files/xlsx.ts'
import { plainText } from './cell-values.ts'
import type { Column } from './column.ts'
import { columnsOf } from './columns.ts'

export type FoundColumn = {
  readonly index: number
  readonly header: string
  readonly column: Column
  readonly scale: number
}
export type Header = {
  readonly kind: ImportKind
  /** The lower row of two. */
  readonly row: number
  readonly columns: readonly FoundColumn[]
  readonly shown: readonly ImportColumn[]
  /** What stands above: titles and 填报单位. */
  readonly above: string
}

/** Rows of a sheet in which a header is looked for. */
export const searched = 30
/** A header names at least this many fields. */
const fewest = 3

const sheetWords: Readonly<Record<ImportKind, RegExp>> = {
  grassrootsUnion: /名册|基层工会|单位信息/u,
  stay: /蹲点|驻点/u,
  study: /学习|中心组|党日/u,
  lecture: /宣讲/u,
  activity: /宣传|文化|典型|研究|报道/u,
  cadre: /干部/u,
  lecturer: /宣讲员|宣讲人员|讲师/u,
  lectureTeam: /宣讲团|宣讲队/u,
  studyGroup: /学习组织|党支部|学习小组|党组织/u,
  venue: /阵地|场所|书屋|驿站|港湾/u,
  material: /材料|资料|读本|书目/u,
}

/** Registers whose words stand in a sheet's name or titles. */
export function namedKinds(words: string): ImportKind[] {
  return importKinds.filter((kind) => sheetWords[kind].test(words) || words.includes(importKindNames[kind]))
}

/**
 * undefined where no row names enough fields of one register of `kinds`. A list of people or places is no register of
 * ours unless its title says so.
 */
export function findHeader(grid: Grid, kinds: readonly ImportKind[] = importKinds): Header | undefined {
  let best: { header: Header; score: number } | undefined
  const rows = grid.rows.slice(0, searched)
  for (const [index, row] of rows.entries()) {
    const above = textAbove(rows, index)
    for (const group of [undefined, rows[index - 1]])
      for (const kind of kinds) {
        const columns = matchColumns(row, group, kind)
        if (columns.length < fewest) continue
        if (kinds.length > 1 && isSmall(kind) && !namedKinds(`${grid.name}\n${above}`).includes(kind)) continue
        const score = scoreOf(kind, columns, `${grid.name}\n${above}`) - (group ? 0.2 : 0)
        if (!best || score > best.score) best = { header: headerOf(kind, row, group, columns, above), score }
      }
  }
  return best?.header
}

const isSmall = (kind: ImportKind) => registerKinds.some((one) => one === kind)

function scoreOf(kind: ImportKind, columns: readonly FoundColumn[], words: string): number {
  const fields = new Set(columns.map(({ column }) => column.field))
  const hasSpan = fields.has('span')
  const missing = columnsOf[kind].filter(
    ({ field, isRequired }) => isRequired && !fields.has(field) && !(hasSpan && (field === 'from' || field === 'to')),
  ).length
  return columns.length - missing + (namedKinds(words).includes(kind) ? 3 : 0)
}

/** The columns whose header words are known; `group` is the upper row of two. */
export function matchColumns(row: GridRow, group: GridRow | undefined, kind: ImportKind): FoundColumn[] {
  const found = new Map<string, FoundColumn>()
  const known = wordsOf(kind)
  const width = Math.max(row.cells.length, group?.cells.length ?? 0)
  for (let index = 0; index < width; index += 1) {
    const header = headerText(row, group, index)
    if (header === '' || header.length > 40) continue
    const column = candidates(row, group, index)
      .map((text) => known.get(text))
      .find((match) => match && !found.has(match.field))
    if (column) found.set(column.field, foundColumn(index, header, column))
  }
  return [...found.values()]
}

export function foundColumn(index: number, header: string, column: Column): FoundColumn {
  return { index, header, column, scale: /万元/u.test(header) ? 10_000 : 1 }
}

/** The words under which a column may be known, the most exact first. */
function candidates(row: GridRow, group: GridRow | undefined, index: number): string[] {
  const leaf = plainText(row.cells[index] ?? null)
  const upper = group ? plainText(group.cells[index] ?? null) : ''
  const texts = leaf === '' || leaf === upper ? [upper || leaf] : [`${upper}${leaf}`, leaf]
  return texts.flatMap((text) => {
    const bare = text.replaceAll(/\([^)]*\)/gu, '')
    return [headerKey(text), headerKey(bare), headerKey(bare).replace(/(?:人次|人数|人|场|家|个|条|件|天|元|数)$/u, '')]
  })
}

export function headerText(row: GridRow, group: GridRow | undefined, index: number): string {
  const leaf = plainText(row.cells[index] ?? null).replaceAll(/\s+/gu, '')
  const upper = group ? plainText(group.cells[index] ?? null).replaceAll(/\s+/gu, '') : ''
  return leaf === upper || leaf === '' ? upper : `${upper}${leaf}`
}

/** What two ways of writing a header have in common. */
export function headerKey(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s()[\]【】:、/·*★.,。"“”-]/gu, '')
}

const known = new Map<ImportKind, ReadonlyMap<string, Column>>()

function wordsOf(kind: ImportKind): ReadonlyMap<string, Column> {
  let words = known.get(kind)
  if (!words) {
    const pairs = columnsOf[kind].flatMap((column) => {
      const bare = column.header.replaceAll(/（[^）]*）/gu, '')
      return [column.header, bare, ...column.aliases].map((text) => [headerKey(text), column] as const)
    })
    // The first column that claims a word keeps it.
    words = new Map(pairs.toReversed())
    known.set(kind, words)
  }
  return words
}

export function headerOf(
  kind: ImportKind,
  row: GridRow,
  group: GridRow | undefined,
  columns: readonly FoundColumn[],
  above: string,
): Header {
  const last = columns.at(-1)?.index ?? 0
  const width = Math.max(row.cells.length, group?.cells.length ?? 0, last + 1)
  const shown = Array.from({ length: width }, (_, index) => ({
    column: columnName(index + 1),
    header: headerText(row, group, index),
    field: columns.find((one) => one.index === index)?.column.field ?? null,
  }))
  return {
    kind,
    row: row.number,
    columns,
    shown: shown.filter(({ header, field }) => header !== '' || field !== null),
    above,
  }
}

/** Titles and 填报单位 above the row of this index. */
export function textAbove(rows: readonly GridRow[], index: number): string {
  return rows.slice(0, index).flatMap(textsOf).join('\n')
}

function textsOf(row: GridRow): string[] {
  return row.cells.flatMap((cell, index) => (row.merged.has(index) || cell === null ? [] : [plainText(cell)]))
}
