/**
 * Entries of a foreign archive (压缩包) read one by one as a stream, so that what unpacks to hundreds of millions of
 * bytes never lies in memory; sizes and checksums are held against the directory.
 */
import { crc32, createInflateRaw } from 'node:zlib'
import { Problem } from '../../src-shared/problems.ts'
import type { ZipLimits } from './zip.ts'

export type ZipEntry = {
  readonly name: string
  /** Bytes when unpacked. */
  readonly size: number
  /** Parts of at most `chunkBytes`. @throws Problem FILE_UNREADABLE when it is not what the directory says */
  readonly chunks: () => AsyncGenerator<Uint8Array, void>
}

/** Bytes of a part of an unpacked entry: a few milliseconds of reading XML. */
const chunkBytes = 1 << 17
/** Deflate cannot do better than 1032:1; tables of practice stay far below this. */
const mostRatio = 400
/** Entries below this size are harmless, whatever their ratio. */
const harmless = 10_000_000

/**
 * The directory by name; nothing is unpacked yet.
 * @throws Problem FILE_UNREADABLE: no archive, cut off, under a password, more than the limits, names that come twice
 */
export function openZip(bytes: Uint8Array, limits: ZipLimits): ReadonlyMap<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = new Map<string, ZipEntry>()
  let size = 0
  try {
    for (const entry of directoryOf(view)) {
      size += Math.max(entry.size, entry.packed)
      if (entries.size >= limits.entries || size > limits.bytes || isBomb(entry)) throw tooLarge()
      const name = entry.name.replaceAll('\\', '/')
      if (entries.has(name) || /^\/|^[a-z]:|(?:^|\/)\.\.(?:\/|$)/iu.test(name))
        throw new Problem('FILE_UNREADABLE', '文件的内部结构被人改动过，没有打开。请向来文单位另要一份。')
      if (!name.endsWith('/'))
        entries.set(name, { name, size: entry.size, chunks: () => unpacked(entry, packedBytes(bytes, view, entry)) })
    }
  } catch (error) {
    throw error instanceof Problem ? error : damaged(error)
  }
  return entries
}

type Described = {
  readonly name: string
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  /** Of its local header. */
  readonly offset: number
}

/** APPNOTE 4.3.12: the central directory, found from the end of the file; with sizes of zip64 where they are marked. */
function* directoryOf(view: DataView): Generator<Described> {
  const end = endOf(view)
  let count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if ((at === u32 || count === u16) && view.getUint32(end - 20, true) === zip64LocatorMark) {
    const record = bigAt(view, end - 12)
    count = bigAt(view, record + 32)
    at = bigAt(view, record + 48)
  }
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== entryMark) throw damaged()
    const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true))
    const [nameLength = 0, extraLength = 0, commentLength = 0] = lengths
    const extra = at + 46 + nameLength
    const [size, packed, offset] = bigSizes(view, at, extra, extra + extraLength)
    yield {
      name: new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength)),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed,
      size,
      offset,
    }
    at = extra + extraLength + commentLength
  }
}

const [u16, u32] = [0xffff, 0xffffffff]
const [entryMark, localMark, endMark, zip64LocatorMark] = [0x02014b50, 0x04034b50, 0x06054b50, 0x07064b50]

/** The end record stands before a comment of at most 65,535 bytes. */
function endOf(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - u16)
  for (let at = view.byteLength - 22; at >= first; at -= 1) if (view.getUint32(at, true) === endMark) return at
  throw damaged()
}

/** APPNOTE 4.5.3: unpacked, packed and offset, in this order, only those that do not fit into 32 bits. */
function bigSizes(view: DataView, at: number, extra: number, extraEnd: number): [number, number, number] {
  const sizes = [24, 20, 42].map((offset) => view.getUint32(at + offset, true))
  let field = extra
  while (field + 4 <= extraEnd && view.getUint16(field, true) !== 1) field += 4 + view.getUint16(field + 2, true)
  let value = field + 4
  for (const [index, size] of sizes.entries()) {
    if (size !== u32) continue
    if (value + 8 > extraEnd) throw damaged()
    sizes[index] = bigAt(view, value)
    value += 8
  }
  const [size = 0, packed = 0, offset = 0] = sizes
  return [size, packed, offset]
}

function bigAt(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true))
}

function isBomb({ size, packed }: Described): boolean {
  return size > harmless && size > packed * mostRatio
}

/** The local header may be longer than the directory's. */
function packedBytes(bytes: Uint8Array, view: DataView, { offset, packed, flags }: Described): Uint8Array {
  if (flags & 1) throw new Problem('FILE_UNREADABLE', '文件设有密码，读不出内容。请取消密码，另存后再导入。')
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== localMark) throw damaged()
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (start + packed > bytes.length) throw damaged()
  return bytes.subarray(start, start + packed)
}

async function* unpacked(entry: Described, packed: Uint8Array): AsyncGenerator<Uint8Array, void> {
  let size = 0
  let crc = 0
  for await (const chunk of entry.method === 0 ? stored(packed) : inflated(entry, packed)) {
    size += chunk.length
    if (size > entry.size) throw tooLarge()
    crc = crc32(chunk, crc)
    yield chunk
  }
  if (size !== entry.size || crc !== entry.crc) throw damaged()
}

function* stored(packed: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < packed.length; start += chunkBytes) yield packed.subarray(start, start + chunkBytes)
}

async function* inflated({ method }: Described, packed: Uint8Array): AsyncGenerator<Uint8Array, void> {
  if (method !== 8) throw damaged()
  const inflate = createInflateRaw({ chunkSize: chunkBytes })
  inflate.end(packed)
  try {
    for await (const chunk of inflate) yield chunk
  } catch (error) {
    throw damaged(error)
  }
}

function tooLarge(): Problem {
  return new Problem('FILE_UNREADABLE', '文件解压后过大，可能是恶意文件，没有打开。请向来文单位另要一份。')
}

function damaged(cause?: unknown): Problem {
  return new Problem('FILE_UNREADABLE', '文件不完整或已损坏，可能没有下载完，请重新下载或另要一份。', { cause })
}
