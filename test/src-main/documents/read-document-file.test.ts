/** Files that hold a document: TXT in every common encoding, DOCX, and what is refused. */
import { describe, expect, test } from 'vitest'
import { readDocumentFile } from '../../../src-main/documents/read-document-file.ts'
import { recogniseDocument } from '../../../src-main/documents/recognise/recognise-document.ts'
import { writeZip } from '../../../src-main/files/zip.ts'
import { Problem } from '../../../src-shared/problems.ts'
import { makeDocx, paragraph, table, textBox } from './make-docx.ts'
import { outline } from './recognise/recognise.ts'

const notice = '云溪县总工会关于开展读书活动的通知\n\n各基层工会：\n\n请认真组织，并及时报送开展情况。\n'
/** 各基层工会：请 in GB 18030, the double bytes of its table. */
const gbBytes = [0xb8, 0xf7, 0xbb, 0xf9, 0xb2, 0xe3, 0xb9, 0xa4, 0xbb, 0xe1, 0xa3, 0xba, 0xc7, 0xeb]

describe('text files', () => {
  const utf8 = Buffer.from(notice)
  const utf16le = Buffer.from(notice, 'utf16le')
  test.each([
    ['UTF-8', utf8],
    ['UTF-8 with its mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8])],
    ['UTF-16 little-endian with its mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16le])],
    ['UTF-16 big-endian with its mark', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16le).swap16()])],
    ['UTF-16 little-endian without a mark', utf16le],
  ])('%s', (_, bytes) => {
    expect(readDocumentFile('a.txt', bytes)).toEqual({ text: notice })
  })

  test('GB 18030, with line ends of Windows and the end mark of DOS', () => {
    const bytes = Uint8Array.from([...gbBytes, 0x0d, 0x0a, ...gbBytes, 0x1a])
    expect(readDocumentFile('a.txt', bytes)).toEqual({ text: '各基层工会：请\r\n各基层工会：请' })
  })
})

