/** Exporting a report (上报), against a bare loop that reads the same rows with their changes and compresses them. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { deflateRaw } from 'node:zlib'
import Database from 'better-sqlite3'
import { clientOf, openCore } from '../../src-main/core.ts'
import { wholeTables } from '../../src-main/sync/reported-tables.ts'
import { office } from '../sample-records.ts'
import { fillLedger, type OpenLedger, openLedger, year } from './ledger.ts'
import { type Comparison, compare } from './measure.ts'

const deflate = promisify(deflateRaw)
const segmentBytes = 4 * 1024 * 1024
const besides =
  'the hash of every row and their root, the index, figures, signature, encryption, hash and footer of the file'

export async function benchExport(sizes: readonly number[], runs: number): Promise<Comparison[]> {
  const comparisons: Comparison[] = []
  for (const size of sizes) {
    const ledger = await openLedger()
    await enrolSuperior(ledger)
    await fillLedger(ledger, size)
    comparisons.push(
      await compare(
        'export of a whole report',
        {
          ours: () => ledger.api.bundles.export({ period: year, isFull: true }),
          bare: () => readAndCompress(join(ledger.folder, 'ledger.sqlite')),
        },
        { size, aim: 2, runs, besides },
      ),
    )
    await ledger.close()
  }
  return comparisons
}

/** Each row with its changes as a line of JSON, deflated in segments. @returns bytes */
async function readAndCompress(path: string): Promise<number> {
  const db = new Database(path, { readonly: true })
  let bytes = 0
  try {
    const changesOf = db.prepare(
      'SELECT op, version, replica, epoch, at, old FROM change WHERE rowId = ? ORDER BY version',
    )
    for (const table of wholeTables) {
      let lines: string[] = []
      let length = 0
      const close = async () => {
        bytes += (await deflate(Buffer.from(lines.join('\n'), 'utf8'))).length
        lines = []
        length = 0
      }
      for (const row of db.prepare(`SELECT * FROM ${table} ORDER BY id`).all() as { id: string }[]) {
        const line = JSON.stringify({ table, row, changes: changesOf.all(row.id) })
        lines.push(line)
        length += line.length * 2
        if (length >= segmentBytes) await close()
      }
      await close()
    }
    return bytes
  } finally {
    db.close()
  }
}

async function enrolSuperior({ api }: OpenLedger): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'xuexuan-bench-upper-'))
  const core = await openCore({ dataFolder: folder, stateFolder: folder, host: { shell: 'cli' } })
  const upper = clientOf(core)
  await upper.office.set({ ...office, name: '固川市总工会', mark: '', superior: '宁川省总工会' })
  const card = await upper.keys.card({ as: 'file' })
  if (card.state !== 'download') throw new Error(card.state)
  const { fingerprint } = await upper.keys.show()
  await api.keys.accept({ file: card.file as File, fingerprint, role: '上级' })
  await core.close()
  rmSync(folder, { recursive: true, force: true })
}
