/**
 * The package (文件包) that the library made, finished: parts in which it has no word for what the format needs are
 * written by us, and nothing in it tells when or where it was made.
 */
import type { OfficialDocument } from '../../src-shared/documents.ts'
import { officeA } from '../../src-shared/layout-9704.ts'
import type { Layout } from '../../src-shared/layouts.ts'
import { writeZip } from '../files/zip.ts'
import type { PictureParts } from './docx-pictures.ts'
import { fillPlaces, type Places } from './docx-places.ts'
import { fontTableXml, stylesXml } from './docx-styles-xml.ts'
import { element, xmlText } from './docx-xml.ts'

/** Text or bytes by name. */
export type PackageParts = ReadonlyMap<string, string | Uint8Array>

/** Bytes that depend on nothing but the document. */
export function finishPackage(
  made: PackageParts,
  {
    document,
    places,
    layout,
  }: { readonly document: OfficialDocument; readonly places: Places; readonly layout: Layout },
): Uint8Array {
  const ours = new Map<string, string | Uint8Array>([
    ['word/document.xml', fillPlaces(textOf(made, 'word/document.xml'), places)],
    ['word/_rels/document.xml.rels', withPictures(textOf(made, 'word/_rels/document.xml.rels'), places.pictures)],
    // The library would add its own blue headings to ours.
    ['word/styles.xml', stylesXml(layout)],
    ['word/settings.xml', settingsXml(layout)],
    ['word/fontTable.xml', fontTableXml(layout)],
    ['docProps/core.xml', corePropertiesXml(document)],
    ...[...places.pictures.values()].map(({ target, bytes }) => [`word/${target}`, bytes] as const),
  ])
  const encoder = new TextEncoder()
  const parts = [...new Map([...made, ...ours])].map(([name, part]) => [
    name,
    typeof part === 'string' ? encoder.encode(part) : part,
  ])
  return writeZip(Object.fromEntries(parts))
}

function textOf(made: PackageParts, name: string): string {
  const part = made.get(name)
  if (typeof part !== 'string') throw new Error(`${name} is not among the parts that the library makes`)
  return part
}

/** The library declares the types of PNG and JPEG in every package, so that only the relations are to be added. */
function withPictures(relations: string, pictures: PictureParts): string {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image'
  const own = [...pictures.values()].map(
    ({ relation, target }) => `<Relationship Id="${relation}" Type="${type}" Target="${target}"/>`,
  )
  return relations.replace('</Relationships>', `${own.join('')}</Relationships>`)
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** In the order of the schema. doNotCompress: compressed punctuation would put more than 28 characters in a line. */
function settingsXml({ traits }: Layout): string {
  const compatibility = {
    name: 'compatibilityMode',
    uri: 'http://schemas.microsoft.com/office/word',
    val: 15,
  }
  return (
    `${declaration}<w:settings xmlns:w="${wordNamespace}">` +
    element('mirrorMargins', traits.isDuplex || undefined) +
    element('defaultTabStop', officeA.grid.tabStop.value) +
    element('evenAndOddHeaders', true) +
    element('characterSpacingControl', 'doNotCompress') +
    `<w:compat>${element('doNotExpandShiftReturn', true)}${element('compatSetting', compatibility)}</w:compat>` +
    element('themeFontLang', { val: 'en-US', eastAsia: 'zh-CN' }) +
    '</w:settings>'
  )
}

/** The day of the document is also the day of the file, so that writing it again tomorrow gives the same bytes. */
function corePropertiesXml(document: OfficialDocument): string {
  // A draft without a date has that of the standard.
  const moment = `${document.date || '2012-07-01'}T00:00:00Z`
  const when = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${moment}</dcterms:${name}>`
  return (
    `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${xmlText(document.title)}</dc:title><dc:creator>${xmlText(document.issuer)}</dc:creator>` +
    `<cp:lastModifiedBy>${xmlText(document.issuer)}</cp:lastModifiedBy>${when('created')}${when('modified')}` +
    '</cp:coreProperties>'
  )
}
