/**
 * Three-way merging of what came down (下发内容合并): as it came the last time, as it comes now, as the clerk has it. What she
 * has not changed follows; what she has changed stays hers, and the other words are told. Pure.
 */
import { canonicalJson } from '../sync/canonical-json.ts'

type Fields = Readonly<Record<string, unknown>>

export type MergedFields = {
  /** Fields that follow what came. */
  readonly changes: Fields
  /** Fields that both have changed, with what came. */
  readonly kept: readonly { readonly field: string; readonly offered: unknown }[]
}

/** @param base as it came the last time; fields that it does not have count as never changed above */
export function mergeFields(base: Fields, theirs: Fields, ours: Fields): MergedFields {
  const changes: Record<string, unknown> = {}
  const kept: { field: string; offered: unknown }[] = []
  for (const [field, value] of Object.entries(theirs)) {
    if (isSame(value, ours[field]) || (field in base && isSame(value, base[field]))) continue
    if (field in base && isSame(ours[field], base[field])) changes[field] = value
    else kept.push({ field, offered: value })
  }
  return { changes, kept }
}

const isSame = (one: unknown, other: unknown) => canonicalJson(one ?? null) === canonicalJson(other ?? null)
