/** Requirements proposed from the words of a notice (要求提取): by rule, each with its exact words; the clerk decides. */
import type { RequirementFields, Window } from '../../../src-shared/notices.ts'
import type { RecognisedDocument } from '../../../src-shared/recognition.ts'
import { addArrangements, arrangementsOf, requirementOf, venuesOf } from './arrangements.ts'
import { type Duty, dutiesOf } from './duties.ts'
import { fieldsOf } from './duty-fields.ts'
import { audienceWords, wordsIn } from './field-words.ts'
import { explicitNumbers } from './minimums.ts'
import { type Part, type Passage, partsOf } from './passages.ts'
import { annexNames, contactIn } from './report-details.ts'
import { tableRequirements } from './task-tables.ts'
import { windowIn } from './windows.ts'

type ProposalOptions = {
  /** The day from which 即日起, 年底前 and months without a year are reckoned, YYYY-MM-DD; null: none is reckoned. */
  readonly noticeDate: string | null
}

/**
 * Proposals in the order of the text, body before annexes, all 待确认 and 自动. Every quotation is a piece of the recognised text;
 * what asks for nothing is left out. Reckons nothing from today: the same notice gives the same proposals for ever.
 */
export function proposeRequirements(
  document: RecognisedDocument,
  { noticeDate }: ProposalOptions,
): RequirementFields[] {
  return noticeDate === null
    ? reckoned(document, '2000-01-01').map(withoutReckonedDays)
    : reckoned(document, noticeDate)
}

function reckoned(document: RecognisedDocument, noticeDate: string): RequirementFields[] {
  const { body, annexes } = partsOf(document)
  const title = document.title ?? ''
  const details = { contact: contactIn(contactWords(document, body)), annexes: annexNames(document) }
  const read = (part: Part) => {
    const { arrangements, rest } = arrangementsOf(part, { notice: noticeDate, title })
    return { arrangements, duties: requirementsOf({ ...part, passages: rest }, title, { notice: noticeDate, details }) }
  }
  const own = read(body)
  const proposals = [...own.arrangements.map(requirementOf), ...own.duties]
  const fromAnnexes = annexes.flatMap((annex) => {
    const { arrangements, duties } = read(annex)
    return [...addArrangements(proposals, arrangements), ...duties]
  })
  return [...proposals, ...fromAnnexes]
}

/** Only days whose year the notice states; the words remain for the clerk. */
function withoutReckonedDays(requirement: RequirementFields): RequirementFields {
  const { window, report, quote } = requirement
  const isStated = (day: string | null) =>
    day !== null && `${window?.words ?? ''}${quote}`.includes(`${day.slice(0, 4)}年`)
  return {
    ...requirement,
    window: window && {
      from: isStated(window.from) ? window.from : null,
      to: isStated(window.to) ? window.to : null,
      words: window.words,
    },
    report: report && { ...report, due: report.due === '及时' || isStated(report.due) ? report.due : '' },
  }
}

/** Lines that name a contact, and the 附注. */
function contactWords({ note = '' }: RecognisedDocument, { passages }: Part): string {
  return [...passages.map(({ text }) => text).filter((text) => /联系人|电话|邮箱|@/u.test(text)), note].join('\n')
}

type Known = { readonly notice: string; readonly details: Parameters<typeof fieldsOf>[2]['details'] }

function requirementsOf(part: Part, title: string, { notice, details }: Known): RequirementFields[] {
  const announcement = announcementOf(part)
  const general = generalWindow(part, announcement, notice)
  let sectionActors: readonly string[] = []
  const read = part.passages.map((passage) => ({ passage, duties: dutiesOf(passage, title) }))
  const below = new Set(
    read.filter(({ passage }) => passage !== announcement).flatMap(({ duties }) => duties.map(({ kind }) => kind)),
  )
  // A table of tasks below says it all as well.
  const isSaidBelow = (kind: Duty['kind']) => part.tables.length > 0 || below.size > 1 || below.has(kind)
  const fromText = read.flatMap(({ passage, duties: all }) => {
    const duties = passage === announcement ? all.filter((duty) => isBeyondOpening(duty, passage, isSaidBelow)) : all
    const first = duties.find((duty) => duty.actors.length > 0)
    if (passage.indexInSection === 0) sectionActors = first?.actors ?? []
    const window = leadingWindow(passage, duties, notice) ?? general
    return duties.flatMap((duty) => {
      const actors = first && first.from <= duty.from ? first.actors : sectionActors
      return fieldsOf(passage, duty, { actors, window, notice, details }).map((fields) =>
        passage === announcement ? framed(fields, part) : fields,
      )
    })
  })
  return [...fromText, ...part.tables.flatMap((table) => tableRequirements(table, notice))]
}

/** 参加对象 and 地点 as headings of their own tell of what the opening decides. */
function framed(fields: RequirementFields, { passages }: Part): RequirementFields {
  if (['报告', '组织', '评估'].includes(fields.kind)) return fields
  const below = (heading: RegExp) =>
    passages
      .filter(({ place }) => heading.test(place.at(-1) ?? ''))
      .map(({ text }) => text)
      .join('，')
  const audiences = wordsIn(below(/(?:对象|人员)$/u), audienceWords)
  const venues = venuesOf(below(/地点$/u))
  return {
    ...fields,
    audiences: fields.audiences.length > 0 ? fields.audiences : audiences,
    venues: fields.venues.length > 0 ? fields.venues : venues,
  }
}

/** 为推动…，决定开展…。 says what the sections say in full; what no section asks for, a report or a number stands there only. */
function isBeyondOpening(
  { kind, from, to }: Duty,
  { text }: Passage,
  isSaidBelow: (kind: Duty['kind']) => boolean,
): boolean {
  return kind === '报告' || explicitNumbers(text.slice(from, to)) > 0 || (kind !== '组织' && !isSaidBelow(kind))
}

/** What a notice opens with above its headings (市总工会决定开展…): the sections say the same in full. */
function announcementOf({ passages }: Part): Passage | undefined {
  const asFollows = passages.find(
    ({ text, place }) => place.length < 2 && /(?:如下|以下)[^。]{0,8}[。：]?$/u.test(text),
  )
  if (asFollows) return asFollows
  if (passages.length > 2 && /决定|定于|拟于/u.test(passages[0]?.text ?? '')) return passages[0]
  const depth = passages[0]?.place.length ?? 0
  const firstSection = passages.findIndex(({ place }) => place.length > depth)
  return passages.slice(0, Math.max(0, firstSection)).find(({ text }) => /决定|定于|拟于|^为/u.test(text))
}

/** 时间安排 as a heading of its own, or the time that the opening names, rules over the whole part. */
function generalWindow({ passages }: Part, announcement: Passage | undefined, notice: string): Window | null {
  const timed = passages.find(({ place }) => /^[^，。]{0,8}时间(?:安排|要求|步骤)?$/u.test(place.at(-1) ?? ''))
  if (timed) return windowIn(timed.text, notice)
  const decided = /(?:决定|定于|拟于|拟定于)[^。]*/u.exec(announcement?.text ?? '')
  const window = decided ? windowIn(decided[0], notice) : null
  return window?.from && window.to && /月|日/u.test(window.words) ? window : null
}

/** A first sentence that begins with when holds for those after it in the passage. */
function leadingWindow(passage: Passage, duties: readonly Duty[], notice: string): Window | null {
  const first = duties[0]
  if (!first) return null
  const opening = passage.text.slice(passage.bodyFrom, first.to).split('，')[0] ?? ''
  return /^(?:从|自|即日)/u.test(opening) ? windowIn(opening, notice) : null
}
