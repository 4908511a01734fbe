/** Where records hold names of the small registers (名字所在的字段), and how a name is read there and replaced. */
import type { UsingKind } from '../../src-shared/register-uses.ts'
import type { RegisterKind } from '../../src-shared/register-words.ts'

/** How names stand in a text. */
type Reading = {
  readonly namesIn: (text: string) => readonly string[]
  readonly withName: (text: string, from: string, to: string) => string
}

export type NamePlace = {
  readonly table: UsingKind
  readonly column: string
  /** The part of a list's items that holds the name; null when the column itself does. */
  readonly part: string | null
  readonly reading: Reading
  /** SQL for what the record says about the named one, as JSON; names of such places are worth collecting. */
  readonly about?: string
}

/** The text is the name. */
const whole: Reading = {
  namesIn: (text) => (text === '' ? [] : [text]),
  withName: (text, from, to) => (text === from ? to : text),
}

/** 李红梅、陈国栋 */
const several: Reading = {
  namesIn: (text) =>
    text
      .split(/[、，,；;]/)
      .map((name) => name.trim())
      .filter(Boolean),
  withName(text, from, to) {
    const names = several.namesIn(text)
    if (!names.includes(from)) return text
    return [...new Set(names.map((name) => (name === from ? to : name)))].join('、')
  },
}

/** Between separators; those inside 书名号 belong to the title. */
const titlePart = /(?:《[^》]*》|[^、，,；;\n《])+/g

/** 《产改意见》第一章、工会法: a title in its marks is the name, whatever stands beside it. */
const titles: Reading = {
  namesIn: (text) =>
    (text.match(titlePart) ?? [])
      .flatMap((part) => part.match(/《[^》]+》/g) ?? [part.trim()])
      .filter((name) => name !== ''),
  withName(text, from, to) {
    const [old, now] = [bareTitle(from), bareTitle(to)]
    return text.replace(titlePart, (part) =>
      part.trim() === old ? part.replace(old, () => to) : part.replaceAll(`《${old}》`, () => `《${now}》`),
    )
  },
}

/** A material is the same with its 书名号 and without. */
function bareTitle(name: string): string {
  return /^《([^》]+)》$/.exec(name.trim())?.[1] ?? name
}

/** Under which a name is known: two names with the same key are one. */
export function nameKey(kind: RegisterKind, name: string): string {
  return kind === 'material' ? bareTitle(name) : name
}

const nothing = `'{}'`

export const namePlaces: Readonly<Record<RegisterKind, readonly NamePlace[]>> = {
  cadre: [
    {
      table: 'stay',
      column: 'cadres',
      part: 'name',
      reading: whole,
      about: `json_object('post', item.value ->> 'post', 'isLeader', item.value ->> 'isLeader')`,
    },
    { table: 'stay', column: 'problems', part: 'responsible', reading: several },
    { table: 'study', column: 'host', part: null, reading: several, about: nothing },
    { table: 'study', column: 'leadSpeaker', part: null, reading: several },
  ],
  lecturer: [
    {
      table: 'lecture',
      column: 'speakers',
      part: 'name',
      reading: whole,
      about: `json_object('post', item.value ->> 'post', 'kind', item.value ->> 'kind')`,
    },
    { table: 'study', column: 'leadSpeaker', part: null, reading: several },
  ],
  lectureTeam: [
    { table: 'lecture', column: 'team', part: null, reading: whole, about: nothing },
    { table: 'lecturer', column: 'team', part: null, reading: whole },
  ],
  studyGroup: [
    { table: 'study', column: 'organiser', part: null, reading: whole, about: nothing },
    { table: 'study', column: 'partyOrganisation', part: null, reading: whole, about: nothing },
    { table: 'lecture', column: 'organiser', part: null, reading: whole },
    { table: 'activity', column: 'organiser', part: null, reading: whole },
  ],
  venue: [
    { table: 'lecture', column: 'place', part: null, reading: whole, about: `json_object('venueType', venueType)` },
    { table: 'study', column: 'place', part: null, reading: whole, about: nothing },
    { table: 'activity', column: 'medium', part: null, reading: whole },
  ],
  material: [{ table: 'study', column: 'materials', part: null, reading: titles, about: nothing }],
}

type Item = Readonly<Record<string, unknown>>

/** Does the value of this place hold a name with this key? */
export function holdsName(kind: RegisterKind, place: NamePlace, value: unknown, key: string): boolean {
  const { part, reading } = place
  const texts = part === null ? [value] : (value as readonly Item[]).map((item) => item[part])
  return texts.some((text) => reading.namesIn(String(text)).some((name) => nameKey(kind, name) === key))
}

/** The value with another name; somebody who then stands twice in a list stands there once. */
export function replaceName(place: NamePlace, value: unknown, from: string, to: string): unknown {
  const { part, reading } = place
  if (part === null) return reading.withName(String(value), from, to)
  const items = (value as readonly Item[]).map((item) => ({
    ...item,
    [part]: reading.withName(String(item[part]), from, to),
  }))
  if (part !== 'name') return items
  return items.filter((item, index) => item[part] !== to || items.findIndex((other) => other[part] === to) === index)
}
