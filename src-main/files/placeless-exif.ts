/**
 * The place of taking (拍摄地点) taken out of an EXIF block without moving anything in it: the entry that leads to the
 * GPS directory goes, the directory and its values become zeros, every other offset stays right.
 */

const gps = 0x8825
const exif = 0x8769
/** Bytes of one value, by the type of an entry. */
const valueSizes: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8 }
const entrySize = 12
/** Directories that follow each other: the picture, its thumbnail; more are made in malice. */
const mostDirectories = 4

/** @returns the block without a place and whether it had one; null for what no reader could read as EXIF */
export function withoutPlace(tiff: Uint8Array): { readonly tiff: Uint8Array; readonly hadPlace: boolean } | null {
  const block = openBlock(new Uint8Array(tiff))
  if (!block) return null
  let hadPlace = false
  let directory = block.view.getUint32(4, block.isLittle)
  for (let count = 0; directory !== 0 && count < mostDirectories; count += 1) {
    const inner = clear(block, directory)
    if (!inner) break
    hadPlace ||= inner.hadPlace
    for (const at of inner.subdirectories) hadPlace = clear(block, at)?.hadPlace || hadPlace
    directory = inner.next
  }
  return { tiff: block.bytes, hadPlace }
}

type Block = { readonly bytes: Uint8Array; readonly view: DataView; readonly isLittle: boolean }

function openBlock(bytes: Uint8Array): Block | null {
  if (bytes.length < 14) return null
  const order = String.fromCharCode(bytes[0] ?? 0, bytes[1] ?? 0)
  if (order !== 'II' && order !== 'MM') return null
  const isLittle = order === 'II'
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return view.getUint16(2, isLittle) === 42 ? { bytes, view, isLittle } : null
}

/** Takes the entries that lead to a GPS directory out of the directory at `at`; null when it passes the block. */
function clear({ bytes, view, isLittle }: Block, at: number) {
  if (at + 6 > bytes.length) return null
  const count = view.getUint16(at, isLittle)
  const end = at + 2 + count * entrySize
  if (end + 4 > bytes.length) return null
  const places: number[] = []
  const subdirectories: number[] = []
  for (let entry = at + 2; entry < end; entry += entrySize) {
    const tag = view.getUint16(entry, isLittle)
    if (tag === gps) places.push(entry)
    if (tag === exif) subdirectories.push(view.getUint32(entry + 8, isLittle))
  }
  for (const [gone, place] of places.entries()) {
    const entry = place - gone * entrySize // The entries before it have been drawn up.
    blank({ bytes, view, isLittle }, view.getUint32(entry + 8, isLittle))
    bytes.copyWithin(entry, entry + entrySize, end + 4)
    bytes.fill(0, end + 4 - entrySize, end + 4)
    view.setUint16(at, view.getUint16(at, isLittle) - 1, isLittle)
  }
  const next = view.getUint32(end - places.length * entrySize, isLittle)
  return { hadPlace: places.length > 0, subdirectories, next }
}

/** Zeros over a GPS directory and the values it points to. */
function blank({ bytes, view, isLittle }: Block, at: number): void {
  if (at < 8 || at + 2 > bytes.length) return
  const end = Math.min(bytes.length, at + 2 + view.getUint16(at, isLittle) * entrySize + 4)
  for (let entry = at + 2; entry + entrySize <= end; entry += entrySize) {
    const size = (valueSizes[view.getUint16(entry + 2, isLittle)] ?? 1) * view.getUint32(entry + 4, isLittle)
    const value = view.getUint32(entry + 8, isLittle)
    if (size > 4 && value >= 8 && value + size <= bytes.length) bytes.fill(0, value, value + size)
  }
  bytes.fill(0, at, end)
}
