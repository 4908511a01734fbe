/** 署名 and 成文日期 (7.3.5): which line stands where, with a seal, without, with 签名章, and for several issuers. */
import { chineseDate, widthOf } from './chinese.ts'
import type { OfficialDocument } from './documents.ts'
import { officeA } from './layout-9704.ts'

/** One line: its pieces from the left edge in 字, or one text that ends so many 字 before the right edge. */
export type SignatureRow = {
  readonly linesAbove: number
  readonly isDate: boolean
  readonly pieces: readonly { readonly text: string; readonly left: number }[]
  readonly text: string
  readonly right: number
}
/** 署名 and 成文日期; both end so many 字 before the right edge. */
export type Signature = {
  readonly issuer: string
  readonly date: string
  readonly issuerRight: number
  readonly dateRight: number
  readonly linesAbove: number
}
type Signed = Pick<OfficialDocument, 'issuer' | 'jointIssuers' | 'date' | 'hasSeal' | 'signatureStamp'>

const rules = officeA.signature
const lineWidth = officeA.grid.characters.value

/** The lines of the signature; none without issuer and date. */
export function signatureRows(document: Signed): SignatureRow[] {
  const others = document.jointIssuers ?? []
  if (document.signatureStamp) return stampRows(document, document.signatureStamp.post)
  if (others.length > 0 && document.hasSeal) return sealedRows([document.issuer, ...others], document.date)
  if (others.length > 0) return stackedRows([document.issuer, ...others], document.date)
  const { issuer, date, issuerRight, dateRight, linesAbove } = signature(document)
  const rows = [row(issuer, issuerRight, linesAbove, false), row(date, dateRight, 0, true)]
  return rows.filter(({ text }) => text !== '')
}

/**
 * With a seal the date ends 4 字 before the edge and the issuer is centred on it (7.3.5.1); without one the issuer
 * ends 2 字 before the edge and the date begins 2 字 after the issuer's first character (7.3.5.2).
 */
export function signature(document: Pick<OfficialDocument, 'issuer' | 'date' | 'hasSeal'>): Signature {
  const date = dateOf(document.date)
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
  const rest = right + issuerWidth - dateWidth - shift
  return issuerWidth >= dateWidth
    ? // A name hardly longer than the date: the date would pass the edge, so both move to the left.
      { ...parts, issuerRight: right + Math.max(0, -rest), dateRight: Math.max(0, rest), linesAbove }
    : { ...parts, issuerRight: right + shift + dateWidth - issuerWidth, dateRight: right, linesAbove }
}

/** 签名章 (7.3.5.3): the post, room for the stamp, and the date one empty line below. */
function stampRows(document: Signed, post: string): SignatureRow[] {
  const right = rules.stampRight.value
  const stamp = rules.stampWidth.value + rules.stampGap.value
  return [
    row(post, right + stamp, rules.linesAboveStamp.value, false),
    row(dateOf(document.date), right, rules.linesBelowStamp.value, true),
  ]
}

/** Seals of several issuers (7.3.5.1): rows with room between them, the date under the last name. */
function sealedRows(issuers: readonly string[], day: string): SignatureRow[] {
  const date = dateOf(day)
  const widest = Math.max(...issuers.map(widthOf))
  const last = lineWidth - rules.dateRightWithSeal.value - widthOf(date) / 2
  // Columns leftwards from the date, as many as stand apart within the line.
  const step = widest + 1
  const room = 1 + Math.floor((last - widest / 2) / step)
  const columns = Math.max(1, Math.min(rules.sealsPerRow.value, room, issuers.length))
  const spread = columns === 1 ? 0 : Math.min((last - widest / 2) / (columns - 1), step + 2)
  const centres = Array.from({ length: columns }, (_, index) => last - (columns - 1 - index) * spread)
  const rows: SignatureRow[] = []
  for (let start = 0; start < issuers.length; start += columns) {
    const names = issuers.slice(start, start + columns)
    const used = centres.slice(columns - names.length)
    const linesAbove = start === 0 ? rules.linesAboveWithSeal.value : rules.linesBetweenSeals.value
    const pieces = names.map((text, index) => {
      const width = widthOf(text)
      return { text, left: Math.max(0, Math.min((used[index] ?? last) - width / 2, lineWidth - width)) }
    })
    rows.push({ linesAbove, isDate: false, pieces, text: names.join(''), right: 0 })
  }
  return [...rows, row(date, rules.dateRightWithSeal.value, 0, true)]
}

/** Without seals: the main issuer above, the others below it, in the middle of one another (7.3.5.2). */
function stackedRows(issuers: readonly string[], day: string): SignatureRow[] {
  const widest = issuers.reduce((one, other) => (widthOf(other) > widthOf(one) ? other : one))
  const { issuerRight, dateRight, date, linesAbove } = signature({ issuer: widest, date: day, hasSeal: false })
  const rightOf = (name: string) => issuerRight + (widthOf(widest) - widthOf(name)) / 2
  return [
    ...issuers.map((name, index) => row(name, rightOf(name), index === 0 ? linesAbove : 0, false)),
    row(date, dateRight, 0, true),
  ]
}

function row(text: string, right: number, linesAbove: number, isDate: boolean): SignatureRow {
  return { linesAbove, isDate, pieces: [], text, right }
}

function dateOf(day: string): string {
  return day === '' ? '' : chineseDate(day)
}
