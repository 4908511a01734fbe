/** Which part goes into which volume (分卷): data first, so that they are usable before the photos have come. */
import { sectionBytes } from './payload-sections.ts'

/** What the encryption adds at most: its header for fifty recipients, and 16 bytes for each 64 KiB. */
const encryptionBytes = (plainBytes: number) => 6 * 1024 + 16 * Math.ceil(plainBytes / 65_536)

/**
 * The volume of each part, from 1, never descending. A part that is larger than a volume has one to itself.
 * @param storedBytes of the parts as they stand in the file, in their order
 * @param overheadBytes of every volume: frame, manifest, signature
 * @param volumeBytes how large a file may become
 */
export function planVolumes(
  storedBytes: readonly number[],
  { overheadBytes, volumeBytes }: { overheadBytes: number; volumeBytes: number },
): readonly number[] {
  let volume = 1
  let used = overheadBytes
  return storedBytes.map((stored) => {
    const bytes = sectionBytes(stored)
    const isFull = used + bytes + encryptionBytes(used + bytes) > volumeBytes
    if (isFull && used > overheadBytes) {
      volume += 1
      used = overheadBytes
    }
    used += bytes
    return volume
  })
}
