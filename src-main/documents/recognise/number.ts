/** 发文字号 as it occurs and as it is written (7.2.5), with 签发人 on the same line in upward documents. */
import { type Notes, noteTidied } from './notes.ts'

const numberForm =
  /^([\u4e00-\u9fa5A-Za-z][\u4e00-\u9fa5A-Za-z\s]{0,24}?)\s*[〔[【(（［{〖<《]\s*((?:19|20)\d{2})\s*年?\s*[〕\]】)）］}〗>》]\s*(?:第\s*)?(\d{1,5})\s*号(?=$|\s|签)/u
const minutesNumberForm =
  /^[〔[【(（［]?\s*(?:((?:19|20)\d{2})\s*年?\s*[〕\]】)）］]?)?\s*(?:总\s*)?第?\s*(\d{1,5}|[一二三四五六七八九十]{1,3})\s*[号期次]\s*[）)]?$/u

export type NumberFound = { readonly number: string; readonly rest: string }

/** The number at the start of a line and what follows it, such as 签发人. */
export function numberAt(notes: Notes, text: string, line: number): NumberFound | undefined {
  const isBracketed = isInBrackets(text)
  const match = numberForm.exec(isBracketed ? text.slice(1, -1) : text)
  if (!match) return undefined
  const [printed, code = '', year, serial] = match
  const number = `${code.replace(/\s/g, '')}〔${year}〕${Number(serial)}号`
  noteTidied(notes, 'numberForm', line, isBracketed ? [text, number] : [printed, number])
  return { number, rest: isBracketed ? '' : text.slice(printed.length).trim() }
}

/** 第12期 or 〔2026〕3号 of minutes, kept as printed but for the brackets. */
export function minutesNumberAt(notes: Notes, text: string, line: number): string | undefined {
  const match = minutesNumberForm.exec(text)
  if (!match || !/[号期次]/u.test(text)) return undefined
  const [, year, serial] = match
  const number = year === undefined ? text.replace(/\s/g, '') : `〔${year}〕${serial}${/期/u.test(text) ? '期' : '号'}`
  noteTidied(notes, 'numberForm', line, [text, number])
  return number
}

export function isNumberLine(text: string): boolean {
  return numberForm.test(isInBrackets(text) ? text.slice(1, -1) : text)
}

/** A web page puts the number in brackets below the title. */
function isInBrackets(text: string): boolean {
  return /^[（(].*[）)]$/u.test(text)
}
