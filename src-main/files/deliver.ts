/** Brings a finished file to the person: into the place she picks, or to the browser as a download. */
import type { Delivery } from '../../src-shared/delivery.ts'
import type { HostPort } from '../host-port.ts'
import { writeFile } from './write-file.ts'

/**
 * Asks for the place first and makes the file then, so that a long job is not done for nothing.
 * @throws Problem DISK_FULL, FILE_UNWRITABLE
 */
export async function deliver(
  host: HostPort,
  file: { readonly name: string; readonly type: string },
  make: () => Promise<Uint8Array>,
): Promise<Delivery> {
  if (!host.pickSavePath) {
    const bytes = await make()
    return { state: 'download', file: new File([new Uint8Array(bytes)], file.name, { type: file.type }) }
  }
  const path = await host.pickSavePath(file.name)
  if (path === undefined) return { state: 'cancelled' }
  await writeFile(path, await make())
  return { state: 'saved', path }
}
