/** Mutations of a real bundle (变异): seeded, so that what failed can be made again from its number. */
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { sha256 } from '../../../src-main/sync/ed25519.ts'
import type { Section } from '../../../src-main/sync/payload-sections.ts'
import { type Change, forged, withFooter } from './forge.ts'
import type { TestKeys } from './sealed-bundle.ts'

type Random = (below: number) => number
type Parties = { readonly from: TestKeys; readonly to: TestKeys }

/** mulberry32 */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** Where it was changed: the file as it lies there, or a layer below that is signed and encrypted anew. */
const layers: readonly ((file: Buffer, random: Random, parties: Parties) => Buffer | Promise<Buffer>)[] = [
  (file, random) => mutated(file, random),
  (file, random) => withFooter(atLeast(mutated(file, random), 64), sha256),
  (file, random, parties) => forged(file, parties, { plain: (plain) => mutated(plain, random) }),
  (file, random, parties) => forged(file, parties, { manifestBytes: (text) => mutatedText(text, random) }),
  (file, random, parties) => forged(file, parties, { envelope: (envelope) => mutateMember(envelope, random) }),
  (file, random, parties) => forged(file, parties, { manifest: (manifest) => mutateMember(manifest, random) }),
  (file, random, parties) => forged(file, parties, { sections: (all) => mutatedSections(all, random) }),
  (file, random, parties) => forged(file, parties, mutatedRows(random)),
]

/** The bundle with one to four changes in one of its layers. */
export async function mutant(file: Buffer, seed: number, parties: Parties): Promise<Buffer> {
  const random = randomFrom(seed)
  const layer = layers[seed % layers.length]
  return (await layer?.(file, random, parties)) ?? file
}

function mutated(bytes: Buffer, random: Random): Buffer {
  let changed: Buffer = Buffer.from(bytes)
  for (let times = 1 + random(4); times > 0; times -= 1) changed = mutatedOnce(changed, random)
  return changed
}

function mutatedOnce(bytes: Buffer, random: Random): Buffer {
  const at = random(bytes.length + 1)
  const to = Math.min(bytes.length, at + random(2000))
  const copy = Buffer.from(bytes)
  switch (random(9)) {
    case 0: // a cut
      return copy.subarray(0, at)
    case 1: // a hole
      return Buffer.concat([copy.subarray(0, at), copy.subarray(to)])
    case 2: // a piece twice
      return Buffer.concat([copy.subarray(0, to), copy.subarray(at)])
    case 3: // a piece of it elsewhere
      copy.copy(copy, random(bytes.length + 1), at, to)
      return copy
    case 4: // noise
      for (let place = at; place < Math.min(to, at + 40); place += 1) copy[place] = random(256)
      return copy
    case 5: // a length
      if (at + 4 <= copy.length) copy.writeUInt32BE([0, 1, 2 ** 31, 2 ** 32 - 1, random(2 ** 20)][random(5)] ?? 0, at)
      return copy
    case 6: // the very beginning, where lengths stand
      if (copy.length > 0) copy[random(Math.min(20, copy.length))] = random(256)
      return copy
    case 7: // zeros
      return copy.fill(0, at, to)
    default: // a bit
      if (at < copy.length) copy[at] = (copy[at] ?? 0) ^ (1 << random(8))
      return copy
  }
}

const bits = [
  '"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '\\',
  '\\u0000',
  '\\ud800',
  '__proto__',
  '1e999',
  '-0',
  'NaN',
  '\u202e',
]
const wholes = [
  '',
  '[',
  '{"a":'.repeat(30_000),
  '['.repeat(100_000),
  `[${'0,'.repeat(100_000)}0]`,
  'null',
  '"',
  '1e400',
]

function mutatedText(text: string, random: Random): Buffer {
  if (random(12) === 0) return Buffer.from(wholes[random(wholes.length)] ?? '')
  const at = random(text.length)
  const changed = [
    () => text.slice(0, at) + bits[random(bits.length)] + text.slice(at),
    () => text.slice(0, at) + text.slice(at + 1 + random(30)),
    () => text.slice(0, at) + text.slice(Math.max(0, at - random(200))),
    () => text.replace(/\d+/g, (digits) => (random(20) === 0 ? String(random(2 ** 31)) : digits)),
    () => mutated(Buffer.from(text), random).toString('latin1'),
  ][random(5)]
  return Buffer.from(changed?.() ?? '')
}

const oddities: readonly unknown[] = [
  null,
  '',
  0,
  -1,
  1.5,
  2 ** 53,
  1e300,
  true,
  [],
  {},
  [[]],
  '__proto__',
  '../../etc',
  'a'.repeat(100_000),
  '\u202e',
  '\ud800',
  '\u0000',
  '2026-02-30',
  Array.from({ length: 30_000 }, () => ({})),
]

/** One member of an object, however deep, becomes something odd, goes, or is joined by another. */
function mutateMember(whole: Record<string, unknown>, random: Random): void {
  let place: Record<string, unknown> = whole
  for (;;) {
    const names = Object.keys(place)
    const name = names[random(Math.max(names.length, 1))] ?? 'new'
    const member = place[name]
    if (typeof member === 'object' && member !== null && Object.keys(member).length > 0 && random(4) > 0) {
      place = member as Record<string, unknown>
      continue
    }
    if (random(6) === 0) delete place[name]
    else place[random(8) === 0 ? 'new' : name] = oddities[random(oddities.length)]
    return
  }
}

function mutatedSections(all: readonly Section[], random: Random): Section[] {
  const at = random(all.length)
  const section = all[at]
  if (!section) return [...all]
  const changes: readonly (() => Section[])[] = [
    () => all.toSpliced(at, 1),
    () => all.toSpliced(at, 0, section),
    () => [...all].reverse(),
    () => all.with(at, { ...section, stored: mutated(Buffer.from(section.stored), random) }),
    () => all.with(at, { ...section, plainBytes: random(2 ** 25) }),
    () => all.with(at, { ...section, kind: 'manifest' }),
    () => all.with(at, { ...section, stored: deflateRawSync(Buffer.alloc(2 ** 24)) }),
    () => [...all, ...Array.from({ length: random(30_000) }, () => ({ ...section, stored: Buffer.alloc(3) }))],
  ]
  return changes[random(changes.length)]?.() ?? [...all]
}

/** Rows changed behind hashes and counts that fit them. */
function mutatedRows(random: Random): Change {
  let changed: Buffer = Buffer.alloc(0)
  return {
    sections: (all) =>
      all.map((section, at) =>
        at === 0 ? { ...section, stored: deflateRawSync(changed), plainBytes: changed.length } : section,
      ),
    beforeManifest: (all, manifest) => {
      const rows = inflateRawSync(all[0]?.stored ?? Buffer.alloc(0))
        .toString()
        .split('\n')
        .slice(0, -1)
      const at = random(rows.length)
      rows[at] = mutatedText(rows[at] ?? '', random).toString()
      changed = Buffer.from(`${rows.join('\n')}\n`)
      const entry = manifest.parts[0]
      Object.assign(entry, { bytes: changed.length, sha256: sha256(changed), rows: rows.length })
      const present = rows.length + manifest.parts[1].rows
      Object.assign(manifest.counts, { lecture: { present, removed: 0 } })
    },
  }
}

function atLeast(bytes: Buffer, length: number): Buffer {
  return bytes.length < length ? Buffer.concat([bytes, Buffer.alloc(length - bytes.length)]) : bytes
}
