/** An annex that arranges lectures (宣讲安排): who lectures, where and when, in labelled lines below each kind of lecturer. */
import type { RequirementFields, Window } from '../../../src-shared/notices.ts'
import { lectureWords, venueWords, wordsIn } from './field-words.ts'
import type { Part, Passage } from './passages.ts'
import { windowIn } from './windows.ts'

export type Arrangement = {
  readonly heading: Passage
  readonly forms: readonly string[]
  readonly venues: readonly string[]
  readonly window: Window | null
}

const labelled = /^(?:宣讲|活动|培训|学习)?(地点|场所|时间)：(.+?)。?$/u

/** The arrangements of an annex; none where it is made of anything else. */
export function arrangementsOf({ passages }: Part, notice: string): Arrangement[] {
  const found: Arrangement[] = []
  for (const passage of passages) {
    const match = labelled.exec(passage.text)
    const last = found.at(-1)
    if (!match) {
      const words = passage.place.at(-1) ?? passage.text
      if (/宣讲/u.test(words))
        found.push({ heading: passage, forms: wordsIn(words, lectureWords), venues: [], window: null })
      continue
    }
    const place = passage.place.at(-1) ?? ''
    const isNew = /宣讲|学习|培训/u.test(place) && (last?.heading.place.at(-1) ?? '') !== place
    if (isNew) found.push({ heading: passage, forms: wordsIn(place, lectureWords), venues: [], window: null })
    const target = found.at(-1)
    if (!target) continue
    found[found.length - 1] =
      match[1] === '时间'
        ? { ...target, window: windowIn(match[2] ?? '', notice) ?? { from: null, to: null, words: match[2] ?? '' } }
        : { ...target, venues: venuesOf(match[2] ?? '') }
  }
  return found.filter(({ venues, window }) => venues.length > 0 || window !== null)
}

/** Words of our vocabulary where all of a list fit, and places by name. */
function venuesOf(text: string): string[] {
  return [
    ...new Set(
      text.split(/[、，]/u).flatMap((name) => {
        const known = wordsIn(name, venueWords)
        return /[室厅楼号院]$/u.test(name) || known.length === 0 ? [...known, name] : known
      }),
    ),
  ]
}

/** Gives each arrangement's place and time to the lectures of its kind in the body; what finds none is a requirement itself. */
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

function requirementOf({ heading, forms, venues, window }: Arrangement): RequirementFields {
  const words = heading.place.at(-1) ?? heading.text
  return {
    kind: '宣讲',
    title: words.replace(/^[（(]?[一二三四五六七八九十\d]+[）)、.]/u, '').slice(0, 40),
    quote: heading.text,
    place: [...heading.place],
    actors: [],
    audiences: [],
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
