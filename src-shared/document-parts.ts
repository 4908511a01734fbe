/**
 * What is printed where in an official document (公文各要素): every line with its text and its place in 字 and lines,
 * but no font and no paper. The DOCX writer and the preview on the screen both draw these parts.
 */
import { chineseDate, chineseNumeral, widthOf } from './chinese.ts'
import type { Block, OfficialDocument, Run } from './documents.ts'
import { officeA } from './layout-9704.ts'
import type { Sheet } from './statistics.ts'
import { breakTitle } from './title-breaking.ts'

export type BodyPart = {
  readonly style: 'level1' | 'level2' | 'level3' | 'level4' | 'text'
  readonly runs: readonly Run[]
}
/** One line of 附件说明: `lead` stands `leadAt` 字 from the margin, the name and its further lines at `nameAt`. */
export type AnnexNote = {
  readonly lead: string
  readonly leadAt: number
  readonly name: string
  readonly nameAt: number
}
/** 署名 and 成文日期; both end so many 字 before the right edge. */
export type Signature = {
  readonly issuer: string
  readonly date: string
  readonly issuerRight: number
  readonly dateRight: number
  readonly linesAbove: number
}
export type AnnexPart = { readonly label: string; readonly titleLines: readonly string[]; readonly sheet: Sheet }
export type Imprint = { readonly copyTo: string | null; readonly printer: string; readonly printed: string }

export type DocumentParts = {
  readonly mark: MarkPart
  readonly number: string
  /** 签发人, the names of each line; two-character names have a space inside. */
  readonly signerLines: readonly (readonly string[])[]
  readonly titleLines: readonly string[]
  readonly recipients: string
  readonly body: readonly BodyPart[]
  readonly annexNotes: readonly AnnexNote[]
  readonly signature: Signature
  readonly annexes: readonly AnnexPart[]
  readonly imprint: Imprint
}
/** 发文机关标志: size in points, width of the characters in percent. */
export type MarkPart = { readonly lines: readonly string[]; readonly size: number; readonly scale: number }

/** All parts in the order in which they are printed. */
export function partsOf(document: OfficialDocument): DocumentParts {
  const titleOf = (title: string) => breakTitle(title, { names: [document.issuer, ...document.recipients] })
  return {
    mark: markPart(document.mark),
    number: document.number,
    signerLines: signerLines(document.signers),
    titleLines: titleOf(document.title),
    recipients: `${document.recipients.join('、')}：`,
    body: bodyParts(document.blocks),
    annexNotes: annexNotes(document.annexes.map((annex) => annex.title)),
    signature: signature(document),
    annexes: document.annexes.map((annex, index) => ({
      label: document.annexes.length === 1 ? '附件' : `附件${index + 1}`,
      titleLines: titleOf(annex.title),
      sheet: annex.sheet,
    })),
    imprint: {
      copyTo: document.copyTo.length > 0 ? `${document.copyTo.join('，')}。` : null,
      printer: document.printer,
      printed: `${chineseDate(document.printedOn)}印发`,
    },
  }
}

/** Headings numbered 一、（一）1.（1） by order; a higher one starts the lower ones again. Empty paragraphs are left out. */
export function bodyParts(blocks: readonly Block[]): BodyPart[] {
  const counts = [0, 0, 0, 0]
  const parts: BodyPart[] = []
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      if (block.runs.some((run) => run.text.trim() !== '')) parts.push({ style: 'text', runs: block.runs })
      continue
    }
    const count = (counts[block.level - 1] ?? 0) + 1
    counts.splice(block.level - 1, 4, count, 0, 0, 0)
    const text = `${headingNumber(block.level, count)}${block.text}`
    parts.push({ style: `level${block.level}`, runs: [{ text }] })
  }
  return parts
}

/** The number before a heading (7.3.3). */
export function headingNumber(level: 1 | 2 | 3 | 4, count: number): string {
  switch (level) {
    case 1:
      return `${chineseNumeral(count)}、`
    case 2:
      return `（${chineseNumeral(count)}）`
    case 3:
      return `${count}.`
    case 4:
      return `（${count}）`
  }
}

/** 附件：1.… with continuation under the name (7.3.4); a single annex has no number. */
export function annexNotes(titles: readonly string[]): AnnexNote[] {
  const label = '附件：'
  const leadAt = officeA.annexNote.indent.value
  const labelEnd = leadAt + widthOf(label)
  if (titles.length === 1) return titles.map((name) => ({ lead: label, leadAt, name, nameAt: labelEnd }))
  const nameAt = labelEnd + widthOf(`${titles.length}.`)
  return titles.map((name, index) =>
    index === 0
      ? { lead: `${label}1.`, leadAt, name, nameAt }
      : { lead: `${index + 1}.`, leadAt: labelEnd, name, nameAt },
  )
}

/**
 * With a seal the date ends 4 字 before the edge and the issuer is centred on it (7.3.5.1); without one the issuer
 * ends 2 字 before the edge and the date begins 2 字 after the issuer's first character (7.3.5.2).
 */
export function signature(document: Pick<OfficialDocument, 'issuer' | 'date' | 'hasSeal'>): Signature {
  const rules = officeA.signature
  const date = chineseDate(document.date)
  const [issuerWidth, dateWidth] = [widthOf(document.issuer), widthOf(date)]
  const parts = { issuer: document.issuer, date }
  if (document.hasSeal) {
    const dateRight = rules.dateRightWithSeal.value
    const issuerRight = dateRight + (dateWidth - issuerWidth) / 2
    // A long name must not pass the edge: then both move to the left together.
    const shift = Math.max(0, -issuerRight)
    return {
      ...parts,
      issuerRight: issuerRight + shift,
      dateRight: dateRight + shift,
      linesAbove: rules.linesAboveWithSeal.value,
    }
  }
  const shift = rules.dateShiftWithoutSeal.value
  const right = rules.issuerRightWithoutSeal.value
  const linesAbove = rules.linesAboveWithoutSeal.value
  return issuerWidth >= dateWidth
    ? { ...parts, issuerRight: right, dateRight: right + issuerWidth - dateWidth - shift, linesAbove }
    : { ...parts, issuerRight: right + shift + dateWidth - issuerWidth, dateRight: right, linesAbove }
}

/** Size and condensing with which the mark fits the line (7.2.4); two lines if it would become too thin. */
export function markPart(mark: string): MarkPart {
  const rules = officeA.mark
  const room = (officeA.typeArea.width.value / 20) * rules.fill.value
  const narrowest = rules.minSize.value * (rules.minScale.value / 100)
  const chars = [...mark]
  const isWrapped = widthOf(mark) * narrowest > room
  const half = Math.ceil(chars.length / 2)
  const lines = isWrapped ? [chars.slice(0, half).join(''), chars.slice(half).join('')] : [mark]
  const perCharacter = room / Math.max(...lines.map(widthOf))
  const size = Math.floor(Math.min(rules.maxSize.value, Math.max(rules.minSize.value, perCharacter)))
  return { lines, size, scale: Math.min(100, Math.floor((perCharacter / size) * 100)) }
}

function signerLines(signers: readonly string[]): string[][] {
  const lines: string[][] = []
  const perLine = officeA.number.signersPerLine.value
  for (let start = 0; start < signers.length; start += perLine)
    lines.push(signers.slice(start, start + perLine).map(spacedName))
  return lines
}

/** A name of two characters gets a full-width space inside, so that names of two and three align. */
function spacedName(name: string): string {
  return /^[\u4e00-\u9fa5]{2}$/u.test(name) ? `${name[0]}\u3000${name[1]}` : name
}
