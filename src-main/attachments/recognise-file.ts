/** What a file is (文件类型), by its bytes and never by its name; programs, scripts and macros are refused. */
import { Problem } from '../../src-shared/problems.ts'
import { readPictureFile } from '../files/picture-file.ts'
import { isZip, readForeignZip } from '../files/zip.ts'

export type KnownFile = {
  readonly mediaType: string
  /** With which it is saved again, whatever the name said. */
  readonly extension: string
  readonly isPicture: boolean
}

const unpacked = { entries: 5000, bytes: 500_000_000 }

const pictures = {
  'image/jpeg': { mediaType: 'image/jpeg', extension: 'jpg', isPicture: true },
  'image/png': { mediaType: 'image/png', extension: 'png', isPicture: true },
  'image/webp': { mediaType: 'image/webp', extension: 'webp', isPicture: true },
  'image/gif': { mediaType: 'image/gif', extension: 'gif', isPicture: true },
} as const satisfies Readonly<Record<string, KnownFile>>

const openXml = 'application/vnd.openxmlformats-officedocument'
/** By the part that each must have. */
const zipped: readonly (readonly [string, KnownFile])[] = [
  ['word/document.xml', { mediaType: `${openXml}.wordprocessingml.document`, extension: 'docx', isPicture: false }],
  ['xl/workbook.xml', { mediaType: `${openXml}.spreadsheetml.sheet`, extension: 'xlsx', isPicture: false }],
  [
    'ppt/presentation.xml',
    { mediaType: `${openXml}.presentationml.presentation`, extension: 'pptx', isPicture: false },
  ],
  ['OFD.xml', { mediaType: 'application/ofd', extension: 'ofd', isPicture: false }],
]

/** Beginnings of what is refused, a point standing for any byte, with the reason and the way out. */
const refused: readonly (readonly [readonly string[], string])[] = [
  [['....ftypheic', '....ftypheix', '....ftyphevc', '....ftypmif1', '....ftypmsf1', '....ftypheim'], heic()],
  [['....ftypavif', '....ftypavis'], '是AVIF图片，不能添加。请用看图软件另存为JPEG后再添加。'],
  [['II*\0', 'MM\0*'], '是TIFF图片，不能添加。请用看图软件另存为JPEG后再添加。'],
  [['BM....\0\0\0\0'], '是BMP图片，不能添加。请用看图软件另存为JPEG或PNG后再添加。'],
  [
    [
      ...['....ftyp', 'ID3', 'OggS', 'fLaC', '\x1aE\xdf\xa3', 'RIFF....AVI ', 'RIFF....WAVE'],
      ...['\xff\xfb', '\xff\xf3', '\0\0\x01\xba'],
    ],
    film(),
  ],
  [['\xd0\xcf\x11\xe0'], '是旧的DOC、XLS、PPT文件，不能添加。请用Word、Excel或WPS另存为DOCX、XLSX或PDF后再添加。'],
  [
    [
      ...['MZ', '\x7fELF', '\xca\xfe\xba\xbe', '\xcf\xfa\xed\xfe', '\xce\xfa\xed\xfe', '\xfe\xed\xfa'],
      ...['\0asm', 'L\0\0\0\x01\x14\x02'],
    ],
    program(),
  ],
  [['Rar!', '7z\xbc\xaf', '\x1f\x8b', 'BZh'], '是压缩文件，不能添加。请解压后添加里面的文件。'],
  [['{\\rtf'], '是RTF文件，不能添加。请用Word或WPS另存为DOCX或PDF后再添加。'],
]
const scriptNames =
  /\.(?:exe|com|scr|bat|cmd|ps1|psm1|vb[se]?|jse?|mjs|wsf|wsh|hta|msi|lnk|url|reg|sh|py|jar|php|pif|cpl|chm)$/iu
