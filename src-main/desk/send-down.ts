/** 下发: notices with their requirements, the rule for stays, registers and codes, signed and sealed for the offices below us. */
import type { Party } from '../../src-shared/bundle-manifest.ts'
import type { SentDown } from '../../src-shared/desk.ts'
import type { SendDownInput } from '../../src-shared/desk-calls.ts'
import type { NoticeDetail } from '../../src-shared/notices.ts'
import { noticeSchema, requirementSchema } from '../../src-shared/notices.ts'
import { Problem } from '../../src-shared/problems.ts'
import { registerSchemas } from '../../src-shared/registers.ts'
import { formFields, type Stamp } from '../../src-shared/stamp.ts'
import type { CoreContext } from '../core-context.ts'
import { fromRow } from '../database/rows.ts'
import { deliverSet } from '../files/deliver-set.ts'
import { keysOf } from '../keys/peers.ts'
import { getNoticeDetail } from '../notices/notices.ts'
import { findStayRule } from '../notices/stay-days.ts'
import { requireOffice } from '../office.ts'
import { type ChainPlace, inTurn, nextInChain, noteInChain } from '../sync/bundle-chain.ts'
import { reportsNothing, writtenBy } from '../sync/manifest-fields.ts'
import { type SealedBundle, sealBundle } from '../sync/seal-bundle.ts'
import { listOffices } from './offices.ts'
import { mostCodes, sentRegisters, type TaskNotice, type TaskPackage, taskPart, writePackage } from './task-package.ts'
import { codesToSend } from './union-codes.ts'

/**
 * One file that every recipient can open, one for each fifty of them.
 * @throws Problem NOT_FOUND, INVALID_INPUT when there is nothing or nobody, CONFLICT while another bundle is made, KEY_LOCKED, OFFICE_MISSING, DISK_FULL, FILE_UNWRITABLE
 */
export async function sendDown(context: CoreContext, input: SendDownInput): Promise<SentDown> {
  return await inTurn(context.db, () => sendAlone(context, input))
}

async function sendAlone(context: CoreContext, input: SendDownInput): Promise<SentDown> {
  const tasks = await packageOf(context, input)
  if (isEmpty(tasks))
    throw new Problem('INVALID_INPUT', '没有可下发的内容：请至少选一件通知，或者勾选蹲点规定、名册、编码。')
  if (tasks.codes.length > mostCodes)
    throw new Problem(
      'INVALID_INPUT',
      `单位名册里有${tasks.codes.length}个单位的编码，一次最多下发${mostCodes}个，请不要勾选编码。`,
    )
  const { reached, unreachable } = await recipientsOf(context, input.officeIds)
  context.keys.identities() // a locked key is told before a folder is asked for
  const sealed = await sealAll(context, tasks, reached)
  const delivery = await deliverSet(context.host, {
    title: '下发，选择U盘或文件夹',
    make: async () => ({ files: filesOf(sealed), atLeast: 0 }),
    async beforeNaming(files) {
      for (const [index, bundle] of sealed.entries())
        await noteInChain(context, {
          ...bundle,
          files: files.slice(index, index + 1),
          noticeId: tasks.notices[0]?.id ?? '',
        })
    },
  })
  return {
    delivery,
    notices: tasks.notices.length,
    recipients: reached.map(({ party }) => party.name),
    unreachable,
  }
}

function isEmpty({ notices, stayRule, codes, registers }: TaskPackage): boolean {
  const rows = [notices, codes, ...sentRegisters.map((kind) => registers[kind])]
  return stayRule === null && rows.every(({ length }) => length === 0)
}

/** An envelope names so many recipients at most (bundle-schemas.ts). */
const recipientsOfOne = 50

/** Each bundle one file, and each the next in our chain. */
async function sealAll(
  context: CoreContext,
  tasks: TaskPackage,
  reached: readonly Recipient[],
): Promise<SealedBundle[]> {
  let place = await nextInChain(context.db, context)
  const sealed: SealedBundle[] = []
  for (let start = 0; start < reached.length; start += recipientsOfOne) {
    const bundle = await seal(context, { tasks, place, reached: reached.slice(start, start + recipientsOfOne) })
    sealed.push(bundle)
    place = { seq: place.seq + 1, previousHash: bundle.manifestHash }
  }
  return sealed
}

