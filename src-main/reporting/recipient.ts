/** Whom a bundle is for (接收单位): an enrolled superior with a key in use. */
import type { Kysely } from 'kysely'
import type { Party } from '../../src-shared/bundle-manifest.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { Tables } from '../database/tables.ts'
import { keysOf, listPeers } from '../keys/peers.ts'
import { requireOffice } from '../office.ts'

export type Recipient = Party & { /** age recipients of its keys in use. */ readonly keys: readonly string[] }

/** Enrolled superiors, in the order of the register. */
export async function listRecipients(db: Kysely<Tables>): Promise<readonly Party[]> {
  const peers = await listPeers(db)
  return peers
    .filter(({ role }) => role === '上级')
    .map(({ officeId, name, divisionCode }) => ({ officeId, name, divisionCode }))
}

/**
 * @param to name or id; empty for the only one
 * @throws Problem NOT_FOUND when none is enrolled or none is called so, INVALID_INPUT when it could be several
 */
export async function findRecipient(db: Kysely<Tables>, to: string): Promise<Recipient> {
  const { superior } = await requireOffice(db)
  const all = await listRecipients(db)
  if (all.length === 0)
    throw new Problem(
      'NOT_FOUND',
      `还没有登记上级的密钥名片，上报包要加密给上级才能导出。请向${superior}要来名片文件（.ghk），登记并核对指纹后再导出。`,
    )
  const names = all.map(({ name }) => name).join('、')
  const fitting = to === '' ? all : all.filter(({ officeId, name }) => officeId === to || name === to)
  // One of several that bears the name stated as our superior is meant when none is named.
  const [party, ...others] = fitting.length > 1 && to === '' ? preferred(all, superior) : fitting
  if (party === undefined)
    throw new Problem('NOT_FOUND', `没有登记过叫“${to}”的上级，已登记的有：${names}；请核对名称或先登记它的密钥名片。`)
  if (others.length > 0) throw new Problem('INVALID_INPUT', `登记了${all.length}个上级（${names}），请写明报给哪一个。`)
  const keys = (await keysOf(db, party.officeId)).filter(({ state }) => state === '使用中')
  if (keys.length === 0)
    throw new Problem('NOT_FOUND', `${party.name}的密钥已经停用，请向它要来新的密钥名片，登记后再导出。`)
  return { ...party, keys: keys.map(({ recipient }) => recipient) }
}

function preferred(all: readonly Party[], superior: string): readonly Party[] {
  const named = all.filter(({ name }) => name === superior)
  return named.length === 1 ? named : all
}
