/** Reads a foreign Excel workbook (别人的工作簿), sheet by sheet and row by row, within limits. */
import type { SheetSource } from './grid.ts'
import { readMerges } from './xlsx-merges.ts'
import { type Package, readFormats, readSharedStrings, readWorkbookParts } from './xlsx-parts.ts'
import { readSheetRows } from './xlsx-sheet.ts'

/** The visible sheets. @throws Problem FILE_UNREADABLE, also while rows are read */
export async function readXlsx(archive: Package): Promise<SheetSource[]> {
  const parts = await readWorkbookParts(archive)
  const [sharedStrings, formats] = [await readSharedStrings(parts.sharedStrings), await readFormats(parts.styles)]
  return parts.sheets.map(({ name, entry }): SheetSource => {
    let merges: ReturnType<typeof readMerges> | undefined
    return {
      name,
      size: entry.size,
      async *parts() {
        merges ??= readMerges(entry)
        yield* readSheetRows(entry, { sharedStrings, formats, is1904: parts.is1904, merges: await merges })
      },
    }
  })
}
