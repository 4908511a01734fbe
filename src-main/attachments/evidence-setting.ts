/** How large pictures are kept for showing (图片缩放), for the whole office. */
import type { Kysely } from 'kysely'
import { type EvidenceSetting, evidenceSettingSchema } from '../../src-shared/attachments.ts'
import type { Writer } from '../database/changes.ts'
import type { Tables } from '../database/tables.ts'
import { findSetting, putSetting } from '../settings.ts'

export async function findEvidenceSetting(db: Kysely<Tables>): Promise<EvidenceSetting> {
  return evidenceSettingSchema.parse((await findSetting(db, 'evidence')) ?? {})
}

/** For pictures that are attached from now on; the originals are kept whole in any case. */
export async function setEvidenceSetting(
  db: Kysely<Tables>,
  writer: Writer,
  setting: EvidenceSetting,
): Promise<EvidenceSetting> {
  await putSetting(db, writer, 'evidence', setting)
  return setting
}
