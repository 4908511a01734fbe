/** Files attached to a record (添加佐证): all of them or only the good ones, each at most once. */
import type { AddedAttachments, AttachmentRole } from '../../src-shared/attachments.ts'
import type { DeliveredFile } from '../../src-shared/delivery.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { CoreContext } from '../core-context.ts'
import { insertRows } from '../database/changes.ts'
import { getRecord } from '../records/records.ts'
import { getAttachment, listAttachments, nextPosition, type OfRecord } from './attachments.ts'
import { findEvidenceSetting } from './evidence-setting.ts'
import { type TakenFile, takeInFile } from './take-in-file.ts'

export type NewAttachments = OfRecord & {
  readonly files: readonly DeliveredFile[]
  /** For all of them; otherwise each as it looks. */
  readonly role?: AttachmentRole | undefined
  readonly caption: string
  /** Attach what can be attached although other files have a problem. */
  readonly goodOnly: boolean
  readonly jobId?: string | undefined
}

/**
 * The files lie in the content store before a row names them, so that no row is ever without its file; what a broken
 * or refused run leaves there is found by the check of the store.
 * @throws Problem NOT_FOUND for the record, CANCELLED, DISK_FULL, FILE_UNWRITABLE; nothing is attached then
 */
export async function addAttachments(context: CoreContext, input: NewAttachments): Promise<AddedAttachments> {
  const { db } = context
  await getRecord(db, input.recordKind, input.recordId)
  const { taken, problems } = await context.jobs.run(input.jobId, '正在添加佐证材料', async (job) => {
    const setting = await findEvidenceSetting(db)
    const taken: TakenFile[] = []
    const problems: { fileName: string; sentence: string }[] = []
    for (const [index, file] of input.files.entries()) {
      await job.step(index, input.files.length)
      try {
        taken.push(await takeInFile(context.dataFolder, file, setting))
      } catch (error) {
        if (!(error instanceof Problem) || error.code !== 'FILE_UNREADABLE') throw error
        problems.push({ fileName: file.name, sentence: error.message })
      }
    }
    await job.step(input.files.length, input.files.length)
    return { taken, problems }
  })
  if (problems.length > 0 && !input.goodOnly) return { added: [], same: [], problems, placesRemoved: 0 }
  const { ids, same } = await store(context, input, taken)
  const added = await Promise.all(ids.map((id) => getAttachment(db, id)))
  const stored = new Set(added.map(({ sha256 }) => sha256))
  const placesRemoved = taken.filter(({ sha256, hadPlace }) => hadPlace && stored.has(sha256)).length
  return { added, same, problems, placesRemoved }
}

async function store(
  context: CoreContext,
  { recordKind, recordId, role, caption }: NewAttachments,
  taken: TakenFile[],
) {
  const record = { recordKind, recordId }
  return await context.db.transaction().execute(async (trx) => {
    await getRecord(trx, recordKind, recordId)
    const held = new Map((await listAttachments(trx, record)).map(({ sha256, fileName }) => [sha256, fileName]))
    const fresh: TakenFile[] = []
    const same: { fileName: string; as: string }[] = []
    for (const file of taken) {
      const as = held.get(file.sha256)
      if (as !== undefined) same.push({ fileName: file.fileName, as })
      else fresh.push(file)
      held.set(file.sha256, as ?? file.fileName)
    }
    const first = await nextPosition(trx, record)
    const rows = fresh.map(({ hadPlace: _hadPlace, ...file }, index) => ({
      ...file,
      ...record,
      role: role ?? file.role,
      caption,
      position: first + index,
    }))
    return { ids: await insertRows(trx, context, 'attachment', rows), same }
  })
}
