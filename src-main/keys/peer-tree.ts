/** The tree of offices below us (下级单位): where one may stand. */
import type { Kysely } from 'kysely'
import type { PeerRole } from '../../src-shared/bundle-manifest.ts'
import { levelsBelow } from '../../src-shared/peers.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { Tables } from '../database/tables.ts'
import { findPeer, subtreeOf } from './peers.ts'

/** @throws Problem KEY_REFUSED when the office cannot stand there */
export async function checkPlace(
  trx: Kysely<Tables>,
  { officeId, role, parentId }: { officeId: string; role: PeerRole; parentId: string | null },
): Promise<void> {
  if (parentId === null) return
  if (role === '上级') throw refused('上级单位不放在别的单位之下。')
  const parent = await findPeer(trx, parentId)
  if (!parent || parent.removedAt !== null || parent.role !== '下级')
    throw refused('所选的直接上级不是已登记的下级单位，请先登记它的名片。')
  const below = await subtreeOf(trx, officeId)
  if (parentId === officeId || below.includes(parentId))
    throw refused(`“${parent.name}”就在这个单位之下，不能再作它的直接上级。`)
  if ((await depthOf(trx, parentId)) + (await heightOf(trx, officeId)) > levelsBelow)
    throw refused(`本单位之下最多${levelsBelow}级，请放到更高一级的单位之下。`)
}

/** 1 for an office directly under us. */
async function depthOf(trx: Kysely<Tables>, officeId: string): Promise<number> {
  const parentId = (await findPeer(trx, officeId))?.parentId
  return parentId ? 1 + (await depthOf(trx, parentId)) : 1
}

/** Levels that the office and those below it take: 1 when there are none. */
async function heightOf(trx: Kysely<Tables>, officeId: string): Promise<number> {
  const below = (await subtreeOf(trx, officeId)).filter((id) => id !== officeId)
  const depths = await Promise.all(below.map((id) => depthOf(trx, id)))
  const own = (await findPeer(trx, officeId)) ? await depthOf(trx, officeId) : 1
  return Math.max(0, ...depths.map((depth) => depth - own)) + 1
}

function refused(sentence: string): Problem {
  return new Problem('KEY_REFUSED', sentence)
}
