/** Arrangements (活动安排、宣讲安排): labelled lines below a heading that say when, where and for whom it is held. */
import type { RequirementFields, RequirementKind, Window } from '../../../src-shared/notices.ts'
import { kindOfHeading } from './duty-kinds.ts'
import { audienceWords, lectureWords, studyWords, venueWords, wordsIn } from './field-words.ts'
import type { Part, Passage } from './passages.ts'
import { windowIn } from './windows.ts'

export type Arrangement = {
  readonly kind: RequirementKind
  /** Words of its heading. */
  readonly heading: string
  readonly place: readonly string[]
  readonly forms: readonly string[]
  readonly venues: readonly string[]
  readonly audiences: readonly string[]
  readonly window: Window | null
}

const labelled =
  /^(?:宣讲|活动|培训|学习|会议|比赛|报到|具体)?(时间|地点|场所|对象|参加人员|参加对象|参会人员|内容|形式|方式|主题)：(.+?)。?$/u

const organisers = /^(?:主办|承办|协办|指导|支持)(?:单位|方)?：/u

/** Two labelled lines or more below one heading are an arrangement; what is left reads as it stands. */
export function arrangementsOf(
  { passages }: Part,
  { notice, title }: { readonly notice: string; readonly title: string },
): { arrangements: Arrangement[]; rest: readonly Passage[] } {
  const groups = new Map<string, Passage[]>()
  for (const passage of passages)
    if (labelled.test(passage.text) && passage.place.length > 0) {
      const place = passage.place.join('\n')
      groups.set(place, [...(groups.get(place) ?? []), passage])
    }
  const complete = [...groups.values()].filter((group) => group.length > 1)
  // A label alone (培训内容：…) tells of what is asked elsewhere.
  const isAside = ({ text }: Passage) =>
    /内容|主题|对象|人员/u.test(labelled.exec(text)?.[1] ?? '') || organisers.test(text)
  return {
    arrangements: complete.map((group) => arrangementOf(group, notice, title)),
    rest: passages.filter((passage) => !isAside(passage) && !complete.some((group) => group.includes(passage))),
  }
}

function arrangementOf(group: readonly Passage[], notice: string, title: string): Arrangement {
  const said = (labels: RegExp) =>
    group
      .map(({ text }) => labelled.exec(text))
      .filter((match) => labels.test(match?.[1] ?? ''))
      .map((match) => match?.[2] ?? '')
      .join('，')
  const place = group[0]?.place ?? []
  const heading = (place.at(-1) ?? '').replace(/^(?:[一二三四五六七八九十]+、|（[^）]{1,3}）|\d+\.)/u, '')
  const kind = kindOfHeading(heading) ?? kindOfHeading(said(/内容|主题/u)) ?? kindOfHeading(title) ?? '组织'
  const time = said(/时间/u)
  return {
    kind,
    heading,
    place: place.slice(0, -1),
    forms: kind === '宣讲' ? wordsIn(heading, lectureWords) : kind === '学习' ? wordsIn(heading, studyWords) : [],
    venues: venuesOf(said(/地点|场所/u)),
    audiences: wordsIn(said(/对象|人员/u), audienceWords),
    window: time === '' ? null : (windowIn(time, notice) ?? { from: null, to: null, words: time.slice(0, 100) }),
  }
}

/** Words of our vocabulary, and places by name. */
export function venuesOf(text: string): string[] {
  const venues = text
    .replace(/[。；]$/u, '')
    .split(/[、，]/u)
    .flatMap((name) => {
      const known = wordsIn(name, venueWords)
      return name !== '' && (/[室厅楼号院]$/u.test(name) || known.length === 0) ? [...known, name.slice(0, 60)] : known
    })
  return [...new Set(venues)]
}

/** Gives each arrangement of lectures its place among the lectures of its kind in the body; others are requirements. */
export function addArrangements(
  proposals: RequirementFields[],
  arrangements: readonly Arrangement[],
): RequirementFields[] {
  return arrangements.flatMap((arrangement) => {
    const [form] = arrangement.forms
    const index = proposals.findIndex((one) => one.kind === '宣讲' && headedBy(one, form))
    const target = proposals[index]
    if (!target) return [requirementOf(arrangement)]
    proposals[index] = {
      ...target,
      venues: [...new Set([...target.venues, ...arrangement.venues])],
      window: target.window ?? arrangement.window,
    }
    return []
  })
}

function headedBy(requirement: RequirementFields, form: string | undefined): boolean {
  if (form === undefined) return false
  const heading = wordsIn(requirement.place.at(-1) ?? '', lectureWords) as string[]
  return heading.length > 0 ? heading.includes(form) : requirement.forms.includes(form)
}

/** A requirement of its own, quoting its heading. */
export function requirementOf({
  kind,
  heading,
  place,
  forms,
  venues,
  audiences,
  window,
}: Arrangement): RequirementFields {
  return {
    kind,
    title: heading.slice(0, 40),
    quote: heading,
    place: [...place],
    actors: [],
    audiences: [...audiences],
    forms: [...forms],
    venues: [...venues],
    minimum: null,
    window,
    report: null,
    produces: [],
    state: '待确认',
    source: '自动',
    code: '',
    note: '',
  }
}
