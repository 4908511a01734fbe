/** What the register of notices holds of a recognised text (通知要素): taken from its parts, never made up. Pure. */
import type { NoticeFields } from '../../src-shared/notices.ts'
import type { RecognisedDocument } from '../../src-shared/recognition.ts'

const longestTitle = 200
const longestName = 120

/**
 * `date` is 成文日期, where it lacks 印发日期; the issuer is read from the 发文机关标志, the signature or the title,
 * in this order. A text without a title is called by its first words.
 */
export function noticeFieldsOf(document: RecognisedDocument): NoticeFields {
  const groups = (parts: RecognisedDocument['recipients']) =>
    (parts ?? []).flatMap(({ names }) => names).map((name) => name.slice(0, longestName))
  return {
    issuer: issuerOf(document).slice(0, longestName),
    number: (document.number ?? '').slice(0, 60),
    title: (document.title ?? firstWords(document)).slice(0, longestTitle),
    recipients: groups(document.recipients),
    date: document.date ?? document.printedOn ?? null,
    copyTo: groups(document.copyTo),
    printer: (document.printer ?? '').slice(0, longestName),
    printedOn: document.printedOn ?? null,
    copies: document.copies ?? null,
  }
}

function issuerOf({ issuers, issuer, title }: RecognisedDocument): string {
  const names = issuers ?? issuer ?? []
  if (names.length > 0) return names.join('、')
  return /^(.{2,60}?)(?:关于|印发|转发)/u.exec(title ?? '')?.[1]?.trim() ?? ''
}

function firstWords({ blocks }: RecognisedDocument): string {
  for (const block of blocks) {
    const text =
      block.kind === 'table'
        ? block.rows.flat().join(' ')
        : block.kind === 'heading'
          ? `${block.number}${block.text}`
          : block.runs.map((run) => run.text).join('')
    if (text.trim() !== '') return text.trim().slice(0, 40)
  }
  return ''
}
