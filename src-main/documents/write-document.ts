/** Hands a stored document (公文) to the person as a DOCX file; a finalised one as it was frozen. */
import type { Delivery } from '../../src-shared/delivery.ts'
import type { CoreContext } from '../core-context.ts'
import { deliver } from '../files/deliver.ts'
import { safeFileName } from '../files/file-name.ts'
import { picturesOf } from '../pictures.ts'
import { officeLayout } from '../settings.ts'
import { getDocument } from './documents.ts'
import { frozenFile } from './outgoing-register.ts'
import { writeDocx } from './write-docx.ts'

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** @throws Problem NOT_FOUND, DATABASE_DAMAGED, DISK_FULL, FILE_UNWRITABLE, CANCELLED */
export async function deliverDocument(
  context: CoreContext,
  input: { readonly id: string; readonly jobId?: string | undefined },
): Promise<Delivery> {
  const { content } = await getDocument(context.db, input.id)
  const file = { name: safeFileName(content.title, 'docx'), type: docxType }
  return await context.jobs.run(input.jobId, '正在写出公文', (job) =>
    deliver(context.host, file, async () => {
      await job.step(0, 1)
      const bytes =
        (await frozenFile(context.db, input.id)) ??
        (await writeDocx(content, await officeLayout(context.db), picturesOf(context)))
      await job.step(1, 1)
      return bytes
    }),
  )
}
