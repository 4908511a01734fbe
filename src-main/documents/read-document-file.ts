/** Files that hold the text of a document (公文原稿): TXT in any common encoding, DOCX; anything else is refused. */
import { Problem } from '../../src-shared/problems.ts'
import type { RecognitionSource } from '../../src-shared/recognition.ts'
import { isZip } from '../files/zip.ts'
import { readDocx } from './read-docx.ts'

/** Bytes, and 字: ten times the longest report that a union writes. */
const largestFile = 5_000_000
const longestText = 500_000
const oleMark = [0xd0, 0xcf, 0x11, 0xe0]
const otherMarks: readonly { readonly mark: readonly number[]; readonly name: string }[] = [
  { mark: [0x25, 0x50, 0x44, 0x46], name: 'PDF 文件' },
  { mark: [0x7b, 0x5c, 0x72, 0x74, 0x66], name: 'RTF 文件' },
  { mark: [0x89, 0x50, 0x4e, 0x47], name: '图片' },
  { mark: [0xff, 0xd8, 0xff], name: '图片' },
  { mark: [0x52, 0x61, 0x72, 0x21], name: '压缩包' },
  { mark: [0x37, 0x7a, 0xbc, 0xaf], name: '压缩包' },
]

/**
 * What to recognise, by the bytes and not by the name; nothing in the file is executed or fetched.
 * @throws Problem FILE_UNREADABLE: empty, too large, damaged, encrypted, with macros, .doc, .wps, or no document
 */
export function readDocumentFile(fileName: string, bytes: Uint8Array): RecognitionSource {
  const startsWith = (mark: readonly number[]) => mark.every((byte, index) => bytes[index] === byte)
  if (bytes.length === 0) throw unreadable(`“${fileName}”是空文件，请另要一份。`)
  if (isZip(bytes) || startsWith(oleMark)) return readDocx(bytes)
  const other = otherMarks.find(({ mark }) => startsWith(mark))
  if (other) throw unreadable(`“${fileName}”是${other.name}，读不出文字。请提供 .docx 或 .txt 文件。`)
  if (/\.docx?$|\.wps$/i.test(fileName))
    throw unreadable(
      isMarkup(bytes)
        ? `“${fileName}”其实是网页文件，请用 Word 或 WPS 打开，另存为 .docx 后再试。`
        : `“${fileName}”不是完好的 Word 文件，可能已损坏或没有下载完。请另要一份 .docx 文件。`,
    )
  if (bytes.length > largestFile) throw unreadable(`“${fileName}”超过5兆，不像一份公文。请只留公文文字后再试。`)
  const text = decodeText(bytes)
  if (text === undefined) throw unreadable(`“${fileName}”不是文字文件，读不出内容。请提供 .docx 或 .txt 文件。`)
  if (text.trim() === '') throw unreadable(`“${fileName}”里没有文字，请核对后再试。`)
  if (text.length > longestText) throw unreadable(`“${fileName}”超过50万字，不像一份公文。请只留公文文字后再试。`)
  return { text }
}

/** HTML, MHTML or XML, as some systems hand out under the name of a Word file. */
function isMarkup(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 500)).trimStart()
  return /^(?:<(?:!doctype|html|head|meta|\?xml|!--)|mime-version:)/i.test(start)
}

/** The text by its byte order mark, as UTF-16 without one, as UTF-8, else as GB 18030; undefined if it is no text. */
function decodeText(bytes: Uint8Array): string | undefined {
  for (const encoding of encodingsOf(bytes)) {
    const text = decoded(bytes, encoding)
    if (text !== undefined) return text.replace(/^\ufeff/, '')
  }
  return undefined
}

function encodingsOf(bytes: Uint8Array): string[] {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return ['utf-16le']
  if (first === 0xfe && second === 0xff) return ['utf-16be']
  // Line ends and digits of UTF-16 are bytes with a zero beside them; other texts have no zero at all.
  const sample = bytes.subarray(0, 2000)
  const zeros = (parity: number) => sample.filter((byte, index) => byte === 0 && index % 2 === parity).length
  const [even, odd] = [zeros(0), zeros(1)]
  if (even + odd === 0) return ['utf-8', 'gb18030']
  return odd > even ? ['utf-16le'] : ['utf-16be']
}

/** A text has no control characters but tabs, line ends and form feeds. */
function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    // Old programs end a text with a control character.
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes).replace(/\cZ+$/u, '')
    const isBinary = /(?![\t\n\v\f\r])\p{Cc}/u.test(text.slice(0, 100_000))
    return isBinary ? undefined : text
  } catch {
    // Not in this encoding; the next one is tried.
    return undefined
  }
}

function unreadable(sentence: string): Problem {
  return new Problem('FILE_UNREADABLE', sentence)
}
