/** Brings a set of files to the person (多个文件): into the folder she picks, or to the browser one by one. */
import { createHash } from 'node:crypto'
import type { SetDelivery, WrittenFile } from '../../src-shared/delivery.ts'
import type { HostPort } from '../host-port.ts'
import { type NamedBytes, writeSet } from './write-set.ts'

type Job = {
  /** What the dialog says. */
  readonly title: string
  /** Runs once the folder is known. */
  readonly make: () => Promise<{ readonly files: AsyncIterable<NamedBytes>; readonly atLeast: number }>
  /** All is written, nothing has its name yet; what it throws takes the files away again. */
  readonly beforeNaming?: (files: readonly WrittenFile[]) => Promise<void>
}

const type = 'application/octet-stream'

/**
 * Asks for the folder first and makes the files then, so that a long job is not done for nothing.
 * @throws Problem DISK_FULL, FILE_UNWRITABLE
 */
export async function deliverSet(host: HostPort, { title, make, beforeNaming }: Job): Promise<SetDelivery> {
  if (!host.pickFolder) {
    const made = await download((await make()).files)
    await beforeNaming?.(made.files)
    return made
  }
  const folder = await host.pickFolder(title)
  if (folder === undefined) return { state: 'cancelled' }
  const { files, atLeast } = await make()
  const written = await writeSet(folder, files, { atLeast, ...(beforeNaming && { beforeNaming }) })
  return { state: 'saved', folder, files: written }
}

async function download(files: AsyncIterable<NamedBytes>) {
  const downloads: File[] = []
  const written: WrittenFile[] = []
  for await (const { name, bytes } of files) {
    downloads.push(new File([new Uint8Array(bytes)], name, { type }))
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    written.push({ name, path: '', bytes: bytes.length, sha256 })
  }
  return { state: 'download' as const, downloads, files: written }
}
