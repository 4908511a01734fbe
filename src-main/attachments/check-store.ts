/** The content store checked (佐证检查): files that are missing, altered, or held by nothing; and what can be put right. */
import type { Attachment, ContentFault, EvidenceRecord, StoreFindings } from '../../src-shared/attachments.ts'
import type { CoreContext } from '../core-context.ts'
import { updateRow } from '../database/changes.ts'
import { fromRow } from '../database/rows.ts'
import { dropContent, isIntact, listContents, type StoredContent } from '../files/content-store.ts'
import { renewView } from './attachments.ts'
import { heldContents, picturesInDocuments } from './content-holders.ts'
import { recordsById } from './evidence-records.ts'

/** Milliseconds for which a file may wait for the row or the document that will name it. */
const grace = 3_600_000

/** Reads every file of the store once. @throws Problem CANCELLED, FILE_UNREADABLE */
export async function checkStore(context: CoreContext, jobId: string | undefined): Promise<StoreFindings> {
  return await context.jobs.run(jobId, '正在检查佐证材料', async (job) => {
    const contents = await listContents(context.dataFolder)
    const altered = new Set<string>()
    for (const [index, { sha256 }] of contents.entries()) {
      await job.step(index, contents.length)
      if (!(await isIntact(context.dataFolder, sha256))) altered.add(sha256)
    }
    await job.step(contents.length, contents.length)
    return await findings(context, contents, altered)
  })
}

/** Removes what nothing holds. @returns how much that was */
export async function cleanStore(context: CoreContext): Promise<StoreFindings['unreferenced']> {
  const idle = await idleContents(context, await listContents(context.dataFolder))
  for (const { sha256 } of idle) await dropContent(context.dataFolder, sha256)
  return totalOf(idle)
}

/**
 * Makes the views again that are lost or altered while their originals are sound.
 * @returns how many
 */
export async function mendViews(context: CoreContext): Promise<number> {
  let mended = 0
  for (const attachment of await everyAttachment(context)) {
    const { viewSha256 } = attachment
    if (viewSha256 === null || (await isSound(context, viewSha256)) || !(await isSound(context, attachment.sha256)))
      continue
    if (viewSha256 !== attachment.sha256) await dropContent(context.dataFolder, viewSha256)
    const view = await renewView(context, attachment)
    await context.db.transaction().execute((trx) => updateRow(trx, context, 'attachment', attachment, view))
    mended += 1
  }
  return mended
}

async function findings(
  context: CoreContext,
  contents: readonly StoredContent[],
  altered: ReadonlySet<string>,
): Promise<StoreFindings> {
  const attachments = await everyAttachment(context)
  const there = new Set(contents.map(({ sha256 }) => sha256))
  const users = await usersOf(context, attachments)
  const faults = (isFaulty: (sha256: string) => boolean, what: string): ContentFault[] =>
    [...users].flatMap(([sha256, using]) =>
      isFaulty(sha256)
        ? using.map(({ record, sentence }) => ({ sha256, record, sentence: sentence.replace('{what}', what) }))
        : [],
    )
  return {
    files: contents.length,
    bytes: totalOf(contents).bytes,
    attachments: attachments.length,
    missing: faults((sha256) => !there.has(sha256), '不见了'),
    altered: faults((sha256) => altered.has(sha256), '被改动或已损坏'),
    unreferenced: totalOf(await idleContents(context, contents)),
  }
}

/** What is to be said when the content is wanting; `{what}` stands for how. */
type User = { readonly record: EvidenceRecord | null; readonly sentence: string }

/** By the content that they stand on. */
async function usersOf({ db }: CoreContext, attachments: readonly Attachment[]) {
  const records = await recordsById(
    db,
    attachments.map(({ recordId }) => recordId),
  )
  const users = new Map<string, User[]>()
  const note = (sha256: string, user: User) => users.set(sha256, [...(users.get(sha256) ?? []), user])
  for (const { sha256, viewSha256, fileName, recordId } of attachments) {
    const record = records.get(recordId) ?? null
    note(sha256, {
      record,
      sentence: `“${fileName}”的原件{what}，请找到原来的文件，删去这份材料后重新添加；找不到时从备份中恢复数据文件夹。`,
    })
    if (viewSha256 !== null)
      note(viewSha256, { record, sentence: `“${fileName}”的显示图{what}，原件完好时点“修复显示图”即可。` })
  }
  for (const [sha256, titles] of await picturesInDocuments(db))
    for (const title of titles)
      note(sha256, {
        record: null,
        sentence: `公文《${title}》中一幅图片的文件{what}，请打开公文，删去这幅图片后重新添加。`,
      })
  for (const { sha256, fileName } of await db.selectFrom('archivedVolume').select(['sha256', 'fileName']).execute())
    note(sha256, {
      record: null,
      sentence: `收到的上报包“${fileName}”的存档{what}，已导入的内容暂不受影响，请从备份中恢复，或请报送单位再给一份。`,
    })
  return users
}

async function idleContents(context: CoreContext, contents: readonly StoredContent[]): Promise<StoredContent[]> {
  const now = context.now()
  const held = await heldContents(context.db, now)
  const before = new Date(Date.parse(now) - grace).toISOString()
  return contents.filter(({ sha256, keptSince }) => !held.has(sha256) && keptSince < before)
}

async function isSound({ dataFolder }: CoreContext, sha256: string): Promise<boolean> {
  return await isIntact(dataFolder, sha256).catch(() => false)
}

async function everyAttachment({ db }: CoreContext): Promise<Attachment[]> {
  const rows = await db.selectFrom('attachment').selectAll().where('removedAt', 'is', null).orderBy('id').execute()
  return rows.map((row) => fromRow<Attachment>('attachment', row))
}

function totalOf(contents: readonly StoredContent[]): StoreFindings['unreferenced'] {
  return { files: contents.length, bytes: contents.reduce((sum, { bytes }) => sum + bytes, 0) }
}
