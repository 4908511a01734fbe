/** 主送机关 and 抄送机关 as groups: 、 within a kind, ， between kinds, and what the coordinated names leave out. */
import type { AddresseeGroup } from '../../../src-shared/recognition.ts'
import { bodyNounAtEnd, bodyNouns, postAtEnd } from './document-words.ts'
import { type Notes, noteTidied } from './notes.ts'
import { plain } from './rich-text.ts'
import type { SourceLine, TextLine } from './source-lines.ts'
import { tidyLine } from './tidy-line.ts'

/** A list of names, without its label and its closing mark. */
export function groupsOf(notes: Notes, text: string, line: number): AddresseeGroup[] {
  const unified = text
    .replace(/\s*[；;]\s*/gu, '，')
    .replace(/\s{2,}|(?<=[\u4e00-\u9fa5）]) (?=[\u4e00-\u9fa5])/gu, '，')
  const groups = splitOutside(unified, '，').map((group) => {
    const names = splitOutside(group, '、')
    const headNoun = sharedNoun(names)
    const persons = names.length > 0 && names.every((name) => postAtEnd.test(name))
    return { names, ...(headNoun && { headNoun }), ...(persons && { persons }) }
  })
  noteTidied(notes, 'separator', line, [text, addresseeText(groups)])
  return groups
}

export function addresseeText(groups: readonly AddresseeGroup[]): string {
  return groups.map((group) => group.names.join('、')).join('，')
}

/** 各县（区）、开发区总工会: the last name has a noun that those before it lack. */
function sharedNoun(names: readonly string[]): string | undefined {
  const last = names.at(-1) ?? ''
  const noun = bodyNouns.find((one) => last.endsWith(one) && last.length > one.length)
  if (!noun || names.length < 2) return undefined
  return names
    .slice(0, -1)
    .every((name) => bodyNounAtEnd.test(name) || /系统$/u.test(name) || /(?:区|县|市|州|旗)(?:）)?$/u.test(name)) &&
    names.slice(0, -1).some((name) => !bodyNounAtEnd.test(name))
    ? noun
    : undefined
}

function splitOutside(text: string, mark: string): string[] {
  const parts: string[] = ['']
  let depth = 0
  for (const char of text) {
    if (char === '（' || char === '《') depth += 1
    if (char === '）' || char === '》') depth = Math.max(0, depth - 1)
    if (char === mark && depth === 0) parts.push('')
    else parts[parts.length - 1] += char
  }
  return parts.map((part) => part.trim()).filter(Boolean)
}

export type RecipientLines = {
  readonly groups: readonly AddresseeGroup[]
  readonly lines: readonly TextLine[]
  /** Text that follows the colon on the same line. */
  readonly after?: TextLine
}

const linesAtMost = 8
const opening = /^(?:为|现|根据|按照|经|近|最近|今年|近日|截至|自|兹|关于)|如下|[。！]/u

/** The lines after the title up to the colon, if they are names of bodies. */
export function recipientsAt(notes: Notes, lines: readonly SourceLine[]): RecipientLines | undefined {
  const taken: TextLine[] = []
  let text = ''
  for (const line of lines.slice(0, linesAtMost)) {
    if (line.kind !== 'text') return undefined
    taken.push(line)
    text += line.rich.text
    const colon = text.indexOf('：')
    const names = colon < 0 ? text : text.slice(0, colon)
    if (opening.test(names) || /^[一二三四五六七八九十]+、/u.test(names)) return undefined
    if (colon < 0) continue
    if (!namesBodies(names)) return undefined
    const from = line.rich.text.length - (text.length - colon - 1)
    const after =
      from < line.rich.text.length
        ? { ...line, rich: { text: line.rich.text.slice(from), bold: line.rich.bold.slice(from) } }
        : undefined
    noteJoins(notes, taken)
    const tidy = tidyLine(notes, plain(names), line.line).text
    return { groups: groupsOf(notes, tidy, line.line), lines: taken, ...(after && { after }) }
  }
  return undefined
}

function namesBodies(names: string): boolean {
  const parts = names.split(/[，、；\s]/u).filter(Boolean)
  const known = parts.filter((part) => bodyNounAtEnd.test(part) || postAtEnd.test(part))
  return known.length > 0 && known.length * 3 >= parts.length && names.length <= 1000
}

function noteJoins(notes: Notes, lines: readonly TextLine[]) {
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1]
    if (above)
      noteTidied(notes, 'lineBreak', line.line, [
        `${above.rich.text.slice(-8)}\n${line.rich.text.slice(0, 8)}`,
        above.rich.text.slice(-8) + line.rich.text.slice(0, 8),
      ])
  }
}
