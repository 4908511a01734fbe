/** Answers of the register of grassroots unions (单位名册). */
import * as acts from '../unions/acts.ts'
import { findDuplicates } from '../unions/duplicates.ts'
import { historyOfUnion } from '../unions/history.ts'
import { mergeDuplicates } from '../unions/merge-duplicates.ts'
import { unionTree } from '../unions/tree.ts'
import { undoAct } from '../unions/undo-act.ts'
import * as unions from '../unions/unions.ts'
import { usesOfUnion } from '../unions/uses.ts'
import { os } from './implementer.ts'

export const unionRoutes = {
  list: os.unions.list.handler(({ context, input }) => unions.listUnions(context, input)),
  get: os.unions.get.handler(({ context, input }) => unions.getUnion(context.db, input.id)),
  add: os.unions.add.handler(({ context, input }) => unions.addUnions(context, input)),
  update: os.unions.update.handler(({ context, input }) => unions.updateUnion(context, input)),
  remove: os.unions.remove.handler(({ context, input }) => unions.removeUnion(context.db, context, input.id)),
  restore: os.unions.restore.handler(({ context, input }) => unions.restoreUnion(context.db, context, input.id)),

  rename: os.unions.rename.handler(({ context, input }) => acts.renameUnion(context, input)),
  retire: os.unions.retire.handler(({ context, input }) => acts.retireUnion(context, input)),
  merge: os.unions.merge.handler(({ context, input }) => acts.mergeUnions(context, input)),
  split: os.unions.split.handler(({ context, input }) => acts.splitUnion(context, input)),
  mergeDuplicates: os.unions.mergeDuplicates.handler(({ context, input }) => mergeDuplicates(context, input)),
  correctCode: os.unions.correctCode.handler(({ context, input }) => acts.correctStatisticsCode(context, input)),
  undoAct: os.unions.undoAct.handler(({ context, input }) => undoAct(context, input.id)),

  history: os.unions.history.handler(({ context, input }) => historyOfUnion(context.db, input.id)),
  uses: os.unions.uses.handler(({ context, input }) => usesOfUnion(context.db, input.id)),
  duplicates: os.unions.duplicates.handler(({ context }) => findDuplicates(context.db)),
  tree: os.unions.tree.handler(({ context, input }) =>
    unionTree(context.db, { by: input.by, on: input.on ?? context.today() }),
  ),
}
