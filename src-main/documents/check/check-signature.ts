/** Checks of 署名, 成文日期 and 附注. */
import { type Check, inLines, isNear, type Subject, undecided, verdict } from './check.ts'
import { pitchOf, typeWidth } from './check-page.ts'
import { alignmentOf, characterOf, excerpt, indentOf, linesBetween, textWidth } from './measure.ts'
import type { PaperParagraph } from './paper.ts'
import { namesIn } from './recognise-main.ts'

/** Characters: 0.7 mm of 5.6 (7.3.5); lines; twips: 0.4 mm (7.3.6). */
const tolerance = { characters: 0.13, lines: 0.3, indent: 23 }

export const signatureChecks: readonly Check[] = [
  {
    id: 54,
    expected: ({ signature }) => `右空${signature.dateRightWithSeal.value}字`,
    mend: '成文日期右对齐，右缩进4字。',
    judge: (subject) => {
      const places = placesOf(subject)
      if (typeof places === 'string') return undecided(places)
      if (!places.isSealed) return undecided('按不加盖印章的排法')
      const wanted = subject.layout.signature.dateRightWithSeal.value
      // A long name moves both to the left together.
      const isMoved = places.issuerRight < 1 && places.dateRight > wanted
      const isRight = isNear(places.dateRight, wanted, tolerance.characters) || isMoved
      return verdict(isRight ? [] : [`右空${inCharacters(places.dateRight)}`], `右空${inCharacters(places.dateRight)}`)
    },
  },
  {
    id: 55,
    expected: () => '署名的中线与成文日期的中线对齐',
    mend: '调整署名的右缩进，使署名与成文日期居中对齐。',
    judge: (subject) => {
      const places = placesOf(subject)
      if (typeof places === 'string') return undecided(places)
      if (!places.isSealed) return undecided('按不加盖印章的排法')
      const shift = places.issuerCentre - places.dateCentre
      return verdict(isNear(shift, 0, tolerance.characters) ? [] : [`相差${inCharacters(Math.abs(shift))}`], '居中对齐')
    },
  },
  {
    id: 56,
    expected: ({ signature }) =>
      `署名右空${signature.issuerRightWithoutSeal.value}字，日期首字比署名首字右移${signature.dateShiftWithoutSeal.value}字`,
    mend: '署名右缩进2字，成文日期的首字比署名首字右移2字；加盖印章的按7.3.5.1排。',
    judge: (subject) => {
      const places = placesOf(subject)
      if (typeof places === 'string') return undecided(places)
      if (places.isSealed) return undecided('按加盖印章的排法')
      const { signature } = subject.layout
      const shift = signature.dateShiftWithoutSeal.value
      const isDateLonger = places.dateRight < places.issuerRight
      const nearEdge = isDateLonger ? places.dateRight : places.issuerRight
      const faults = [
        ...(isNear(nearEdge, signature.issuerRightWithoutSeal.value, tolerance.characters)
          ? []
          : [`右空${inCharacters(nearEdge)}`]),
        ...(isNear(places.dateLeft - places.issuerLeft, shift, tolerance.characters)
          ? []
          : [`日期首字右移${inCharacters(places.dateLeft - places.issuerLeft)}`]),
      ]
      return verdict(faults, '署名和日期位置正确')
    },
  },
  {
    id: 57,
    expected: () => '阿拉伯数字，年份写全，月、日不编虚位，如2026年1月8日',
    mend: '日期改写为“2026年1月8日”的样式，并核对是否晚于所引文件。',
    judge: ({ found: { date, body, form, title } }) => {
      if (!date) {
        // Printed copies often come without the signature; where there is one, its date is missing.
        const isSigned = form !== 'minutes' && title.length > 0 && isSignature(body.at(-1))
        return isSigned ? verdict(['没有成文日期'], '') : undecided('没有署名和成文日期，请核对是否漏排')
      }
      const written = date.text.replace(/\s/g, '')
      const match = /^(\d{4})年([1-9]\d?)月([1-9]\d?)日$/.exec(written)
      if (!match) return verdict([`写作${excerpt(written)}`], '')
      const [year = 0, month = 0, day = 0] = match.slice(1).map(Number)
      const faults = isDay(year, month, day) ? [] : [`${excerpt(written)}不是日历上的日期`]
      const cited = body.flatMap(({ text }) => [...text.matchAll(/〔(\d{4})〕/g)].map((found) => Number(found[1])))
      faults.push(...cited.filter((one) => one > year).map((one) => `正文引了${one}年的文件`))
      faults.push(...body.flatMap(({ text }) => wrongWeekdays(text)))
      return verdict(faults, written)
    },
  },
  {
    id: 59,
    expected: () => '（……），左空二字，在成文日期下一行',
    mend: '附注加全角圆括号，首行缩进2字，排在成文日期下一行。',
    judge: (subject) => {
      const { note, date } = subject.found
      if (!note || !date) return undecided('没有附注')
      const { left, first } = indentOf(note)
      const lines = linesBetween(subject.paper.paragraphs, date, note, pitchOf(subject))
      const wanted = subject.layout.text.indent.value * characterOf(note)
      const faults = [
        ...(/^（[\s\S]+）$/.test(note.text.trim()) ? [] : [`${excerpt(note.text)}没有用全角圆括号括起`]),
        ...(isNear(left + first, wanted, tolerance.indent) ? [] : ['没有左空二字']),
        ...(isNear(lines, 0, tolerance.lines) ? [] : [`与日期之间${inLines(lines)}`]),
      ]
      return verdict(faults, excerpt(note.text))
    },
  },
]

