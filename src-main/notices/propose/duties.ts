/**
 * Duties in a passage (要求归并). A sentence gives one duty for each kind that it asks for and each subject that it names; a second
 * number or a second date of a report begins a duty of its own. A sentence that only says when (从现在起…，集中开展…) is one duty with the next of its
 * kind; all sentences below a bold run-in title are one; what only says why or how joins the duty before or after it.
 */
import type { RequirementKind } from '../../../src-shared/notices.ts'
import { delegateOf, subjectOf } from './actors.ts'
import {
  type ClauseKind,
  isCombinedStay,
  isManner,
  kindOfClause,
  kindOfHeading,
  kindOfWork,
  type Strength,
} from './duty-kinds.ts'
import { minimumsIn } from './minimums.ts'
import type { Passage } from './passages.ts'
import { type Sentence, type Span, sentencesOf, trimmed } from './sentences.ts'
import { windowIn } from './windows.ts'

export type Duty = Span & {
  readonly kind: RequirementKind
  /** Its own subject, or that of its sentence; empty when neither names one. */
  readonly actors: readonly string[]
  /** The clause that decided its kind. */
  readonly main: Span
  /** The sentence it stands in. */
  readonly sentence: Span
}

/** The duties of a passage, in its order; a number whose clause names no kind is of that of its heading, else of the notice. */
export function dutiesOf(passage: Passage, title: string): Duty[] {
  const { text } = passage
  const sentences = sentencesOf(text, passage.bodyFrom)
  // 为推动…，决定开展…。现将有关事项通知如下： opens a notice; what follows says the same in full.
  if (passage.place.length === 0 && /(?:如下|以下)[^。]{0,8}[。：]?$/u.test(text)) return []
  let actors: readonly string[] = []
  let context = kindOfHeading(passage.place.at(-1) ?? '')
  const duties = sentences.flatMap((sentence) => {
    const before = { actors: sentence.continues ? actors : [], context: context ?? kindOfHeading(title) }
    const read = inSentence(passage, sentence, before)
    actors = read.actors
    context ??= read.duties[0]?.kind
    return read.duties
  })
  return joinBelowTopics(joinAnnouncements(duties, text), passage)
}

type Draft = {
  kind: RequirementKind
  strength: Strength
  from: number
  to: number
  actors: readonly string[]
  main: Span
  minimums: number
  /** A report with a time of its own. */
  hasTime: boolean
}
type Before = { readonly actors: readonly string[]; readonly context: RequirementKind | undefined }
type Reading = {
  drafts: Draft[]
  actors: readonly string[]
  /** What a number is of whose clause does not say so. */
  context: RequirementKind | undefined
  /** Where clauses begin that lead to the next. */
  pending: number
}

function inSentence(
  passage: Passage,
  sentence: Sentence,
  before: Before,
): { duties: Duty[]; actors: readonly string[] } {
  const { text } = passage
  if (/(?:如下|以下(?:工作|事项|要求)?)[。：]?$/u.test(text.slice(sentence.from, sentence.to)))
    return { duties: [], actors: [] }
  const reading: Reading = { ...before, drafts: [], pending: sentence.from }
  const stays: Duty[] = []
  for (const [index, clause] of sentence.clauses.entries()) {
    const words = text.slice(clause.from, clause.to).replace(/[，。；：！？\s]+$/u, '')
    readClause(reading, { words, clause, section: passage.section, isFirst: index === 0 })
    if (isCombinedStay(words) && passage.section !== '认识')
      stays.push({ kind: '蹲点', ...trimmed(text, clause), actors: reading.actors, main: clause, sentence })
  }
  const surest = reading.drafts.some(isAsked)
    ? isAsked
    : ({ strength, kind }: Draft) => strength === '途径' && kind !== '贯彻'
  const asked = reading.drafts.filter(surest)
  const duties = asked.map(({ kind, actors, main, ...span }) => ({
    kind,
    actors,
    main,
    sentence,
    ...trimmed(text, span),
  }))
  const apart = stays.filter(() => !duties.some(({ kind }) => kind === '蹲点'))
  return { duties: [...apart, ...duties], actors: reading.actors }
}

const isAsked = ({ strength, minimums }: Draft) => strength === '要求' || minimums > 0

type Clause = { words: string; clause: Span; section: Passage['section']; isFirst: boolean }

