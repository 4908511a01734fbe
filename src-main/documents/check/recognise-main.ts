/** Finds the main part (主体): title, 主送机关, text, 附件说明, 署名, 成文日期, 附注 and the annexes. */
import { alignmentOf, colourOf, indentOf, isBlank, isRed, mainSize, visibleRuns } from './measure.ts'
import type { PaperParagraph } from './paper.ts'
import type { AnnexFound, MainFound } from './parts-found.ts'
import { documentKindWords } from './parts-found.ts'
import { isTitleLike, numberPattern } from './recognise-head.ts'

export const titleEnd = new RegExp(`(?:${documentKindWords})(?:[（(][^（）()]{1,8}[）)])?$`)

/** A day as written after the text: with 年月日, dots or strokes, in Arabic or Chinese figures. */
export const datePattern =
  /^\s*([\d０-９]{2,4}|[〇○零一二三四五六七八九十]{2,4})\s*[年./-]\s*([\d０-９]{1,2}|[一二三四五六七八九十]{1,3})\s*[月./-]\s*([\d０-９]{1,2}|[一二三四五六七八九十]{1,3})\s*日?\s*$/

const annexLabelPattern = /附\s*件\s*([\d０-９]{1,2}|[一二三四五六七八九十]{1,3})?\s*[:：]?\s*$/
const annexNotePattern = /^\s*附\s*件\s*[:：]\s*\S/

export function recogniseTitle(paragraphs: readonly PaperParagraph[]): readonly PaperParagraph[] {
  const flow = paragraphs.filter(({ place }) => place === 'body')
  const texts = flow.filter((one) => !isBlank(one)).slice(0, 40)
  const numberAt = texts.findIndex(({ text }) => numberPattern.test(text) && text.trim().length < 80)
  const markAt = texts.findIndex((one) => mainSize(one) >= 56 || visibleRuns(one).some((run) => isRed(colourOf(run))))
  const from = Math.max(numberAt, markAt) + 1
  const first =
    texts.slice(from, from + 8).find((one) => isTitleLike(one, titleEnd)) ??
    texts.slice(0, 12).find((one) => isTitleLike(one, titleEnd) && !isRedText(one))
  if (!first) return []
  const lines: PaperParagraph[] = []
  for (const one of flow.slice(flow.indexOf(first))) {
    if (isBlank(one) || alignmentOf(one.look) !== alignmentOf(first.look) || mainSize(one) !== mainSize(first)) break
    lines.push(one)
    if (alignmentOf(first.look) !== 'center') break
  }
  return lines
}

function isRedText(one: PaperParagraph): boolean {
  return visibleRuns(one).some((run) => isRed(colourOf(run)))
}

/** @param flow paragraphs of the body behind the title, without those of the 版记 */
export function recogniseMain(flow: readonly PaperParagraph[]): MainFound {
  const texts = flow.filter((one) => !isBlank(one))
  const endOfText = texts.findIndex(({ text }) => datePattern.test(text) || annexNotePattern.test(text))
  const labels = [...texts.keys()].filter((index) => isAnnexLabel(texts, index, endOfText))
  const main = texts.slice(0, labels[0])
  const date = main.findLast(({ text }) => datePattern.test(text)) ?? null
  const dateAt = date ? main.indexOf(date) : main.length
  const issuers = date ? issuersAbove(main, dateAt) : []
  const before = main.slice(0, dateAt - issuers.length)
  const noteStart = before.findIndex(({ text }) => isAnnexNote(text))
  const annexNotes = noteStart < 0 ? [] : takeNotes(before.slice(noteStart))
  const recipients = before[0] && isRecipients(before[0]) ? before[0] : null
  const bodyEnd = noteStart < 0 ? before.length : noteStart
  return {
    recipients,
    body: before.slice(recipients ? 1 : 0, bodyEnd).filter(({ place }) => place === 'body'),
    annexNotes,
    issuers,
    date,
    note: date ? (onItsPage(main.slice(dateAt + 1)).find(isNote) ?? null) : null,
    annexes: labels.flatMap((at, index) => annexOf(texts.slice(at, labels[index + 1]))),
  }
}

/**
 * 附件 alone on its line, at the head of a page or below the date; bound apart also behind the number.
 * @param endOfText index of the first date or 附件说明, -1 if there is none
 */
function isAnnexLabel(texts: readonly PaperParagraph[], index: number, endOfText: number): boolean {
  const one = texts[index]
  const words = one?.text.trim() ?? ''
  if (!one || !annexLabelPattern.test(words)) return false
  if (!/^附\s*件/.test(words) && !(numberPattern.test(words) && one.startsPage)) return false
  if (one.startsPage) return true
  // 附件： before date and 附件说明, followed by numbered names, is itself 附件说明.
  return endOfText >= 0 && endOfText < index && !/^\s*[\d０-９]+[.．、]/.test(texts[index + 1]?.text ?? '')
}