type Places = {
  readonly isSealed: boolean
  readonly issuerRight: number
  readonly dateRight: number
  readonly issuerLeft: number
  readonly dateLeft: number
  readonly issuerCentre: number
  readonly dateCentre: number
}

/** In characters; whether it is meant for a seal shows by which of the two it comes closer to. */
function placesOf(subject: Subject): Places | string {
  const { issuers, date } = subject.found
  const issuer = issuers.at(-1)
  if (!issuer || !date) return '没有署名或成文日期'
  if (issuers.length > 1 || namesIn(issuer.text).length > 1) return '联合署名，须看版面'
  if (/(?:主席|主任|局长|书记|县长|市长|区长|院长|校长|部长|厅长|处长)$/.test(issuer.text.replace(/\s/g, '')))
    return '加盖签名章，须看版面'
  if (issuer.place !== 'body' || date.place !== 'body') return '排在表格里，须看版面'
  const [one, other] = [spanOf(subject, issuer), spanOf(subject, date)]
  const places = {
    issuerRight: one.right,
    dateRight: other.right,
    issuerLeft: one.left,
    dateLeft: other.left,
    issuerCentre: (one.left - one.right) / 2,
    dateCentre: (other.left - other.right) / 2,
  }
  const rules = subject.layout.signature
  const fromCentred = Math.abs(places.issuerCentre - places.dateCentre)
  const fromShifted = Math.abs(places.dateLeft - places.issuerLeft - rules.dateShiftWithoutSeal.value)
  const fromFour = Math.abs(places.dateRight - rules.dateRightWithSeal.value)
  const nearEdge = Math.min(places.issuerRight, places.dateRight)
  const fromTwo = Math.abs(nearEdge - rules.issuerRightWithoutSeal.value)
  return { ...places, isSealed: fromCentred + fromFour <= fromShifted + fromTwo }
}

/** Empty characters left and right of the text within the type area. */
function spanOf({ paper, layout }: Subject, one: PaperParagraph): { left: number; right: number } {
  const section = paper.sections[one.section]
  const room = section ? typeWidth(section) : layout.typeArea.width.value
  const character = characterOf(one)
  const indent = indentOf(one)
  const width = textWidth(one, one.text.trim())
  const [before, after] = [one.text.length - one.text.trimStart().length, one.text.length - one.text.trimEnd().length]
  const alignment = alignmentOf(one.look)
  const free = room - width
  const right =
    alignment === 'right'
      ? indent.right + textWidth(one, one.text.slice(one.text.length - after))
      : alignment === 'center'
        ? (free - indent.left - indent.first + indent.right) / 2
        : free - indent.left - indent.first - textWidth(one, one.text.slice(0, before))
  return { left: (free - right) / character, right: right / character }
}

function inCharacters(count: number): string {
  return `${Math.round(count * 10) / 10}字`
}

function isDay(year: number, month: number, day: number): boolean {
  const moment = new Date(Date.UTC(year, month - 1, day))
  return moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day
}

/** 2026年11月21日（星期五） where that day was another one. */
function wrongWeekdays(text: string): string[] {
  const pattern = /(\d{4})年(\d{1,2})月(\d{1,2})日[（(]?(?:星期|周)([一二三四五六日天])/g
  return [...text.matchAll(pattern)].flatMap(([words, year, month, day, named = '']) => {
    const weekday = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDay()
    const right = '日一二三四五六'[weekday]
    return right === named.replace('天', '日') ? [] : [`${words.replace(/[（(]/, '')}，应为星期${right}`]
  })
}

/** 署名: a short line to the right, or the name of a body alone on its line. */
function isSignature(last: PaperParagraph | undefined): boolean {
  const text = last?.text.trim() ?? ''
  if (!last || text === '' || text.length > 30 || /\p{P}$/u.test(text)) return false
  return alignmentOf(last.look) === 'right' || /(?:工会|委员会|办公室|联合会|政府|党委|[局厅部院])$/u.test(text)
}
