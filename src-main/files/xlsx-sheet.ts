/** One sheet of a workbook (工作表) read as a stream of rows: ECMA-376 part 1, 18.3, transitional and strict. */
import type { GridPart, GridRow, GridValue } from './grid.ts'
import { columnNumber, type Merge, mergeSpreader, type RawRow } from './merged-cells.ts'
import { type CellContext, cellValue, type RawCell } from './xlsx-cell.ts'
import { incomplete, isOn } from './xlsx-parts.ts'
import { readXmlStream, type XmlAttributes } from './xml-stream.ts'
import type { ZipEntry } from './zip-entries.ts'

/** Excel's last row (18.3.1.73), and as many columns as a table of practice could have. */
const [lastRow, lastColumn] = [1_048_576, 1024]

/** Rows that hold something. @throws Problem FILE_UNREADABLE */
export async function* readSheetRows(
  entry: ZipEntry,
  context: CellContext & { readonly merges: readonly Merge[] },
): AsyncGenerator<GridPart, void> {
  let rows: GridRow[] = []
  const spreader = context.merges.length > 0 ? mergeSpreader(context.merges) : undefined
  const place: Place = {
    hiddenColumns: new Set(),
    prefix: undefined,
    isInRows: false,
    lastRow: 0,
    column: 0,
    phonetic: 0,
  }
  const take = (row: RawRow) => {
    if (spreader) rows.push(...spreader.add(row))
    else if (row.cells.length > 0) rows.push({ ...row, merged: none })
  }
  const reader = readXmlStream({
    open: (name, attributes) => opened(place, localIn(place, name), attributes),
    close: (name) => closed(place, localIn(place, name), { context, take }),
    text: (text) => {
      const { cell, within } = place
      if (cell && within) cell[within] += text
    },
  })
  const { hiddenColumns } = place
  let bytes = 0
  for await (const chunk of entry.chunks()) {
    reader.write(chunk)
    bytes += chunk.length
    if (rows.length > 0) yield { rows, bytes, hiddenColumns }
    rows = []
  }
  reader.end()
  rows = [...(spreader?.end() ?? [])]
  if (rows.length > 0) yield { rows, bytes, hiddenColumns }
}

const none: GridRow['merged'] = new Map()

/** Where in the sheet the reading is. */
type Place = {
  /** Indexes. */
  readonly hiddenColumns: Set<number>
  /** That of the root, with its colon. */
  prefix: string | undefined
  isInRows: boolean
  lastRow: number
  column: number
  /** Depth in phonetic guides (拼音), which are no text of the cell. */
  phonetic: number
  row?: { readonly number: number; readonly isHidden: boolean; readonly cells: GridValue[] } | undefined
  cell?: RawCell | undefined
  /** Part of the cell whose text is being read. */
  within?: 'value' | 'formula' | 'text' | undefined
}

const textElements: Readonly<Record<string, Place['within']>> = { v: 'value', f: 'formula', t: 'text' }

/** Elements of other namespaces are extensions, and have no name here. */
function localIn(place: Place, name: string): string {
  place.prefix ??= name.slice(0, name.indexOf(':') + 1)
  if (place.prefix === '') return name
  return name.startsWith(place.prefix) ? name.slice(place.prefix.length) : ''
}

function opened(place: Place, name: string, attributes: XmlAttributes): void {
  if (name === 'c') openCell(place, attributes)
  else if (name in textElements) {
    if (!place.cell || place.phonetic > 0) return
    place.within = textElements[name]
    if (place.within) place.cell[place.within] ??= ''
  } else if (name === 'row') openRow(place, attributes)
  else if (name === 'rPh') place.phonetic += 1
  else if (name === 'sheetData') place.isInRows = true
  else if (name === 'col') addHidden(place.hiddenColumns, attributes)
}

/** Rows stand in order (18.3.1.73); what does not is no sheet of an office program. */
function openRow(place: Place, { r, hidden }: XmlAttributes): void {
  if (!place.isInRows) return
  const number = Number(r ?? place.lastRow + 1)
  if (!(Number.isInteger(number) && number > place.lastRow && number <= lastRow)) throw incomplete()
  place.row = { number, isHidden: isOn(hidden), cells: [] }
  place.lastRow = number
  place.column = 0
}

function openCell(place: Place, { r, t, s }: XmlAttributes): void {
  if (!place.row) return
  place.column = r === undefined ? place.column + 1 : columnNumber(r)
  if (place.column < 1) throw incomplete()
  place.cell = { type: t, style: s, value: undefined, formula: undefined, text: undefined }
}

type Taking = { readonly context: CellContext; readonly take: (row: RawRow) => void }

function closed(place: Place, name: string, { context, take }: Taking): void {
  const { row, cell, column } = place
  if (name === 'c') {
    const value = row && cell && column <= lastColumn ? cellValue(cell, context) : null
    if (row && value !== null) {
      while (row.cells.length < column - 1) row.cells.push(null)
      row.cells[column - 1] = value
    }
    place.cell = undefined
  } else if (name in textElements) place.within = undefined
  else if (name === 'row') {
    if (row) take(row)
    place.row = undefined
  } else if (name === 'rPh') place.phonetic -= 1
  else if (name === 'sheetData') place.isInRows = false
}

function addHidden(hidden: Set<number>, { hidden: isHidden, min, max }: XmlAttributes): void {
  if (!isOn(isHidden)) return
  for (let column = Number(min); column <= Math.min(Number(max), lastColumn); column += 1) hidden.add(column - 1)
}