async function* filesOf(sealed: readonly SealedBundle[]) {
  for (const bundle of sealed)
    for await (const { fileName, bytes, of } of bundle.volumes()) {
      if (of > 1) throw new Error('a bundle without attachments has one volume')
      yield { name: fileName, bytes }
    }
}

async function packageOf(
  { db }: CoreContext,
  { noticeIds, withStayRule, withRegisters, withCodes }: SendDownInput,
): Promise<TaskPackage> {
  const notices: TaskNotice[] = []
  for (const id of noticeIds) notices.push(taskOf(await getNoticeDetail(db, id)))
  const registers: Record<string, unknown[]> = {}
  for (const kind of sentRegisters) {
    const rows = withRegisters ? await db.selectFrom(kind).selectAll().where('removedAt', 'is', null).execute() : []
    registers[kind] = rows.map((row) => registerSchemas[kind].parse(formFields(fromRow<Stamp>(kind, row))))
  }
  return {
    format: { major: 1, minor: 1 },
    notices,
    stayRule: withStayRule ? await findStayRule(db) : null,
    codes: withCodes ? await codesToSend(db) : [],
    registers: registers as TaskPackage['registers'],
  }
}

/** What is set aside here is not asked of others. */
function taskOf({
  id,
  version,
  document,
  requirements,
  incomingId: _,
  catalogueNumber: __,
  ...notice
}: NoticeDetail): TaskNotice {
  return {
    id,
    version,
    fields: noticeSchema.parse(formFields(notice)),
    document,
    requirements: requirements
      .filter(({ state }) => state !== '不适用')
      .map(({ noticeId: _notice, position, ...requirement }) => ({
        id: requirement.id,
        version: requirement.version,
        position,
        fields: requirementSchema.parse(formFields(requirement)),
      })),
  }
}

type Recipient = { readonly party: Party; readonly recipient: string }

async function recipientsOf({ db }: CoreContext, officeIds: readonly string[] | null) {
  const offices = (await listOffices(db)).filter(({ officeId }) => officeIds === null || officeIds.includes(officeId))
  const reached: Recipient[] = []
  const unreachable: string[] = []
  for (const { officeId, name, divisionCode } of offices) {
    const key = (await keysOf(db, officeId)).find(({ state }) => state === '使用中')
    if (key) reached.push({ party: { officeId, name, divisionCode }, recipient: key.recipient })
    else unreachable.push(name)
  }
  if (reached.length === 0)
    throw new Problem('INVALID_INPUT', '没有能收下发包的下级单位：请先在“设置”的往来单位中登记它们的密钥名片。')
  return { reached, unreachable }
}

type Sealing = { readonly tasks: TaskPackage; readonly place: ChainPlace; readonly reached: readonly Recipient[] }

async function seal(context: CoreContext, { tasks, place, reached }: Sealing): Promise<SealedBundle> {
  const { name, divisionCode, contact, reviewer, phone } = await requireOffice(context.db)
  const sender = { officeId: context.officeId, name, divisionCode }
  const [only] = reached
  return await sealBundle({
    manifest: {
      bundleId: context.newId(),
      kind: 'down',
      sender,
      // Of a file for several the address is ours: who may open it, its encryption says.
      recipient: reached.length === 1 && only ? only.party : { ...sender, name: `${name}所属下级单位` },
      replica: context.replica,
      epoch: context.epoch,
      ...place,
      toChange: 0,
      ...writtenBy,
      createdAt: context.now(),
      ...reportsNothing,
      people: { preparedBy: contact, reviewedBy: reviewer, phone },
    },
    parts: [{ name: taskPart, rows: 1, bytes: writePackage(tasks) }],
    attachments: [],
    keys: context.keys,
    recipients: reached.map(({ recipient }) => recipient),
    volumeBytes: Number.POSITIVE_INFINITY,
  })
}
