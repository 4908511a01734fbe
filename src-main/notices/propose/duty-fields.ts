/** The fields of a requirement (要求各项) read out of the words of a duty. */
import type { RequirementFields, RequirementKind, Window } from '../../../src-shared/notices.ts'
import type { Duty } from './duties.ts'
import { audienceWords, lectureWords, otherForms, studyWords, venueWords, wordsIn } from './field-words.ts'
import { limitsIn } from './limits.ts'
import { type FoundMinimum, minimumsIn, scopeBefore, scopeOfActors } from './minimums.ts'
import type { Passage } from './passages.ts'
import { documentsIn } from './produced-documents.ts'
import { reportDetails } from './report-details.ts'
import { reportDutyIn, reportsApart } from './report-duties.ts'
import { titleOf } from './titles.ts'
import { windowIn } from './windows.ts'

type Shared = {
  /** Of the passage or its section, for a duty that names nobody. */
  readonly actors: readonly string[]
  readonly window: Window | null
  readonly notice: string
  readonly details: Parameters<typeof reportDetails>[1]
}

/** In characters, as the model has it. */
const longestQuote = 4000
const longestNote = 500

/** One requirement, or as many as the duty names numbers (至少1次甲和1次乙). */
export function fieldsOf(passage: Passage, duty: Duty, shared: Shared): RequirementFields[] {
  const quote = passage.text.slice(duty.from, Math.min(duty.to, duty.from + longestQuote))
  const actors = duty.actors.length > 0 ? duty.actors : shared.actors
  const main = passage.text.slice(duty.main.from, duty.main.to)
  const scope = scopeBefore(passage.text.slice(duty.sentence.from, duty.from)) ?? scopeOfActors(actors)
  const minimums = dutyNumbers(duty, minimumsIn(quote, scope))
  const base = {
    ...wordsOfText(duty.kind, quote, passage.place.at(-1)),
    kind: duty.kind,
    title: titleOf(main, duty.actors),
    quote,
    place: [...passage.place].map((words) => words.slice(0, 200)),
    actors: [...actors].slice(0, 10),
    minimum: minimums[0]?.minimum ?? null,
    ...timeOf(passage, duty, { ...shared, actors }),
    produces: documentsIn(quote),
    state: '待确认',
    source: '自动',
    code: '',
  } satisfies RequirementFields
  if (duty.kind === '报告') return reportsOf(base, main, shared.notice)
  return minimums.length > 1 ? minimums.map((_, index) => oneOfSeveral(base, minimums, index)) : [base]
}

function reportsOf(base: RequirementFields, clause: string, notice: string): RequirementFields[] {
  const apart = reportsApart(clause, notice)
  const { report, quote } = base
  if (!report || apart.length < 2) return [base]
  const from = quote.indexOf(clause.slice(0, 10))
  return apart.map(({ due, slots, end }, index) => ({
    ...base,
    quote: index + 1 < apart.length ? quote.slice(0, from + end) : quote,
    report: { ...report, due: due as typeof report.due, slots },
  }))
}

/** Least numbers are each a requirement; of numbers in passing the first is kept, in a report none. */
function dutyNumbers({ kind }: Duty, found: readonly FoundMinimum[]): readonly FoundMinimum[] {
  const explicit = found.filter(({ isExplicit, minimum }) => isExplicit && (kind !== '报告' || minimum.unit !== '次'))
  return explicit.length > 0 || kind === '报告' ? explicit : found.slice(0, 1)
}

/** Forms, venues and audiences that the words name; an audience may be named by the heading alone. */
export function wordsOfText(kind: RequirementKind, text: string, heading = '') {
  const forms =
    kind === '学习'
      ? wordsIn(text, studyWords)
      : kind === '宣讲'
        ? wordsIn(text, lectureWords)
        : wordsIn(text, otherForms[kind] ?? [])
  const audiences = audiencesIn(text)
  const hasPlaces = !['报告', '组织', '评估'].includes(kind)
  return {
    forms: forms as string[],
    venues: hasPlaces ? (wordsIn(text, venueWords) as string[]) : [],
    audiences: audiences.length > 0 ? audiences : audiencesIn(heading),
  }
}

