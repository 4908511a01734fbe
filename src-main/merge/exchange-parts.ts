/** The parts of a bundle for the other PC (同步包的内容): rows, frozen documents, and which files this PC has. */
import type { Transaction } from 'kysely'
import type { CarriedCounts, StateRoot } from '../../src-shared/bundle-manifest.ts'
import { heldContents } from '../attachments/content-holders.ts'
import type { CoreContext } from '../core-context.ts'
import type { Tables } from '../database/tables.ts'
import { contentBytes, getContent } from '../files/content-store.ts'
import { linesOf } from '../sync/data-lines.ts'
import type { OpenedVolume } from '../sync/open-bundle.ts'
import { segmentBytes, type UnsealedAttachment, type UnsealedPart } from '../sync/seal-bundle.ts'
import { carryFrozen } from './frozen-documents.ts'
import { readRowStates } from './read-rows.ts'
import { rowHash, rowLine, rowVersion, tableOrder } from './row-state.ts'
import { type RowMark, rootOfMarks } from './state-root.ts'

export type GatheredExchange = {
  readonly parts: readonly UnsealedPart[]
  readonly attachments: readonly UnsealedAttachment[]
  readonly counts: CarriedCounts
  readonly state: StateRoot
  readonly rows: number
  /** Files of the content store that go along. */
  readonly files: number
}

/** Everything that is stamped, as of the transaction; of the files those that another PC is not known to have. */
export async function gatherExchange(
  trx: Transaction<Tables>,
  { dataFolder, now }: Pick<CoreContext, 'dataFolder' | 'now'>,
): Promise<GatheredExchange> {
  const lines: string[] = []
  const marks: RowMark[] = []
  const counts: Record<string, { present: number; removed: number }> = {}
  for await (const state of readRowStates(trx, tableOrder)) {
    const { table, id, values } = state
    lines.push(rowLine(state))
    marks.push({ table, id, version: rowVersion(state), hash: rowHash(state) })
    const count = counts[table] ?? { present: 0, removed: 0 }
    count[(values.removedAt ?? null) === null ? 'present' : 'removed'] += 1
    counts[table] = count
  }
  const frozen = await carryFrozen(trx)
  const contents = await contentsHere(trx, { dataFolder, now })
  const known = await contentsOfOthers(trx)
  const files = contents
    .filter(({ sha256 }) => !known.has(sha256))
    .map(({ sha256, bytes }) => ({ sha256, bytes, read: () => getContent(dataFolder, sha256) }))
  return {
    parts: [
      ...inParts('data', lines),
      ...inParts('frozen', frozen.lines),
      ...inParts(
        'contents',
        contents.map(({ sha256 }) => JSON.stringify(sha256)),
      ),
    ],
    attachments: [...frozen.files, ...files],
    counts,
    state: await rootOfMarks(marks),
    rows: lines.length,
    files: files.length,
  }
}

/** Texts of all parts of one folder, of every volume. @throws Problem BUNDLE_INVALID */
export async function textsIn(
  volumes: readonly OpenedVolume[],
  folder: 'data' | 'frozen' | 'contents',
): Promise<string[]> {
  const texts: string[] = []
  for (const { parts } of volumes)
    for (const part of parts)
      if (part.entry.name.startsWith(`${folder}/`)) for (const text of await linesOf(part)) texts.push(text)
  return texts
}

/** SHA-256 of each line of `contents`; a line that is none is passed over. */
export function contentsNamed(texts: readonly string[]): string[] {
  return texts.flatMap((text) => /^"([0-9a-f]{64})"$/.exec(text)?.[1] ?? [])
}

/** Files that rows of the ledger name and that lie in the store. */
async function contentsHere(trx: Transaction<Tables>, { dataFolder, now }: Pick<CoreContext, 'dataFolder' | 'now'>) {
  const here: { sha256: string; bytes: number }[] = []
  for (const sha256 of [...(await heldContents(trx, now()))].sort()) {
    const bytes = await contentBytes(dataFolder, sha256)
    if (bytes !== null) here.push({ sha256, bytes })
  }
  return here
}

/** Files that every other PC had when it last sent something; empty while none did. */
async function contentsOfOthers(trx: Transaction<Tables>): Promise<ReadonlySet<string>> {
  const others = await trx.selectFrom('otherPc').select('contents').execute()
  const [first, ...rest] = others.map(({ contents }) => JSON.parse(contents) as string[])
  return new Set(first?.filter((sha256) => rest.every((contents) => contents.includes(sha256))))
}

/** NDJSON of about 4 MB each. */
function inParts(folder: string, lines: readonly string[]): UnsealedPart[] {
  const parts: UnsealedPart[] = []
  let open: string[] = []
  let length = 0
  const close = () => {
    if (open.length === 0) return
    const name = `${folder}/${String(parts.length + 1).padStart(3, '0')}.ndjson`
    parts.push({ name, rows: open.length, bytes: Buffer.from(`${open.join('\n')}\n`, 'utf8') })
    open = []
    length = 0
  }
  for (const line of lines) {
    open.push(line)
    // A Chinese character is one unit here and three bytes there.
    length += line.length * 2
    if (length >= segmentBytes) close()
  }
  close()
  return parts
}
