/** Brings bundle files to the person and notes them (交付并登记): on a disk before they take their names, else when handed over. */
import type { SetDelivery } from '../../src-shared/delivery.ts'
import { deliverSet } from '../files/deliver-set.ts'
import type { NamedBytes } from '../files/write-set.ts'
import type { HostPort } from '../host-port.ts'

type Noted = {
  /** What the dialog says. */
  readonly title: string
  readonly files: () => AsyncIterable<NamedBytes>
  /** When it throws, no file is left behind. */
  readonly note: () => Promise<void>
}

/** @throws Problem DISK_FULL, FILE_UNWRITABLE */
export async function deliverNoted(host: HostPort, { title, files, note }: Noted): Promise<SetDelivery> {
  const delivery = await deliverSet(host, {
    title,
    type: 'application/octet-stream',
    make: async () => ({ files: files(), atLeast: 0 }),
    beforeNaming: note,
  })
  // A browser takes files without our naming them.
  if (delivery.state === 'download') await note()
  return delivery
}
