/** The package (文件包) of any DOCX: its parts as trees and their relations, within limits; other kinds are refused. */
import { Problem } from '../../../src-shared/problems.ts'
import { childElements, parseXml, writeXml, type XmlBudget, type XmlElement } from '../../files/xml.ts'
import { isZip, readForeignZip, type ZipEntries } from '../../files/zip.ts'
import { isStrict, makeTransitional } from './strict-package.ts'

export type Relation = {
  readonly id: string
  readonly type: string
  readonly target: string
  readonly isExternal: boolean
}

export type DocxPackage = {
  readonly entries: ZipEntries
  /** Name of the main part, `word/document.xml` as a rule. */
  readonly main: string
  /** Every XML part that is well-formed. */
  readonly parts: ReadonlyMap<string, XmlElement>
  /** What is wrong with the package, as found. */
  readonly faults: readonly string[]
}

/** A table of 2,000 rows and 15 columns, as Word writes it, takes some 500,000 elements; 100 字 a cell are 3,000,000. */
const limits = { file: 60_000_000, entries: 3000, bytes: 200_000_000, xml: 60_000_000 }
const budgetOf = (): XmlBudget => ({ elements: 600_000, characters: 3_000_000, depth: 200 })

/** @throws Problem FILE_UNREADABLE: no DOCX, encrypted, with macros, cut off, or beyond the limits */
export function openPackage(bytes: Uint8Array): DocxPackage {
  if (bytes.length > limits.file) throw unreadable('文件超过60兆，没有打开。请去掉其中的大图片后再试。')
  refuseOtherFormats(bytes)
  const entries = readForeignZip(bytes, { entries: limits.entries, bytes: limits.bytes })
  const names = Object.keys(entries).filter((name) => /\.(xml|rels)$/i.test(name))
  if (names.reduce((sum, name) => sum + (entries[name]?.length ?? 0), 0) > limits.xml)
    throw unreadable('文件内容过大，没有打开。请拆成几个文件后再试。')
  const budget = budgetOf()
  const parts = new Map<string, XmlElement>()
  const faults: string[] = []
  for (const name of names) {
    try {
      parts.set(name, parseXml(entries[name] ?? new Uint8Array(), budget))
    } catch (error) {
      // A broken part may be of no weight; a DOCTYPE or a bomb never is.
      if (!(error instanceof Problem) || error.cause === undefined) throw error
      faults.push(`${name} 不完整`)
    }
  }
  const main = mainPart(parts, entries)
  refuseMacros(parts, entries)
  const inTransitional = [...parts.values()].some(isStrict) ? transitional(entries, parts) : entries
  return {
    entries: inTransitional,
    main,
    parts,
    faults: [...faults, ...mistyped(parts, main), ...missingTargets(parts, entries)],
  }
}

/** A strict file is read, and written when it is mended, as the transitional one that it stands for. */
function transitional(entries: ZipEntries, parts: ReadonlyMap<string, XmlElement>): ZipEntries {
  const changed = [...parts].map(([name, root]): [string, Uint8Array] => {
    makeTransitional(root)
    return [name, writeXml(root)]
  })
  return { ...entries, ...Object.fromEntries(changed) }
}

/** Relations of a part; targets are names in the package unless external. */
export function relationsOf(parts: ReadonlyMap<string, XmlElement>, part: string): Relation[] {
  const slash = part.lastIndexOf('/') + 1
  const folder = part.slice(0, slash)
  const rels = parts.get(`${folder}_rels/${part.slice(slash)}.rels`)
  return childElements(rels, 'Relationship').map(({ attributes }) => {
    const isExternal = attributes.TargetMode === 'External'
    const target = attributes.Target ?? ''
    return {
      id: attributes.Id ?? '',
      type: (attributes.Type ?? '').split('/').at(-1) ?? '',
      target: isExternal ? target : resolved(folder, target),
      isExternal,
    }
  })
}