function readClause(reading: Reading, { words, clause, section, isFirst }: Clause): void {
  const own = subjectOf(words)
  const delegate = delegateOf(words)
  const last = reading.drafts.at(-1)
  const isNewSubject = own.length > 0 && !isFirst && own.join() !== last?.actors.join()
  if (own.length > 0) reading.actors = own
  const minimums = words.startsWith('其中') ? 0 : minimumsIn(words, '本单位').length
  const isPart = last !== undefined && words.startsWith('其中')
  const found = isPart
    ? undefined
    : (kindIn(words, section, minimums) ?? implied(reading, { words, section, minimums }))
  if (!found && !last) return
  const hasTime = found?.kind === '报告' && /[前末底内]|随时|及时/u.test(words)
  const isSure = found?.strength === '要求'
  const leads = isNewSubject || (isManner(words) && !isSure)
  const from = Math.min(reading.pending, clause.from)
  const actors = delegate.length > 0 ? delegate : reading.actors
  if (
    found &&
    (!last || begins(reading, found, { isNewSubject: delegate.length > 0 || isNewSubject, minimums, hasTime }))
  ) {
    if (last) last.to = from
    reading.drafts.push({ ...found, from, to: clause.to, actors, main: clause, minimums, hasTime })
    reading.pending = clause.to
    return
  }
  if (last && found) upgrade(last, found, { clause, actors })
  if (!last) return
  last.to = clause.to
  last.minimums += minimums
  if (!leads || isSure) reading.pending = clause.to
}

/** A number or a last day (7月1日前完成) of something that an earlier clause or the heading names. */
function implied(
  { drafts, context }: Reading,
  { words, section, minimums }: { words: string; section: Passage['section']; minimums: number },
): ClauseKind | undefined {
  const kind = drafts.at(-1)?.kind ?? context
  const isTimed = /前[^，。；]{0,10}(?:举行|完成|召开|结束|到位)/u.test(words)
  if (section !== '任务') return undefined
  if (minimums > 0) return { kind: kind ?? '贯彻', strength: '要求' }
  return isTimed && kind !== undefined ? { kind, strength: '要求' } : undefined
}

/** What was only getting ready becomes part of what it was for. */
function upgrade(
  last: Draft,
  found: ClauseKind,
  { clause, actors }: { clause: Span; actors: readonly string[] },
): void {
  if (last.strength === '要求' || found.strength === '附带' || last.strength === found.strength) return
  Object.assign(last, { ...found, main: clause, actors: actors.length > 0 ? actors : last.actors })
}

function kindIn(words: string, section: Passage['section'], minimums: number): ClauseKind | undefined {
  if (section === '贯彻') return kindOfWork(words)
  const found = kindOfClause(words)
  if (section === '任务') return found
  return minimums > 0 || (found?.kind === '组织' && /(?:把|将)[^，]{0,40}政治任务/u.test(words)) ? found : undefined
}

/** Whether a clause begins a duty of its own beside those before it in the sentence. */
function begins(
  { drafts, pending }: Reading,
  found: ClauseKind,
  { isNewSubject, minimums, hasTime }: { isNewSubject: boolean; minimums: number; hasTime: boolean },
): boolean {
  const last = drafts.at(-1)
  if (!last) return true
  if ((minimums > 0 && last.minimums > 0) || (hasTime && last.hasTime)) return true
  const hasNewSubject = isNewSubject || (pending < last.to && pending > last.main.from && last.strength !== '要求')
  if (hasNewSubject && (found.strength !== '附带' || minimums > 0)) return true
  if (last.strength !== '要求' || found.strength !== '要求') return false
  return !drafts.some(({ kind }) => kind === found.kind)
}

/** 从现在起到明年年初，集中开展宣讲活动。 says when; what follows says what. */
function joinAnnouncements(duties: readonly Duty[], text: string): Duty[] {
  const joined: Duty[] = []
  for (const duty of duties) {
    const last = joined.at(-1)
    const isAnnouncement =
      last !== undefined &&
      last.kind === duty.kind &&
      last.sentence.from !== duty.sentence.from &&
      duty.actors.length === 0 &&
      windowIn(text.slice(last.from, last.to), '2000-01-01') !== null &&
      text.slice(last.from, last.to).length < 50 &&
      minimumsIn(text.slice(last.from, last.to), '本单位').length === 0 &&
      text.slice(last.sentence.to, duty.from).trim() === ''
    if (isAnnouncement) joined[joined.length - 1] = { ...last, to: duty.to, main: duty.main }
    else joined.push(duty)
  }
  return joined
}

/** Sentences of one kind below a bold run-in title, or below 一是…。, are one duty, unless each has its own number. */
function joinBelowTopics(duties: readonly Duty[], { text, topics }: Passage): Duty[] {
  const titles = topics.length > 1 ? topics : /^[一二三四五六七八九十]是/u.test(text) ? [0] : []
  const topicOf = (duty: Duty) => titles.findLastIndex((from) => from <= duty.sentence.from)
  const numbers = (duty: Duty) => minimumsIn(text.slice(duty.from, duty.to), '本单位').length
  const joined: Duty[] = []
  for (const duty of duties) {
    const last = joined.at(-1)
    const isBelow = last !== undefined && topicOf(duty) >= 0 && topicOf(last) === topicOf(duty)
    if (isBelow && last.kind === duty.kind && duty.kind !== '报告' && numbers(last) + numbers(duty) < 2)
      joined[joined.length - 1] = { ...last, to: duty.to, actors: last.actors.length > 0 ? last.actors : duty.actors }
    else joined.push(duty)
  }
  return joined
}
