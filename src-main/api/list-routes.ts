/** Answers of the calls that serve every list alike (列表). */
import { listChoices } from '../database/list-filters.ts'
import { os } from './implementer.ts'

export const listRoutes = {
  choices: os.lists.choices.handler(({ context, input }) => listChoices(context.db, input)),
}
