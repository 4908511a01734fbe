/** A folder of files offered to the records of their days (按日期对应): proposals only, the clerk confirms. */
import type { Kysely } from 'kysely'
import type { EvidenceRecord, FileMatch, PeriodPhoto } from '../../src-shared/attachments.ts'
import type { DeliveredFile } from '../../src-shared/delivery.ts'
import { isDay } from '../../src-shared/fields.ts'
import type { Period } from '../../src-shared/period.ts'
import type { Tables } from '../database/tables.ts'
import { takenOnInHead } from '../files/placeless-picture.ts'
import { type DatedRecord, recordsWithin } from './evidence-records.ts'

/** A file as the window names it: its path within the folder, and its first bytes, in which EXIF stands. */
export type OfferedFile = { readonly path: string; readonly head: DeliveredFile }

/** The day of a file is that of its EXIF, else the one that its name or a folder above it bears, the nearest first. */
export async function matchFiles(db: Kysely<Tables>, files: readonly OfferedFile[]): Promise<readonly FileMatch[]> {
  const days = await Promise.all(
    files.map(async ({ path, head }) => takenOnInHead(new Uint8Array(await head.arrayBuffer())) ?? dayInPath(path)),
  )
  const known = days.filter((day) => day !== null).sort()
  const [from, to] = [known[0], known.at(-1)]
  const records = from && to ? await recordsWithin(db, { from, to }) : []
  return files.map(({ path }, index) => {
    const day = days[index] ?? null
    const same = day === null ? [] : records.filter((record) => record.from <= day && day <= record.day)
    return { path, day, proposals: ranked(same, path) }
  })
}

/** The photos of a period's records, in order of the records' days. */
export async function photosOfPeriod(db: Kysely<Tables>, period: Period): Promise<readonly PeriodPhoto[]> {
  const records = await recordsWithin(db, period)
  const inPeriod = new Map(records.filter(({ day }) => day <= period.to).map((record) => [record.id, record]))
  const rows = await db
    .selectFrom('attachment')
    .selectAll()
    .where('removedAt', 'is', null)
    .where('viewSha256', 'is not', null)
    .where('role', '=', '照片')
    .orderBy('position')
    .orderBy('id')
    .execute()
  const place = new Map([...inPeriod.keys()].map((id, index) => [id, index]))
  return rows
    .filter(({ recordId }) => inPeriod.has(recordId))
    .sort((one, other) => (place.get(one.recordId) ?? 0) - (place.get(other.recordId) ?? 0))
    .flatMap(({ replica: _replica, removedAt: _removedAt, ...attachment }) => {
      const record = inPeriod.get(attachment.recordId)
      return record ? [{ attachment, record: plain(record) }] : []
    })
}

/** `2026-11-05`, `2026.11.5`, `20261105`, `2026年11月5日` in a name, the last part of the path first. */
function dayInPath(path: string): string | null {
  for (const part of path.split(/[\\/]/u).reverse()) {
    const found = /(?<!\d)(20\d\d)(?:[-._年](\d{1,2})[-._月](\d{1,2})|(\d\d)(\d\d))(?!\d)/u.exec(part)
    if (!found) continue
    const [, year = '', month = found[4] ?? '', date = found[5] ?? ''] = found
    const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
    if (isDay(day)) return day
  }
  return null
}

/** Records whose title or place the path names stand first; otherwise as they are. */
function ranked(records: readonly DatedRecord[], path: string): EvidenceRecord[] {
  const isNamed = ({ title, place }: DatedRecord) =>
    path.split(/[\\/]/u).some((part) => {
      const words = part.replace(/\.\w+$/u, '').replace(/[\d\s\-_.年月日（）()]+/gu, '')
      return words.length >= 2 && (title.includes(words) || place.includes(words) || words.includes(title))
    })
  return [...records.filter(isNamed), ...records.filter((record) => !isNamed(record))].map(plain)
}

function plain({ from: _from, ...record }: DatedRecord): EvidenceRecord {
  return record
}
