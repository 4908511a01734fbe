/** Parts of a workbook (工作簿) beside its sheets: which sheets there are, texts they share, how their numbers are shown. */
import { Problem } from '../../src-shared/problems.ts'
import { type Shown, shownByCode, shownByNumber } from './number-format.ts'
import { localName, readXmlStream, type XmlAttributes } from './xml-stream.ts'
import type { ZipEntry } from './zip-entries.ts'

export type Package = ReadonlyMap<string, ZipEntry>
export type WorkbookParts = {
  /** As they stand in the workbook, hidden ones left out. */
  readonly sheets: readonly { readonly name: string; readonly entry: ZipEntry }[]
  /** Days are counted from 1904, as Excel for Mac once did. */
  readonly is1904: boolean
  readonly sharedStrings: ZipEntry | undefined
  readonly styles: ZipEntry | undefined
}

type Relation = { readonly type: string; readonly target: string }

/** @throws Problem FILE_UNREADABLE when no workbook is in it */
export async function readWorkbookParts(archive: Package): Promise<WorkbookParts> {
  const find = findEntry(archive)
  const [path] = [...(await readRelations(find('_rels/.rels'), '')).values()].flatMap(({ type, target }) =>
    type === 'officeDocument' ? [target] : [],
  )
  const workbookPath = path ?? 'xl/workbook.xml'
  const workbook = find(workbookPath)
  if (!workbook) throw incomplete()
  const folder = workbookPath.slice(0, workbookPath.lastIndexOf('/') + 1)
  const relations = await readRelations(find(`${folder}_rels/${workbookPath.slice(folder.length)}.rels`), folder)
  const byType = (type: string) => find([...relations.values()].find((one) => one.type === type)?.target ?? '')
  const sheets: { name: string; entry: ZipEntry }[] = []
  let is1904 = false
  await eachTag(workbook, (name, attributes) => {
    if (name === 'workbookPr') is1904 = isOn(attributes.date1904)
    if (name !== 'sheet' || (attributes.state ?? 'visible') !== 'visible') return
    const relation = relations.get(relationId(attributes))
    if (relation?.type !== 'worksheet') return
    const entry = find(relation.target)
    if (!entry) throw incomplete()
    sheets.push({ name: attributes.name ?? '', entry })
  })
  return { sheets, is1904, sharedStrings: byType('sharedStrings'), styles: byType('styles') }
}

/** Texts by their index; phonetic guides (拼音) are left out. */
export async function readSharedStrings(entry: ZipEntry | undefined): Promise<readonly string[]> {
  const texts: string[] = []
  if (!entry) return texts
  let text = ''
  let phonetic = 0
  let isText = false
  const reader = readXmlStream({
    open(raw) {
      const name = localName(raw)
      if (name === 'si') text = ''
      if (name === 'rPh') phonetic += 1
      isText = name === 't' && phonetic === 0
    },
    close(raw) {
      const name = localName(raw)
      if (name === 'si') texts.push(unescapedText(text))
      if (name === 'rPh') phonetic -= 1
      isText = false
    },
    text(part) {
      if (isText) text += part
    },
  })
  for await (const chunk of entry.chunks()) reader.write(chunk)
  reader.end()
  return texts
}

/** By the index of a cell's style. */
export async function readFormats(entry: ZipEntry | undefined): Promise<readonly Shown[]> {
  const codes = new Map<string, Shown>()
  const shown: Shown[] = []
  let isInCells = false
  if (!entry) return shown
  await eachTag(
    entry,
    (name, { numFmtId = '0', formatCode = '' }) => {
      if (name === 'cellXfs') isInCells = true
      if (name === 'numFmt') codes.set(numFmtId, shownByCode(formatCode))
      if (name === 'xf' && isInCells) shown.push(codes.get(numFmtId) ?? shownByNumber(Number(numFmtId)))
    },
    (name) => {
      if (name === 'cellXfs') isInCells = false
    },
  )
  return shown
}

/** Characters that XML cannot carry stand as `_x000D_`. */
export function unescapedText(text: string): string {
  if (!text.includes('_x')) return text
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)))
}

export function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

/** Names of parts do not tell capitals apart (ECMA-376 part 2, 6.2.2.3). */
function findEntry(archive: Package): (path: string) => ZipEntry | undefined {
  const byLower = new Map([...archive].map(([name, entry]) => [name.toLowerCase(), entry]))
  return (path) => byLower.get(path.toLowerCase())
}

async function readRelations(entry: ZipEntry | undefined, folder: string): Promise<ReadonlyMap<string, Relation>> {
  const relations = new Map<string, Relation>()
  if (!entry) return relations
  await eachTag(entry, (name, { Id = '', Type = '', Target = '', TargetMode }) => {
    if (name !== 'Relationship' || TargetMode === 'External') return
    relations.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target: resolved(folder, Target) })
  })
  return relations
}

/** A target is absolute in the package or relative to the part's folder. */
function resolved(folder: string, target: string): string {
  const path = target.startsWith('/') ? target.slice(1) : `${folder}${target}`
  const steps: string[] = []
  for (const step of path.split('/'))
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  return steps.join('/')
}

/** `r:id`, whatever the prefix. */
function relationId(attributes: XmlAttributes): string {
  const name = Object.keys(attributes).find((one) => one.includes(':') && localName(one) === 'id')
  return name === undefined ? '' : (attributes[name] ?? '')
}

async function eachTag(
  entry: ZipEntry,
  open: (name: string, attributes: XmlAttributes) => void,
  close: (name: string) => void = () => undefined,
): Promise<void> {
  const reader = readXmlStream({
    open: (name, attributes) => open(localName(name), attributes),
    close: (name) => close(localName(name)),
    text: () => undefined,
  })
  for await (const chunk of entry.chunks()) reader.write(chunk)
  reader.end()
}

export function incomplete(): Problem {
  return new Problem('FILE_UNREADABLE', '这个工作簿已损坏或内容不全，请用Excel或WPS打开，另存为新的.xlsx文件后再导入。')
}
