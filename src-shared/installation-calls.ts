/** Calls about this installation (本机). */
import { call, returns } from './calls.ts'
import type { InstallationNotice } from './installation.ts'

export const installationCalls = {
  notices: call.output(returns<readonly InstallationNotice[]>()),
  /** The notice that can be closed has been read. */
  closeNotice: call.output(returns<void>()),
}