function refuseOtherFormats(bytes: Uint8Array): void {
  const start = [...bytes.subarray(0, 8)]
  if (start.join() === [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].join()) {
    const isEncrypted = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
    throw unreadable(
      isEncrypted
        ? '文件设了打开密码，打不开。请在 Word 或 WPS 中取消密码，另存后再试。'
        : '这是旧版的 .doc 或 .wps 文件，请用 Word 或 WPS 打开，另存为 .docx 后再试。',
    )
  }
  if (bytes.length === 0) throw unreadable('文件是空的，请另要一份。')
  if (start[0] === 0x25 && start[1] === 0x50) throw unreadable('这是 PDF 文件，请提供 .docx 文件。')
  if (!isZip(bytes)) throw unreadable('这不是 .docx 文件，请用 Word 或 WPS 另存为 .docx 后再试。')
}

function mainPart(parts: ReadonlyMap<string, XmlElement>, entries: ZipEntries): string {
  const other = otherKinds.find(({ entry }) => entries[entry])
  if (other) throw unreadable(`这是 ${other.name}，请用相应的软件另存为 .docx 后再试。`)
  const named = relationsOf(parts, '').find(({ type }) => type === 'officeDocument')?.target
  const main = named ?? 'word/document.xml'
  if (!entries[main]) throw unreadable('文件里没有 Word 正文，可能不是 .docx 文件，请核对后再试。')
  const root = parts.get(main)
  if (!root) throw unreadable('文件的正文已损坏，请用 Word 或 WPS 打开后另存一份再试。')
  if (root.name !== 'w:document') throw unreadable('这不是 Word 文档，请提供 .docx 文件。')
  return main
}

/** Other documents that are archives too, by an entry that each of them has. */
const otherKinds = [
  { entry: 'OFD.xml', name: 'OFD 版式文件' },
  { entry: 'xl/workbook.xml', name: 'Excel 工作簿' },
  { entry: 'ppt/presentation.xml', name: '演示文稿' },
  { entry: 'content.xml', name: 'ODF 文档' },
]

/** Word does not open a file whose list of types is missing or calls the main part something else. */
function mistyped(parts: ReadonlyMap<string, XmlElement>, main: string): string[] {
  const types = childElements(parts.get('[Content_Types].xml'))
  if (types.length === 0) return ['[Content_Types].xml 缺失或不完整']
  const own = types.find(({ attributes }) => attributes.PartName === `/${main}`)?.attributes.ContentType
  const isMain = own !== undefined && /wordprocessingml\.(?:document|template)\.main\+xml$/.test(own)
  return isMain ? [] : [`[Content_Types].xml 中正文的类型${own === undefined ? '缺失' : '不对'}`]
}

function refuseMacros(parts: ReadonlyMap<string, XmlElement>, entries: ZipEntries): void {
  const types = childElements(parts.get('[Content_Types].xml')).map(({ attributes }) => attributes.ContentType ?? '')
  const hasMacros =
    types.some((type) => /macroEnabled|vbaProject/i.test(type)) ||
    Object.keys(entries).some((name) => /vbaProject\.bin$/i.test(name))
  if (hasMacros) throw unreadable('文件里有宏，为安全起见没有打开。请另存为不含宏的 .docx 后再试。')
}

function missingTargets(parts: ReadonlyMap<string, XmlElement>, entries: ZipEntries): string[] {
  const missing: string[] = []
  for (const name of parts.keys()) {
    const match = /^(.*)_rels\/([^/]*)\.rels$/.exec(name)
    if (!match) continue
    for (const { target, isExternal } of relationsOf(parts, `${match[1]}${match[2]}`))
      if (!isExternal && target !== '' && !target.endsWith('NULL') && !entries[target] && !entries[decoded(target)])
        missing.push(`${name} 引用的 ${target} 不存在`)
  }
  return missing
}

function resolved(folder: string, target: string): string {
  const path = target.split('#')[0] ?? ''
  const steps = path.startsWith('/')
    ? path.slice(1).split('/')
    : [...folder.split('/').filter(Boolean), ...path.split('/')]
  const found: string[] = []
  for (const step of steps) {
    if (step === '..') found.pop()
    else if (step !== '' && step !== '.') found.push(step)
  }
  return found.join('/')
}

/** Names in the package may be written with %20 and the like. */
function decoded(target: string): string {
  return target.replace(/(?:%[0-9a-f]{2})+/gi, (codes) => Buffer.from(codes.replace(/%/g, ''), 'hex').toString('utf8'))
}

function unreadable(sentence: string): Problem {
  return new Problem('FILE_UNREADABLE', sentence)
}
