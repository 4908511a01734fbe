/** Changes of which column is which field (改列对应), as the clerk makes them at a preview. Pure. */
import type { ImportKind, ImportSheet } from './excel-import.ts'
import type { SheetMapping } from './import-mapping.ts'

type Sheet = Pick<ImportSheet, 'name' | 'kind' | 'header' | 'layout' | 'columns'>

/** One column becomes a field, or none; a field belongs to one column, so another that had it gives it up. */
export function withField(sheet: Sheet, letter: string, field: string | null): SheetMapping {
  const columns = sheet.columns.map(({ column, field: own }) => {
    if (column === letter) return { column, field }
    return { column, field: own === field ? null : own }
  })
  return { sheet: sheet.name, kind: sheet.kind, ...headerOf(sheet.header), columns }
}

/** Another kind, or none at all; its columns are found by rule. */
export function withKind(sheet: Sheet, kind: ImportKind | null): SheetMapping {
  return { sheet: sheet.name, kind, columns: [] }
}

/** The header stands in another row; its columns are found by rule. */
export function withHeader(sheet: Sheet, row: number): SheetMapping {
  return { sheet: sheet.name, kind: sheet.kind, header: row, columns: [] }
}

/** `said` in the place of what was said of this sheet before; null takes that back. */
export function replaceMapping(
  mappings: readonly SheetMapping[],
  sheet: Sheet,
  said: SheetMapping | null,
): readonly SheetMapping[] {
  const others = mappings.filter((one) =>
    one.layout === undefined ? one.sheet !== sheet.name : one.layout !== sheet.layout,
  )
  return said ? [...others, said] : others
}

/** What was said of these sheets holds for those of another file that are laid out the same way. */
export function keepByLayout(mappings: readonly SheetMapping[], sheets: readonly Sheet[]): readonly SheetMapping[] {
  return mappings.flatMap(({ header: _header, ...mapping }) => {
    const layout = mapping.layout ?? sheets.find(({ name }) => name === mapping.sheet)?.layout
    return layout ? [{ ...mapping, layout }] : []
  })
}

const headerOf = (header: number | null) => (header === null ? {} : { header })
