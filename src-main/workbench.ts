import type { Kysely } from 'kysely'
import type { Workbench } from '../src-shared/workbench.ts'
import type { Tables } from './database/tables.ts'
export async function showWorkbench(_db: Kysely<Tables>, _today: string): Promise<Workbench> {
  throw new Error('later')
}
