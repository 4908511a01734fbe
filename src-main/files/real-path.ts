/** Where a path leads (真实路径): through links, and through a mapped drive of Windows to the share behind it. */
import { realpathSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** Of what does not exist yet: by the nearest folder above that does. */
export function realPath(path: string): string {
  try {
    return realpathSync.native(path)
  } catch {
    const above = dirname(path)
    return above === path ? path : join(realPath(above), basename(path))
  }
}
