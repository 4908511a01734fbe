/** Answers of the first-run guide (首次使用引导). */
import { setGuide, showGuide } from '../workbench/guide.ts'
import { os } from './implementer.ts'

export const guideRoutes = {
  show: os.guide.show.handler(({ context }) => showGuide(context.db)),
  set: os.guide.set.handler(({ context, input }) => setGuide(context.db, context, input.shown)),
}
