/** A drafted report in which nothing is left to fill in: what may be finalised. */
import type { Api } from '../../../src-shared/contract.ts'
import type { OfficialDocument } from '../../../src-shared/documents.ts'
import type { RegisteredDocument } from '../../../src-shared/outgoing.ts'
import { openTestApp } from '../../open-test-app.ts'
import { lecture, office, stay, study, union } from '../../sample-records.ts'

export const november = { from: '2026-11-01', to: '2026-11-30' }

/** An office with a union and one record of each kind. */
export async function openOffice(options: Parameters<typeof openTestApp>[0] = {}) {
  const app = await openTestApp(options)
  await app.api.office.set(office)
  const { ids } = await app.api.unions.add([union()])
  const [studyId = ''] = (await app.api.studies.add([study()])).ids
  await app.api.lectures.add([lecture({ unionIds: ids })])
  await app.api.stays.add([stay()])
  return { ...app, studyId, unionId: ids[0] ?? '' }
}

/** Drafts, replaces every marked sentence, and changes what the test is about. */
export async function readyDocument(api: Api, fields: Partial<OfficialDocument> = {}): Promise<RegisteredDocument> {
  const { documentId } = await api.documents.draftReport(november)
  const { version, content } = await api.documents.get({ id: documentId })
  const blocks = content.blocks.filter((block) => !JSON.stringify(block).includes('【待填写'))
  return await api.documents.update({ id: documentId, version, content: { ...content, blocks, ...fields } })
}

let requests = 0

/** Finalises as one wish of the clerk. */
export async function finalise(api: Api, { id, version }: RegisteredDocument, requestId?: string) {
  requests += 1
  return await api.documents.finalise({ id, version, requestId: requestId ?? `request-${requests}` })
}

/** The bytes that writing the document hands out. */
export async function written(api: Api, id: string): Promise<Uint8Array> {
  const delivery = await api.documents.write({ id })
  if (delivery.state !== 'download') throw new Error(delivery.state)
  return new Uint8Array(await delivery.file.arrayBuffer())
}
