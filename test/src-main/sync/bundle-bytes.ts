/** A bundle's bytes into a core. */
import type { BundleInspection } from '../../../src-shared/bundles.ts'
import type { Api } from '../../../src-shared/contract.ts'

/** Of a bundle of format 1. */
export async function inspectBytes(api: Api, bytes: Uint8Array): Promise<BundleInspection> {
  const inspection = await api.bundles.inspect({ file: new File([new Uint8Array(bytes)], '上报包.ghb') })
  if ('envelope' in inspection) throw new Error('a bundle of format 2')
  return inspection
}
