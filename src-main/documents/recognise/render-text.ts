/** A recognised document as plain text again (公文纯文本), every part in its place: what recognising it once more reads the same. */
import { chineseDate } from '../../../src-shared/chinese.ts'
import type {
  RecognisedAnnex,
  RecognisedBlock,
  RecognisedDocument,
  RecognisedRun,
} from '../../../src-shared/recognition.ts'
import { addresseeText } from './addressees.ts'
import { annexNoteText } from './signature.ts'

export type TextOptions = {
  /** Bold text between **, the title and headings without a number after #. */
  readonly isMarked?: boolean
}

/** Parts apart by blank lines; what is absent leaves nothing behind. */
export function documentText(document: RecognisedDocument, options: TextOptions = {}): string {
  const unplaced = (place: 'head' | 'tail') =>
    (document.unplaced ?? []).filter((line) => line.place === place).map((line) => line.text)
  const lines = [
    ...unplaced('head'),
    ...headLines(document, options),
    ...blockLines(document.blocks, options),
    ...(document.attendance ?? []).map(({ label, names }) => `${label}：${names}`),
    ...(document.annexNotes ? [annexNoteText(document.annexNotes, true)] : []),
    ...(document.issuer ?? []),
    ...(document.date ? [chineseDate(document.date)] : []),
    ...(document.note ? [`（${document.note}）`] : []),
    ...(document.annexes ?? []).flatMap((annex) => annexLines(annex, options)),
    ...footLines(document),
    ...unplaced('tail'),
  ]
  return `${lines.join('\n\n')}\n`
}

function headLines(document: RecognisedDocument, { isMarked }: TextOptions): string[] {
  const { copyNumber, secrecy, urgency, mark, number, signers, title, recipients } = document
  return [
    ...(copyNumber ? [copyNumber] : []),
    ...(secrecy ? [secrecy.term ? `${secrecy.level}★${secrecy.term}` : secrecy.level] : []),
    ...(urgency ? [urgency] : []),
    ...(mark ? mark.split('\n') : []),
    ...(number ? [number] : []),
    ...(signers ? [`签发人：${signers.join('  ')}`] : []),
    ...(title ? [`${isMarked ? '# ' : ''}${title}`] : []),
    ...(recipients ? [`${addresseeText(recipients)}：`] : []),
  ]
}

function footLines({ copyTo, printer, printedOn, copies }: RecognisedDocument): string[] {
  return [
    ...(copyTo ? [`抄送：${addresseeText(copyTo)}。`] : []),
    ...(printer ? [printer] : []),
    ...(printedOn ? [`${chineseDate(printedOn)}印发`] : []),
    ...(copies === undefined ? [] : [`共印${copies}份`]),
  ]
}

function annexLines({ number, isLabelled, title, blocks }: RecognisedAnnex, options: TextOptions): string[] {
  return [
    ...(isLabelled ? [`附件${number ?? ''}`] : []),
    ...(title === undefined ? [] : [title]),
    ...blockLines(blocks, options),
  ]
}

function blockLines(blocks: readonly RecognisedBlock[], options: TextOptions): string[] {
  return blocks.map((block) => {
    if (block.kind === 'table') return block.rows.map((row) => rowText(row, options)).join('\n')
    if (block.kind === 'paragraph') return runText(block.runs, options)
    const mark = options.isMarked && block.number === '' ? `${'#'.repeat(block.level + 1)} ` : ''
    const heading = block.text === '' ? [] : [{ text: block.text, ...(block.isBold && { isBold: true as const }) }]
    // 1.2026年 would read as a figure.
    const gap = block.level === 3 && /^\d/.test(block.text || (block.runIn?.[0]?.text ?? '')) ? ' ' : ''
    return `${mark}${block.number}${gap}${runText([...heading, ...(block.runIn ?? [])], options)}`
  })
}

function rowText(row: readonly string[], { isMarked }: TextOptions): string {
  return isMarked ? `| ${row.join(' | ')} |` : row.join('\t')
}

function runText(runs: readonly RecognisedRun[], { isMarked }: TextOptions): string {
  return runs.map(({ text, isBold }) => (isBold && isMarked ? `**${text}**` : text)).join('')
}
