/** Answers of reporting upward (上报). */
import { exportBundle, listBundles } from '../sync/export-bundle.ts'
import { keyFingerprint } from '../sync/identity.ts'
import { inspectBundle } from '../sync/inspect-bundle.ts'
import { os } from './implementer.ts'
import { inspectorOf } from './inspector.ts'

export const reportRoutes = {
  list: os.bundles.list.handler(({ context }) => listBundles(context.db)),
  key: os.bundles.key.handler(({ context }) => keyFingerprint(context.db)),
  export: os.bundles.export.handler(({ context, input }) => exportBundle(context, input)),
  inspect: os.bundles.inspect.handler(({ context, input }) => inspectBundle(inspectorOf(context), input.file)),
}