function audiencesIn(text: string): string[] {
  return wordsIn(text, audienceWords).length === 0 ? [] : wordsIn(addressedWords(withoutSpeakers(text)), audienceWords)
}

/** 组织劳模工匠深入车间宣讲, 选派工会干部到企业讲: those who go there speak. */
function withoutSpeakers(text: string): string {
  return text.replace(
    /(?:邀请|组织|选派|发动|组建|推荐|遴选|安排|聘请)[^，。；]{0,14}?(?:劳模|劳动模范|工匠|代表|干部|专家|成员|标兵|能手|宣讲员|宣讲团)[^，。；]{0,6}?(?=(?:深入|走进|走向|赴|到|下|进|开展|作|为|面向|向)[^。；]{0,30}(?:宣讲|讲|报告|交流))/gu,
    '□',
  )
}

/** Only who is spoken to: a 劳模 who lectures is no audience. */
function addressedWords(text: string): string {
  const addressed =
    /(?:面向|针对|向|对|给|为|与|引导|组织|教育|带动|激励|吸引|包括|动员|服务|关爱|慰问|抓好|帮助|培训|指导)[^，。；]{0,24}|[^，。；]{0,12}(?:必修课|培训班|培训|轮训|参加|学习)|以[^，。；]{1,24}为主|^[^，。；]{0,14}党员/gu
  return (text.match(addressed) ?? [])
    .join('，')
    .replace(/(?:邀请|组织|选派|结合)[^，]{0,20}(?:宣讲|讲|蹲点)(?=.)/gu, '')
}

function limitsOf(kind: RequirementKind, quote: string, annexes: ReadonlyMap<number, string>): string {
  const quotas = kind === '典型' ? [...annexes].filter(([, name]) => /名额/u.test(name)) : []
  return [limitsIn(quote), ...quotas.map(([number, name]) => `名额见附件${number}《${name}》`)]
    .filter(Boolean)
    .join('；')
    .slice(0, longestNote)
}

function timeOf(
  passage: Passage,
  duty: Duty,
  { actors, window, notice, details }: Shared,
): Pick<RequirementFields, 'window' | 'report' | 'note'> {
  const quote = passage.text.slice(duty.from, duty.to)
  if (duty.kind !== '报告')
    return {
      window: windowIn(quote, notice) ?? window,
      report: null,
      note: limitsOf(duty.kind, quote, details.annexes),
    }
  const sentence = passage.text.slice(duty.sentence.from, duty.sentence.to)
  const asking = passage.text.slice(duty.main.from, duty.main.to)
  const before = passage.text.slice(duty.from, duty.main.from)
  const { report, rhythm } = reportDutyIn(asking, {
    before,
    whole: quote,
    notice,
    actors,
    sentence,
  })
  const note = [rhythm === '' ? '' : `报送时间：${rhythm}`, limitsIn(quote), reportDetails(quote, details)]
  return { window: null, report, note: note.filter(Boolean).join('；').slice(0, longestNote) }
}

/** Each number ends its own quotation, so that no two of them are the same words. */
function oneOfSeveral(base: RequirementFields, minimums: readonly FoundMinimum[], index: number): RequirementFields {
  const found = minimums[index]
  const next = minimums[index + 1]
  if (!found) return base
  const end = next
    ? base.quote.slice(0, next.at).replace(/(?:[，、；\s]|和|及|以及|并)+$/u, '').length
    : base.quote.length
  const from = Math.max(0, base.quote.lastIndexOf('，', minimums[0]?.at ?? 0) + 1)
  const own = base.quote.slice(index === 0 ? from : found.at, end)
  return {
    ...base,
    title: titleOf(own, base.actors),
    quote: base.quote.slice(0, end),
    minimum: found.minimum,
    forms: wordsOfText(base.kind, own).forms,
  }
}
