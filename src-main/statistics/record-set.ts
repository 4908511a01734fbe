/** The records that a period's outputs are drawn from (取数范围): which of them, in which version, and a fingerprint of that. */
import { createHash } from 'node:crypto'
import { type Kysely, type SelectQueryBuilder, sql } from 'kysely'
import type { RecordDifference } from '../../src-shared/outgoing.ts'
import type { Period } from '../../src-shared/period.ts'
import type { Tables } from '../database/tables.ts'
import { activitiesIn, continuingStays, lecturesIn, linkedLecturesIn, staysIn, studiesIn } from './in-period.ts'

const kinds = ['study', 'lecture', 'stay', 'activity', 'grassrootsUnion'] as const
type Versions = readonly (readonly [id: string, version: number])[]

/**
 * By id; a kind that was not known when the set was frozen is absent. `stay` also holds those that go on beyond the
 * period, `lecture` those of the period's stays whatever their own date: the figures count them.
 */
export type RecordSet = { readonly period: Period } & { readonly [Kind in (typeof kinds)[number]]?: Versions }

/** What the figures of `period` are counted from, as of the transaction. */
export async function gatherRecords(trx: Kysely<Tables>, period: Period): Promise<RecordSet> {
  return JSON.parse(await recordsText(trx, period)) as RecordSet
}

/** 取数指纹 of the period as people compare it: document, sheets and bundle of the same records state the same. */
export async function periodFingerprint(trx: Kysely<Tables>, period: Period): Promise<string> {
  return shortCode(sha256Of(await recordsText(trx, period)))
}

/**
 * The set as it is stored and hashed: canonical JSON, so that one set has one text. SQLite writes the lists: a year of
 * records need not become objects for a hash.
 */
export async function recordsText(trx: Kysely<Tables>, { from, to }: Period): Promise<string> {
  const period = { from, to }
  const lectures = lecturesIn(trx, period)
    .select(['lecture.id', 'lecture.version'])
    .union(linkedLecturesIn(trx, period).select(['lecture.id', 'lecture.version']))
  const stays = staysIn(trx, period)
    .select(['stay.id', 'stay.version'])
    .unionAll(continuingStays(trx, period).select(['stay.id', 'stay.version']))
  const unions = trx.selectFrom('grassrootsUnion').select(['id', 'version']).where('removedAt', 'is', null)
  // In the order of RFC 8785.
  const parts = {
    activity: await versionsIn(trx, activitiesIn(trx, period).select(['activity.id', 'activity.version'])),
    grassrootsUnion: await versionsIn(trx, unions),
    lecture: await versionsIn(trx, lectures),
    period: JSON.stringify(period),
    stay: await versionsIn(trx, stays),
    study: await versionsIn(trx, studiesIn(trx, period).select(['study.id', 'study.version'])),
  }
  return `{${Object.entries(parts)
    .map(([name, text]) => `"${name}":${text}`)
    .join()}}`
}

type VersionQuery = SelectQueryBuilder<Tables, never, { id: string; version: number }>

/** `[["id",1],…]` by id. */
async function versionsIn(trx: Kysely<Tables>, records: VersionQuery): Promise<string> {
  const { rows } = await sql<{ text: string }>`
    select json_group_array(json_array(id, version) order by id) as text from ${records}
  `.execute(trx)
  return rows[0]?.text ?? '[]'
}

export function sha256Of(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The first half of a SHA-256 as people compare it: eight groups of four. */
export function shortCode(sha256: string): string {
  return (sha256.slice(0, 32).toUpperCase().match(/.{4}/g) ?? []).join(' ')
}

export function countRecords(records: RecordSet): number {
  return kinds.reduce((sum, kind) => sum + (records[kind]?.length ?? 0), 0)
}

/** What is not as it was: changed, gone (also out of the period), or come since. */
export function recordDifferences(then: RecordSet, now: RecordSet): RecordDifference[] {
  return kinds.flatMap((kind) => {
    const before = new Map(then[kind])
    const after = new Map(now[kind])
    return [...new Set([...before.keys(), ...after.keys()])].flatMap((id): RecordDifference[] => {
      const versionThen = before.get(id) ?? null
      const versionNow = after.get(id) ?? null
      if (versionThen === versionNow) return []
      const change = versionThen === null ? 'added' : versionNow === null ? 'removed' : 'changed'
      return [{ kind, id, change, versionThen, versionNow }]
    })
  })
}
