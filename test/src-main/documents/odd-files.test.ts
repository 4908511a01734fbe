/** Files that are unusual yet honest: read for what they say, and what is not read is told. */
import { expect, test } from 'vitest'
import { checkDocument } from '../../../src-main/documents/check/check-document.ts'
import { mendDocument } from '../../../src-main/documents/check/mend-document.ts'
import { readDocumentFile } from '../../../src-main/documents/read-document-file.ts'
import { recogniseDocument } from '../../../src-main/documents/recognise/recognise-document.ts'
import { writeDocx } from '../../../src-main/documents/write-docx.ts'
import { readZip, writeZip } from '../../../src-main/files/zip.ts'
import type { FindingKind, SourceBlock } from '../../../src-shared/recognition.ts'
import { makeDocx, paragraph, table, textBox } from './make-docx.ts'
import { report } from './sample-document.ts'

const title = paragraph('云溪县总工会关于开展读书活动的通知')
const run = (text: string, look = '') => `<w:r><w:rPr>${look}</w:rPr><w:t>${text}</w:t></w:r>`
const before = `${title}${paragraph('各基层工会：')}`

function read(bytes: Uint8Array) {
  const source = readDocumentFile('a.docx', bytes)
  if (!('blocks' in source)) throw new Error('not read as a DOCX')
  const { findings } = recogniseDocument(source)
  return { texts: source.blocks.map(textOf), findings }
}

function textOf(block: SourceBlock): string {
  return block.kind === 'table' ? block.rows.flat().join('|') : block.runs.map(({ text }) => text).join('')
}

test.each<[string, string, string, FindingKind, string]>([
  [
    'revisions are read as accepted',
    `<w:p>${run('请')}<w:ins>${run('认真')}</w:ins><w:del><w:r><w:delText>随便</w:delText></w:r></w:del>${run('组织。')}</w:p>`,
    '请认真组织。',
    'trackedChanges',
    '2处修订',
  ],
  [
    'a text that was moved is read where it went',
    `<w:p><w:moveFrom>${run('组织。')}</w:moveFrom>${run('请认真')}<w:moveTo>${run('组织。')}</w:moveTo></w:p>`,
    '请认真组织。',
    'trackedChanges',
    '2处修订',
  ],
  [
    'comments are left out',
    `<w:p><w:commentRangeStart w:id="0"/>${run('请认真组织。')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>`,
    '请认真组织。',
    'comments',
    '1条批注',
  ],
  [
    'footnotes are left out',
    `<w:p>${run('请认真组织。')}<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r></w:p>`,
    '请认真组织。',
    'notesLeftOut',
    '2条脚注或尾注',
  ],
  [
    'hidden text is left out',
    `<w:p>${run('请认真组织。')}${run('（内部掌握）', '<w:vanish/>')}</w:p>`,
    '请认真组织。',
    'hiddenText',
    '（内部掌握）',
  ],
  [
    'an embedded document is not fetched',
    `${paragraph('请认真组织。')}<w:altChunk r:id="rId9"/>`,
    '请认真组织。',
    'embedded',
    '1处嵌入的文档',
  ],
])('%s, and that is told', (_, body, words, what, told) => {
  const { texts, findings } = read(makeDocx(before + body.replace('r:id', 'w:id')))
  expect(texts.at(-1)).toBe(words)
  expect(findings.find((finding) => finding.what === what)).toMatchObject({ words: told })
})

test('a field is read as the result that Word has put there, its code is not', () => {
  const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const complex = `${field('begin')}<w:r><w:instrText> DATE \\@ "yyyy" </w:instrText></w:r>${field('separate')}${run('2026')}${field('end')}`
  const simple = `<w:fldSimple w:instr=" PAGE ">${run('7')}</w:fldSimple>`
  const { texts } = read(makeDocx(`${before}<w:p>${run('截至')}${complex}${run('年')}${simple}${run('月。')}</w:p>`))
  expect(texts.at(-1)).toBe('截至2026年7月。')
})

test('boxes within boxes are read once each, wherever they hang', () => {
  const inner = textBox(paragraph('里层'))
  const { texts } = read(makeDocx(before + textBox(`${paragraph('外层')}${inner}`)))
  expect(texts.slice(2).filter((text) => text !== '')).toEqual(['外层', '里层'])
  let deep = paragraph('最里层')
  for (let depth = 0; depth < 8; depth += 1) deep = textBox(deep)
  expect(
    read(makeDocx(before + deep))
      .texts.filter((text) => text !== '')
      .slice(2),
  ).toEqual(['最里层'])
})

test('a table of 2,000 rows and 15 columns is read whole', () => {
  const rows = Array.from({ length: 2000 }, (_, index) => Array<string>(15).fill(`${index}`))
  const source = readDocumentFile('a.docx', makeDocx(before + table(rows)))
  expect('blocks' in source && source.blocks.at(-1)).toEqual({ kind: 'table', rows })
})

