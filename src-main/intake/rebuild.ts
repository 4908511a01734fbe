/**
 * Draws the received database anew from bundle files (从存档重建) into a folder of its own: whoever holds the files and
 * the key can show that the one in use holds what the offices sent, and nothing else.
 */
import { existsSync } from 'node:fs'
import { mkdir, open, readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Rebuilt } from '../../src-shared/intake.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { CoreContext } from '../core-context.ts'
import type { Job } from '../jobs.ts'
import { stateRoot } from '../merge/state-root.ts'
import { sha256 } from '../sync/ed25519.ts'
import { type OpenedVolume, openVolume } from '../sync/open-bundle.ts'
import { wholeTables } from '../sync/reported-tables.ts'
import { containerVersionOf } from '../sync/volume.ts'
import { applyBundle } from './apply-bundle.ts'
import { type ArchivedBundle, archivedBundle, countedBundles, dataVolumes } from './archive.ts'
import { catchUp, noteApplied } from './catch-up.ts'
import { openReceived, receivedPath } from './received-database.ts'
import { inTurn } from './received-turn.ts'

type LeftOut = Rebuilt['leftOut'][number]
/** Paths of volumes by `bundleId manifestHash`, then by number. */
type Found = Map<string, Map<number, string>>

/** @throws Problem FILE_UNREADABLE, FILE_UNWRITABLE, KEY_LOCKED, CANCELLED, BUNDLE_INVALID for a volume that is lacking */
export async function rebuildReceived(
  context: CoreContext,
  { archive, out }: { readonly archive: string; readonly out: string },
  job: Job,
): Promise<Rebuilt> {
  if (existsSync(receivedPath(out)))
    throw new Problem('FILE_UNWRITABLE', `“${out}”里已有重建过的数据库，请换一个空文件夹。`)
  await mkdir(out, { recursive: true }).catch((cause) => {
    throw new Problem('FILE_UNWRITABLE', `文件夹“${out}”无法建立，请换一个位置再试。`, { cause })
  })
  const leftOut: LeftOut[] = []
  const found = await volumesIn(context, archive, leftOut)
  const counted = await countedBundles(context.db)
  const db = await openReceived({ ...context, folder: out })
  try {
    for (const [index, bundleId] of counted.entries()) {
      await job.step(index, counted.length)
      const bundle = await archivedBundle(context.db, bundleId)
      const paths = pathsOf(bundle, found)
      await db.transaction().execute(async (trx) => {
        await noteApplied(trx, context, bundle, await applyBundle(trx, context, bundle, opened(context, paths)))
      })
    }
    leftOut.push(...(await uncounted(found, counted)))
    return await inTurn(context, async (inUse) => {
      await catchUp(inUse, context)
      return { bundles: counted.length, leftOut, ...(await compare(context, db, inUse)) }
    })
  } finally {
    await db.destroy()
  }
}

/** Every volume of our format below the folder; other files are passed over. */
async function volumesIn(context: CoreContext, archive: string, leftOut: LeftOut[]): Promise<Found> {
  const entries = await readdir(archive, { recursive: true, withFileTypes: true }).catch((cause) => {
    throw new Problem('FILE_UNREADABLE', `文件夹“${archive}”读不了，请核对位置和权限。`, { cause })
  })
  const found: Found = new Map()
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name)
    if (!entry.isFile() || !(await isVolume(path))) continue
    try {
      const { manifest, manifestHash, envelope } = await openVolume(await readFile(path), context.keys.identities())
      const key = `${manifest.bundleId} ${manifestHash}`
      const volumes = found.get(key) ?? new Map<number, string>()
      found.set(key, volumes.set(envelope.volume.number, path))
    } catch (error) {
      if (!(error instanceof Problem) || error.code === 'KEY_LOCKED') throw error
      leftOut.push({ fileName: entry.name, words: error.message })
    }
  }
  return found
}

async function isVolume(path: string): Promise<boolean> {
  const file = await open(path, 'r')
  try {
    const { buffer } = await file.read(Buffer.alloc(64), 0, 64, 0)
    return containerVersionOf(buffer) === 2
  } finally {
    await file.close()
  }
}

function pathsOf({ bundleId, manifestHash, manifest }: ArchivedBundle, found: Found): string[] {
  const volumes = found.get(`${bundleId} ${manifestHash}`)
  return dataVolumes(manifest).map((number) => {
    const path = volumes?.get(number)
    if (path !== undefined) return path
    const name = `${manifest.sender.name}第${manifest.seq}号`
    throw new Problem('BUNDLE_INVALID', `存档里没有“${name}”的第${number}卷，重建不完整，请补齐存档后再试。`)
  })
}

async function* opened(context: CoreContext, paths: readonly string[]): AsyncGenerator<OpenedVolume> {
  for (const path of paths) yield await openVolume(await readFile(path), context.keys.identities())
}

async function uncounted(found: Found, counted: readonly string[]): Promise<LeftOut[]> {
  const ids = new Set(counted)
  return [...found].flatMap(([key, volumes]) => {
    if (ids.has(key.split(' ')[0] ?? '')) return []
    const words = '台账里没有导入它，或已经撤销，没有计入。'
    return [...volumes.values()].map((path) => ({ fileName: basename(path), words }))
  })
}

type Db = Awaited<ReturnType<typeof openReceived>>

async function compare({ db }: CoreContext, rebuilt: Db, inUse: Db): Promise<Omit<Rebuilt, 'bundles' | 'leftOut'>> {
  const senders = await db
    .selectFrom('archivedBundle')
    .leftJoin('peer', 'peer.officeId', 'archivedBundle.officeId')
    .select(['archivedBundle.officeId', 'peer.name'])
    .where('kind', '=', 'report')
    .distinct()
    .orderBy('archivedBundle.officeId')
    .execute()
  const offices: Rebuilt['offices'][number][] = []
  for (const { officeId, name } of senders) {
    const [now, before] = [
      await stateRoot(rebuilt, wholeTables, { officeId }),
      await stateRoot(inUse, wholeTables, { officeId }),
    ]
    const rows = Object.values(now.tables).reduce((sum, table) => sum + table.rows, 0)
    offices.push({ officeId, name: name ?? '', rows, root: now.root, isSame: now.root === before.root })
  }
  const root = sha256(Buffer.from(offices.map((office) => `${office.officeId} ${office.root}\n`).join('')))
  return { root, offices, isSame: offices.every(({ isSame }) => isSame) }
}
