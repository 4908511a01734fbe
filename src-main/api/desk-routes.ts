/** Answers of the upper level's desk (下级上报). */
import { listOffices } from '../desk/offices.ts'
import { os } from './implementer.ts'

export const deskRoutes = {
  offices: os.upper.offices.handler(({ context }) => listOffices(context.db)),
}
