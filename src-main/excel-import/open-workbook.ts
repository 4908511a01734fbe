/** Opens the clerk's file (打开表格) by its bytes, not its name; what cannot be read is refused in one sentence. */
import type { DeliveredFile } from '../../src-shared/delivery.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { SheetSource } from '../files/grid.ts'
import type { Package } from '../files/xlsx-parts.ts'
import { readXlsx } from '../files/xlsx-read.ts'
import { isZip } from '../files/zip.ts'
import { openZip } from '../files/zip-entries.ts'
import { readCsv } from './csv.ts'

export type WorkbookFile = Pick<DeliveredFile, 'name' | 'size' | 'arrayBuffer'>
export type OpenedWorkbook = {
  readonly sources: readonly SheetSource[]
  readonly bytes: Uint8Array
  readonly isXlsx: boolean
}

/** Bytes: a workbook of 100,000 rows has about 30 million, and ten times that unpacked. */
const largestFile = 60_000_000
const unpacked = { entries: 5000, bytes: 1_000_000_000 }
const oleMark = [0xd0, 0xcf, 0x11, 0xe0]

/** @throws Problem FILE_UNREADABLE: empty, too large, .xls, encrypted, with macros, damaged, no table */
export async function openWorkbook(file: WorkbookFile): Promise<OpenedWorkbook> {
  const { name, size } = file
  if (size === 0) throw unreadable(`“${name}”是空文件，请核对所选的文件。`)
  if (size > largestFile) throw unreadable(`“${name}”超过60兆，请分成几个工作簿导入。`)
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (oleMark.every((byte, index) => bytes[index] === byte)) throw oleProblem(name, bytes)
  if (isZip(bytes)) {
    const archive = openZip(bytes, unpacked)
    refuseForeign(name, archive)
    return { sources: await readXlsx(archive), bytes, isXlsx: true }
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) throw unreadable(`“${name}”不完整或已损坏，请重新下载或另要一份。`)
  const start = new TextDecoder().decode(bytes.subarray(0, 300)).trimStart()
  if (/^<\?xml.*<\?mso-application progid="Excel/su.test(start))
    throw unreadable(`“${name}”是XML表格，请用Excel或WPS打开，另存为.xlsx文件后再导入。`)
  if (/^(?:<|mime-version:)/iu.test(start))
    throw unreadable(`“${name}”其实是网页文件，请用Excel或WPS打开，另存为.xlsx文件后再导入。`)
  if (/^(?:%PDF|\{\\rtf|\x89PNG)/u.test(start)) throw unreadable(`“${name}”不是表格文件，请提供.xlsx或.csv文件。`)
  return { sources: [readCsv(bytes, name)], bytes, isXlsx: false }
}

function refuseForeign(name: string, archive: Package): void {
  const names = [...archive.keys()]
  if (names.some((entry) => /vbaProject\.bin$|^xl\/macrosheets\//iu.test(entry)))
    throw unreadable(`“${name}”带有宏，没有打开。请用Excel或WPS另存为不带宏的.xlsx文件后再导入。`)
  if (names.some((entry) => /^xl\/workbook\.bin$/iu.test(entry)))
    throw unreadable(`“${name}”是.xlsb格式，请另存为.xlsx文件后再导入。`)
  if (archive.has('content.xml') && archive.has('mimetype'))
    throw unreadable(`“${name}”是.ods格式，请用Excel或WPS打开，另存为.xlsx文件后再导入。`)
  if (!names.some((entry) => /^xl\/.*workbook[^/]*\.xml$/iu.test(entry)))
    throw unreadable(`“${name}”不是Excel工作簿。请用Excel或WPS打开，另存为.xlsx文件后再导入。`)
}

/** OLE files are old Excel, or a new workbook under a password; its stream is named in UTF-16. */
function oleProblem(name: string, bytes: Uint8Array): Problem {
  const directory = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length - (bytes.length % 2)))
  return unreadable(
    directory.includes('EncryptedPackage')
      ? `“${name}”设有打开密码，读不出内容。请在Excel或WPS中取消密码，另存后再导入。`
      : `“${name}”是旧的.xls格式，请用Excel或WPS打开，另存为.xlsx文件后再导入。`,
  )
}

function unreadable(sentence: string): Problem {
  return new Problem('FILE_UNREADABLE', sentence)
}
