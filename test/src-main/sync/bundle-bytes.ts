/** A bundle's bytes out of a core and back into one. */
import type { BundleInspection } from '../../../src-shared/bundles.ts'
import type { Api } from '../../../src-shared/contract.ts'
import type { Period } from '../../../src-shared/period.ts'

/** The file as the browser would get it. */
export async function exportedBytes(api: Api, period: Period): Promise<Uint8Array> {
  const { delivery } = await api.bundles.export({ period })
  if (delivery.state !== 'download') throw new Error(`delivered as ${delivery.state}`)
  return new Uint8Array(await delivery.file.arrayBuffer())
}

/** Of a bundle of format 1. */
export async function inspectBytes(api: Api, bytes: Uint8Array): Promise<BundleInspection> {
  const inspection = await api.bundles.inspect({ file: new File([new Uint8Array(bytes)], '上报包.ghb') })
  if ('envelope' in inspection) throw new Error('a bundle of format 2')
  return inspection
}
