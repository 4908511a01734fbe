/** Mends the foot (版记的订正): size, place and marks of 抄送 and of the line with 印发; no name and no day is touched. */
import { widthOf } from '../../../src-shared/chinese.ts'
import { paragraphProperties, replaceCharacters, setOnParagraph, setOnRuns, setProperty } from './change-xml.ts'
import type { Subject } from './check.ts'
import { ownText } from './check-text.ts'
import { alignmentOf } from './measure.ts'
import { noIndent } from './mend-look.ts'
import type { Mend } from './mend-page.ts'
import type { PaperParagraph } from './paper.ts'

const label = '抄送：'

export const imprintMends: Readonly<Record<number, Mend>> = {
  66: (subject) => {
    const one = subject.found.imprint?.copyTo
    if (!one) return []
    const hanging = widthOf(label) * subject.layout.imprint.character.value
    const aside = asideOf(subject)
    replaceCharacters(one, copyToEdits(ownText(one)))
    setOnParagraph(one, 'w:ind', { ...noIndent, ...noFirstLine, left: aside + hanging, hanging, right: aside })
    setSize(subject, one)
    return [one.part]
  },
  68: (subject) => {
    const { imprint } = subject.found
    const printed = imprint?.printed
    if (!printed) return []
    replaceCharacters(printed, dayEdits(ownText(printed)))
    const aside = asideOf(subject)
    const lines = imprint.printer ? [imprint.printer, printed] : [printed]
    for (const one of lines) {
      if (one === printed && alignmentOf(one.look) === 'right')
        setOnParagraph(one, 'w:ind', { ...noIndent, right: aside })
      else setOnParagraph(one, 'w:ind', { ...noIndent, left: aside })
      if (one.text.includes('\t')) setRightTab(one, subject.layout.typeArea.width.value - aside)
      setSize(subject, one)
    }
    return lines.map(({ part }) => part)
  },
}

const noFirstLine = { firstLine: undefined, firstLineChars: undefined }

function asideOf({ layout }: Subject): number {
  return layout.imprint.character.value * layout.imprint.indent.value
}

function setSize({ layout }: Subject, one: PaperParagraph): void {
  for (const name of ['w:sz', 'w:szCs']) setOnRuns(one.runs, name, { val: layout.imprint.size.value })
}

/** The only stop; those of the style are taken back. */
function setRightTab(one: PaperParagraph, position: number): void {
  const others = Object.keys(one.look).flatMap((name) => (name.startsWith('tab/') ? [name.slice(4)] : []))
  const own = paragraphProperties(one.xml)
  setProperty(own, 'w:tabs', {})
  const tabs = own.children.find((child) => typeof child !== 'string' && child.name === 'w:tabs')
  if (typeof tabs !== 'object') return
  const stop = (val: string, pos: number) => ({
    name: 'w:tab',
    attributes: { 'w:val': val, 'w:pos': String(pos) },
    children: [],
  })
  const cleared = others.map(Number).filter((pos) => pos !== position)
  tabs.children = [...cleared.map((pos) => stop('clear', pos)), stop('right', position)]
}

type Edits = Map<number, string>

/** `抄 送:` → `抄送：`; 。 at the end. */
function copyToEdits(text: string): Edits {
  const edits: Edits = new Map()
  const written = /^\s*抄(\s*)送\s*[:：]?/.exec(text)?.[0] ?? ''
  for (const [at, char] of [...written].entries()) {
    if (/\s/.test(char)) edits.set(at, '')
    else if (char === ':') edits.set(at, '：')
    else if (char === '送' && !/[:：]$/.test(written)) edits.set(at, '送：')
  }
  const end = /[。；，、;,.\s]*$/.exec(text)?.index ?? text.length
  for (let at = end; at < text.length; at += 1) edits.set(at, '')
  if (end > written.length) edits.set(end - 1, `${text[end - 1]}。`)
  return edits
}

/** `2026-01-08 印发` and `2026年01月08日印发` → `2026年1月8日印发`. */
function dayEdits(text: string): Edits {
  const edits: Edits = new Map()
  const pattern = /(\d{4})(\s*[年./-]\s*)(0?)([1-9]\d?)(\s*[月./-]\s*)(0?)([1-9]\d?)(\s*日?\s*)印\s*发\s*$/d
  const match = pattern.exec(text)
  if (!match?.indices) return edits
  const put = (group: number, words: string) => {
    const [from, to] = match.indices?.[group] ?? [0, 0]
    for (let at = from; at < to; at += 1) edits.set(at, at === from ? words : '')
  }
  put(2, '年')
  put(3, '')
  put(5, '月')
  put(6, '')
  const [, lastDigit = 0] = match.indices[7] ?? []
  if (match[8] === '') edits.set(lastDigit - 1, `${text[lastDigit - 1]}日`)
  else put(8, '日')
  for (let at = match.indices[8]?.[1] ?? text.length; at < text.length; at += 1)
    if (/\s/.test(text[at] ?? '')) edits.set(at, '')
  return edits
}
