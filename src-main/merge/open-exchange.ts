/** Opens bundles of this office's other PC (打开同步包): every volume, held against its manifest, and really from there. */
import type { DeliveredFile } from '../../src-shared/delivery.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { CoreContext } from '../core-context.ts'
import { type OpenedVolume, openVolume } from '../sync/open-bundle.ts'
import { sortVolumes } from '../sync/sort-volumes.ts'

export type OpenedExchange = {
  readonly manifest: OpenedVolume['manifest']
  readonly volumes: readonly OpenedVolume[]
  readonly fileNames: readonly string[]
}

/**
 * In the order in which they were made. All of its volumes must be there: data and photos of one moment belong together.
 * @throws Problem BUNDLE_INVALID for a file that is none, of another kind or office, or of this very PC; KEY_LOCKED
 */
export async function openExchanges(
  context: Pick<CoreContext, 'db' | 'keys' | 'officeId'>,
  files: readonly DeliveredFile[],
): Promise<OpenedExchange[]> {
  const named = await Promise.all(
    files.map(async (file) => ({ name: file.name, start: new Uint8Array(await file.arrayBuffer()), isWhole: true })),
  )
  const sorted = sortVolumes(named, context.officeId)
  const refused = sorted.refused[0] ?? sorted.foreign[0]
  if (refused) throw new Problem('BUNDLE_INVALID', `“${refused.file.name}”：${refused.sentence}`)
  const opened: OpenedExchange[] = []
  for (const { envelope, volumes, sentence } of sorted.bundles) {
    if (envelope.kind !== 'exchange')
      throw new Problem('BUNDLE_INVALID', `“${volumes[0]?.file.name}”不是同步包，请在另一台电脑的“上报”页导出同步包。`)
    if (sentence !== '') throw new Problem('BUNDLE_INVALID', `同步包${sentence}，请把各卷一起选上再试。`)
    const parts: OpenedVolume[] = []
    for (const { file } of volumes) parts.push(await openVolume(file.start, context.keys.identities()))
    const { manifest, manifestHash } = parts[0] as OpenedVolume
    if (parts.some((part) => part.manifestHash !== manifestHash))
      throw new Problem('BUNDLE_INVALID', '选的几卷不是同一个同步包的，请重新选择。')
    await refuseStranger(context, manifest)
    opened.push({ manifest, volumes: parts, fileNames: volumes.map(({ file }) => file.name) })
  }
  if (opened.length === 0) throw new Problem('BUNDLE_INVALID', '没有选中同步包，请选择另一台电脑导出的文件。')
  return opened.sort((one, other) => one.manifest.createdAt.localeCompare(other.manifest.createdAt))
}

async function refuseStranger(
  { db, keys, officeId }: Pick<CoreContext, 'db' | 'keys' | 'officeId'>,
  { sender, keyId, bundleId }: OpenedVolume['manifest'],
): Promise<void> {
  if (sender.officeId !== officeId || !keys.isOwn(keyId))
    throw new Problem(
      'BUNDLE_INVALID',
      `这是“${sender.name}”的同步包，签名不是本单位的密钥；本单位的另一台电脑请先在“设置”中接管本单位密钥。`,
    )
  const own = await db.selectFrom('exportedBundle').select('seq').where('bundleId', '=', bundleId).executeTakeFirst()
  if (own) throw new Problem('BUNDLE_INVALID', '这个同步包是本机导出的，请拿到另一台电脑上接收。')
}
