/** Mends what is mechanical within a line (文字整理): invisible characters, spaces, half-width marks, dashes. One table. */
import type { TidyKind } from '../../../src-shared/recognition.ts'
import { han } from './document-words.ts'
import { type Notes, noteTidied } from './notes.ts'
import { type RichText, replaceAll, trim } from './rich-text.ts'

type Rule = {
  readonly what: TidyKind
  readonly pattern: RegExp
  readonly to: string | ((match: RegExpExecArray) => string)
}

const entities: Readonly<Record<string, string>> = {
  ...{ '&nbsp;': ' ', '&ensp;': ' ', '&emsp;': ' ', '&ldquo;': '“', '&rdquo;': '”', '&lsquo;': '‘', '&rsquo;': '’' },
  ...{ '&mdash;': '—', '&hellip;': '…', '&middot;': '·', '&quot;': '"', '&lt;': '<', '&gt;': '>', '&amp;': '&' },
}
const fullMarks: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' }
const cjkMarks = '，。；：？！、“”‘’（）《》〈〉【】〔〕…'
const beside = `[${han}${cjkMarks}]`
const gap = '[ \\t\\u3000]+'

/** In this order: a later rule sees what an earlier one has made. */
const rules: readonly Rule[] = [
  {
    what: 'entity',
    pattern: /&(?:nbsp|[er]?[lr]dquo|[lr]squo|[em]nsp|ensp|emsp|mdash|hellip|middot|quot|lt|gt|amp);/gu,
    to: ([entity]) => entities[entity] ?? entity,
  },
  { what: 'entity', pattern: /<br\s*\/?>|<\/?(?:p|span|div|strong|b|font)\b[^<>]{0,200}>/giu, to: '' },
  {
    what: 'invisible',
    pattern: /(?!\t)\p{Cc}|(?<!\p{Extended_Pictographic}\ufe0f?)\p{Cf}/gu,
    to: '',
  },
  { what: 'invisible', pattern: /[\u00a0\u2000-\u200a\u202f\u205f]/gu, to: ' ' },
  {
    what: 'fullWidthDigit',
    pattern: /[０-９Ａ-Ｚａ-ｚ＋－／％]/gu,
    to: ([char]) => String.fromCharCode(char.charCodeAt(0) - 0xfee0),
  },
  { what: 'fullWidthDigit', pattern: /(?<=^\s*\d{1,2})．/gu, to: '.' },
  {
    what: 'digitSpace',
    // At most so many: a line of nothing else would be searched anew from every digit.
    pattern: /(?<![\d.])\d(?: \d){1,7}(?= ?[年月日号〕\]])/gu,
    to: ([spaced]) => spaced.replace(/ /g, ''),
  },
  {
    what: 'digitSpace',
    pattern: new RegExp(`(?<=${beside}) [\\d.,%]+ (?=${beside})`, 'gu'),
    to: ([spaced]) => spaced.trim(),
  },
  { what: 'digitSpace', pattern: new RegExp(`(?<=${beside})${gap}(?=[\\dA-Z+%])`, 'gu'), to: keepIfTabular },
  { what: 'digitSpace', pattern: new RegExp(`(?<=[\\dA-Z%])${gap}(?=${beside})`, 'gu'), to: keepIfTabular },
  {
    what: 'spacedOut',
    pattern: new RegExp(`(?<!${han})${han}(?: ${han}){3,}(?!${han})`, 'gu'),
    to: ([spaced]) => spaced.replace(/ /g, ''),
  },
  { what: 'dash', pattern: /(?<=[\d年月日底初旬])\s*(?:--+|——)\s*(?=\d)/gu, to: '—' },
  { what: 'dash', pattern: new RegExp(`(?<=[${han}”》）])\\s*-{2,}\\s*(?=[${han}“《（\\d])`, 'gu'), to: '——' },
  {
    what: 'halfWidthMark',
    pattern: new RegExp(
      `(?<=${beside}|[${han}][”’]|[\\d%A-Za-z](?=.${han}))[,;:?!](?!\\d)|[,;?!](?=[${han}“《])`,
      'gu',
    ),
    to: ([mark]) => fullMarks[mark] ?? mark,
  },
  {
    what: 'halfWidthMark',
    pattern: new RegExp(`(?<=[${han}])[:,](?=\\d)`, 'gu'),
    to: ([mark]) => fullMarks[mark] ?? mark,
  },
  { what: 'halfWidthMark', pattern: new RegExp(`(?<=${beside})\\.{3,}`, 'gu'), to: '……' },
  { what: 'halfWidthMark', pattern: new RegExp(`(?<=[${han}”’》）])\\.(?=$|\\s|[${han}“”《])`, 'gu'), to: '。' },
  { what: 'bracketPair', pattern: /[（(][^（()）]*[)）]/gu, to: pairOfBrackets },
  { what: 'bracketPair', pattern: /<<([^<>]{1,80})>>/gu, to: ([, inside]) => `《${inside}》` },
  { what: 'punctuationSpace', pattern: /(?<=[，。；：？！、（《“‘])[ \t]+(?=\S)/gu, to: '' },
  { what: 'punctuationSpace', pattern: /(?<=\S)[ \t\u3000]+(?=[，。；？！、）》”’])/gu, to: '' },
  { what: 'doubledMark', pattern: /([，。；：、！？])\1+/gu, to: ([, mark]) => mark ?? '' },
]

