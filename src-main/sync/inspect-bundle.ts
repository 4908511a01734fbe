/** Inspects a bundle file (查验上报包) of any format: everything in it is checked, nothing is taken in. */
import type { BundleManifest, BundleRouting, Inspection } from '../../src-shared/bundles.ts'
import type { DeliveredFile } from '../../src-shared/delivery.ts'
import { type Container, limits, readContainer } from './container.ts'
import { fingerprintOf, isManifestSignature, sha256 } from './ed25519.ts'
import { isWholeFile } from './file-frame.ts'
import { type Inspector, inspectVolume } from './inspect-volume.ts'
import { damaged, invalid } from './invalid-bundle.ts'
import { readManifest, readRouting } from './manifest.ts'
import { isRepairVolume } from './repair-volume.ts'
import { checkSegment, countRows } from './segments.ts'
import { containerVersionOf } from './volume.ts'

/**
 * Answers what a whole and correctly signed bundle says. Who the key belongs to is for people to compare.
 * @throws Problem BUNDLE_INVALID naming what is wrong
 */
export async function inspectBundle(inspector: Inspector, file: DeliveredFile): Promise<Inspection> {
  if (file.size > limits.file) throw invalid('这个文件超过100MB，不是可以打开的上报包，请核对所选的文件。')
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (isRepairVolume(bytes))
    throw invalid('这是修复卷，里面没有记录；某一卷丢失或损坏时，请把它和其余各卷一起导入，缺的一卷就能补回。')
  if (containerVersionOf(bytes) > 1) return await inspectVolume(bytes, inspector)
  const { manifest, publicKey } = await verifyBundle(bytes)
  return {
    manifest,
    isSignatureValid: true,
    fingerprint: fingerprintOf(publicKey),
    isOwnKey: inspector.isOwn(sha256(publicKey)),
    bytes: bytes.length,
  }
}

/**
 * From the outside in: parts, signature, then the data that the signature vouches for, each inflated within its
 * declared size; the footer last, so that damage is named by its part.
 */
async function verifyBundle(bytes: Uint8Array): Promise<{ manifest: BundleManifest; publicKey: Uint8Array }> {
  const container = readContainer(bytes)
  const routing = believedRouting(container, bytes)
  const manifest = signedManifest(container)
  const fits =
    routing.bundleId === manifest.bundleId &&
    routing.keyId === manifest.keyId &&
    routing.sender.officeId === manifest.sender.officeId
  if (sha256(container.routing) !== manifest.routingHash || !fits) throw damaged('文件头')
  if (container.segments.length !== manifest.segments.length) throw damaged('数据')
  for (const [index, entry] of manifest.segments.entries()) {
    const stored = container.segments[index]
    if (!stored) throw damaged('数据')
    await checkSegment(stored, entry)
  }
  const counts = countRows(manifest.segments)
  for (const table of ['study', 'lecture', 'stay', 'activity', 'grassrootsUnion'] as const)
    if (counts[table] !== (manifest.counts[table] ?? 0)) throw damaged('清单')
  if (!isWholeFile(bytes)) throw damaged('文件尾')
  return { manifest, publicKey: container.publicKey }
}

/** A flipped bit in the header must not send the clerk looking for a newer program: only a whole file is believed. */
function believedRouting({ header }: Container, bytes: Uint8Array): BundleRouting {
  try {
    return readRouting(header)
  } catch (error) {
    throw isWholeFile(bytes) ? error : damaged('文件头')
  }
}

function signedManifest({ manifest, publicKey, signature }: Container): BundleManifest {
  if (!isManifestSignature(signature, manifest, publicKey))
    throw invalid('上报包的签名不符，内容可能被改动或损坏，不能采用，请报送单位重新导出。')
  const read = readManifest(manifest)
  if (read.keyId !== sha256(publicKey)) throw invalid('上报包的签名不符，签名的密钥与清单所列不一致，不能采用。')
  return read
}
