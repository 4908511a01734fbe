/** What becomes of unions (更名、撤销、合并、分设、更正统计编码): each act with its day, in one transaction. */
import type { Transaction } from 'kysely'
import { Problem } from '../../src-shared/problems.ts'
import type { ActDone } from '../../src-shared/union-lives.ts'
import { type GrassrootsUnion, unionSchema } from '../../src-shared/unions.ts'
import { insertRows } from '../database/changes.ts'
import type { Tables } from '../database/tables.ts'
import { changeUnion, doAct, refuseEnded, unionThatGoesOn } from './act.ts'
import { faultOfTakenCode } from './codes.ts'
import { refuseKnownNames, remarksOnName } from './names.ts'
import { getUnion, newUnion, type UnionContext } from './unions.ts'

const quoted = (names: readonly string[]) => names.map((name) => `“${name}”`).join('、')

/** 更名: the old name stays that of the days before `on`. @throws Problem NOT_FOUND, INVALID_INPUT, CONFLICT */
export async function renameUnion(
  context: UnionContext,
  { id, name, on }: { readonly id: string; readonly name: string; readonly on: string },
): Promise<ActDone> {
  return await doAct(context, async (trx) => {
    const union = await unionThatGoesOn(trx, id, { on, today: context.today(), word: '更名' })
    if (union.name === name) throw new Problem('INVALID_INPUT', `现名称就是“${name}”，没有更名；请填写新名称。`)
    await refuseKnownNames(trx, [name], [id])
    const formerNames = [...union.life.formerNames, { name: union.name, until: on }]
    await changeUnion(trx, context, union, { name, formerNames })
    const sentence = `由“${union.name}”更名为“${name}”`
    return { kind: '更名', day: on, sentence, unionIds: [id], remarks: await remarksOnName(trx, name, id) }
  })
}

/** 撤销: from `on` it is not in the base. @throws Problem NOT_FOUND, INVALID_INPUT */
export async function retireUnion(
  context: UnionContext,
  { id, on }: { readonly id: string; readonly on: string },
): Promise<ActDone> {
  return await doAct(context, async (trx) => {
    const union = await unionThatGoesOn(trx, id, { on, today: context.today(), word: '撤销' })
    await changeUnion(trx, context, union, { endedOn: on, ending: '撤销' })
    return { kind: '撤销', day: on, sentence: `“${union.name}”撤销`, unionIds: [id] }
  })
}

/** 合并: what reached one of `ids` counts for `into` from `on`. @throws Problem NOT_FOUND, INVALID_INPUT */
export async function mergeUnions(
  context: UnionContext,
  { into, ids, on }: { readonly into: string; readonly ids: readonly string[]; readonly on: string },
): Promise<ActDone> {
  return await doAct(context, async (trx) => {
    const heir = await getUnion(trx, into)
    if (ids.includes(into)) throw new Problem('INVALID_INPUT', `“${heir.name}”不能并入它自己，请重新选择。`)
    refuseEnded(heir, '不能再并入别的单位')
    if (heir.foundedOn !== null && heir.foundedOn > on)
      throw new Problem('INVALID_INPUT', `“${heir.name}”${heir.foundedOn}才成立，合并日期不能早于那一天，请核对。`)
    const names: string[] = []
    for (const id of ids) {
      const union = await unionThatGoesOn(trx, id, { on, today: context.today(), word: '合并' })
      await changeUnion(trx, context, union, { endedOn: on, ending: '合并', successorId: into })
      names.push(union.name)
    }
    const sentence = `${quoted(names)}并入“${heir.name}”`
    const remarks = [`请核对“${heir.name}”的会员、职工人数，合并不会把人数相加。`]
    return { kind: '合并', day: on, sentence, unionIds: [into, ...ids], remarks }
  })
}

/** A union that comes of splitting: one of the register, or a new one that takes what it does not say from the old. */
export type UnionPart = {
  readonly unionId: string | null
  readonly name: string
  readonly members: number | null
  readonly staff: number | null
}

/**
 * 分设: new unions are founded on that day; the old one ends, or goes on with `keepsOriginal`. What reached the old one
 * before counts for none of the new. @throws Problem NOT_FOUND, INVALID_INPUT, CONFLICT
 */
