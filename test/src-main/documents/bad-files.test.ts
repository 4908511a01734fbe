/** Files that are no document, or are made to do harm: one clear sentence from every call, and nothing written. */
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { safe } from '@orpc/server'
import { expect, test } from 'vitest'
import { readZip, writeZip } from '../../../src-main/files/zip.ts'
import { makeTestFolder, openTestApp } from '../../open-test-app.ts'
import { cli } from '../shell-cli/run-in-process.ts'
import { declaring, oleFile, renamed, zipOfTexts } from './bad-archives.ts'
import { makeDocx, paragraph } from './make-docx.ts'

const body = `${paragraph('云溪县总工会关于开展读书活动的通知')}${paragraph('各基层工会：')}${paragraph('请认真组织。')}`
const docx = makeDocx(body)
const withPart = (name: string, xml: string) => makeDocx(body, { further: { [name]: xml } })
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const mainPart = (inside: string, doctype = '') =>
  withPart('word/document.xml', `${doctype}<w:document xmlns:w="${word}"><w:body>${inside}</w:body></w:document>`)
const types = (main: string) =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`
const bytesOf = (text: string) => new TextEncoder().encode(text)
const html = '<html><head><title>通知</title></head><body><p>请认真组织。</p></body></html>'
const workbook = {
  '_rels/.rels':
    '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  'xl/workbook.xml': '<workbook/>',
}

/** What it is, its name, its bytes, what the sentence says of it. */
const files: readonly (readonly [string, string, () => Uint8Array, RegExp])[] = [
  ['macros in a part', '通知.docx', () => withPart('word/vbaProject.bin', 'x'), /宏/],
  [
    'macros by type',
    '通知.docm',
    () => withPart('[Content_Types].xml', types('application/vnd.ms-word.document.macroEnabled.main+xml')),
    /宏/,
  ],
  ['encrypted', '通知.docx', () => oleFile('EncryptedPackage'), /密码/],
  ['.doc', '通知.doc', () => oleFile(), /旧版的 \.doc 或 \.wps/],
  ['.wps', '通知.wps', () => oleFile(), /旧版的 \.doc 或 \.wps/],
  ['.doc under the name of a .docx', '通知.docx', () => oleFile(), /旧版的 \.doc 或 \.wps/],
  ['cut off at the end', '通知.docx', () => docx.subarray(0, docx.length - 40), /不完整|损坏/],
  ['cut off in the middle', '通知.docx', () => docx.subarray(0, docx.length / 2), /不完整|损坏/],
  ['cut off after its mark', '通知.docx', () => docx.subarray(0, 4), /不完整|损坏/],
  ['a bomb of 201 MB', '通知.docx', () => writeZip({ 'word/document.xml': new Uint8Array(201_000_000) }), /解压后过大/],
  ['12 GB by its directory', '通知.docx', () => declaring(docx, 0xffff_fffe), /解压后过大/],
  ['archives in an archive', '通知.docx', () => writeZip({ 'a.zip': writeZip({ 'b.zip': docx }) }), /没有 Word 正文/],
  [
    '4,000 entries',
    '通知.docx',
    () => zipOfTexts(Object.fromEntries(Array.from({ length: 4000 }, (_, index) => [`${index}.xml`, '<a/>']))),
    /解压后过大/,
  ],
  [
    'an entity bomb',
    '通知.docx',
    () => mainPart('<w:p><w:r><w:t>&b;</w:t></w:r></w:p>', '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>'),
    /DOCTYPE/,
  ],
  [
    'an external entity',
    '通知.docx',
    () => mainPart('<w:p><w:r><w:t>&a;</w:t></w:r></w:p>', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
    /DOCTYPE/,
  ],
  ['2,000,000 paragraphs', '通知.docx', () => makeDocx('<w:p/>'.repeat(2_000_000)), /过大/],
  ['a paragraph of 4,000,000 字', '通知.docx', () => makeDocx(paragraph('字'.repeat(4_000_000))), /过大/],
  [
    'elements 100,000 deep',
    '通知.docx',
    () => makeDocx(`${'<w:sdt>'.repeat(100_000)}${'</w:sdt>'.repeat(100_000)}`),
    /结构异常/,
  ],
  ['a name that climbs', '通知.docx', () => withPart('../../evil.xml', '<a/>'), /被人改动过/],
  ['an absolute name', '通知.docx', () => withPart('/etc/evil.xml', '<a/>'), /被人改动过/],
  ['a name on a drive', '通知.docx', () => withPart('C:\\evil.xml', '<a/>'), /被人改动过/],
  [
    'the same name twice',
    '通知.docx',
    () => renamed(withPart('word/documenT.xml', '<a/>'), 'word/documenT.xml', 'word/document.xml'),
    /被人改动过/,
  ],
  ['no main part', '通知.docx', () => renamed(docx, 'word/document.xml', 'word/documenT.xml'), /没有 Word 正文/],
  ['a main part that is not whole', '通知.docx', () => withPart('word/document.xml', '<w:document'), /正文已损坏/],
  ['a main part that is no document', '通知.docx', () => withPart('word/document.xml', '<html/>'), /不是 Word 文档/],
  ['.xlsx under the name of a .docx', '通知.docx', () => zipOfTexts(workbook), /Excel 工作簿/],
  ['.ofd', '通知.ofd', () => zipOfTexts({ 'OFD.xml': '<ofd:OFD/>' }), /OFD 版式文件/],
  ['.odt', '通知.odt', () => zipOfTexts({ 'content.xml': '<office:document-content/>' }), /ODF 文档/],
  ['.pdf', '通知.pdf', () => bytesOf('%PDF-1.7\n1 0 obj'), /PDF 文件|\.docx/],
  ['.rtf', '通知.rtf', () => bytesOf('{\\rtf1\\ansi }'), /RTF 文件|\.docx/],
  ['.rtf under the name of a .doc', '通知.doc', () => bytesOf('{\\rtf1\\ansi }'), /RTF 文件|\.docx/],
  ['.html under the name of a .doc', '通知.doc', () => bytesOf(html), /网页文件|\.docx/],
  ['.mht under the name of a .doc', '通知.doc', () => bytesOf(`MIME-Version: 1.0\n\n${html}`), /网页文件|\.docx/],
  ['an empty file', '通知.docx', () => new Uint8Array(), /空/],
  ['binary', '通知.txt', () => Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 251), /文字|\.docx/],
  ['only spaces', '通知.txt', () => bytesOf(' 　\r\n\t\r\n'), /没有文字|\.docx/],
  ['a text of 50 MB', '通知.txt', () => new Uint8Array(50_000_000).fill(0x61), /超过5兆|\.docx/],
  ['a text of 51 MB', '通知.txt', () => new Uint8Array(51_000_000).fill(0x61), /超过50兆/],
  ['a text of 600,000 字', '通知.txt', () => new Uint8Array(600_000).fill(0x61), /超过50万字|\.docx/],
]

test.each(files)('%s is refused by every call in one clear sentence, and nothing is written', async (...row) => {
  const [, name, make, says] = row
  const folder = await makeTestFolder()
  const pickSavePath = async (given: string) => join(folder, given)
  const { api } = await openTestApp({ host: { shell: 'cli', pickSavePath } })
  const file = new File([new Uint8Array(make())], name)
  const calls = [
    api.documents.recognise({ file }),
    api.documents.format({ file }),
    api.documents.check({ file }),
    api.documents.mend({ file }),
  ]
  for (const call of calls) {
    const [error] = await safe<unknown, Error>(call)
    expect(error).toMatchObject({ code: 'FILE_UNREADABLE', message: expect.stringMatching(says) })
    expect(error?.message).toMatch(/^[^。]+(?:。[^。]+)?。$/)
    expect(error?.message).toMatch(/请|没有打开/)
  }
  expect(await readdir(folder)).toEqual([])
})

test('the command line ends with 1 and the same sentence, leaves an older file as it was and no ledger entry', async () => {
  const folder = await makeTestFolder()
  await writeFile(join(folder, 'out.docx'), '原有的文件')
  await writeFile(join(folder, 'a.docx'), oleFile('EncryptedPackage'))
  const sentence = '文件设了打开密码，打不开。请在 Word 或 WPS 中取消密码，另存后再试。'
  const lines = [
    ['document', 'format', 'a.docx', '--out', 'out.docx'],
    ['document', 'check', 'a.docx'],
    ['document', 'mend', 'a.docx', '--out', 'out.docx'],
  ]
  for (const line of lines)
    for (const json of [[], ['--json']])
      expect(await cli(folder, ...line, ...json)).toEqual({ code: 1, out: '', error: sentence })
  expect((await readdir(folder)).sort()).toEqual(['a.docx', 'ledger', 'out.docx'])
  expect(JSON.parse((await cli(folder, 'document', 'list', '--json')).out)).toEqual([])
})

test('a pasted text that is no text, or too long, is refused as input', async () => {
  const { api } = await openTestApp()
  const [tooLong] = await safe<unknown, Error>(api.documents.format({ text: '字'.repeat(500_001) }))
  expect(tooLong?.message).toBe('填写有误，没有保存：“内容”：不能超过50万字。')
  for (const text of ['', ' 　\n', '\u0000\u0001'])
    expect((await safe<unknown, Error>(api.documents.format({ text })))[0]).toMatchObject({ code: 'INVALID_INPUT' })
})

test('an archive that is whole in itself is read again byte for byte', () => {
  expect(writeZip(readZip(docx))).toEqual(docx)
})