describe('DOCX files', () => {
  const numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
  const numbered = (level: number) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`

  test('paragraphs, numbers that Word makes, bold runs, a broken title, a table', () => {
    const bytes = makeDocx(
      [
        paragraph('云溪县总工会文件', '<w:jc w:val="center"/>'),
        paragraph('云工发〔2026〕5号'),
        paragraph('云溪县总工会\n关于开展读书活动的通知', '<w:jc w:val="center"/>'),
        paragraph('各基层工会：'),
        paragraph('总体要求', numbered(0)),
        paragraph('**提高认识。**要重视。', numbered(1)),
        paragraph('加强领导。要支持。', numbered(1)),
        paragraph('工作安排', numbered(0)),
        table([
          ['单位', '场次'],
          ['城关镇', '3'],
        ]),
      ].join(''),
      { numbering },
    )
    const { document } = recogniseDocument(readDocumentFile('a.docx', bytes))
    expect(document).toMatchObject({
      mark: '云溪县总工会文件',
      number: '云工发〔2026〕5号',
      title: '云溪县总工会关于开展读书活动的通知',
    })
    expect(outline(document.blocks)).toEqual([
      '1 一、总体要求',
      '2 （一）提高认识。',
      '2 （二）加强领导。',
      '1 二、工作安排',
    ])
    expect(document.blocks[1]).toMatchObject({ isBold: true, runIn: [{ text: '要重视。' }] })
    expect(document.blocks[4]).toEqual({
      kind: 'table',
      rows: [
        ['单位', '场次'],
        ['城关镇', '3'],
      ],
    })
  })

  test('版记 in a text box or in a table is read once; deleted text and headers are not read', () => {
    const foot = [
      ['抄送：市总工会，县委办公室。', ''],
      ['云溪县总工会办公室', '2026年3月9日印发'],
    ]
    const start = `${paragraph('云溪县总工会关于开展读书活动的通知')}${paragraph('各基层工会：')}<w:p><w:r><w:t>请认真组织。</w:t></w:r><w:del><w:r><w:delText>作废的话。</w:delText></w:r></w:del></w:p>`
    for (const body of [`${start}${textBox(table(foot))}`, `${start}${table(foot)}`]) {
      const { document } = recogniseDocument(readDocumentFile('a.docx', makeDocx(body)))
      expect(document).toEqual({
        kind: '通知',
        format: '普通',
        title: '云溪县总工会关于开展读书活动的通知',
        recipients: [{ names: ['各基层工会'] }],
        blocks: [{ kind: 'paragraph', runs: [{ text: '请认真组织。' }] }],
        copyTo: [{ names: ['市总工会'] }, { names: ['县委办公室'] }],
        printer: '云溪县总工会办公室',
        printedOn: '2026-03-09',
      })
    }
  })

  test('automatic numbers without a definition are told', () => {
    const body = `${paragraph('关于读书的通知')}${paragraph('提高认识', numbered(0))}`
    const { findings } = recogniseDocument(readDocumentFile('a.docx', makeDocx(body)))
    expect(findings[0]).toMatchObject({ what: 'unresolvedNumbering', words: '提高认识' })
  })

  test('pictures are left out, and that is told', () => {
    const picture =
      '<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><a:blip/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
    const source = readDocumentFile('a.docx', makeDocx(`${paragraph('关于读书的通知')}${picture}`))
    expect(recogniseDocument(source).findings).toMatchObject([
      { what: 'picture', words: '1幅图片' },
      { what: 'issuerNotInTitle' },
    ])
  })
})

describe('refused in one sentence', () => {
  const docx = makeDocx(paragraph('关于读书的通知'))
  const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex')
  const encrypted = Buffer.concat([ole, Buffer.alloc(512), Buffer.from('EncryptedPackage', 'utf16le')])
  const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`
  const big = Object.fromEntries(
    Array.from({ length: 21 }, (_, index) => [`word/${index}.xml`, new Uint8Array(10_000_000)]),
  )
  test.each<[string, string, Uint8Array, RegExp]>([
    ['an old .doc', 'a.doc', Buffer.concat([ole, Buffer.alloc(600)]), /\.doc 或 \.wps/],
    ['a .wps', 'a.wps', Buffer.concat([ole, Buffer.alloc(600)]), /\.doc 或 \.wps/],
    ['an encrypted file', 'a.docx', encrypted, /密码/],
    ['macros', 'a.docm', makeDocx(paragraph('通知'), { further: { 'word/vbaProject.bin': 'x' } }), /宏/],
    ['a truncated file', 'a.docx', docx.subarray(0, docx.length - 60), /不完整|损坏/],
    ['a zip bomb', 'a.docx', writeZip(big), /过大/],
    ['an entity bomb', 'a.docx', makeDocx('', { further: { 'word/document.xml': bomb } }), /DOCTYPE/],
    ['another zip', 'a.docx', writeZip({ 'a.txt': new Uint8Array(3) }), /Word/],
    ['a PDF', 'a.pdf', Buffer.from('%PDF-1.7 xx'), /PDF/],
    ['a picture', 'a.png', Buffer.from('89504e470d0a1a0a', 'hex'), /图片/],
    ['text that calls itself a DOCX', 'a.docx', Buffer.from(notice), /不是完好的 Word 文件/],
    ['no text', 'a.txt', Uint8Array.from([1, 2, 3, 4, 0, 0, 0, 9]), /不是文字文件/],
    ['an empty file', 'a.txt', new Uint8Array(0), /空文件/],
    ['only spaces', 'a.txt', Buffer.from(' \n\t\n'), /没有文字/],
    ['a text too large', 'a.txt', Buffer.alloc(5_000_001, 0x61), /超过5兆/],
  ])('%s', (_, name, bytes, sentence) => {
    const read = () => readDocumentFile(name, bytes)
    expect(read).toThrow(Problem)
    expect(read).toThrow(sentence)
    expect(read).toThrow(expect.objectContaining({ code: 'FILE_UNREADABLE' }))
  })
})
