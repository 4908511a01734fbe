/**
 * Duties in a passage (要求归并). A sentence gives one duty for each kind that it asks for and each subject that it names; a second
 * number in it begins a duty of its own. A sentence that only says when (从现在起…，集中开展…) is one duty with the next of its
 * kind; all sentences below a bold run-in title are one; what only says why or how joins the duty before or after it.
 */
import type { RequirementKind } from '../../../src-shared/notices.ts'
import { delegateOf, subjectOf } from './actors.ts'
import { type ClauseKind, combinedStay, isOutcome, kindOfClause, kindOfWork } from './duty-kinds.ts'
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

/** The duties of a passage, in its order. */
export function dutiesOf(passage: Passage): Duty[] {
  const { text } = passage
  const sentences = sentencesOf(text, passage.bodyFrom)
  const duties = sentences.flatMap((sentence) => inSentence(passage, sentence))
  return joinBelowTopics(joinAnnouncements(duties, text), passage)
}

type Draft = { kind: RequirementKind; from: number; to: number; actors: string[]; main: Span; minimums: number }

function inSentence(passage: Passage, sentence: Sentence): Duty[] {
  const { text, section } = passage
  const whole = text.slice(sentence.from, sentence.to)
  if (/(?:如下|函商如下|通知如下)[：。]?$/u.test(whole)) return []
  const drafts: Draft[] = []
  const stays: Duty[] = []
  let open = sentence.from
  let actors: string[] = []
  for (const clause of sentence.clauses) {
    const words = text.slice(clause.from, clause.to).replace(/[，。；：！？\s]+$/u, '')
    const own = subjectOf(words)
    if (own.length > 0) actors = own
    const delegate = delegateOf(words)
    const who = delegate.length > 0 ? delegate : actors
    const minimums = minimumsIn(words, '本单位').length
    const found = kindIn(words, section, minimums)
    const span = { from: clause.from, to: clause.to }
    if (combinedStay(words) && section !== '认识')
      stays.push({ kind: '蹲点', ...span, actors: who, main: span, sentence })
    const last = drafts.at(-1)
    if (!found || (last && !begins(found, last, { own: own.length > 0 || delegate.length > 0, minimums, words }))) {
      if (last) {
        last.to = clause.to
        last.minimums += minimums
      }
      continue
    }
    drafts.push({ kind: found.kind, from: last ? last.to : open, to: clause.to, actors: who, main: span, minimums })
    open = clause.to
  }
  const strong = drafts.map((draft) => ({ ...draft, ...trimmed(text, draft), sentence }))
  return [...stays.map((stay) => ({ ...stay, ...trimmed(text, stay) })), ...strong]
}

function kindIn(words: string, section: Passage['section'], minimums: number): ClauseKind | undefined {
  if (section === '贯彻') return kindOfWork(words)
  const found = kindOfClause(words)
  if (section === '任务') return found
  return minimums > 0 || (found?.kind === '组织' && /(?:把|将)[^，]{0,40}政治任务/u.test(words)) ? found : undefined
}

/** Whether a clause begins a duty of its own beside the one before it in the sentence. */
function begins(
  found: ClauseKind,
  last: Draft,
  { own, minimums, words }: { own: boolean; minimums: number; words: string },
): boolean {
  if (minimums > 0 && last.minimums > 0) return true
  if (own && found.isStrong && !isOutcome(words)) return true
  if (found.kind === last.kind || !found.isStrong || isOutcome(words)) return false
  return true
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

/** Sentences below a bold run-in title are one duty; its kind is what the title says, else the first below it. */
function joinBelowTopics(duties: readonly Duty[], { text, topics }: Passage): Duty[] {
  if (topics.length < 2) return [...duties]
  const topicOf = (duty: Duty) => topics.findLastIndex((from) => from <= duty.sentence.from)
  const joined: Duty[] = []
  for (const duty of duties) {
    const last = joined.at(-1)
    const topic = topicOf(duty)
    if (last && topic >= 0 && topicOf(last) === topic)
      joined[joined.length - 1] = { ...last, to: Math.max(last.to, duty.to) }
    else joined.push({ ...duty, ...trimmed(text, duty) })
  }
  return joined
}
