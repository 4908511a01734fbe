/** 版记: 抄送机关, 印发机关和印发日期, 印数; they may stand before or after the annexes. */
import { chineseDate } from '../../../src-shared/chinese.ts'
import type { RecognisedDocument } from '../../../src-shared/recognition.ts'
import { groupsOf } from './addressees.ts'
import { dayForm, dayOf } from './chinese-day.ts'
import { isBodyName } from './document-words.ts'
import { type Notes, noteFound, noteTidied } from './notes.ts'
import { plain } from './rich-text.ts'
import type { SourceLine, TextLine } from './source-lines.ts'
import { tidyLine } from './tidy-line.ts'

type FootParts = Partial<Pick<RecognisedDocument, 'copyTo' | 'recipients' | 'printer' | 'printedOn' | 'copies'>>
type Writable<T> = { -readonly [K in keyof T]: T[K] }
export type Foot = { readonly parts: FootParts; readonly rest: readonly SourceLine[] }

const copyToForm = /^(抄\s*送|抄\s*报|分\s*送|主\s*送)\s*：\s*(.*)$/su
const printedForm = new RegExp(`^(?:(.{2,30}?)\\s*)?(${dayForm})\\s*(印发|印)$`, 'u')
const copiesForm = /^[（(]?\s*(?:共印|印数[:：]?|印发)\s*(\d{1,5})\s*份\s*[)）]?$/u

/** Takes the lines of the foot out of what follows the addressees. */
export function readFoot(notes: Notes, lines: readonly SourceLine[], hasRecipients: boolean): Foot {
  const parts: Writable<FootParts> = {}
  const taken = new Set<number>()
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]
    if (line?.kind !== 'text' || taken.has(index)) continue
    const { text } = line.rich
    if (copiesForm.test(text) && parts.copies === undefined) {
      readCopies(notes, parts, line)
      taken.add(index)
    } else if (copyToForm.test(text)) readCopyTo({ notes, parts, lines, taken, hasRecipients }, index)
    else if (printedForm.test(text) && parts.printedOn === undefined)
      readPrinted({ notes, parts, lines, taken, hasRecipients }, index)
  }
  return { parts, rest: lines.filter((_, index) => !taken.has(index)) }
}

type Reading = {
  readonly notes: Notes
  readonly parts: Writable<FootParts>
  readonly lines: readonly SourceLine[]
  readonly taken: Set<number>
  readonly hasRecipients: boolean
}

function readCopies(notes: Notes, parts: Writable<FootParts>, line: TextLine) {
  const copies = Number(copiesForm.exec(line.rich.text)?.[1])
  parts.copies = copies
  noteTidied(notes, 'labelForm', line.line, [line.rich.text, `共印${copies}份`])
  noteFound(notes, 'copies', line)
}

/** The list goes on over lines until its 。, a gap or another part. */
function readCopyTo({ notes, parts, lines, taken, hasRecipients }: Reading, start: number) {
  const first = lines[start]
  if (first?.kind !== 'text') return
  const [, printedLabel = '', begun = ''] = copyToForm.exec(first.rich.text) ?? []
  const label = printedLabel.replace(/\s/g, '')
  const part = label === '主送' ? 'recipients' : 'copyTo'
  if (parts[part] || (part === 'recipients' && hasRecipients)) return
  let text = begun
  const sources = [first.source]
  taken.add(start)
  for (let index = start + 1; !text.endsWith('。') && index < lines.length; index += 1) {
    const line = lines[index]
    if (line?.kind !== 'text' || !goesOn(line, lines[index + 1], text)) break
    noteTidied(notes, 'lineBreak', line.line, [
      `${text.slice(-8)}\n${line.rich.text.slice(0, 8)}`,
      text.slice(-8) + line.rich.text.slice(0, 8),
    ])
    text = tidyLine(notes, plain(text + line.rich.text), line.line).text
    sources.push(line.source)
    taken.add(index)
  }
  const names = text.replace(/。$/u, '')
  if (label !== '主送') noteTidied(notes, 'labelForm', first.line, [printedLabel, '抄送'])
  noteTidied(notes, 'listEnd', first.line, [
    text.slice(-4),
    `${names.slice(-4 + (text.length - names.length))}${part === 'copyTo' ? '。' : ''}`,
  ])
  if (part === 'recipients') noteTidied(notes, 'labelForm', first.line, ['主送：', '：'])
  parts[part] = groupsOf(notes, names, first.line)
  noteFound(notes, part, { source: sources.join('\n'), line: first.line })
}

function goesOn(line: TextLine, next: SourceLine | undefined, soFar: string): boolean {
  const { text } = line.rich
  if (copyToForm.test(text) || printedForm.test(text) || copiesForm.test(text)) return false
  if (line.blankBefore > 0 && !/[，、]$/u.test(soFar)) return false
  const isPrinter = isBodyName(text) && next?.kind === 'text' && printedForm.test(next.rich.text)
  return !isPrinter && text.length <= 60
}

/** The day and, on the same line or the one above, the body. */
function readPrinted({ notes, parts, lines, taken }: Reading, index: number) {
  const line = lines[index]
  if (line?.kind !== 'text') return
  const [, inLine, printedDay = '', word = ''] = printedForm.exec(line.rich.text) ?? []
  const day = dayOf(printedDay)
  const above = lines[index - 1]
  const printer = inLine?.trim()
  if (!day || (printer && !isBodyName(printer.replace(/\s/g, '')))) return
  parts.printedOn = day
  taken.add(index)
  noteTidied(notes, 'dateForm', line.line, [`${printedDay}${word}`, `${chineseDate(day)}印发`])
  noteFound(notes, 'printedOn', line)
  if (printer) setPrinter(notes, parts, { ...line, words: printer })
  else if (above?.kind === 'text' && !taken.has(index - 1) && isBodyName(above.rich.text.replace(/\s/g, ''))) {
    taken.add(index - 1)
    setPrinter(notes, parts, { ...above, words: above.rich.text })
  }
}

function setPrinter(notes: Notes, parts: Writable<FootParts>, line: TextLine & { readonly words: string }) {
  parts.printer = line.words.replace(/\s/g, '')
  noteTidied(notes, 'spacedOut', line.line, [line.words, parts.printer])
  noteFound(notes, 'printer', line)
}
