/** The five real notices as `document format` lays them out; nothing where they are not at hand. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { documentOf } from '../../../../src-main/documents/document-of-recognition.ts'
import { recogniseDocument } from '../../../../src-main/documents/recognise/recognise-document.ts'
import type { OfficialDocument } from '../../../../src-shared/documents.ts'

const folder = join(import.meta.dirname, '../../../../../shared/seeds')

export const noticeNames = ['A', 'B', 'C', 'D', 'E'].map((letter) => `notice-${letter}`)

/** By name, in the order of the files. */
export function fiveNotices(): Readonly<Record<string, OfficialDocument>> {
  if (!existsSync(folder)) return {}
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
  return Object.fromEntries(
    noticeNames.map((name, index) => {
      const text = readFileSync(join(folder, files[index] ?? ''), 'utf8')
      const { document } = recogniseDocument({ text }, { hasSeal: false })
      return [name, documentOf(document, { hasSeal: false, given: {} }).document]
    }),
  )
}
