/**
 * Duties in a passage (要求归并). A sentence gives one duty for each kind that it asks for and each subject that it names; a
 * number of another thing and a second date of a report begin a duty of their own. A sentence that only says when (从现在起…，
 * 集中开展…) is one duty with the next of its kind, and so are sentences of one kind below a bold run-in title; what only says
 * why or how joins the duty before or after it.
 */
import type { RequirementKind } from '../../../src-shared/notices.ts'
import { type Clause, readClause } from './clauses.ts'
import { type ClauseKind, isCombinedStay, kindOfHeading, type Strength } from './duty-kinds.ts'
import { explicitNumbers, minimumsIn } from './minimums.ts'
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
  numbers: number
  hasTime: boolean
}
type Before = { readonly actors: readonly string[]; readonly context: RequirementKind | undefined }
type Reading = {
  drafts: Draft[]
  actors: readonly string[]
  /** Where clauses begin that lead to the next. */
  pending: number
  /** A new subject has been named since the last duty, and nothing asked of it yet. */
  hasNewSubject: boolean
}

function inSentence(
  passage: Passage,
  sentence: Sentence,
  before: Before,
): { duties: Duty[]; actors: readonly string[] } {
  const { text } = passage
  const clauses = withoutPurpose(text, withoutAsFollows(text, sentence))
  const reading: Reading = { actors: before.actors, drafts: [], pending: sentence.from, hasNewSubject: false }
  const stays: Duty[] = []
  for (const clause of clauses) {
    const words = text.slice(clause.from, clause.to).replace(/[，。；：！？\s]+$/u, '')
    const around = {
      section: passage.section,
      kind: reading.drafts.at(-1)?.kind,
      hasNumber: minimumsIn(text.slice(sentence.from, clause.from), '本单位').length > 0,
      context: before.context,
    }
    addClause(reading, readClause(words, around), clause)
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

/** 现将有关事项通知如下： asks for nothing; what the same sentence decides, or the papers that it asks for, it does ask. */
function withoutAsFollows(text: string, { from, to, clauses }: Sentence): readonly Span[] {
  const words = text.slice(from, to)
  if (!/(?:如下|以下(?:工作|事项|要求)?)[。：]?$/u.test(words)) return clauses
  if (/(?:提交|上报|报送)[^，。]{0,12}(?:材料|表格|资料)[^，。]{0,4}如下/u.test(words)) return clauses
  return /决定|定于|拟于/u.test(words) ? clauses.slice(0, -1) : []
}

const decides = /决定|定于|拟|请|现|特|将|^各|要(?!求)|经研究|^[^，]{0,8}(?:总工会|工会|单位)/u

/** 为推进普法，广泛宣传…，院工会决定…: what stands between 为 and the decision is what it is for. */
function withoutPurpose(text: string, clauses: readonly Span[]): readonly Span[] {
  const words = ({ from, to }: Span) => text.slice(from, to).trim()
  const first = clauses.findIndex((clause) => /^为(?!期)/u.test(words(clause)))
  if (first < 0 || clauses.slice(0, first).some((clause) => !/^(?:根据|按照|接|经)/u.test(words(clause))))
    return clauses
  const decision = clauses.findIndex((clause, index) => index > first && decides.test(words(clause)))
  return decision < 0 ? clauses : [...clauses.slice(0, first), ...clauses.slice(decision)]
}

const isAsked = ({ strength, numbers }: Draft) => strength === '要求' || numbers > 0

/** Adds a clause to what the sentence asks for: to the duty before it, as one of its own, or as the way to the next. */
function addClause(reading: Reading, clause: Clause, span: Span): void {
  const last = reading.drafts.at(-1)
  const { kind, subject, delegate, numbers, hasTime } = clause
  const isNewSubject =
    delegate.length > 0 || (subject.length > 0 && last !== undefined && subject.join() !== last.actors.join())
  if (subject.length > 0) reading.actors = subject
  if (!kind && !last) return
  const actors = delegate.length > 0 ? delegate : reading.actors
  if (kind && (!last || begins(reading, last, { clause, kind, isNewSubject }))) {
    const from = Math.min(reading.pending, span.from)
    if (last) last.to = from
    reading.drafts.push({ ...kind, from, to: span.to, actors, main: span, numbers, hasTime })
    Object.assign(reading, { pending: span.to, hasNewSubject: false })
    return
  }
  if (!last) return
  if (kind && isSurer(kind, last))
    Object.assign(last, { ...kind, main: span, hasTime, actors: actors.length > 0 ? actors : last.actors })
  last.to = span.to
  last.numbers += numbers
  if (isNewSubject && !kind) reading.hasNewSubject = true
  else if (!clause.leads && !reading.hasNewSubject) reading.pending = span.to
}

/** What was only getting ready becomes part of what it was for. */
function isSurer(found: ClauseKind, last: Draft): boolean {
  return last.strength !== '要求' && found.strength !== '附带' && last.strength !== found.strength
}

/** Whether a clause begins a duty of its own beside those before it in the sentence. */
function begins(
  { drafts, hasNewSubject }: Reading,
  last: Draft,
  { clause, kind, isNewSubject }: { clause: Clause; kind: ClauseKind; isNewSubject: boolean },
): boolean {
  // 每月一期，全年不少于8期 is one duty with two numbers: the second alone could not be read.
  if (clause.isImplied && last.strength === '要求') return false
  if ((clause.numbers > 0 && last.numbers > 0) || (clause.hasTime && last.hasTime)) return true
  if ((isNewSubject || hasNewSubject) && (kind.strength !== '附带' || clause.numbers > 0)) return true
  if (last.strength !== '要求' || kind.strength !== '要求') return false
  const isDated = kind.kind !== last.kind && (clause.hasTime || /前[^，。；]{0,4}完成/u.test(clause.words))
  return isDated || !drafts.some((draft) => draft.kind === kind.kind)
}

/** 从现在起到明年年初，集中开展宣讲活动。 says when; what follows says what. */
function joinAnnouncements(duties: readonly Duty[], text: string): Duty[] {
  const joined: Duty[] = []
  for (const duty of duties) {
    const last = joined.at(-1)
    if (last && announces(last, duty, text)) joined[joined.length - 1] = { ...last, to: duty.to, main: duty.main }
    else joined.push(duty)
  }
  return joined
}

const longestAnnouncement = 50

function announces(last: Duty, next: Duty, text: string): boolean {
  if (last.kind !== next.kind || last.sentence.from === next.sentence.from || next.actors.length > 0) return false
  if (last.to - last.from >= longestAnnouncement || text.slice(last.sentence.to, next.from).trim() !== '') return false
  return (
    windowIn(text.slice(last.from, last.to), '2000-01-01') !== null &&
    explicitNumbers(text.slice(last.from, next.to)) === 0
  )
}

/** Sentences of one kind below a bold run-in title, or below 一是…。, are one duty, unless each has its own number. */
function joinBelowTopics(duties: readonly Duty[], { text, topics }: Passage): Duty[] {
  const titles = topics.length > 1 ? topics : /^[一二三四五六七八九十]是/u.test(text) ? [0] : []
  const topicOf = (duty: Duty) => titles.findLastIndex((from) => from <= duty.sentence.from)
  const numbers = (duty: Duty) => explicitNumbers(text.slice(duty.from, duty.to))
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
