/** How large bundles are. */
import { expect, test } from 'vitest'
import { formFields } from '../../../src-shared/stamp.ts'
import { openOffice } from '../../open-offices.ts'
import { openSuperior, report, volumeBytes } from '../../report-upward.ts'
import { enterYear } from '../../year-of-records.ts'

test('a year of one county, about 3,500 records and their whole history, stays under 1 MB without photos', async () => {
  const app = await openOffice(110)
  const upper = await openSuperior(app)
  const records = await enterYear(app)
  expect(records).toBe(3500)
  // A third of them was mended once.
  for (const study of (await app.api.studies.list({ limit: 400 })).rows)
    await app.api.studies.update({
      id: study.id,
      version: study.version,
      fields: { ...formFields(study), note: `${study.note}已核对` },
    })
  const year = { from: '2026-01-01', to: '2026-12-31' }
  const { done, manifest } = await report(app, upper, year)
  const [file] = await volumeBytes(done.delivery)
  expect(manifest.volumes).toBe(1)
  expect(file?.length).toBeLessThan(1024 * 1024)
}, 120_000)
