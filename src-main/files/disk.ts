/** What writing to a stick asks of the disk (磁盘): node's own, or one that fails where a test says. */
import { mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises'

export const nodeDisk = { mkdir, open, readdir, rename, rm, stat, statfs } as const
export type Disk = Pick<typeof nodeDisk, keyof typeof nodeDisk>
