/** Files of other programs are read as those programs show them and judged by what they look like. */
import { Document, Packer, Paragraph, TextRun } from 'docx'
import { beforeAll, expect, test } from 'vitest'
import { checkDocument, subjectOf } from '../../../../src-main/documents/check/check-document.ts'
import { mendDocument } from '../../../../src-main/documents/check/mend-document.ts'
import { writeDocx } from '../../../../src-main/documents/write-docx.ts'
import { elementsBelow, parseXml, writeXml } from '../../../../src-main/files/xml.ts'
import { readZip, writeZip } from '../../../../src-main/files/zip.ts'
import { defaultLayout } from '../../../../src-shared/layouts.ts'
import { Problem } from '../../../../src-shared/problems.ts'
import { convertWithLibreOffice } from '../../../libre-office.ts'
import { report } from '../sample-document.ts'
import { blank, docxOf, namespaces, p, r } from './build-docx.ts'
import { notice } from './foreign-documents.ts'

const failing = (bytes: Uint8Array) => checkDocument(bytes).filter(({ pass }) => pass === false)
const found = (bytes: Uint8Array) => subjectOf(bytes, defaultLayout).found

let ours: Uint8Array
beforeAll(async () => {
  ours = await writeDocx(report())
})

test('what the bare library writes is judged without a crash, and its letter paper is found', async () => {
  const file = new Document({
    sections: [
      {
        children: [
          new Paragraph({
            alignment: 'center',
            children: [new TextRun({ text: '关于开展主题宣讲的通知', bold: true, size: 44 })],
          }),
          new Paragraph('各镇总工会：'),
          new Paragraph('现就有关事项通知如下。'),
        ],
      },
    ],
  })
  const rows = failing(new Uint8Array(await Packer.toArrayBuffer(file)))
  expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining([4, 5, 12, 13, 20, 39, 46, 73]))
})

test('a signature without its date is a fault; a copy without both leaves the row undecided and says so', () => {
  const row = (bytes: Uint8Array) => checkDocument(bytes).find(({ id }) => id === 57)
  const rest = { annexNote: '', note: '', annexLabel: '', annexTitle: '', annexText: '' }
  expect(row(notice({ ...rest, date: '' }))).toMatchObject({ pass: false, found: '没有成文日期' })
  expect(row(notice({ ...rest, issuer: '', date: '' }))).toMatchObject({
    pass: null,
    found: expect.stringContaining('核对'),
  })
})

test('our report as LibreOffice saves it keeps its parts and fails no row of severity E', async () => {
  const saved = await convertWithLibreOffice(ours, 'docx', 'docx')
  const [before, after] = [found(ours), found(saved)]
  const words = (parts: typeof before) => ({
    kind: parts.kind,
    number: parts.head.numberText,
    title: parts.title.map(({ text }) => text),
    recipients: parts.recipients?.text,
    body: parts.body.map(({ text }) => text),
    notes: parts.annexNotes.map(({ text }) => text),
    issuers: parts.issuers.map(({ text }) => text),
    date: parts.date?.text,
    annexes: parts.annexes.map(({ label, title }) => [label.text, ...title.map(({ text }) => text)]),
    copyTo: parts.imprint?.copyTo?.text,
    printed: parts.imprint?.printed?.text,
  })
  expect(words(after)).toEqual(words(before))
  expect(failing(saved).filter(({ severity }) => severity === 'E')).toEqual([])
})

test('looks come from defaults, styles, numbers and the paragraph, the later over the earlier', () => {
  const styles =
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsiaTheme="minorEastAsia" w:ascii="Calibri"/><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>' +
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:pPr><w:ind w:firstLine="420"/></w:pPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/><w:pPr><w:jc w:val="right"/><w:ind w:hanging="300" w:left="600"/></w:pPr><w:rPr><w:b/><w:rFonts w:eastAsia="仿宋"/></w:rPr></w:style>' +
    '<w:style w:type="character" w:styleId="c"><w:rPr><w:b/><w:color w:val="FF0000"/></w:rPr></w:style>'
  const runs = r('甲', { run: '<w:rStyle w:val="c"/>' }) + r('乙', { size: 32 })
  const body = `<w:p><w:pPr><w:pStyle w:val="b"/><w:ind w:right="100"/></w:pPr>${runs}</w:p>${p('丙')}`
  const { paragraphs } = subjectOf(docxOf({ body, styles }), defaultLayout).paper
  const [first, second] = paragraphs
  expect(first?.look).toMatchObject({ jc: { val: 'right' }, ind: { left: '600', hanging: '300', right: '100' } })
  expect(first?.look.ind).not.toHaveProperty('firstLine')
  expect(first?.runs[0]?.look).toMatchObject({ b: { val: '0' }, color: { val: 'FF0000' }, sz: { val: '21' } })
  expect(first?.runs[1]?.look).toMatchObject({ b: {}, sz: { val: '32' } })
  expect(first?.runs[0]?.fonts).toEqual({
    ascii: { name: 'Calibri', isTheme: false },
    hAnsi: { name: '', isTheme: false },
    eastAsia: { name: '仿宋', isTheme: false },
  })
  expect(second?.runs[0]?.fonts.eastAsia.isTheme).toBe(true)
})

