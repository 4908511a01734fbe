/** The list of merged cells (合并单元格) of a sheet, found before its rows are read. */
import { Problem } from '../../src-shared/problems.ts'
import { type Merge, parseMerge } from './merged-cells.ts'
import { incomplete } from './xlsx-parts.ts'
import { readXmlStream } from './xml-stream.ts'
import type { ZipEntry } from './zip-entries.ts'

/** Cells that merging may join: merged columns of a million rows are made in jest or in malice. */
const mostMerged = 200_000
/** Bytes behind the rows. */
const longestTail = 30_000_000

/**
 * The merged cells, whose list stands behind the rows though it is needed before them: what stands before is unpacked
 * but not read.
 * @throws Problem FILE_UNREADABLE when there are too many
 */
export async function readMerges(entry: ZipEntry): Promise<readonly Merge[]> {
  const tail = await tailOf(entry)
  if (!tail.includes('mergeCell')) return []
  const merges: Merge[] = []
  let count = 0
  const [start = '', prefix = ''] = /^<\/([\w.-]+:)?sheetData/u.exec(tail.subarray(0, 200).toString('latin1')) ?? []
  if (start === '') return []
  const reader = readXmlStream({
    open(name, { ref = '' }) {
      if (name !== `${prefix}mergeCell`) return
      const merge = parseMerge(ref)
      if (!merge || merge.bottom > 1_048_576) throw incomplete()
      count += (merge.right - merge.left + 1) * (merge.bottom - merge.top + 1)
      if (count > mostMerged)
        throw new Problem('FILE_UNREADABLE', '这个工作簿合并了过多的单元格，没有打开。请取消整行整列的合并后再导入。')
      merges.push(merge)
    },
    close: () => undefined,
    text: () => undefined,
  })
  reader.write(Buffer.from(`<${prefix}worksheet><${prefix}sheetData>`))
  for (let at = 0; at < tail.length; at += 100_000) reader.write(tail.subarray(at, at + 100_000))
  reader.end()
  return merges
}

/** From the end tag of the rows on. */
async function tailOf(entry: ZipEntry): Promise<Buffer> {
  const tail: Uint8Array[] = []
  let length = 0
  let before = Buffer.alloc(0)
  for await (const chunk of entry.chunks()) {
    if (length === 0) {
      // The tag may lie across two parts.
      const bytes = Buffer.concat([before, chunk])
      const start = endOfRows(bytes)
      before = bytes.subarray(-tagBytes)
      if (start < 0) continue
      tail.push(bytes.subarray(start))
    } else tail.push(Buffer.from(chunk))
    length += tail.at(-1)?.length ?? 0
    if (length > longestTail) throw incomplete()
  }
  return Buffer.concat(tail)
}

/** More than `</prefix:sheetData>` has. */
const tagBytes = 100

/** Where `</sheetData` or `</x:sheetData` begins; -1 where it does not. */
function endOfRows(bytes: Buffer): number {
  for (let at = bytes.indexOf('sheetData'); at >= 0; at = bytes.indexOf('sheetData', at + 1)) {
    const start = bytes.lastIndexOf('</', at)
    if (start >= 0 && /^<\/(?:[\w.-]+:)?$/u.test(bytes.toString('latin1', start, Math.min(at, start + tagBytes))))
      return start
  }
  return -1
}
