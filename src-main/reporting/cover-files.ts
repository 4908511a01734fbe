/** Makes the cover page of a bundle (上报封面) in both forms, with the bundle or again later. */

import { coverOf } from '../../src-shared/bundle-cover.ts'
import type { Manifest } from '../../src-shared/bundle-manifest.ts'
import { isReport, type ReportManifest } from '../../src-shared/bundle-manifest.ts'
import { chineseDate } from '../../src-shared/chinese.ts'
import type { Delivery, WrittenFile } from '../../src-shared/delivery.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { CoreContext } from '../core-context.ts'
import { docxType } from '../documents/write-document.ts'
import { deliver } from '../files/deliver.ts'
import type { NamedBytes } from '../files/write-set.ts'
import { officeLayout } from '../settings.ts'
import { volumeFileName } from '../sync/bundle-file-name.ts'
import { coverDocx } from './cover-docx.ts'
import { coverXlsx } from './cover-xlsx.ts'

type Form = 'docx' | 'xlsx'
type Volumes = Parameters<typeof coverOf>[1]

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** @param volumes sizes and hashes of the files, in their order */
export async function coverFiles(
  context: CoreContext,
  manifest: ReportManifest,
  volumes: Volumes,
): Promise<NamedBytes[]> {
  const files: NamedBytes[] = []
  for (const form of ['docx', 'xlsx'] as const)
    files.push({ name: coverName(manifest, form), bytes: await coverBytes(context, manifest, { volumes, form }) })
  return files
}

/** Of a bundle that went out. @throws Problem NOT_FOUND, DISK_FULL, FILE_UNWRITABLE */
export async function deliverCover(
  context: CoreContext,
  { bundleId, as: form }: { readonly bundleId: string; readonly as: Form },
): Promise<Delivery> {
  const row = await context.db
    .selectFrom('exportedBundle')
    .select(['manifest', 'volumes'])
    .where('bundleId', '=', bundleId)
    .executeTakeFirst()
  const manifest = row && row.manifest !== '' ? (JSON.parse(row.manifest) as Manifest) : null
  if (!row || manifest === null || !isReport(manifest))
    throw new Problem('NOT_FOUND', '这个上报包由较早的程序导出，没有封面；需要封面的，请重新导出一次。')
  const volumes = JSON.parse(row.volumes) as WrittenFile[]
  const type = form === 'docx' ? docxType : xlsxType
  return await deliver(context.host, { name: coverName(manifest, form), type }, () =>
    coverBytes(context, manifest, { volumes, form }),
  )
}

async function coverBytes(
  { db }: CoreContext,
  manifest: ReportManifest,
  { volumes, form }: { readonly volumes: Volumes; readonly form: Form },
): Promise<Uint8Array> {
  const cover = coverOf(manifest, volumes)
  const day = localDay(manifest.createdAt)
  const madeOn = chineseDate(day)
  if (form === 'docx') return coverDocx(cover, madeOn, await officeLayout(db))
  return await coverXlsx(cover, madeOn, new Date(`${day}T00:00:00Z`))
}

function coverName(manifest: ReportManifest, form: Form): string {
  return volumeFileName(manifest, { number: 1, of: 1 }).replace(/\.ghb$/, `_封面.${form}`)
}

/** The day on the office's wall calendar. */
function localDay(moment: string): string {
  const date = new Date(moment)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
