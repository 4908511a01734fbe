/** What becomes of grassroots unions (单位沿革): the acts of the register, and what it tells of a union. */
import type { RecordKind } from './record-kinds.ts'
import type { UnionKind, unionActKinds } from './vocabulary.ts'

export type UnionAct = {
  readonly kind: (typeof unionActKinds)[number]
  /** From this day on it holds; null for what corrects the register itself. */
  readonly day: string | null
  /** As a clerk reads it, with the names of that day. */
  readonly sentence: string
  /** The unions that it concerns. */
  readonly unionIds: readonly string[]
}

/** What was done; `remarks` say what the clerk should look at besides. */
export type ActDone = { readonly id: string; readonly sentence: string; readonly remarks: readonly string[] }

/** 沿革, the newest first; `actId` of what can be taken back. */
export type UnionEvent = { readonly day: string | null; readonly sentence: string; readonly actId: string | null }

/** 在用处: how many name the union, and the newest of them. */
export type UnionUse = {
  readonly kind: RecordKind | 'grassrootsUnion'
  readonly count: number
  readonly newest: readonly { readonly id: string; readonly date: string; readonly title: string }[]
}

/** Unions that look like one; the one that most records name comes first. */
export type DuplicateUnions = {
  readonly reason: string
  readonly unions: readonly {
    readonly id: string
    readonly name: string
    readonly township: string
    readonly code: string
    readonly uses: number
  }[]
}

/** A union, or a township or industry, with all below it. */
export type UnionNode = {
  readonly key: string
  readonly title: string
  readonly union: { readonly id: string; readonly kind: UnionKind } | null
  /** Of itself and all below; null where no union states a number. */
  readonly unions: number
  readonly members: number | null
  readonly staff: number | null
  readonly children: readonly UnionNode[]
}
export const unionTreeOrders = ['township', 'industry', 'parent'] as const
export type UnionTreeOrder = (typeof unionTreeOrders)[number]
