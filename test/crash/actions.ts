/** What is done while the process may be killed. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { CoreContext } from '../../src-main/core-context.ts'
import type { Api } from '../../src-shared/contract.ts'
import type { Period } from '../../src-shared/period.ts'

type App = { readonly api: Api; readonly context: CoreContext }

export const actions = {
  backup: async ({ api }: App, { folder }: { folder: string }) => await api.backups.make({ folder }),
  restore: async ({ api }: App, { file }: { file: string }) => await api.backups.restore({ file }),
  export: async ({ api }: App, { period }: { period: Period }) => await api.bundles.export({ period }),
  import: async ({ api }: App, input: { files: string[] }) => await importFiles(api, input.files),
  take: async ({ api }: App, { files }: { files: string[] }) =>
    await api.exchange.take({ files: await Promise.all(files.map(fileAt)), apply: true }),
  undo: async ({ api }: App, { bundleId }: { bundleId: string }) => await api.intake.undo({ bundleId }),
  issue: async ({ api }: App) => await api.receipts.issue({}),
  accept: async ({ api }: App, { file }: { file: string }) => await api.receipts.accept({ file: await fileAt(file) }),
} as const

export type ActionName = keyof typeof actions

/** Stages and takes in, whatever flags there are. */
export async function importFiles(api: Api, paths: readonly string[]) {
  const files = await Promise.all(paths.map(fileAt))
  const staged = await api.intake.stage({ files })
  const bundleIds = [...new Set(staged.flatMap(({ bundleId }) => (bundleId ? [bundleId] : [])))]
  return await api.intake.import({ bundleIds, acceptRed: 'all' })
}

export async function fileAt(path: string): Promise<File> {
  return new File([new Uint8Array(await readFile(path))], basename(path))
}
