/** A report as a county's program writes it, with whatever a test wants to be otherwise. */

import { schemaName } from '../../../src-main/database/migrate.ts'
import { readRowStates } from '../../../src-main/merge/read-rows.ts'
import { type RowState, rowLine } from '../../../src-main/merge/row-state.ts'
import { readRowMarks, stateRoot } from '../../../src-main/merge/state-root.ts'
import { lastChange } from '../../../src-main/sample/sample-rows.ts'
import { computeFigures } from '../../../src-main/statistics/figures.ts'
import { canonicalJson } from '../../../src-main/sync/canonical-json.ts'
import { wholeTables } from '../../../src-main/sync/reported-tables.ts'
import { sealBundle, type UnsealedAttachment } from '../../../src-main/sync/seal-bundle.ts'
import type { Manifest, UnsealedManifest } from '../../../src-shared/bundle-manifest.ts'
import type { Period } from '../../../src-shared/period.ts'
import type { TestOffice } from '../../open-offices.ts'

export const november: Period = { from: '2026-11-01', to: '2026-11-30' }

export type ReportOptions = {
  readonly period?: Period
  readonly seq?: number
  readonly previousHash?: string | null
  /** The lines as they are sealed; a test may spoil, drop or repeat some. */
  readonly lines?: (lines: string[], states: readonly RowState[]) => string[]
  readonly manifest?: Partial<UnsealedManifest>
  readonly attachments?: readonly UnsealedAttachment[]
  readonly volumeBytes?: number
  readonly changedAfter?: number
  /** Whom it is sealed for, when not for whom it is addressed to. */
  readonly recipients?: readonly string[]
}

export type MadeReport = {
  readonly files: readonly File[]
  readonly manifest: Manifest
  readonly manifestHash: string
}

let made = 0

/** Everything of the county, unless `changedAfter` says less. */
export async function makeReport(from: TestOffice, to: TestOffice, options: ReportOptions = {}): Promise<MadeReport> {
  const { context } = from
  const { db } = context
  const period = options.period ?? november
  const states: RowState[] = []
  const which = options.changedAfter === undefined ? {} : { changedAfter: options.changedAfter }
  for await (const state of readRowStates(db, wholeTables, which)) states.push(state)
  const lines = options.lines?.(states.map(rowLine), states) ?? states.map(rowLine)
  made += 1
  const tables = lines.map((line) => /"t":"(\w+)"/.exec(line)?.[1] ?? 'study')
  const manifest: UnsealedManifest = {
    bundleId: `bundle-${String(made).padStart(6, '0')}`,
    kind: 'report',
    sender: await partyOf(from),
    recipient: await partyOf(to),
    replica: context.replica,
    epoch: context.epoch,
    seq: options.seq ?? 1,
    previousHash: options.previousHash ?? null,
    base: null,
    toChange: await db.transaction().execute(lastChange),
    schema: schemaName,
    app: '1.0.0',
    minReader: 0,
    createdAt: context.now(),
    period,
    counts: Object.fromEntries(
      [...new Set(tables)].map((table) => [
        table,
        { present: tables.filter((one) => one === table).length, removed: 0 },
      ]),
    ),
    figures: await computeFigures(db, period),
    fingerprint: '',
    state: await stateRoot(db, wholeTables),
    declaredEmpty: [],
    notice: null,
    papers: [],
    people: { preparedBy: '王芳', reviewedBy: '李红梅', phone: '0954-1234567' },
    correction: '',
    ...options.manifest,
  }
  const sealed = await sealBundle({
    manifest,
    parts: [...partsOf('data', lines), ...partsOf('state', await indexOf(from))],
    attachments: options.attachments ?? [],
    keys: context.keys,
    recipients: options.recipients ?? [to.context.keys.recipient],
    volumeBytes: options.volumeBytes ?? Number.POSITIVE_INFINITY,
  })
  const files: File[] = []
  for await (const volume of sealed.volumes()) files.push(new File([new Uint8Array(volume.bytes)], volume.fileName))
  return { files, manifest: sealed.manifest, manifestHash: sealed.manifestHash }
}

/** A part of a bundle holds so many lines: some 5 MB of long records. */
const linesOfPart = 5000

function partsOf(folder: 'data' | 'state', lines: readonly string[]) {
  const parts: { name: string; rows: number; bytes: Buffer }[] = []
  for (let start = 0; start < lines.length || start === 0; start += linesOfPart) {
    const page = lines.slice(start, start + linesOfPart)
    const number = String(parts.length + 1).padStart(3, '0')
    const name =
      folder === 'data' ? `data/${number}.ndjson` : start === 0 ? 'state/index.ndjson' : `state/index-${number}.ndjson`
    parts.push({ name, rows: page.length, bytes: Buffer.from(page.map((line) => `${line}\n`).join(''), 'utf8') })
  }
  return parts
}

/** One line for each row that the county has. */
async function indexOf({ context }: TestOffice): Promise<string[]> {
  const lines: string[] = []
  for await (const mark of readRowMarks(context.db, wholeTables)) lines.push(canonicalJson(mark))
  return lines
}

async function partyOf({ api, context }: TestOffice) {
  const office = await api.office.show()
  return { officeId: context.officeId, name: office?.name ?? '', divisionCode: office?.divisionCode ?? '' }
}