test('automatic numbers are read as the headings that they print', () => {
  const level = (at: number, format: string, words: string) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${words}"/></w:lvl>`
  const numbering = `<w:numbering ${namespaces}><w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCounting', '（%2）')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`
  const item = (at: number, words: string) =>
    p(words, { more: `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="1"/></w:numPr>` })
  const bytes = docxOf({ body: item(0, '甲') + item(1, '乙') + item(1, '丙') + item(0, '丁') + item(1, '戊') })
  const files = readZip(bytes)
  const rels = new TextDecoder()
    .decode(files['word/_rels/document.xml.rels'])
    .replace(
      '</Relationships>',
      '<Relationship Id="n" Type="http://x/numbering" Target="numbering.xml"/></Relationships>',
    )
  const encoder = new TextEncoder()
  const whole = writeZip({
    ...files,
    'word/_rels/document.xml.rels': encoder.encode(rels),
    'word/numbering.xml': encoder.encode(numbering),
  })
  expect(subjectOf(whole, defaultLayout).paper.paragraphs.map(({ text }) => text)).toEqual([
    '一、甲',
    '（一）乙',
    '（二）丙',
    '二、丁',
    '（一）戊',
  ])
})

test('a file whose namespaces have other prefixes is read the same', () => {
  const renamed = (bytes: Uint8Array) =>
    writeZip(
      Object.fromEntries(
        Object.entries(readZip(bytes)).map(([name, part]) => [
          name,
          new TextEncoder().encode(
            new TextDecoder().decode(part).replace(/\bw:/g, 'ns0:').replace('xmlns:w=', 'xmlns:ns0='),
          ),
        ]),
      ),
    )
  expect(checkDocument(renamed(notice()))).toEqual(checkDocument(notice()))
})

test('deleted text is gone, inserted text counts, and of an alternative only the choice', () => {
  const body =
    `<w:p>${r('甲')}<w:del>${r('乙').replace(/w:t\b/g, 'w:delText')}</w:del><w:ins>${r('丙')}</w:ins></w:p>` +
    `<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps"><w:pict/></mc:Choice><mc:Fallback><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>${p('丁')}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`
  expect(subjectOf(docxOf({ body }), defaultLayout).paper.paragraphs.map(({ text }) => text)).toEqual(['甲丙', ''])
})

test('a red line that is drawn, in VML as in older files, is found and measured', () => {
  const line =
    '<w:p><w:r><w:pict><v:line xmlns:v="urn:schemas-microsoft-com:vml" style="position:absolute" from="0,4pt" to="442.2pt,4pt" strokecolor="red" strokeweight="1.5pt"/></w:pict></w:r></w:p>'
  const bytes = notice({ number: p('云工发〔2026〕16号', { jc: 'center' }) + line, aboveTitle: blank })
  const rows = checkDocument(bytes)
  const passOf = (id: number) => rows.find((row) => row.id === id)?.pass
  expect([passOf(37), passOf(38)]).toEqual([true, true])
})

test('paper, lines and margins given in centimetres are understood', () => {
  const section =
    '<w:pgSz w:w="21cm" w:h="29.7cm"/><w:pgMar w:top="37mm" w:right="26mm" w:bottom="35mm" w:left="28mm" w:header="851" w:footer="1411"/>'
  const ids = failing(notice({}, { section })).map(({ id }) => id)
  expect(ids.filter((id) => [3, 4, 5, 6, 7].includes(id))).toEqual([])
})

test('a file from which any one element is missing is judged or refused, never a crash', () => {
  const random = seededRandom(20261121)
  const outcomes = [ours, notice()].flatMap((bytes) => {
    const files = readZip(bytes)
    return Array.from({ length: 60 }, () => {
      const names = Object.keys(files).filter((name) => /^word\/[^/]+\.xml$/.test(name))
      const name = names[Math.floor(random() * names.length)] ?? ''
      const root = parseXml(files[name] ?? new Uint8Array(), {
        elements: 1_000_000,
        characters: 10_000_000,
        depth: 200,
      })
      const parents = [root, ...elementsBelow(root)].filter(({ children }) =>
        children.some((child) => typeof child !== 'string'),
      )
      const parent = parents[Math.floor(random() * parents.length)] ?? root
      parent.children.splice(Math.floor(random() * parent.children.length), 1)
      return outcomeOf(writeZip({ ...files, [name]: writeXml(root) }))
    })
  })
  expect(outcomes.filter((outcome) => outcome !== 'judged' && outcome !== 'refused')).toEqual([])
  expect(outcomes.filter((outcome) => outcome === 'judged').length).toBeGreaterThan(100)
})

function outcomeOf(bytes: Uint8Array): string {
  try {
    const rows = checkDocument(bytes)
    const { mended } = mendDocument(
      bytes,
      rows.filter(({ isMendable }) => isMendable).map(({ id }) => id),
    )
    return rows.length === 90 && mended.length <= 90 ? 'judged' : `${rows.length} rows`
  } catch (error) {
    return error instanceof Problem ? 'refused' : String(error)
  }
}

/** The same numbers every time (mulberry32). */
function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
