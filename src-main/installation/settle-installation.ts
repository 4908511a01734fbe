/**
 * Whether this ledger is the one that was last here (识别本机台账). A ledger put back from a copy, a copied folder, a moved
 * one and a cloned computer must not go on under the number that another one has used: two different bundles would bear
 * one. A restored one goes on under a new epoch, the others as a new replica; nothing is lost, because what comes next is
 * reported whole. The person is told in one sentence, which stays until she closes it.
 */
import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { realPath } from '../files/real-path.ts'
import { markOf, type OutsideMark } from './outside-mark.ts'

export type Installation = { readonly officeId: string; readonly replica: string; readonly epoch: number }
type Place = {
  readonly dataFolder: string
  /** null where the system does not tell. */
  readonly machineId: string | null
  readonly mark: OutsideMark | null
  readonly newId: () => string
}
type Verdict = 'known' | 'restored' | 'elsewhere'

const sentences: Readonly<Record<Exclude<Verdict, 'known'>, string>> = {
  restored:
    '台账换成了以前的一份（如用备份文件覆盖了数据文件）。已按新的一期继续，不会与以前的上报混淆；下一次上报包含全部内容，上级那里有而这里没有的，收到回执时会列出。',
  elsewhere:
    '数据文件夹是从别处复制或移过来的，或换了电脑。已按新的一台继续，不会与原来那台的上报混淆；下一次上报包含全部内容。原来那台如果还在用，请用“交换”合并，不要再互相复制文件夹。',
}

/** Renews replica or epoch where it must, and notes where the ledger is now. */
export async function settleInstallation(
  db: Kysely<Tables>,
  { officeId, replica, epoch }: Installation,
  { dataFolder, machineId, mark, newId }: Place,
): Promise<Installation> {
  const kept = await db.selectFrom('installation').select('machine').executeTakeFirstOrThrow()
  const here = machineId === null ? kept.machine : placeHash(machineId, dataFolder)
  const verdict = judge({
    isElsewhere: kept.machine !== '' && kept.machine !== here,
    isNew: kept.machine === '',
    mark,
    own: await markOf(db, { replica, epoch }),
    changeAtMark: mark ? await timeOfChange(db, mark.lastChange) : null,
  })
  const settled = {
    known: { replica, epoch },
    restored: { replica, epoch: Math.max(epoch, mark?.epoch ?? 0) + 1 },
    elsewhere: { replica: newId(), epoch: 1 },
  }[verdict]
  if (verdict !== 'known' || here !== kept.machine)
    await db
      .updateTable('installation')
      .set({ ...settled, machine: here, ...(verdict === 'known' ? {} : { notice: sentences[verdict] }) })
      .execute()
  return { officeId, ...settled }
}

type Evidence = {
  readonly isElsewhere: boolean
  /** Nobody has noted yet where it is. */
  readonly isNew: boolean
  readonly mark: OutsideMark | null
  readonly own: OutsideMark
  /** When the ledger made the change that the mark knows as the last; null when it has none of that number. */
  readonly changeAtMark: string | null
}

function judge({ isElsewhere, isNew, mark, own, changeAtMark }: Evidence): Verdict {
  if (isElsewhere) return 'elsewhere'
  if (mark === null) return 'known'
  // Another ledger was here since: how far that which is here now had come under its own name is not known.
  if (mark.replica !== own.replica) return isNew ? 'known' : 'elsewhere'
  if (own.epoch !== mark.epoch) return own.epoch < mark.epoch ? 'restored' : 'known'
  const isBehind = own.lastChange < mark.lastChange || own.lastBundleSeq < mark.lastBundleSeq
  const isBranch = changeAtMark !== null && changeAtMark !== mark.lastChangeAt
  return isBehind || isBranch ? 'restored' : 'known'
}

async function timeOfChange(db: Kysely<Tables>, seq: number): Promise<string | null> {
  const row = await db.selectFrom('change').select('at').where('seq', '=', seq).executeTakeFirst()
  return row?.at ?? null
}

function placeHash(machineId: string, dataFolder: string): string {
  const place = realPath(dataFolder)
  const name = process.platform === 'win32' ? place.toLowerCase() : place
  return createHash('sha256').update(`${machineId}\n${name}`).digest('hex')
}
