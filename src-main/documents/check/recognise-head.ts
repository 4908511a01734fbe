/** Finds the head (版头): mark, number, signers, red line, and the three lines above the mark; by content, place and looks. */
import { alignmentOf, colourOf, isBlank, isRed, mainSize, visibleRuns } from './measure.ts'
import type { PaperParagraph } from './paper.ts'
import type { HeadFound, RedLine } from './parts-found.ts'
import { numberIn } from './properties.ts'

/** Anything that is meant as 发文字号, also with the wrong brackets or 第. */
export const numberPattern =
  /第?[\u4e00-\u9fa5A-Za-z]{1,20}\s*[〔[［(（【{]\s*\d{2,4}\s*[〕\]］)）】}]\s*(?:第\s*)?\d{1,6}\s*号/u

/** The head reaches at most this many paragraphs with text down the document. */
const reach = 40

export function recogniseHead(paragraphs: readonly PaperParagraph[], titleStart: PaperParagraph | null): HeadFound {
  const end = titleStart ? paragraphs.indexOf(titleStart) : paragraphs.length
  const head = paragraphs
    .slice(0, end)
    .filter((one) => !isBlank(one))
    .slice(0, reach)
  const number = head.find(({ text }) => numberPattern.test(text) && text.trim().length < 80) ?? null
  const labelled = head.findIndex(({ text }) => /签\s*发\s*人/.test(text))
  const numberAt = number ? head.indexOf(number) : -1
  const mark = recogniseMark(head.filter((one) => one !== number))
  return {
    copyNumber: head.find(({ text }) => /^\s*(?:№|No\.?|份号[:：]?)?\s*\d{1,8}\s*$/.test(text)) ?? null,
    secrecy: head.find(({ text }) => /^\s*(绝密|机密|秘密)/.test(text)) ?? null,
    urgency: head.find(({ text }) => /^\s*(特\s*急|加\s*急|特提|平急)\s*$/.test(text)) ?? null,
    mark,
    number,
    numberText: numberPattern.exec(number?.text ?? '')?.[0] ?? '',
    signers: labelled < 0 ? [] : head.slice(labelled, Math.max(labelled, numberAt) + 1),
    redLine: findRedLine(paragraphs.slice(0, end + 1), number),
  }
}

/** The first large text: red, or as large as no title is, or ending as marks end. */
function recogniseMark(head: readonly PaperParagraph[]): readonly PaperParagraph[] {
  const isMark = (one: PaperParagraph) => {
    const size = mainSize(one)
    const hasRed = visibleRuns(one).some((run) => isRed(colourOf(run)))
    const endsAsMark = /(文件|纪要|命令|令|公报)\s*$/.test(one.text)
    return (hasRed && size > 44) || size >= 56 || (endsAsMark && (hasRed || size > 44))
  }
  const first = head.findIndex(isMark)
  if (first < 0) return []
  const marks: PaperParagraph[] = []
  for (const one of head.slice(first)) {
    if (!isMark(one)) break
    marks.push(one)
  }
  return marks
}

/** Under the number: a border of its paragraph or of one nearby, or a line drawn; red, or the only one. */
function findRedLine(head: readonly PaperParagraph[], number: PaperParagraph | null): RedLine | null {
  const near = number ? head.slice(head.indexOf(number), head.indexOf(number) + 4) : head
  const borders = near.flatMap((at) =>
    ['bottom', 'top', 'between'].flatMap((side) => {
      const border = at.look[`pBdr/${side}`]
      if (!border || ['nil', 'none'].includes(border.val ?? '')) return []
      const sizes = {
        thickness: numberIn({ border }, 'border', 'sz') ?? 0,
        gap: numberIn({ border }, 'border', 'space') ?? 0,
      }
      return [{ at, rule: null, ...sizes, colour: (border.color ?? '000000').toUpperCase() }]
    }),
  )
  const drawn = head.flatMap((at) =>
    at.rules.map((rule) => ({ at, rule, thickness: (rule.thickness / 20) * 8, gap: 0, colour: rule.colour })),
  )
  const all: RedLine[] = [...borders, ...drawn]
  return all.find(({ colour }) => isRed(colour)) ?? all.find(({ at }) => at === number) ?? null
}

/** Where the title begins: below the number or mark, large and in the middle, or ending as titles end. */
export function isTitleLike(one: PaperParagraph, titleEnd: RegExp): boolean {
  const size = mainSize(one)
  if (one.place !== 'body' || numberPattern.test(one.text) || /签\s*发\s*人/.test(one.text)) return false
  const isCentred = alignmentOf(one.look) === 'center'
  const words = one.text.replace(/\s/g, '')
  const isSentence = /[。；]$/.test(words)
  if (isSentence || words.length < 2) return false
  return (
    (isCentred && size >= 36) ||
    (size >= 40 && words.length > 4) ||
    (/关于/.test(words) && titleEnd.test(words) && words.length < 90)
  )
}
