/** Words that both forms of the cover page (上报封面) share. */
import type { BundleCover } from '../../src-shared/bundle-cover.ts'

/** Lines of volumes that a page has room for. */
const room = 4

/** All volumes, or the first and how many more there are: the list on the screen and on the stick names all. */
export function shortVolumes(volumes: readonly string[]): string[] {
  if (volumes.length <= room) return [...volumes]
  return [...volumes.slice(0, room - 1), `其余${volumes.length - room + 1}卷见“上报”页的清单`]
}

/** The start of each file's SHA-256. */
export function volumeLabel(volumes: readonly string[]): string {
  return volumes.length > 1 ? `${volumes.length}卷校验码` : '校验码'
}

const blank = '　　　　　　'

/** Who answers for it; a blank is signed by hand. */
export function signatures({ preparedBy, reviewedBy, phone }: BundleCover): readonly string[] {
  return [
    `单位负责人（签字）：${blank}`,
    `审核人：${reviewedBy || blank}`,
    `填报人：${preparedBy || blank}`,
    `联系电话：${phone || blank}`,
  ]
}
