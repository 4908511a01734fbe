/** Calls of the office's keys and of the offices that it exchanges bundles with (密钥与往来单位). */
import { z } from 'zod'
import { call, id, returns } from './calls.ts'
import type { Delivery } from './delivery.ts'
import { form, requiredText } from './fields.ts'
import type { AcceptedChange, KeyFilePreview, OwnKeys, Peer, PeerWithKeys, Reclaimed, TakenOver } from './peers.ts'

const file = z.file({ error: '应为文件' })
const given = z.string({ error: '应为文字' }).min(1, '必填').max(200, '不能超过200个字')
/** Of a new passphrase. Eight characters of a person's own making are few enough to remember and many enough for scrypt. */
const chosen = given.min(8, '口令至少8个字符')
const alwaysAsk = z.boolean({ error: '应为是或否' }).optional()
const reason = requiredText(200)

export const keysCalls = {
  show: call.output(returns<OwnKeys>()),
  unlock: call.input(form({ passphrase: given })).output(returns<OwnKeys>()),
  setPassphrase: call
    .input(form({ current: given.optional(), next: chosen.nullable(), alwaysAsk }))
    .output(returns<OwnKeys>()),
  /** The card as a file, or as a page to be stamped. */
  card: call.input(form({ as: z.enum(['file', 'page'], { error: '应为file或page' }) })).output(returns<Delivery>()),
  rotate: call.input(form({ passphrase: given.optional(), reason })).output(returns<Delivery>()),
  /** Rotations so far, for who has not followed yet. */
  changes: call.output(returns<Delivery>()),
  /** 下级名单: cards of the offices below us, for the level above. */
  roster: call.output(returns<Delivery>()),
  renew: call.input(form({ passphrase: chosen.optional(), alwaysAsk })).output(returns<OwnKeys>()),
  revoke: call.input(form({ id, reason })).output(returns<Delivery>()),
  handOver: call.input(form({ passphrase: chosen })).output(returns<Delivery>()),
  takeOver: call.input(form({ file, passphrase: given })).output(returns<TakenOver>()),
  /** The card of another office as it was accepted last, so that it can reclaim its id. */
  peerCard: call.input(form({ officeId: id })).output(returns<Delivery>()),
  /** 找回单位编号: by that card, after data, keys and backups were lost. */
  reclaim: call.input(form({ file })).output(returns<Reclaimed>()),
  /** What a `.ghk` file holds; nothing is taken in. */
  preview: call.input(form({ file })).output(returns<KeyFilePreview>()),
  accept: call
    .input(
      form({
        file,
        fingerprint: given,
        role: z.enum(['上级', '下级'], { error: '应为上级或下级' }).optional(),
        parentId: id.nullable().optional(),
      }),
    )
    .output(returns<Peer>()),
  acceptChanges: call.input(form({ file })).output(returns<readonly AcceptedChange[]>()),
  peers: call.output(returns<readonly PeerWithKeys[]>()),
  part: call.input(form({ officeId: id })).output(returns<Peer>()),
}
