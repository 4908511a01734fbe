/** The header of a sheet as the clerk says it is, as she said last time, or as the rules find it (列对应), in this order. */
import type { ImportKind } from '../../src-shared/excel-import.ts'
import type { MappingSource, RememberedMapping, SheetMapping } from '../../src-shared/import-mapping.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { Grid, GridRow } from '../files/grid.ts'
import { columnsOf } from './columns.ts'
import { type FoundColumn, findHeader, foundColumn, type Header, headerOf, matchColumns } from './find-header.ts'
import { type HeaderPlace, headerPlaces, headerWords, layoutOf } from './mapping-layout.ts'

export type DecidedHeader = {
  /** undefined: not recognised, or left out. */
  readonly header: Header | undefined
  readonly by: MappingSource
  /** null where no header is known. */
  readonly layout: string | null
  /** The clerk wants this sheet left out. */
  readonly isLeftOut: boolean
}
export type Remembered = ReadonlyMap<string, Pick<RememberedMapping, 'kind' | 'columns'>>

/** @throws Problem INVALID_INPUT when what the clerk says contradicts itself or the sheet */
export function decideHeader(grid: Grid, mappings: readonly SheetMapping[], remembered: Remembered): DecidedHeader {
  const exact = mappings.find(({ sheet, layout }) => layout === undefined && sheet === grid.name)
  const byRule = findHeader(grid)
  if (exact?.kind === null) return leftOut('given', byRule ? layoutOf(grid.name, placeOf(grid, byRule)) : null)
  if (exact) return given(grid, exact.kind, sayingPlace(grid, exact, exact.kind), exact.columns)
  return (
    byLayout(grid, 'given', layoutsOf(mappings, grid.name)) ??
    byLayout(grid, 'remembered', remembered) ?? {
      header: byRule,
      by: 'rule',
      layout: byRule ? layoutOf(grid.name, placeOf(grid, byRule)) : null,
      isLeftOut: false,
    }
  )
}

/** Where a header that the rules found stands. */
function placeOf(grid: Grid, header: Header): HeaderPlace {
  const shown = JSON.stringify(header.shown.map((one) => one.header))
  const places = headerPlaces(grid).filter(({ row }) => row.number === header.row)
  const place = places.find(
    ({ row, group }) => JSON.stringify(headerWords(row, group).map((one) => one.header)) === shown,
  )
  if (!place) throw new Error('a header that was found stands in its sheet')
  return place
}

function leftOut(by: MappingSource, layout: string | null): DecidedHeader {
  return { header: undefined, by, layout, isLeftOut: true }
}

type Saying = SheetMapping['columns']

function given(
  grid: Grid,
  kind: ImportKind,
  place: HeaderPlace,
  columns: Saying,
  by: MappingSource = 'given',
): DecidedHeader {
  const { row, group, above } = place
  const found = withSaying(grid.name, kind, place, columns)
  return {
    header: headerOf(kind, row, group, found, above),
    by,
    layout: layoutOf(grid.name, place),
    isLeftOut: false,
  }
}

function byLayout(grid: Grid, by: MappingSource, known: Remembered): DecidedHeader | undefined {
  if (known.size === 0) return undefined
  for (const place of headerPlaces(grid)) {
    const layout = layoutOf(grid.name, place)
    const mapping = known.get(layout)
    if (mapping?.kind === null) return leftOut(by, layout)
    if (mapping) return given(grid, mapping.kind, place, mapping.columns, by)
  }
  return undefined
}

/** A mapping of the same sheet's name goes before one of another. */
function layoutsOf(mappings: readonly SheetMapping[], sheet: string): Remembered {
  const ordered = mappings.toSorted((one, other) => Number(one.sheet === sheet) - Number(other.sheet === sheet))
  return new Map(
    ordered.flatMap(({ layout, kind, columns }) =>
      layout === undefined ? [] : [[layout, { kind, columns: columns.map((one) => ({ ...one, header: '' })) }]],
    ),
  )
}

function sayingPlace(grid: Grid, { header }: SheetMapping, kind: ImportKind): HeaderPlace {
  const byRule = findHeader(grid, [kind])
  if (byRule && (header === undefined || header === byRule.row)) return placeOf(grid, byRule)
  const places = headerPlaces(grid).filter(({ row }) => row.number === (header ?? wordiest(grid)))
  const best = places.toSorted((one, other) => matches(other, kind) - matches(one, kind))[0]
  if (!best)
    throw new Problem('INVALID_INPUT', `“${grid.name}”第${header ?? 1}行不能作表头，请选前30行中有内容的一行。`)
  return best
}

/** A group above takes part only where it makes more words known. */
const matches = ({ row, group }: HeaderPlace, kind: ImportKind) =>
  matchColumns(row, group, kind).length - (group ? 0.5 : 0)

/** Number of the row with the most texts: where a header stands that no rule knows. */
function wordiest(grid: Grid): number | undefined {
  const texts = (row: GridRow) =>
    row.cells.filter((cell, index) => typeof cell === 'string' && cell.trim() !== '' && !row.merged.has(index)).length
  return headerPlaces(grid)
    .map(({ row }) => row)
    .toSorted((one, other) => texts(other) - texts(one))[0]?.number
}

function withSaying(sheet: string, kind: ImportKind, { row, group }: HeaderPlace, columns: Saying): FoundColumn[] {
  const words = new Map(headerWords(row, group).map(({ column, header }) => [column, header]))
  const said = new Map(columns.map(({ column, field }) => [columnIndex(column), field]))
  const own: FoundColumn[] = []
  for (const { column: letter, field } of columns) {
    if (field === null) continue
    const column = columnsOf[kind].find((one) => one.field === field)
    if (!column) throw new Problem('INVALID_INPUT', `“${sheet}”的${letter}列：没有“${field}”这一项，请重新选择。`)
    const twice = own.find((one) => one.column === column)
    if (twice)
      throw new Problem(
        'INVALID_INPUT',
        `“${sheet}”有两列都对应“${column.header}”，一项只能对应一列，请改其中一列的列名或对应。`,
      )
    own.push(foundColumn(columnIndex(letter), words.get(letter) ?? '', column))
  }
  const kept = matchColumns(row, group, kind).filter(
    ({ index, column }) => !said.has(index) && !own.some((one) => one.column === column),
  )
  return [...kept, ...own].toSorted((one, other) => one.index - other.index)
}

/** `A` is 0. */
export function columnIndex(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