export async function splitUnion(
  context: UnionContext,
  input: {
    readonly id: string
    readonly on: string
    readonly keepsOriginal: boolean
    readonly parts: readonly UnionPart[]
  },
): Promise<ActDone> {
  const { id, on, keepsOriginal, parts } = input
  return await doAct(context, async (trx) => {
    const union = await unionThatGoesOn(trx, id, { on, today: context.today(), word: '分设' })
    if (!keepsOriginal && parts.length < 2)
      throw new Problem('INVALID_INPUT', '分设后原单位不保留的，至少要有两个单位，请补填；只是改名的请用“更名”。')
    if (!keepsOriginal) await changeUnion(trx, context, union, { endedOn: on, ending: '分设' })
    const ids: string[] = []
    const names: string[] = []
    for (const part of parts) {
      const found = part.unionId === null ? null : await takeIn(trx, context, { union, id: part.unionId, on })
      ids.push(found?.id ?? (await foundPart(trx, context, { union, part, on })))
      names.push(found?.name ?? part.name)
    }
    const sentence = keepsOriginal
      ? `由“${union.name}”分设${quoted(names)}，“${union.name}”保留`
      : `“${union.name}”分设为${quoted(names)}`
    return { kind: '分设', day: on, sentence, unionIds: [id, ...ids] }
  })
}

/** 更正统计编码: it is kept for life, so a slip is mended by an act that says why. @throws Problem INVALID_INPUT */
export async function correctStatisticsCode(
  context: UnionContext,
  { id, statisticsCode, reason }: { readonly id: string; readonly statisticsCode: string; readonly reason: string },
): Promise<ActDone> {
  return await doAct(context, async (trx) => {
    const union = await getUnion(trx, id)
    if (union.statisticsCode === '')
      throw new Problem('INVALID_INPUT', `“${union.name}”还没有统计编码，请在修改单位时直接填写。`)
    if (union.statisticsCode === statisticsCode)
      throw new Problem('INVALID_INPUT', `现在的统计编码就是“${statisticsCode}”，不用更正。`)
    const fault = await faultOfTakenCode(trx, statisticsCode, id)
    if (fault !== null) throw new Problem('INVALID_INPUT', `${fault}，请核对。`)
    await changeUnion(trx, context, union, { statisticsCode })
    const to = statisticsCode === '' ? '清除' : `更正为“${statisticsCode}”`
    const sentence = `统计编码由“${union.statisticsCode}”${to}：${reason}`
    return { kind: '更正统计编码', day: null, sentence, unionIds: [id] }
  })
}

type Parting = { readonly union: GrassrootsUnion; readonly on: string }

async function foundPart(
  trx: Transaction<Tables>,
  context: UnionContext,
  { union, part, on }: Parting & { readonly part: UnionPart },
): Promise<string> {
  await refuseKnownNames(trx, [part.name])
  const { kind, township, industry, parentId } = union
  const { name, members, staff } = part
  const fields = unionSchema.parse({ name, kind, township, industry, parentId, members, staff, foundedOn: on })
  const [id = ''] = await insertRows(trx, context, 'grassrootsUnion', [{ ...newUnion(fields), originId: union.id }])
  return id
}

/** A union of the register that came of the splitting. */
async function takeIn(
  trx: Transaction<Tables>,
  context: UnionContext,
  { union, id, on }: Parting & { readonly id: string },
): Promise<GrassrootsUnion> {
  const part = await getUnion(trx, id)
  if (id === union.id) throw new Problem('INVALID_INPUT', `“${part.name}”不能由它自己分设，请重新选择。`)
  refuseEnded(part, '不能作为分设出来的单位')
  if (part.life.originId !== null)
    throw new Problem('INVALID_INPUT', `“${part.name}”已登记由别的单位分设，请先撤销那项变更。`)
  if (part.foundedOn !== null && part.foundedOn < on)
    throw new Problem('INVALID_INPUT', `“${part.name}”${part.foundedOn}就已成立，早于分设日期，请核对。`)
  await changeUnion(trx, context, part, { originId: union.id, foundedOn: part.foundedOn ?? on })
  return part
}
