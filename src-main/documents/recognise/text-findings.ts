/** Doubts within the text (文字疑点): slips, foreign words, spaces, marks without their partner, times before the date. */

import { chineseDate } from '../../../src-shared/chinese.ts'
import type { Finding, FindingKind, RecognisedBlock, Recognition } from '../../../src-shared/recognition.ts'
import { han } from './document-words.ts'
import { type Notes, noteFinding, openNotes } from './notes.ts'
import { suspects } from './suspects.ts'

type Pattern = {
  readonly what: FindingKind
  readonly pattern: RegExp
  readonly note: (match: RegExpMatchArray) => string
  readonly isInfo?: boolean
}

const patterns: readonly Pattern[] = [
  {
    what: 'foreignWord',
    pattern: new RegExp(`(?<=${han}) ?\\b[a-z]{2,}\\b(?=\\s?${han})`, 'gu'),
    note: ([word]) => `句中夹有“${word?.trim()}”，像是未译完的文字`,
  },
  {
    what: 'spaceInText',
    pattern: new RegExp(`(?<=${han})[ \\u3000]+(?=${han})`, 'gu'),
    note: () => '两个字之间有空格，不知是否有意，未改动',
    isInfo: true,
  },
  {
    what: 'urlInText',
    pattern: /(?:https?:\/\/|www\.)[\w./?=&%#:~+-]+/giu,
    note: () => '文中有网址，请看是否需要保留',
    isInfo: true,
  },
  ...suspects.map(
    ({ pattern, meant }): Pattern => ({ what: 'typo', pattern, note: ([word]) => `“${word}”疑为“${meant}”，请核对` }),
  ),
]

export function textFindings({ document, found }: Pick<Recognition, 'document' | 'found'>): Finding[] {
  const notes = openNotes()
  const starts = found.filter((one) => one.part === 'blocks' || one.part === 'heading' || one.part === 'annexes')
  const lineOf = (text: string) =>
    starts.findLast((one) => text.includes(one.words.slice(0, 12)))?.line ?? starts[0]?.line ?? 0
  const blocks = [...document.blocks, ...(document.annexes ?? []).flatMap((annex) => annex.blocks)]
  const texts = blocks.filter((block) => block.kind !== 'table').map(textOf)
  let line = starts[0]?.line ?? 0
  for (const text of texts) {
    line = Math.max(line, lineOf(text))
    checkPatterns(notes, text, line)
    checkPairs(notes, text, line)
    if (document.kind === '报告') checkRequest(notes, text, line)
    checkWindow(notes, text, { line, day: document.date ?? document.printedOn })
  }
  checkNameOrder(notes, texts, lineOf)
  return notes.findings
}

function textOf(block: RecognisedBlock): string {
  if (block.kind === 'table') return ''
  const runs = block.kind === 'paragraph' ? block.runs : (block.runIn ?? [])
  const heading = block.kind === 'heading' ? `${block.number}${block.text}` : ''
  return `${heading}${runs.map((run) => run.text).join('')}`
}

function checkPatterns(notes: Notes, text: string, line: number) {
  for (const { what, pattern, note, isInfo } of patterns)
    for (const match of text.matchAll(pattern)) {
      // A slogan in quotation marks may have a space inside.
      if (what === 'spaceInText' && isQuoted(text, match.index)) continue
      noteFinding(notes, what, { line, words: around(text, match), note: note(match), ...(isInfo && { isInfo }) })
      // One place shows it; names in a row have many.
      if (what === 'spaceInText') break
    }
}

/** A 报告 asks for nothing. */
function checkRequest(notes: Notes, text: string, line: number) {
  const match = /(?:妥否|当否|可否)[，,]?请|请(?:予以?|尽快)?(?:批准|批示|批复|审批|审定)/u.exec(text)
  if (!match) return
  noteFinding(notes, 'requestInReport', {
    line,
    words: around(text, match),
    note: '报告不得夹带请示事项，需要批复的请另行请示',
  })
}

function isQuoted(text: string, index: number): boolean {
  const before = text.slice(0, index)
  return before.lastIndexOf('“') > before.lastIndexOf('”') || before.lastIndexOf('《') > before.lastIndexOf('》')
}

function around(text: string, match: RegExpMatchArray): string {
  const index = match.index ?? 0
  return text.slice(Math.max(0, index - 6), index + match[0].length + 6)
}

const partners = [
  ['“', '”'],
  ['《', '》'],
  ['（', '）'],
  ['〔', '〕'],
] as const

function checkPairs(notes: Notes, text: string, line: number) {
  for (const [open, close] of partners) {
    const [opened, closed] = [text.split(open).length, text.split(close).length]
    if (opened !== closed)
      noteFinding(notes, 'unpaired', {
        line,
        words: text.slice(0, 20),
        note: `这一段的“${open}”与“${close}”数目不同，请核对`,
      })
  }
  if (text.split('"').length % 2 === 0)
    noteFinding(notes, 'unpaired', { line, words: text.slice(0, 20), note: '这一段的直引号不成对，未改动' })
}

const windowForm =
  /(?:(\d{4})年)?(\d{1,2})月(?:\d{1,2}日|底|初|中旬|上旬|下旬)?\s*(?:—|--?|至|到|～|~)\s*(?:\d{4}年)?\d{1,2}月/gu

/** A time that begins before the document was issued. */
function checkWindow(notes: Notes, text: string, { line, day }: { line: number; day: string | undefined }) {
  if (!day) return
  for (const match of text.matchAll(windowForm)) {
    const year = match[1] ?? day.slice(0, 4)
    const start = `${year}-${(match[2] ?? '').padStart(2, '0')}`
    if (start >= day.slice(0, 7) || (match[1] && Number(year) < Number(day.slice(0, 4)))) continue
    const note = `所写时间从${Number(match[2])}月开始，发文是${chineseDate(day)}${match[1] ? '' : '；未写年份'}，请核对`
    noteFinding(notes, 'windowBefore', { line, words: match[0], note })
  }
}

const nameEnd = /学院|学校|中心|研究院|基金会|委员会|联合会/gu

/** The same characters in another order before the same ending: two writings of one name. */
function checkNameOrder(notes: Notes, texts: readonly string[], lineOf: (text: string) => number) {
  const seen = new Map<string, string>()
  for (const text of texts)
    for (const match of text.matchAll(nameEnd)) {
      const name = text.slice(Math.max(0, match.index - 6), match.index + match[0].length)
      if (name.length < 8 || /[^\p{Script=Han}]/u.test(name)) continue
      const key = [...name].sort().join('')
      const first = seen.get(key)
      if (first === undefined) seen.set(key, name)
      else if (first !== name) {
        seen.set(key, name)
        noteFinding(notes, 'nameOrder', {
          line: lineOf(text),
          words: `${first}、${name}`,
          note: '同一名称前后写法不一，请核对',
        })
      }
    }
}