// Other than tabs, line ends, form feeds and the mark that old systems end a file with.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\0-\x08\x0b\x0e-\x19\x1b-\x1f\x7f]/u
const scriptText = /^\s*(?:#!|@echo\s+off|<\?php|<!doctype|<html|<script|<\?xml|<svg|mime-version:)/iu

/** @throws Problem FILE_UNREADABLE with what is wrong and how to make it right; the sentence does not name the file */
export function recogniseFile(bytes: Uint8Array, name: string): KnownFile {
  if (bytes.length === 0) throw unreadable('文件是空的，没有添加。')
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (begins(start, '\x89PNG') || begins(start, '\xff\xd8\xff')) return pictures[readPictureFile(bytes).type]
  if (begins(start, 'RIFF....WEBP')) return pictures['image/webp']
  if (begins(start, 'GIF87a') || begins(start, 'GIF89a')) return pictures['image/gif']
  const reason = refused.find(([beginnings]) => beginnings.some((beginning) => begins(start, beginning)))?.[1]
  if (reason !== undefined) throw unreadable(reason)
  if (scriptNames.test(name)) throw unreadable(program())
  if (isZip(bytes)) return recogniseZip(bytes)
  const pdf = start.indexOf('%PDF-')
  if (pdf !== -1) return recognisePdf(bytes)
  return recogniseText(bytes)
}

function begins(start: string, beginning: string): boolean {
  return [...beginning].every((char, index) => char === '.' || start[index] === char)
}

function recogniseZip(bytes: Uint8Array): KnownFile {
  const entries = readForeignZip(bytes, unpacked)
  const names = Object.keys(entries)
  const known = zipped.find(([part]) => part in entries)?.[1]
  if (!known) throw unreadable('是压缩文件，不能添加。请解压后添加里面的文件。')
  if (names.some((part) => /vbaProject\.bin$|\/activeX\/|\/macrosheets\//iu.test(part)))
    throw unreadable('带有宏，没有添加。请用Office或WPS另存为不带宏的文件，或另存为PDF后再添加。')
  // What “插入对象” wraps round any file, programs too.
  const isPackage = (part: string) => Buffer.from(entries[part] ?? []).includes(Buffer.from('Ole10Native', 'utf16le'))
  if (names.some((part) => /\/embeddings\/.*\.bin$/iu.test(part) && isPackage(part)))
    throw unreadable('里面嵌有别的文件，没有添加。请删去嵌入的对象，或另存为PDF后再添加。')
  return known
}

function recognisePdf(bytes: Uint8Array): KnownFile {
  const text = Buffer.from(bytes)
  if (!text.subarray(-2048).includes('%%EOF')) throw unreadable('PDF不完整，没有添加。请重新下载、扫描或另要一份。')
  if (/\/(?:JavaScript|Launch)\b/u.test(text.toString('latin1')))
    throw unreadable('PDF里带有脚本或启动程序的动作，没有添加。请用“打印为PDF”另存后再添加。')
  return { mediaType: 'application/pdf', extension: 'pdf', isPicture: false }
}

function recogniseText(bytes: Uint8Array): KnownFile {
  const text = decoded(bytes)
  if (text === null || controls.test(text))
    throw unreadable(
      '不认识这种文件，没有添加。可以添加照片（JPEG、PNG、WebP、GIF）、PDF、OFD、DOCX、XLSX、PPTX和文本。',
    )
  if (scriptText.test(text.replace(/^\ufeff/u, ''))) throw unreadable('是网页或脚本，不能添加。请打印为PDF后再添加。')
  return { mediaType: 'text/plain', extension: 'txt', isPicture: false }
}

function decoded(bytes: Uint8Array): string | null {
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // The next encoding may fit.
    }
  return null
}

function heic(): string {
  return (
    '是苹果手机的HEIC照片，不能添加。请在手机“设置—相机—格式”中选“兼容性最佳”后再拍，' +
    '或用“照片”、看图软件导出为JPEG后再添加。'
  )
}

function film(): string {
  return '是音频或视频，不能添加。请把存放位置或链接写在记录的备注里，需要时截图添加。'
}

function program(): string {
  return '是程序、脚本或快捷方式，不能添加。'
}

function unreadable(sentence: string): Problem {
  return new Problem('FILE_UNREADABLE', sentence)
}
