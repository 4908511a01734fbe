/** Answers of the register of grassroots unions (单位名册). */
import * as unions from '../unions/unions.ts'
import { os } from './implementer.ts'

export const unionRoutes = {
  list: os.unions.list.handler(({ context, input }) => unions.listUnions(context.db, input)),
  get: os.unions.get.handler(({ context, input }) => unions.getUnion(context.db, input.id)),
  add: os.unions.add.handler(({ context, input }) => unions.addUnions(context.db, context, input)),
  update: os.unions.update.handler(({ context, input }) => unions.updateUnion(context.db, context, input)),
  remove: os.unions.remove.handler(({ context, input }) => unions.removeUnion(context.db, context, input.id)),
  restore: os.unions.restore.handler(({ context, input }) => unions.restoreUnion(context.db, context, input.id)),
}
