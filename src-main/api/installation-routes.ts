/** Answers about this installation (本机). */
import { closeNotice, listNotices } from '../installation/notices.ts'
import { os } from './implementer.ts'

export const installationRoutes = {
  notices: os.installation.notices.handler(({ context }) => listNotices(context)),
  closeNotice: os.installation.closeNotice.handler(({ context }) => closeNotice(context)),
}
