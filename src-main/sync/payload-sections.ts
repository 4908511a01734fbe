/**
 * What the encryption of a volume holds (密文内的分段): sections, one after another, nothing between or behind them.
 *
 *   1  kind: 1 manifest, 2 signature, 3 segment of data, 4 attachment
 *   1  encoding: 0 as it is, 1 raw DEFLATE (segments)
 *   2  zero
 *   4  S, stored bytes
 *   4  P, bytes after decoding (equal to S when stored as it is)
 *   S  the bytes
 *
 * First the manifest (canonical JSON, the same in every volume of a bundle), then the signature (96 bytes: public key
 * 32, signature 64 over "xuexuan bundle manifest 2\n" and the lower-case hex SHA-256 of the manifest), then one section
 * for each entry of the manifest's `parts` that names this volume, in that order.
 */
import { damaged, incomplete } from './invalid-bundle.ts'
import { volumeLimits } from './volume.ts'

const headBytes = 12
const kinds = { manifest: 1, signature: 2, segment: 3, attachment: 4 } as const
const names = { manifest: '清单', signature: '签名', segment: '数据', attachment: '佐证' } as const

export type SectionKind = keyof typeof kinds
/** Bytes as they are stored, and how many they are when decoded. */
export type Section = { readonly kind: SectionKind; readonly stored: Uint8Array; readonly plainBytes: number }
export type ReadSection = Omit<Section, 'stored'> & { readonly stored: Buffer }

export const sectionBytes = (storedBytes: number) => headBytes + storedBytes

export function writeSections(sections: readonly Section[]): Buffer {
  return Buffer.concat(
    sections.flatMap(({ kind, stored, plainBytes }) => {
      const head = Buffer.alloc(headBytes)
      head.writeUInt8(kinds[kind], 0)
      head.writeUInt8(encodingOf(kind), 1)
      head.writeUInt32BE(stored.length, 4)
      head.writeUInt32BE(plainBytes, 8)
      return [head, stored]
    }),
  )
}

/**
 * Nothing is decoded yet.
 * @param what the bundle and its volume, for the sentence
 * @throws Problem BUNDLE_INVALID naming the part
 */
export function readSections(plain: Buffer, what: string): readonly ReadSection[] {
  const sections: ReadSection[] = []
  for (let at = 0; at < plain.length; ) {
    const expected = sections.length === 0 ? 'manifest' : sections.length === 1 ? 'signature' : undefined
    const section = readSection(plain, at, { expected, what })
    sections.push(section)
    if (sections.length > volumeLimits.parts + 2) throw damaged('数据', what)
    at += headBytes + section.stored.length
  }
  if (sections.length < 2) throw incomplete(sections.length === 0 ? '清单' : '签名', what)
  return sections
}

function readSection(
  plain: Buffer,
  at: number,
  { expected, what }: { expected: SectionKind | undefined; what: string },
): ReadSection {
  const place = names[expected ?? 'segment']
  if (at + headBytes > plain.length) throw incomplete(place, what)
  const kind = (Object.keys(kinds) as SectionKind[]).find((name) => kinds[name] === plain[at])
  const isKnown = kind && (expected ? kind === expected : kind === 'segment' || kind === 'attachment')
  if (!isKnown || plain[at + 1] !== encodingOf(kind) || plain.readUInt16BE(at + 2) !== 0) throw damaged(place, what)
  const storedBytes = plain.readUInt32BE(at + 4)
  const plainBytes = plain.readUInt32BE(at + 8)
  const isTooLarge = plainBytes > largest[kind] || (encodingOf(kind) === 0 && plainBytes !== storedBytes)
  if (isTooLarge) throw damaged(names[kind], what)
  const start = at + headBytes
  if (start + storedBytes > plain.length) throw incomplete(names[kind], what)
  return { kind, stored: plain.subarray(start, start + storedBytes), plainBytes }
}

const largest: Readonly<Record<SectionKind, number>> = {
  manifest: volumeLimits.manifest,
  signature: 96,
  segment: volumeLimits.segment,
  attachment: volumeLimits.file,
}

function encodingOf(kind: SectionKind): 0 | 1 {
  return kind === 'segment' ? 1 : 0
}
