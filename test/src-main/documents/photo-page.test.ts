/** The photo page as LibreOffice sets it: six photos on the first page of the annex, captions under them, no page lost. */
import { expect, test } from 'vitest'
import { readZip } from '../../../src-main/files/zip.ts'
import type { TextAnnex } from '../../../src-shared/documents.ts'
import { type PhotosPerRow, photoAnnex } from '../../../src-shared/photo-annex.ts'
import { convertWithLibreOffice, pdfPages } from '../../libre-office.ts'
import { makePhoto } from '../../make-photos.ts'
import { office } from '../../sample-records.ts'
import { fileOf, openWithStudy } from '../attachments/evidence.ts'

async function written(count: number, perRow: PhotosPerRow) {
  const { api, record } = await openWithStudy()
  await api.office.set(office)
  // A topic of two lines under half a page.
  const { id, version: first, createdAt: _c, updatedAt: _u, ...fields } = await api.studies.get({ id: record.recordId })
  await api.studies.update({
    id,
    version: first,
    fields: { ...fields, topic: '深入学习党的二十大报告关于工人阶级和工会工作的论述' },
  })
  const files = Array.from({ length: count }, (_, index) =>
    fileOf(
      makePhoto({
        width: 800,
        height: 600,
        shade: (x, y) => (x + y * index) % 256,
        orientation: index % 3 === 2 ? 6 : 1,
      }),
      `${index}.jpg`,
    ),
  )
  await api.attachments.add({ ...record, files })
  const photos = await api.attachments.photos({ from: '2026-11-01', to: '2026-11-30' })
  const { documentId } = await api.documents.create({ kind: '函' })
  const { content, version } = await api.documents.get({ id: documentId })
  const annex: TextAnnex = photoAnnex(photos, perRow)
  await api.documents.update({
    id: documentId,
    version,
    content: { ...content, recipients: ['固川市总工会'], annexes: [annex] },
  })
  const delivery = await api.documents.write({ id: documentId })
  if (delivery.state !== 'download') throw new Error('not handed out')
  return new Uint8Array(await delivery.file.arrayBuffer())
}

test.each([
  [6, 2, 2],
  [7, 2, 3],
  [2, 1, 2],
  [3, 1, 3],
] as const)('%i photos, %i in a row, and the text before them take %i pages', async (count, perRow, pages) => {
  const docx = await written(count, perRow)
  const xml = new TextDecoder().decode(readZip(docx)['word/document.xml'])
  expect(xml.match(/<wp:inline/g)).toHaveLength(count)
  expect(xml.match(/>2026年11月5日，/g)).toHaveLength(count)
  expect(await pdfPages(await convertWithLibreOffice(docx, 'docx', 'pdf'))).toMatchObject({ pages })
})
