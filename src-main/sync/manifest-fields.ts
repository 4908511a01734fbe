/** What the manifests of several kinds of bundle say alike (清单). */
import type { UnsealedManifest } from '../../src-shared/bundle-manifest.ts'
import { appVersion } from '../app-version.ts'
import { schemaName } from '../database/migrate.ts'

/** Who made it with what: `minReader` 0 as long as every program that reads the container reads the content. */
export const writtenBy = { schema: schemaName, app: appVersion, minReader: 0 } as const

/** Of a bundle that carries something else than a report. */
export const reportsNothing = {
  base: null,
  period: null,
  counts: {},
  figures: null,
  fingerprint: '',
  state: null,
  declaredEmpty: [],
  notice: null,
  papers: [],
  correction: '',
} as const satisfies Partial<UnsealedManifest>