function isAnnexNote(text: string): boolean {
  const words = text.trim()
  return (
    /^附\s*件\s*(?:[\d０-９]{1,2})?\s*[:：]/.test(words) ||
    /^附\s*件\s*[\d０-９]{1,2}\s*[.．、]/.test(words) ||
    /^附[:：]/.test(words)
  )
}

function takeNotes(texts: readonly PaperParagraph[]): readonly PaperParagraph[] {
  const end = texts.findIndex(
    ({ text }, index) => index > 0 && !/^\s*(?:附\s*件\s*)?[\d０-９]{1,2}\s*[.．、:：]?/.test(text),
  )
  return texts
    .slice(0, end < 0 ? texts.length : end)
    .filter(({ text }, index) => index === 0 || /^\s*(附|[\d０-９])/.test(text))
}

/** Ends with a colon, or is short, without a full stop and not indented: the names of offices. */
function isRecipients({ text, look, ...rest }: PaperParagraph): boolean {
  const words = text.trim()
  if (/(?:如下|通知|报告|意见|即)[:：]$/.test(words)) return false
  if (/[:：]$/.test(words)) return words.length < 400 && !/^[一二三四五六七八九十]+、/.test(words)
  const isOffices = /(?:会|局|委|办|厅|府|院|校|公司|单位|部门|机关|中心|同志|组|部|处|社)$/.test(words)
  const { first } = indentOf({ text, look, ...rest })
  return isOffices && words.length < 120 && first < 300 && !/[。；]/.test(words)
}

/** What is sent out behind the date without 附件 above it begins a page of its own. */
function onItsPage(texts: readonly PaperParagraph[]): readonly PaperParagraph[] {
  const end = texts.findIndex(({ startsPage }) => startsPage)
  return end < 0 ? texts : texts.slice(0, end)
}

/** 附注 is in brackets, or should be. */
function isNote({ text }: PaperParagraph): boolean {
  return /^\s*[（(]/.test(text) || /^\s*(?:此件|联系人|联系电话|联系方式)/.test(text)
}

/** Names of offices and bodies end like this. */
export const officeEnd = /(?:会|局|委|办|厅|府|院|校|公司|中心|组|部|处|社|室|团)$/

/** Names that stand side by side on one line, apart by tabs or wide spaces. */
export function namesIn(text: string): string[] {
  return text
    .trim()
    .split(/[\t\n]+|[ \u3000]{2,}/)
    .map((name) => name.trim())
    .filter(Boolean)
}

/** Lines right above the date that are no sentence and stand to the right. */
function issuersAbove(main: readonly PaperParagraph[], dateAt: number): readonly PaperParagraph[] {
  const found: PaperParagraph[] = []
  for (let index = dateAt - 1; index >= 0 && found.length < 8; index -= 1) {
    const one = main[index]
    if (!one) break
    const words = one.text.trim()
    if (words.length > 40 || /[。：；:]$/.test(words) || isAnnexNote(words) || /^\s*[\d０-９]+[.．、]/.test(words))
      break
    const isRight = alignmentOf(one.look) === 'right' || indentOf(one).left > 2000 || /^\s{4,}/.test(one.text)
    const names = namesIn(one.text)
    const isJoint = names.length > 1 && names.every((name) => officeEnd.test(name))
    const isOffice = officeEnd.test(words) && found.length === 0 && index > 0
    if (!isRight && !isJoint && !isOffice) break
    found.unshift(one)
  }
  return found
}

/** @param texts from the label on, up to the next one */
function annexOf([label, ...own]: readonly PaperParagraph[]): AnnexFound[] {
  if (!label) return []
  const first = own[0]
  const title: PaperParagraph[] = []
  for (const one of own) {
    if (!first || one.place !== 'body' || title.length >= 4) break
    if (mainSize(one) !== mainSize(first) || alignmentOf(one.look) !== alignmentOf(first.look)) break
    if (title.length > 0 && alignmentOf(one.look) !== 'center') break
    title.push(one)
  }
  const number = annexLabelPattern.exec(label.text.trim())?.[1]
  return [{ label, number: number === undefined ? null : arabic(number), title, content: own.slice(title.length) }]
}

/** 3, ３ and 三 are 3. */
export function arabic(written: string): number {
  const plain = written.normalize('NFKC')
  if (/^\d+$/.test(plain)) return Number(plain)
  const figures = '〇一二三四五六七八九'
  const digits = [...plain.replace(/[○零]/g, '〇')]
  if (!digits.includes('十')) return Number(digits.map((digit) => figures.indexOf(digit)).join(''))
  const [tens = '', ones = ''] = digits.join('').split('十')
  return (tens === '' ? 1 : figures.indexOf(tens)) * 10 + (ones === '' ? 0 : figures.indexOf(ones))
}
