/** Files that are no DOCX, or are meant to do harm, are refused in one sentence and at once. */
import { expect, test } from 'vitest'
import { checkDocument } from '../../../../src-main/documents/check/check-document.ts'
import { readZip, writeZip } from '../../../../src-main/files/zip.ts'
import { Problem } from '../../../../src-shared/problems.ts'
import { docxOf, namespaces, p, zipOf } from './build-docx.ts'
import { notice } from './foreign-documents.ts'

const text = (words: string) => new TextEncoder().encode(words)
const ole = (more: Uint8Array = new Uint8Array()) =>
  new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600), ...more])
const encrypted = new Uint8Array(Buffer.from('EncryptedPackage', 'utf16le'))
const minimal = (document: string) => zipOf({ 'word/document.xml': document })
const paragraphs = (count: number) =>
  `<w:document ${namespaces}><w:body>${'<w:p/>'.repeat(count)}</w:body></w:document>`

test.each([
  ['an empty file', new Uint8Array(), /空的/],
  ['a .doc or .wps file', ole(), /\.doc 或 \.wps/],
  ['an encrypted file', ole(encrypted), /密码/],
  ['a PDF', text('%PDF-1.7'), /PDF/],
  ['a text', text('关于开展主题宣讲的通知'), /不是 \.docx/],
  ['a file cut off', notice().slice(0, 3000), /不完整|损坏/],
  ['an archive without a document', writeZip({ 'a.txt': text('a') }), /没有 Word 正文/],
  ['a document whose text is cut off', minimal(`<w:document ${namespaces}><w:body>`), /损坏/],
  ['an XML of another kind', minimal('<html/>'), /不是 Word 文档/],
  ['macros', writeZip({ ...readZip(notice()), 'word/vbaProject.bin': text('x') }), /宏/],
  ['an entity bomb', minimal('<!DOCTYPE a [<!ENTITY b "xx"><!ENTITY c "&b;&b;">]><w:document/>'), /DOCTYPE/],
  ['elements in elements without end', minimal('<a>'.repeat(100_000)), /结构异常/],
  ['more elements than any document has', minimal(paragraphs(1_300_000)), /过大/],
  ['a zip bomb of 300 MB', writeZip({ 'word/document.xml': new Uint8Array(300_000_000) }), /解压后过大/],
  [
    'too many entries',
    writeZip(Object.fromEntries(Array.from({ length: 4000 }, (_, index) => [`${index}.xml`, text('<a/>')]))),
    /解压后过大/,
  ],
])('%s is refused', (_, bytes, sentence) => {
  const start = performance.now()
  const problem = problemOf(() => checkDocument(bytes))
  expect(problem.code).toBe('FILE_UNREADABLE')
  expect(problem.message).toMatch(sentence)
  expect(problem.message).toMatch(/^[^。]+(?:。[^。]+)?。$/)
  expect(performance.now() - start).toBeLessThan(5000)
})

test('an entry that unpacks to more than the directory says is cut, not followed', () => {
  const bytes = writeZip({
    'word/document.xml': text(`<w:document ${namespaces}><w:body>${' '.repeat(1_000_000)}</w:body></w:document>`),
  })
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const directory = bytes.findLastIndex((_, at) => at + 4 <= bytes.length && view.getUint32(at, true) === 0x02014b50)
  view.setUint32(directory + 24, 100, true)
  expect(problemOf(() => checkDocument(bytes)).code).toBe('FILE_UNREADABLE')
})

test('a broken part of little weight is a fault, not the end of the check', () => {
  const bytes = docxOf({ body: p('各镇总工会：'), extra: { 'word/theme/theme1.xml': '<a:theme' } })
  const [first] = checkDocument(bytes)
  expect(first).toMatchObject({ id: 1, pass: false, found: 'word/theme/theme1.xml 不完整' })
})

test('a style that is based on itself ends', () => {
  const styles = '<w:style w:type="paragraph" w:styleId="a" w:default="1"><w:basedOn w:val="a"/></w:style>'
  expect(checkDocument(docxOf({ body: p('各镇总工会：'), styles })).length).toBe(90)
})

function problemOf(run: () => unknown): Problem {
  try {
    run()
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('nothing was refused')
}
