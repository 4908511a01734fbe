/** What is done while the process may be killed. */
import type { CoreContext } from '../../src-main/core-context.ts'
import type { Api } from '../../src-shared/contract.ts'

type App = { readonly api: Api; readonly context: CoreContext }

export const actions = {
  backup: async ({ api }: App, { folder }: { folder: string }) => await api.backups.make({ folder }),
  restore: async ({ api }: App, { file }: { file: string }) => await api.backups.restore({ file }),
} as const

export type ActionName = keyof typeof actions
