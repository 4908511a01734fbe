/** Takes another office's key card (登记名片): its fingerprint must be the one that was compared by phone or on paper. */
import type { Kysely, Transaction } from 'kysely'
import type { PeerRole } from '../../src-shared/bundle-manifest.ts'
import { cardDays, type Peer } from '../../src-shared/peers.ts'
import { Problem } from '../../src-shared/problems.ts'
import { localDayOf } from '../../src-shared/report-state.ts'
import type { CoreContext } from '../core-context.ts'
import type { Tables } from '../database/tables.ts'
import { requireOffice } from '../office.ts'
import { canonicalJson } from '../sync/canonical-json.ts'
import { cardFingerprint, type SignedCard } from './key-card.ts'
import { keyIdOf } from './office-keys.ts'
import { checkPlace } from './peer-tree.ts'
import { findPeer, isInScope, keysOf, peerOfKey } from './peers.ts'

export type Enrolment = {
  /** As it was read out or stands on the stamped page; blanks and letter case do not matter. */
  readonly fingerprint: string
  /** Without it: 上级 when the card bears the name of our superior, else 下级. */
  readonly role?: PeerRole | undefined
  /** The office between it and us. */
  readonly parentId?: string | null | undefined
}

/**
 * Enrols an office, or gives a known one its new key: the key it had is then 已更换. Accepting a card again changes
 * nothing but name and place.
 * @throws Problem KEY_REFUSED with the reason, INVALID_INPUT, OFFICE_MISSING
 */
export async function acceptCard(context: CoreContext, signed: SignedCard, enrolment: Enrolment): Promise<Peer> {
  const { db, now } = context
  const { card } = signed
  refuseFingerprint(cardFingerprint({ ...card, officeId: card.office.officeId }), enrolment.fingerprint)
  refuseOwn(context, signed)
  refuseOld(card.madeAt, now())
  return await db.transaction().execute(async (trx) => {
    const known = await findPeer(trx, card.office.officeId)
    const role = enrolment.role ?? known?.role ?? (await likelyRole(trx, card.office.name))
    await refuseKey(trx, signed)
    if (known && known.removedAt === null && known.role !== role)
      throw refused(`“${known.name}”已登记为${known.role}，不能同时是${role}；登记错了的，先停止与它往来，再重新登记。`)
    const parentId = enrolment.parentId === undefined ? await inheritedParent(trx, role, known) : enrolment.parentId
    await checkPlace(trx, { officeId: card.office.officeId, role, parentId })
    return await enrol(trx, signed, { role, parentId, at: now(), reason: '重新登记名片' })
  })
}

/** Writes office and key; other keys of the office end. */
export async function enrol(
  trx: Transaction<Tables>,
  signed: SignedCard,
  { role, parentId, at, reason }: { role: PeerRole; parentId: string | null; at: string; reason: string },
): Promise<Peer> {
  const { officeId, name, divisionCode } = signed.card.office
  const present = { name, divisionCode, role, parentId, removedAt: null }
  await trx
    .insertInto('peer')
    .values({ officeId, addedAt: at, ...present })
    .onConflict((conflict) => conflict.column('officeId').doUpdateSet(present))
    .execute()
  const { signingKey, recipient } = signed.card
  const keyId = keyIdOf(signingKey)
  for (const key of await keysOf(trx, officeId))
    if (key.keyId !== keyId && key.state === '使用中')
      await trx
        .updateTable('peerKey')
        .set({ state: '已更换', endedAt: at, reason })
        .where('keyId', '=', key.keyId)
        .execute()
  const card = canonicalJson(signed)
  await trx
    .insertInto('peerKey')
    .values({
      keyId,
      officeId,
      signingKey,
      recipient,
      card,
      state: '使用中',
      acceptedAt: at,
      endedAt: null,
      reason: '',
    })
    .onConflict((conflict) => conflict.column('keyId').doUpdateSet({ card, recipient }))
    .execute()
  return { officeId, addedAt: at, ...present }
}

/** `A1B2 C3D4 …` as 32 hex digits, whatever stands between the groups and however wide the letters are. */
function digitsOf(fingerprint: string): string {
  return fingerprint
    .normalize('NFKC')
    .replace(/[\s\-–—_.,、:]/g, '')
    .toUpperCase()
}

function refuseFingerprint(actual: string, compared: string): void {
  const digits = digitsOf(compared)
  if (!/^[0-9A-F]{32}$/.test(digits))
    throw refused('指纹应为8组、每组4位，由数字和字母A至F组成，请对照名片的打印页或电话重新录入。')
  if (digits !== digitsOf(actual))
    throw refused(
      '指纹不符：这张名片不是对方读给你的那一张，可能拿错了文件，也可能被人换过；请与对方重新核对，不要采用。',
    )
}

function refuseOwn({ officeId, keys }: CoreContext, { card }: SignedCard): void {
  if (card.office.officeId === officeId || keys.isOwn(keyIdOf(card.signingKey)))
    throw refused('这是本单位自己的名片，不用登记；请选对方交来的名片。')
}

function refuseOld(madeAt: string, now: string): void {
  if (Date.parse(now) - Date.parse(madeAt) > cardDays * 86_400_000)
    throw refused(
      `这张名片是${localDayOf(madeAt)}导出的，已超过一年，请对方重新导出；日期不对的，请核对两边电脑的日期。`,
    )
}

async function refuseKey(trx: Kysely<Tables>, { card }: SignedCard): Promise<void> {
  const owner = await peerOfKey(trx, keyIdOf(card.signingKey))
  if (!owner) return
  if (owner.peer.officeId !== card.office.officeId)
    throw refused(`名片上的密钥已属于“${owner.peer.name}”，一套密钥只能属于一个单位，请与对方核对。`)
  if (owner.key.state === '已吊销') throw refused('名片上的密钥已被吊销，不能再用，请对方重建密钥后导出新名片。')
  if (owner.key.state === '已更换') throw refused('这是一张旧名片，上面的密钥已经更换，请对方导出新名片。')
}

/** Where it stood, unless we have parted from that office meanwhile: then it stands directly under us. */
async function inheritedParent(trx: Kysely<Tables>, role: PeerRole, known: Peer | null): Promise<string | null> {
  if (role !== '下级' || !known?.parentId) return null
  return (await isInScope(trx, known.parentId)) ? known.parentId : null
}

async function likelyRole(trx: Kysely<Tables>, name: string): Promise<PeerRole> {
  return (await requireOffice(trx)).superior === name ? '上级' : '下级'
}

function refused(sentence: string): Problem {
  return new Problem('KEY_REFUSED', sentence)
}
