/** Archives that no honest program writes: names twice, sizes that are lies, names that climb out of the archive. */
import { writeZip } from '../../../src-main/files/zip.ts'

const directoryEntry = 0x02014b50

export function zipOfTexts(entries: Readonly<Record<string, string>>): Uint8Array {
  const encoder = new TextEncoder()
  return writeZip(Object.fromEntries(Object.entries(entries).map(([name, text]) => [name, encoder.encode(text)])))
}

/** Every occurrence of a name becomes another of the same length. */
export function renamed(bytes: Uint8Array, from: string, to: string): Uint8Array {
  if (from.length !== to.length) throw new Error('names in an archive can only be overwritten by one as long')
  const text = Buffer.from(bytes).toString('latin1').replaceAll(from, to)
  return new Uint8Array(Buffer.from(text, 'latin1'))
}

/** The directory says of every entry that it unpacks to so many bytes. */
export function declaring(bytes: Uint8Array, size: number): Uint8Array {
  const changed = Uint8Array.from(bytes)
  const view = new DataView(changed.buffer)
  for (let at = 0; at + 46 < changed.length; at += 1)
    if (view.getUint32(at, true) === directoryEntry) view.setUint32(at + 24, size, true)
  return changed
}

/** An OLE compound file: what .doc and .wps are, and what holds an encrypted DOCX. */
export function oleFile(stream = 'WordDocument'): Uint8Array {
  const head = Buffer.from('d0cf11e0a1b11ae1', 'hex')
  return new Uint8Array(Buffer.concat([head, Buffer.alloc(1016), Buffer.from(stream, 'utf16le'), Buffer.alloc(512)]))
}