test.each([
  ['a paragraph of 100,000 runs', `<w:p>${'<w:r><w:t>字</w:t></w:r>'.repeat(100_000)}</w:p>`],
  ['5,000 boxes', textBox(paragraph('盒')).repeat(5_000)],
  ['130,000 paragraphs within one wrapper', `<w:sdt><w:sdtContent>${'<w:p/>'.repeat(130_000)}</w:sdtContent></w:sdt>`],
  ['a paragraph of 2,800,000 字', paragraph('请认真组织学习。'.repeat(350_000))],
  [
    'numbers of a level that Word does not have',
    paragraph('字', '<w:numPr><w:ilvl w:val="999999999"/><w:numId w:val="1"/></w:numPr>'),
  ],
])('%s: every character is read, and the check says no more than it must', (_, body) => {
  const level = '<w:lvl w:ilvl="999999999"><w:start w:val="1"/><w:lvlText w:val="%1."/></w:lvl>'
  const numbering = `<w:abstractNum w:abstractNumId="0">${level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
  const bytes = makeDocx(before + body, { numbering })
  const written = [...`${before}${body.replace(/<mc:Fallback>.*?<\/mc:Fallback>/g, '')}`.matchAll(/<w:t[^>]*>([^<]*)/g)]
  expect(read(bytes).texts.join('').length).toBe(written.reduce((sum, [, text = '']) => sum + text.length, 0))
  expect(JSON.stringify(checkDocument(bytes)).length).toBeLessThan(50_000)
})

test.each([
  ['marks of a web page', '<p>'],
  ['web codes', '&lt;'],
  ['digits with spaces', '1 月'],
  ['digits with nothing but spaces', '1 '],
  ['brackets that never close', '（《“'],
])('a text of 400,000 字 of %s is read without an error', (_, piece) => {
  const text = `云溪县总工会关于开展读书活动的通知\n${piece.repeat(400_000 / piece.length)}`
  expect(() => recogniseDocument({ text })).not.toThrow()
})

test('characters that XML cannot hold are left out, and the file stays whole', async () => {
  const words = (text: string) => `${text[0]}\ufffe\u0001\uffff${text.slice(1)}`
  const { title, issuer } = report()
  const bytes = await writeDocx(
    report({ title: words(title), issuer: words(issuer), number: words('云工发〔2026〕15号') }),
  )
  expect(checkDocument(bytes)[0]).toMatchObject({ id: 1, pass: true })
  expect(read(bytes).texts.join('')).toContain('云工发〔2026〕15号')
})

test('a text that begins with PK is a text', () => {
  const text = 'PK赛活动通知\n请认真组织。'
  expect(readDocumentFile('a.txt', Buffer.from(text))).toEqual({ text })
})

test('a list of types that is missing or wrong is a fault, and the words are read all the same', () => {
  const types = (main: string) =>
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`
  const wrong = makeDocx(before, { further: { '[Content_Types].xml': types('application/xml') } })
  const { '[Content_Types].xml': _types, ...rest } = readZip(makeDocx(before))
  for (const bytes of [wrong, writeZip(rest)]) {
    expect(checkDocument(bytes)[0]).toMatchObject({ id: 1, pass: false, found: expect.stringContaining('Types') })
    expect(read(bytes).texts[0]).toBe('云溪县总工会关于开展读书活动的通知')
  }
})

test('the strict form of ISO/IEC 29500 is judged, read and mended as the transitional one', async () => {
  const document = report({ hasSeal: false })
  const transitional = await writeDocx(document)
  const strict = inStrict(transitional)
  expect(checkDocument(strict)).toEqual(checkDocument(transitional))
  expect(read(strict)).toEqual(read(transitional))
  const narrow = inStrict(transitional, (xml) => xml.replace(/w:left="[\d.]+pt"/, 'w:left="20mm"'))
  const faults = checkDocument(narrow).filter(({ isMendable }) => isMendable)
  expect(faults.length).toBeGreaterThan(0)
  const ids = faults.map(({ id }) => id)
  const { bytes, mended } = mendDocument(narrow, ids)
  expect(mended).toEqual(ids)
  expect(checkDocument(bytes)).toEqual(checkDocument(transitional))
  const xml = Object.values(readZip(bytes)).map((part) => Buffer.from(part).toString())
  expect(xml.filter((part) => part.includes('purl.oclc.org'))).toEqual([])
})

/** A file of ours as Word saves it in the strict form: other namespaces, measures in points, start and end. */
function inStrict(bytes: Uint8Array, change: (xml: string) => string = (xml) => xml): Uint8Array {
  const parts = Object.entries(readZip(bytes)).map(([name, part]): [string, Uint8Array] => {
    if (!/\.(?:xml|rels)$/.test(name)) return [name, part]
    const xml = Buffer.from(part)
      .toString()
      .replace(
        /http:\/\/schemas\.openxmlformats\.org\/(wordprocessingml|officeDocument|drawingml)\/2006\//g,
        (_, subject) => `http://purl.oclc.org/ooxml/${subject}/`,
      )
      .replace('/extended-properties', '/extendedProperties')
      .replace('/custom-properties', '/customProperties')
      .replace(/<w:pgMar [^>]*>/g, (element) =>
        element.replace(/="(\d+)"/g, (_, twips) => `="${Number(twips) / 20}pt"`),
      )
      .replace(/<w:(sz|szCs) w:val="(\d+)"/g, (_, name, half) => `<w:${name} w:val="${Number(half) / 2}pt"`)
      .replace(
        /(<w:(?:jc|tab) w:val=")(left|right)"/g,
        (_, start, side) => `${start}${side === 'left' ? 'start' : 'end'}"`,
      )
    return [name, new TextEncoder().encode(change(xml))]
  })
  return writeZip(Object.fromEntries(parts))
}
