/**
 * The repair volume of a bundle (修复卷, `_修复卷.ghb`): any one volume that is lost or damaged comes back from it and
 * the others. It holds nothing that they do not hold, encrypted as they are, so it is not signed: what it gives back is
 * judged as if it had come by itself. Integers are unsigned and big-endian.
 *
 *   offset  size
 *   0       8     magic 89 47 48 58 0D 0A 1A 0A, three bits apart from that of a volume
 *   8       2     version, 1
 *   10      2     zero
 *   12      4     H, at most 262,144
 *   16      H     canonical JSON: bundleId; volumes in order of their numbers, each name, bytes and sha256 of the file
 *   16+H    P     exclusive or of all volumes, each followed by zeros up to the longest, which is P bytes long
 *   L-48    48    footer as of every file (file-frame.ts)
 */
import { z } from 'zod'
import { unprintable } from './bundle-schemas.ts'
import { sha256 } from './ed25519.ts'
import { asBuffer, footerBytes, isWholeFile, preambleBytes, withFooter } from './file-frame.ts'
import { damaged, invalid } from './invalid-bundle.ts'
import { canonicalBytes, parseStrictJson } from './strict-json.ts'
import { volumeLimits } from './volume.ts'

const magic = Buffer.from('894748580d0a1a0a', 'hex')
const version = 1
const maxHeader = 256 * 1024
const what = '修复卷'

const headerSchema = z.looseObject({
  bundleId: z.string().min(1).max(64),
  volumes: z
    .array(
      z.looseObject({
        name: z
          .string()
          .min(1)
          .max(255)
          .refine((words) => words.search(unprintable) < 0),
        bytes: z.int().min(1).max(volumeLimits.file),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .min(2)
    .max(volumeLimits.volumes),
})

export type RepairVolume = z.output<typeof headerSchema> & { readonly parity: Buffer }
export type RepairedVolume = RepairVolume['volumes'][number]

/** Takes each volume when it has been made; `finish` gives the file. */
export function startRepairVolume() {
  const volumes: RepairedVolume[] = []
  let parity = Buffer.alloc(0)
  return {
    add(name: string, bytes: Uint8Array): void {
      if (bytes.length > parity.length) parity = Buffer.concat([parity], bytes.length)
      combine(parity, bytes)
      volumes.push({ name, bytes: bytes.length, sha256: sha256(bytes) })
    },
    finish: (bundleId: string): Buffer => writeFile(canonicalBytes({ bundleId, volumes }), parity),
  }
}

export function isRepairVolume(start: Uint8Array): boolean {
  return asBuffer(start).subarray(0, 8).equals(magic)
}

/** @throws Problem BUNDLE_INVALID */
export function readRepairVolume(file: Uint8Array): RepairVolume {
  const bytes = asBuffer(file)
  if (!isRepairVolume(bytes) || !isWholeFile(bytes)) throw damaged('内容', what)
  if (bytes.readUInt16BE(8) !== version) throw invalid('这个修复卷由更新版本的学宣台账导出，请先升级程序再用。')
  const headerEnd = preambleBytes + bytes.readUInt32BE(12)
  if (headerEnd - preambleBytes > maxHeader || headerEnd > bytes.length - footerBytes) throw damaged('文件头', what)
  const header = headerOf(bytes.subarray(preambleBytes, headerEnd))
  const parity = bytes.subarray(headerEnd, -footerBytes)
  if (parity.length !== Math.max(...header.volumes.map((volume) => volume.bytes))) throw damaged('内容', what)
  return { ...header, parity }
}

/**
 * The volume that is lacking.
 * @param others all the others, in any order
 * @throws Problem BUNDLE_INVALID when what comes out is not that volume
 */
export async function mendVolume(
  { parity }: RepairVolume,
  lacking: RepairedVolume,
  others: AsyncIterable<Uint8Array>,
): Promise<Uint8Array> {
  const sum = Buffer.from(parity)
  for await (const bytes of others) combine(sum, bytes)
  const mended = sum.subarray(0, lacking.bytes)
  if (sha256(mended) !== lacking.sha256)
    throw invalid('修复卷与其他各卷对不上，补不回缺的一卷，请报送单位重新发送这一卷。')
  return mended
}

function combine(sum: Buffer, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; at += 1) sum[at] = (sum[at] ?? 0) ^ (bytes[at] ?? 0)
}

function writeFile(header: Buffer, parity: Buffer): Buffer {
  const preamble = Buffer.alloc(preambleBytes)
  magic.copy(preamble)
  preamble.writeUInt16BE(version, 8)
  preamble.writeUInt32BE(header.length, 12)
  return withFooter(preamble, header, parity)
}

function headerOf(bytes: Buffer): z.output<typeof headerSchema> {
  try {
    return headerSchema.parse(parseStrictJson(bytes))
  } catch {
    throw damaged('文件头', what) // whatever is wrong with it, it is not what was written
  }
}
