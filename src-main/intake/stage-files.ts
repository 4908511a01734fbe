/**
 * Takes files into the archive (收下文件): each is read once, copied into the content store, and judged from the outside
 * in. Nothing counts yet; one bad file never stops the others.
 */
import type { Transaction } from 'kysely'
import type { BundleKind } from '../../src-shared/bundle-manifest.ts'
import type { StagedFile } from '../../src-shared/intake.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { CoreContext } from '../core-context.ts'
import type { Tables } from '../database/tables.ts'
import { putContent } from '../files/content-store.ts'
import type { Job } from '../jobs.ts'
import { sha256 } from '../sync/ed25519.ts'
import { type OpenedVolume, openVolume } from '../sync/open-bundle.ts'
import { readEnvelope } from '../sync/read-envelope.ts'
import { volumeLimits } from '../sync/volume.ts'
import { isFork } from './find-fork.ts'
import { note } from './journal.ts'
import { refuseEnvelope, refuseManifest } from './judge-sender.ts'
import { mendVolumes } from './mend-volumes.ts'
import { takePhotos } from './take-photos.ts'

type Staged = Omit<StagedFile, 'fileName'>
/** What else may lie on the stick, by its kind: takes the file in and says so in one sentence. */
export type OtherKinds = Partial<
  Record<BundleKind, (context: CoreContext, bytes: Uint8Array) => Promise<{ readonly sentence: string }>>
>

/** @throws Problem KEY_LOCKED before anything is read; DISK_FULL, FILE_UNWRITABLE, CANCELLED between two files */
export async function stageFiles(
  context: CoreContext,
  files: readonly File[],
  job: Job,
  others: OtherKinds = {},
): Promise<StagedFile[]> {
  const identities = context.keys.identities()
  const mended = await mendVolumes(context, files, bytesOf)
  const staged: StagedFile[] = []
  for (const [index, file] of mended.files.entries()) {
    await job.step(index, mended.files.length)
    staged.push({ fileName: file.name, ...(await stageFile(context, file, { identities, others })) })
  }
  return [...staged, ...mended.staged]
}

type Opening = { readonly identities: readonly string[]; readonly others: OtherKinds }

async function stageFile(context: CoreContext, file: File, { identities, others }: Opening): Promise<Staged> {
  let sender = ''
  try {
    const bytes = await bytesOf(file)
    const known = await knownVolume(context, sha256(bytes))
    if (known) return { outcome: '已有', code: null, ...known }
    const { envelope } = readEnvelope(bytes)
    sender = envelope.sender.name
    const other = await others[envelope.kind]?.(context, bytes)
    if (other) return { outcome: '已收', code: null, sender, bundleId: null, words: other.sentence }
    await refuseEnvelope(context, envelope)
    const opened = await openVolume(bytes, identities)
    await refuseManifest(context, opened.manifest)
    return { sender, code: null, bundleId: envelope.bundleId, ...(await archive(context, file.name, bytes, opened)) }
  } catch (error) {
    if (!(error instanceof Problem) || stopping.has(error.code)) throw error
    const { code, message: words } = error
    await note(context, { action: '拒收', fileName: file.name, words })
    return { outcome: '拒收', sender, bundleId: null, words, code }
  }
}

/** Not the file's fault: the next one would fare no better. */
const stopping = new Set(['DISK_FULL', 'FILE_UNWRITABLE', 'KEY_LOCKED', 'CANCELLED'])

async function bytesOf(file: File): Promise<Uint8Array> {
  if (file.size > volumeLimits.file)
    throw new Problem('BUNDLE_INVALID', '这个文件超过100MB，不会是上报包；若是，请报送单位分卷后重新导出。')
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch (cause) {
    throw new Problem('FILE_UNREADABLE', '这个文件读不出来，请检查U盘是否插好，重新拷贝后再试。', { cause })
  }
}

async function knownVolume({ db }: CoreContext, sha: string) {
  const row = await db
    .selectFrom('archivedVolume')
    .innerJoin('archivedBundle', 'archivedBundle.bundleId', 'archivedVolume.bundleId')
    .select(['archivedVolume.bundleId', 'archivedBundle.manifest'])
    .where('sha256', '=', sha)
    .executeTakeFirst()
  if (!row) return null
  const { sender } = JSON.parse(row.manifest)
  return { bundleId: row.bundleId, sender: String(sender.name), words: '这个文件已经收下过，没有重复收。' }
}

/** The file goes first: a row must never name what is not there. */
async function archive(
  context: CoreContext,
  fileName: string,
  bytes: Uint8Array,
  opened: OpenedVolume,
): Promise<Pick<Staged, 'outcome' | 'words'>> {
  const { manifest, manifestHash, envelope } = opened
  const { bundleId } = manifest
  const known = await context.db
    .selectFrom('archivedBundle')
    .select(['manifestHash', 'importedAt'])
    .where('bundleId', '=', bundleId)
    .executeTakeFirst()
  if (known && known.manifestHash !== manifestHash) {
    const words = '编号与已收到的一个上报包相同，内容却不同，可能被人冒用或改动，没有收下，请打电话向报送单位核实。'
    await note(context, { action: '警报', fileName, words, bundleId, officeId: manifest.sender.officeId })
    return { outcome: '警报', words }
  }
  const isHere = await context.db
    .selectFrom('archivedVolume')
    .select('sha256')
    .where('bundleId', '=', bundleId)
    .where('number', '=', envelope.volume.number)
    .executeTakeFirst()
  if (isHere) return { outcome: '已有', words: '这一卷已经收下过（可能经另一单位转来），没有重复收。' }
  const sha = await putContent(context.dataFolder, bytes)
  const volume = { sha256: sha, fileName, bytes: bytes.length }
  await context.db.transaction().execute((trx) => noteVolume(trx, context, opened, volume))
  if (known?.importedAt) await takePhotos(context, opened)
  const { number, of } = envelope.volume
  return { outcome: '已收', words: of > 1 ? `第${number}卷，共${of}卷。` : '' }
}

async function noteVolume(
  trx: Transaction<Tables>,
  context: CoreContext,
  { manifest, manifestHash, manifestBytes, envelope }: OpenedVolume,
  volume: { readonly sha256: string; readonly fileName: string; readonly bytes: number },
): Promise<void> {
  const { bundleId, kind, sender, keyId, replica, epoch, seq } = manifest
  const receivedAt = context.now()
  await trx
    .insertInto('archivedBundle')
    .values({
      bundleId,
      kind,
      officeId: sender.officeId,
      keyId,
      via: JSON.stringify(envelope.via),
      replica,
      epoch,
      seq,
      manifestHash,
      manifest: Buffer.from(manifestBytes).toString('utf8'),
      isFork: (await isFork(trx, manifest, manifestHash)) ? 1 : 0,
      receivedAt,
      importedAt: null,
      importedBy: '',
      position: null,
      undoneAt: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { number, of } = envelope.volume
  await trx
    .insertInto('archivedVolume')
    .values({ bundleId, number, volumes: of, receivedAt, ...volume })
    .execute()
  await note(
    { ...context, db: trx },
    {
      action: '收下',
      bundleId,
      officeId: sender.officeId,
      fileName: volume.fileName,
      words: of > 1 ? `第${number}卷，共${of}卷` : '',
    },
  )
}
