/** Sorts the files of a folder or a mailbox into bundles (归卷): by their envelopes alone, so that no key is needed. */
import type { Envelope } from '../../src-shared/bundle-manifest.ts'
import { Problem } from '../../src-shared/problems.ts'
import { type NewerBundle, readNewer } from './newer-bundle.ts'
import { type ReadEnvelope, readEnvelope } from './read-envelope.ts'

/** A file: its name for people, and at least its first `envelopeReach` bytes; all of them when `isWhole`. */
export type VolumeFile = { readonly name: string; readonly start: Uint8Array; readonly isWhole?: boolean }

export type SortedBundle<File> = {
  /** Of the first volume that was found. */
  readonly envelope: Envelope
  /** By number, ascending. */
  readonly volumes: readonly { readonly number: number; readonly file: File }[]
  /** Numbers that are not there. */
  readonly missing: readonly number[]
  /** `缺第2卷，共5卷`; empty when the bundle is complete. */
  readonly sentence: string
}

export type SortedVolumes<File> = {
  /** In the order in which their first files stood. */
  readonly bundles: readonly SortedBundle<File>[]
  /** Files with the very content of another one. */
  readonly duplicates: readonly { readonly file: File; readonly of: File }[]
  /** For another office, which is named. */
  readonly foreign: readonly { readonly file: File; readonly envelope: Envelope; readonly sentence: string }[]
  /** Damaged, no bundle at all, or of a later version. */
  readonly refused: readonly { readonly file: File; readonly sentence: string }[]
}

/** @param officeId this office; null sorts bundles for anybody */
export function sortVolumes<File extends VolumeFile>(
  files: readonly File[],
  officeId: string | null,
): SortedVolumes<File> {
  const found = new Map<string, Map<number, { file: File; envelope: Envelope }>>()
  const contents = new Map<string, File>()
  const sorted = {
    duplicates: [] as { file: File; of: File }[],
    foreign: [] as { file: File; envelope: Envelope; sentence: string }[],
    refused: [] as { file: File; sentence: string }[],
  }
  for (const file of files) {
    const read = readOrRefuse(file)
    if ('sentence' in read) {
      sorted.refused.push({ file, ...read })
      continue
    }
    const { envelope } = read
    const same = contents.get(envelope.payload.sha256)
    if (same) {
      sorted.duplicates.push({ file, of: same })
      continue
    }
    contents.set(envelope.payload.sha256, file)
    if (officeId !== null && envelope.recipient.officeId !== officeId) {
      sorted.foreign.push({
        file,
        envelope,
        sentence: `这是${envelope.sender.name}给“${envelope.recipient.name}”的，请转交该单位。`,
      })
      continue
    }
    placeIn(found, file, envelope)
  }
  return { bundles: [...found.values()].map(bundleOf), ...sorted }
}

function readOrRefuse(file: VolumeFile): ReadEnvelope | { sentence: string } {
  try {
    return readEnvelope(file.start, { isStart: !file.isWhole })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const newer = readNewer(file.start)
    return { sentence: newer ? sentenceOf(newer) : error.message }
  }
}

function sentenceOf({ sender, version }: NewerBundle): string {
  return `这是${sender.name}用更新版本的学宣台账导出的（第${version}版格式），本程序读不了，请先升级程序再接收。`
}

/** A bundle exported anew, or one that also came by another way, is one of its own: its volumes are not mixed in. */
function placeIn<File>(
  found: Map<string, Map<number, { file: File; envelope: Envelope }>>,
  file: File,
  envelope: Envelope,
): void {
  const { bundleId, sender, keyId, createdAt, volume } = envelope
  const base = [sender.officeId, bundleId, keyId, createdAt, volume.of].join(' ')
  for (let copy = 0; ; copy += 1) {
    const volumes = found.get(`${base} ${copy}`) ?? new Map()
    if (volumes.has(volume.number)) continue
    found.set(`${base} ${copy}`, volumes.set(volume.number, { file, envelope }))
    return
  }
}

function bundleOf<File>(volumes: Map<number, { file: File; envelope: Envelope }>): SortedBundle<File> {
  const [first] = volumes.values()
  if (!first) throw new RangeError('a bundle is made of at least one file')
  const { of } = first.envelope.volume
  const missing = Array.from({ length: of }, (_, index) => index + 1).filter((number) => !volumes.has(number))
  return {
    envelope: first.envelope,
    volumes: [...volumes]
      .map(([number, { file }]) => ({ number, file }))
      .sort((one, other) => one.number - other.number),
    missing,
    sentence: missing.length > 0 ? `缺${rangesOf(missing)}，共${of}卷` : '',
  }
}

/** `第2卷、第4至6卷` */
function rangesOf(numbers: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const number of numbers) {
    const last = ranges.at(-1)
    if (last && last[1] === number - 1) last[1] = number
    else ranges.push([number, number])
  }
  return ranges.map(([from, to]) => (from === to ? `第${from}卷` : `第${from}至${to}卷`)).join('、')
}
