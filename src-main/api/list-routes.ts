/** Answers of the calls that serve every list alike (列表). */
import { listChoices } from '../database/list-filters.ts'
import { listTable } from '../lists/list-table.ts'
import { deliverList } from '../lists/write-list.ts'
import { os } from './implementer.ts'

export const listRoutes = {
  choices: os.lists.choices.handler(({ context, input }) => listChoices(context.db, input)),
  table: os.lists.table.handler(({ context, input }) =>
    listTable(context.db, input, { today: context.today(), allColumns: false }),
  ),
  write: os.lists.write.handler(({ context, input }) => deliverList(context, input)),
}
