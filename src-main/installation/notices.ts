/** What the person should know of this installation (本机提示), a sentence each, shown on the workbench. */
import type { InstallationNotice } from '../../src-shared/installation.ts'
import type { CoreContext } from '../core-context.ts'
import { placeOf } from './data-place.ts'

export async function listNotices({ db, dataFolder }: CoreContext): Promise<InstallationNotice[]> {
  const { notice } = await db.selectFrom('installation').select('notice').executeTakeFirstOrThrow()
  const place = placeOf(dataFolder)
  const notices: InstallationNotice[] = []
  if (notice !== '') notices.push({ sentence: notice, canClose: true })
  if (place?.kind === 'cloud')
    notices.push({
      sentence: `数据文件夹在“${place.name}”的同步目录里（${dataFolder}），同步软件可能用旧的台账盖掉新的。请退出程序，把整个文件夹移到别的目录再打开；备份可以放在同步目录里。`,
      canClose: false,
    })
  return notices
}

/** The sentence about a renewed name has been read. */
export async function closeNotice({ db }: CoreContext): Promise<void> {
  await db.updateTable('installation').set({ notice: '' }).execute()
}
