/** Calls of the upper level's desk (下级上报). */
import { call, returns } from './calls.ts'
import type { DeskOffice } from './desk.ts'

export const deskCalls = {
  /** Everybody below us, each behind the office that it stands under. */
  offices: call.output(returns<readonly DeskOffice[]>()),
}
