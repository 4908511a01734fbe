/** Hands a blank form of a session (签到表, 会议记录) to the person. */
import type { Delivery } from '../../src-shared/delivery.ts'
import type { SessionFormInput } from '../../src-shared/session-forms.ts'
import type { CoreContext } from '../core-context.ts'
import { docxType } from '../documents/write-document.ts'
import { deliver } from '../files/deliver.ts'
import { safeFileName } from '../files/file-name.ts'
import { officeLayout } from '../settings.ts'
import { minutesForm } from './minutes-form.ts'
import { findSession } from './session.ts'
import { signInSheet } from './sign-in-sheet.ts'

const names = { 'sign-in': '签到表', minutes: '会议记录' } as const

/** @throws Problem NOT_FOUND, DISK_FULL, FILE_UNWRITABLE */
export async function deliverForm(context: CoreContext, input: SessionFormInput): Promise<Delivery> {
  const session = await findSession(context.db, input.recordKind, input.recordId)
  const layout = await officeLayout(context.db)
  const name = safeFileName(`${names[input.form]} ${session.day} ${session.topic}`, 'docx')
  return await deliver(context.host, { name, type: docxType }, async () =>
    input.form === 'sign-in' ? signInSheet(session, layout) : minutesForm(session, layout),
  )
}
