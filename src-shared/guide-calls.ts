/** Calls of the first-run guide (首次使用引导). */
import { call, returns } from './calls.ts'
import { form, oneOf } from './fields.ts'
import { type Guide, guideChoices } from './guide.ts'

export const guideCalls = {
  show: call.output(returns<Guide>()),
  set: call.input(form({ shown: oneOf(guideChoices) })).output(returns<void>()),
}
