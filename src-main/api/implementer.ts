/** What every route is made with: the contract, the context of a call, and one place that turns errors into answers. */
import { implement } from '@orpc/server'
import { contract } from '../../src-shared/contract.ts'
import type { CoreContext } from '../core-context.ts'
import { logError } from '../data-folder.ts'
import { reportErrors } from './report-errors.ts'

export const os = implement(contract)
  .$context<CoreContext>()
  .use(({ context, next }) => reportErrors(next, (error) => logError(context.dataFolder, context.now, error)))
