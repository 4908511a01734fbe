/** Exports a bundle for this office's other PC (导出同步包): everything it has, sealed to the office's own key. */
import type { ExchangeDone } from '../../src-shared/exchange.ts'
import type { CoreContext } from '../core-context.ts'
import { deliverSet } from '../files/deliver-set.ts'
import type { NamedBytes } from '../files/write-set.ts'
import type { Job } from '../jobs.ts'
import { requireOffice } from '../office.ts'
import { inTurn, nextInChain, noteInChain } from '../sync/bundle-chain.ts'
import { reportsNothing, writtenBy } from '../sync/manifest-fields.ts'
import { type SealedBundle, sealBundle } from '../sync/seal-bundle.ts'
import { type GatheredExchange, gatherExchange } from './exchange-parts.ts'

/** Sticks are often FAT32; several files of this size also go through a mailbox. */
const volumeBytes = 95 * 1024 * 1024

type Made = { readonly bundle: SealedBundle; readonly gathered: GatheredExchange }

/**
 * @throws Problem OFFICE_MISSING, KEY_LOCKED, CONFLICT while another bundle is made, INVALID_INPUT (too many files),
 * CANCELLED, DISK_FULL, FILE_UNWRITABLE
 */
export async function exportExchange(
  context: CoreContext,
  input: { readonly jobId?: string | undefined },
): Promise<ExchangeDone> {
  const { db, jobs, keys } = context
  await requireOffice(db)
  keys.identities() // a locked key is told before a folder is asked for
  return await inTurn(db, () => jobs.run(input.jobId, '正在导出同步包', (job) => exportAlone(context, job)))
}

async function exportAlone(context: CoreContext, job: Job): Promise<ExchangeDone> {
  let made: Made | undefined
  const delivery = await deliverSet(context.host, {
    title: '选择存放同步包的U盘或文件夹',
    async make() {
      await job.step(0, 0)
      made = await seal(context)
      return { files: filesOf(made.bundle), atLeast: made.bundle.manifest.attachments.bytes }
    },
    async beforeNaming(files) {
      if (made) await noteInChain(context, { ...made.bundle, files })
    },
  })
  const { rows = 0, files = 0 } = made?.gathered ?? {}
  return { delivery, rows, files, seq: made?.bundle.manifest.seq ?? 0 }
}

/** One transaction, so that rows, documents and root are of the same moment. */
async function seal(context: CoreContext): Promise<Made> {
  const { db, keys, replica, epoch, officeId } = context
  return await db.transaction().execute(async (trx) => {
    const { name, divisionCode, contact, reviewer, phone } = await requireOffice(trx)
    const gathered = await gatherExchange(trx, context)
    const party = { officeId, name, divisionCode }
    const last = await trx
      .selectFrom('change')
      .select(({ fn }) => fn.max('seq').as('seq'))
      .executeTakeFirst()
    const bundle = await sealBundle({
      manifest: {
        bundleId: context.newId(),
        kind: 'exchange',
        sender: party,
        recipient: party,
        replica,
        epoch,
        ...(await nextInChain(trx, { replica, epoch })),
        toChange: last?.seq ?? 0,
        ...writtenBy,
        createdAt: context.now(),
        ...reportsNothing,
        counts: gathered.counts,
        state: gathered.state,
        people: { preparedBy: contact, reviewedBy: reviewer, phone },
      },
      parts: gathered.parts,
      attachments: gathered.attachments,
      keys,
      recipients: [keys.recipient],
      volumeBytes,
    })
    return { bundle, gathered }
  })
}

async function* filesOf(bundle: SealedBundle): AsyncGenerator<NamedBytes> {
  for await (const { fileName, bytes } of bundle.volumes()) yield { name: fileName, bytes }
}
