/** What a clause (分句) says by itself: its subject, its numbers, what kind of duty, and whether it only leads to the next. */
import type { RequirementKind } from '../../../src-shared/notices.ts'
import { delegateOf, subjectOf } from './actors.ts'
import { type ClauseKind, isManner, kindOfClause, kindOfWork } from './duty-kinds.ts'
import { explicitNumbers, minimumsIn } from './minimums.ts'
import type { Section } from './passages.ts'

export type Clause = {
  readonly words: string
  /** Empty when it names nobody. */
  readonly subject: readonly string[]
  readonly delegate: readonly string[]
  /** Least numbers in it. */
  readonly numbers: number
  readonly kind: ClauseKind | undefined
  /** Its kind is not said but that of what it speaks of. */
  readonly isImplied: boolean
  /** A report with a time of its own. */
  readonly hasTime: boolean
  readonly leads: boolean
}

export type Surroundings = {
  readonly section: Section
  /** What the sentence has asked for so far. */
  readonly kind: RequirementKind | undefined
  /** A number has been named in the sentence, which 其中 may divide. */
  readonly hasNumber: boolean
  /** What a number may be of: the kind of its heading, of the duties above, of the notice. */
  readonly context: RequirementKind | undefined
}

export function readClause(words: string, around: Surroundings): Clause {
  // 其中 divides a number that has been named.
  const isPart = around.hasNumber && words.startsWith('其中')
  const numbers = isPart ? 0 : explicitNumbers(words)
  const subject = subjectOf(words)
  const predicate = withoutSubject(words, subject)
  const said = isPart ? undefined : kindSaid(words, predicate, around.section)
  const isImplied = !isPart && (said === undefined || isQuota(words, said, numbers))
  const kind = isImplied ? (impliedKind(words, around, numbers) ?? said) : said
  return {
    words,
    subject,
    delegate: delegateOf(words),
    numbers,
    kind,
    isImplied,
    hasTime: kind?.kind === '报告' && /[前末底内]|随时|及时/u.test(words),
    leads: isManner(predicate) && kind?.strength !== '要求',
  }
}

function withoutSubject(words: string, subject: readonly string[]): string {
  const name = subject.at(-1)
  return name === undefined ? words : words.slice(words.indexOf(name) + name.length)
}

function kindSaid(words: string, predicate: string, section: Section): ClauseKind | undefined {
  if (section === '贯彻') return kindOfWork(words)
  const found = kindOfClause(words, predicate)
  if (section === '任务') return found
  if (section === '说明') return found?.kind === '报告' || explicitNumbers(words) > 0 ? found : undefined
  const isAsked = explicitNumbers(words) > 0 || /(?:把|将)[^，]{0,40}政治任务/u.test(words)
  return isAsked && (found?.kind === '组织' || explicitNumbers(words) > 0) ? found : undefined
}

/** 报送作品不少于10篇 asks for works, not for a report; 每月报一次 is how often to report. */
function isQuota(words: string, { kind }: ClauseKind, numbers: number): boolean {
  return kind === '报告' && numbers > 0 && !/情况|总结|前|及时|[报送][一1]?次/u.test(words)
}

/** 7月1日前完成; 组织…参加 */
const deadline = /前[^，。；]{0,10}(?:举行|完成|召开|结束|到位)/u
const attendance = /^(?:[^，。；]{0,16}要)?(?:广泛|积极)?组织[^，。；]{1,20}参加/u

/** A number, a last day or people for something that an earlier clause or the heading names. */
function impliedKind(words: string, { section, kind, context }: Surroundings, numbers: number): ClauseKind | undefined {
  if (section !== '任务') return undefined
  if (numbers > 0) return { kind: kind ?? context ?? '贯彻', strength: '要求' }
  const known = kind ?? context
  if (known === undefined) return undefined
  const hasNumber = kind === undefined && minimumsIn(words, '本单位').length > 0
  return hasNumber || deadline.test(words) || attendance.test(words) ? { kind: known, strength: '要求' } : undefined
}