/** The line mended, without space at its ends; every change is noted. */
export function tidyLine(notes: Notes, rich: RichText, line: number): RichText {
  let tidy = trim(rich)
  // What a later rule makes may be for an earlier one; each pass leaves fewer places.
  for (let pass = 0, before = ''; pass < 5 && before !== tidy.text; pass += 1) {
    before = tidy.text
    tidy = straightQuotes(notes, onePass(notes, tidy, line), line)
  }
  return tidy
}

function onePass(notes: Notes, rich: RichText, line: number): RichText {
  let tidy = rich
  for (const { what, pattern, to } of rules)
    tidy = replaceAll(tidy, pattern, typeof to === 'string' ? () => to : to, (before, after) =>
      noteTidied(notes, what, line, [before, after]),
    )
  return trim(tidy)
}

/** Runs of spaces hold columns apart (署名与日期、印发机关与日期); a single one, or two before a unit, are a slip. */
function keepIfTabular(match: RegExpExecArray): string {
  const [spaces] = match
  const next = match.input[match.index + spaces.length] ?? ''
  const isColumn = /\t|\u3000{2}| {3}/.test(spaces) || (spaces.length > 1 && !/[\d年月日号期次个名场份]/u.test(next))
  return isColumn ? spaces : ''
}

/** Brackets around Han text, or opened and closed by different marks, are full-width. */
function pairOfBrackets(match: RegExpExecArray): string {
  const [pair] = match
  const inside = pair.slice(1, -1)
  const around = `${match.input[match.index - 1] ?? ''}${match.input[match.index + pair.length] ?? ''}`
  const isChinese =
    new RegExp(`[${han}${cjkMarks}]`, 'u').test(`${inside}${around}`) || pair[0] === '（' || pair.at(-1) === '）'
  return isChinese ? `（${inside}）` : pair
}

/** " and " in turn are “ and ”, if there is an even number of them beside Han text; the odd one is left and shown. */
function straightQuotes(notes: Notes, rich: RichText, line: number): RichText {
  const count = rich.text.split('"').length - 1
  if (count === 0 || count % 2 === 1 || !new RegExp(han, 'u').test(rich.text)) return rich
  let seen = 0
  const quote = () => (seen++ % 2 === 0 ? '“' : '”')
  return replaceAll(rich, /"/gu, quote, (before, after) => noteTidied(notes, 'quotes', line, [before, after]))
}
