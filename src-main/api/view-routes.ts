/** Answers of saved views (常用查询). */
import * as views from '../saved-views.ts'
import { os } from './implementer.ts'

export const viewRoutes = {
  list: os.views.list.handler(({ context, input }) => views.listViews(context.db, input.page)),
  add: os.views.add.handler(({ context, input }) => views.addView(context.db, context, input)),
  update: os.views.update.handler(({ context, input }) => views.updateView(context.db, context, input)),
  remove: os.views.remove.handler(({ context, input }) => views.removeView(context.db, context, input.id)),
  restore: os.views.restore.handler(({ context, input }) => views.restoreView(context.db, context, input.id)),
}
