/** Answers of the sample county (示例数据). */
import { loadSample } from '../sample/load-sample.ts'
import { removeSample, showSample } from '../sample/remove-sample.ts'
import { os } from './implementer.ts'

export const sampleRoutes = {
  load: os.sample.load.handler(({ context, input }) => loadSample(context, input.jobId)),
  show: os.sample.show.handler(({ context }) => showSample(context.db)),
  remove: os.sample.remove.handler(({ context, input }) => removeSample(context.db, context, input)),
}
