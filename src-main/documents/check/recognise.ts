/** Finds out what is what in a paper (要素识别), by content and position and never by the names of styles. */
import { alignmentOf, isBlank, isRed } from './measure.ts'
import type { Paper, PaperParagraph } from './paper.ts'
import type { DocumentForm, HeadFound, ImprintFound, PartsFound } from './parts-found.ts'
import { documentKindWords } from './parts-found.ts'
import { recogniseHead } from './recognise-head.ts'
import { recogniseMain, recogniseTitle } from './recognise-main.ts'

export function recognise(paper: Paper): PartsFound {
  const title = recogniseTitle(paper.paragraphs)
  const firstHeader = paper.sections[0]?.headers.first?.paragraphs ?? []
  const head = recogniseHead([...firstHeader, ...paper.paragraphs], title[0] ?? null)
  const imprint = recogniseImprint(paper.paragraphs)
  const flow = paper.paragraphs.filter(({ place }) => place === 'body' || place === 'table')
  const last = title.at(-1) ?? head.signers.at(-1) ?? head.number ?? head.mark.at(-1)
  const start = last ? flow.indexOf(last) + 1 : 0
  const foot = new Set(imprint?.paragraphs)
  const behind = flow.slice(start).filter((one) => !foot.has(one))
  const main = recogniseMain(behind)
  const words = wordsOf(title)
  const kind = new RegExp(`(${documentKindWords})(?:[（(][^（）()]{1,8}[）)])?$`).exec(words)?.[1] ?? null
  const form = formOf(paper, head)
  return { form, kind: kind ?? (form === 'minutes' ? '纪要' : null), head, title, imprint, ...main }
}

/** Lines joined, without spaces. */
export function wordsOf(paragraphs: readonly PaperParagraph[]): string {
  return paragraphs.map(({ text }) => text.replace(/\s/g, '')).join('')
}

function formOf(paper: Paper, head: HeadFound): DocumentForm {
  const mark = wordsOf(head.mark)
  if (/纪要$/.test(mark)) return 'minutes'
  if (mark === '') return preprintedForm(paper, head)
  return !/(文件|公报|令)$/.test(mark) && hasDoubleRule(paper) ? 'letter' : 'ordinary'
}

/** The double lines of a letter, at the head or foot of page 1. */
function hasDoubleRule(paper: Paper): boolean {
  const shown = [...(paper.sections[0]?.headers.first?.paragraphs ?? []), ...paper.paragraphs.slice(0, 30)]
  const isDouble = shown.some(({ look }) =>
    ['top', 'bottom', 'between'].some((side) => /^(thickThin|thinThick|double)/.test(look[`pBdr/${side}`]?.val ?? '')),
  )
  const drawn = shown.flatMap(({ rules }) => rules).filter(({ colour, box }) => isRed(colour) && box.width > 9000)
  return isDouble || drawn.length >= 2
}

/** On paper with the head printed already, or without a mark: by a number alone minutes, to the right a letter. */
function preprintedForm(paper: Paper, head: HeadFound): DocumentForm {
  const first = paper.paragraphs.filter((one) => !isBlank(one)).slice(0, 6)
  if (first.some(({ text }) => /^\s*(?:第\d{1,4}[期号]|〔\d{4}〕\d{1,4}号)\s*$/.test(text))) return 'minutes'
  if (hasDoubleRule(paper)) return 'letter'
  const isLetter = head.number && alignmentOf(head.number.look) === 'right' && paper.sections[0]?.hasTitlePage
  return isLetter ? 'letter' : 'ordinary'
}

/** From the end upwards: the line with …印发 and the lines 抄送 and 主送 above it. */
function recogniseImprint(paragraphs: readonly PaperParagraph[]): ImprintFound | null {
  const texts = paragraphs.filter((one) => !isBlank(one) && one.place !== 'frame')
  const tail = texts.slice(-30)
  const printed = tail.findLast(({ text }) => /\d\s*日?\s*印\s*[发制]\s*$/.test(text)) ?? null
  const copyTo = tail.findLast(({ text }) => /^\s*抄\s*送/.test(text)) ?? null
  const anchor = copyTo ?? printed
  if (!anchor) return null
  const anchorAt = texts.indexOf(anchor)
  const start = startOfBoxes(paragraphs, anchor)
  const above = start === undefined ? anchorAt - 3 : texts.findIndex((one) => paragraphs.indexOf(one) >= start)
  const sendTo = texts.slice(Math.max(0, above), anchorAt).findLast(({ text }) => /^\s*主\s*送[:：]/.test(text)) ?? null
  const printer = printed ? printerOf(texts, printed, copyTo) : null
  const found = [sendTo, copyTo, printer, printed].filter((one) => one !== null)
  const table = (copyTo ?? printed)?.table ?? null
  const box = (copyTo ?? printed)?.box ?? null
  const from = Math.min(start ?? paragraphs.length, paragraphs.indexOf(found[0] ?? anchor))
  const inside = paragraphs.slice(from, paragraphs.indexOf(printed ?? anchor) + 1)
  return { sendTo, copyTo, printed, printer, table, box, paragraphs: inside }
}

/** Where a 版记 of several pages begins: boxes at the foot with nothing between them; undefined for one of one page. */
function startOfBoxes(paragraphs: readonly PaperParagraph[], anchor: PaperParagraph): number | undefined {
  const isAtFoot = (one: PaperParagraph | undefined) => one?.box?.vertical.align === 'bottom'
  if (!isAtFoot(anchor)) return undefined
  let start = paragraphs.indexOf(anchor)
  for (let at = start - 1; at >= 0; at -= 1) {
    const one = paragraphs[at]
    if (isAtFoot(one)) start = at
    else if (!one || !isBlank(one)) break
  }
  return paragraphs[start]?.box === anchor.box ? undefined : start
}

/** 印发机关 in a paragraph or cell of its own: right before the date, and 抄送 is not it. */
function printerOf(texts: readonly PaperParagraph[], printed: PaperParagraph, copyTo: PaperParagraph | null) {
  const isAlone = /^\s*\d{4}\s*年?[\s\d年月日./-]*印\s*[发制]\s*$/.test(printed.text)
  const above = texts[texts.indexOf(printed) - 1]
  return isAlone && above && above !== copyTo && above.table === printed.table ? above : null
}
