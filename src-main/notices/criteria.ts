/**
 * What a record must show to answer a requirement (印证条件): the words of the requirement as words of our registers.
 * Pure: which records meet it is counted in SQL by answering-records.ts.
 */
import type { NoticeFields, Requirement } from '../../src-shared/notices.ts'
import type { RecordKind } from '../../src-shared/record-kinds.ts'
import { answeringKinds, everybody, formsMeant, isAnywhere, strataMeant, venuesMeant } from './answering-words.ts'

/** What is compared besides the form: a record that says otherwise is only doubtful, one that says nothing is not. */
export type Mark = {
  readonly facet: '对象' | '场所' | '主体' | '地点'
  /** Words of the register, any of which will do. */
  readonly words: readonly string[]
}

export type Criterion = {
  readonly recordKind: RecordKind
  /** First and last day; null is open. */
  readonly from: string | null
  readonly to: string | null
  /** 学习类型, 宣讲方式 and 场合, 蹲点方式 or 形式; empty when the requirement names none that a record could show. */
  readonly forms: readonly string[]
  /** The requirement names forms, none of which a record could show: nothing counts until the clerk confirms it. */
  readonly isVague: boolean
  /** No rule proposes records of this kind: only what the clerk has confirmed counts. */
  readonly isClosed?: true
  /** 宣传, 文化, 研究 or 典型 of an activity; null for any. */
  readonly activityKind: string | null
  readonly marks: readonly Mark[]
}

/**
 * The day from which a notice can be answered: its date, else the first day of the year in its 文号; null when neither
 * is known.
 */
export function firstDayOf({ date, number }: Pick<NoticeFields, 'date' | 'number'>): string | null {
  const year = /〔(20\d\d)〕/u.exec(number)?.[1]
  return date ?? (year === undefined ? null : `${year}-01-01`)
}

/** `firstDay`: a requirement without a first day of its own runs from that of its notice. */
export function criteriaOf(requirement: Requirement, firstDay: string | null): Criterion[] {
  return answeringKinds[requirement.kind].flatMap(({ kind, needsForm }) => {
    const forms = formsOf(requirement, kind)
    if (needsForm && forms.length === 0) return []
    return [
      {
        recordKind: kind,
        from: requirement.window?.from ?? firstDay,
        to: requirement.window?.to ?? null,
        forms,
        // A stay is a form by itself, whatever a notice adds to the word.
        isVague: kind !== 'stay' && requirement.forms.length > 0 && forms.length === 0,
        activityKind: kind === 'activity' && !needsForm ? requirement.kind : null,
        marks: marksOf(requirement, kind),
      },
    ]
  })
}

function formsOf(requirement: Requirement, kind: RecordKind): string[] {
  const meant = new Set(requirement.forms.flatMap((said) => formsMeant[kind](said)))
  // A core group's collective study is entered under its own type, whatever the notice calls it.
  if (kind === 'study' && meant.has('集体专题学习') && isOfCoreGroup(requirement)) meant.add('理论学习中心组集体学习')
  return [...meant].sort()
}

const isOfCoreGroup = ({ minimum, actors }: Requirement) =>
  minimum?.scope === '每个中心组' || actors.some((actor) => actor.includes('中心组'))

function marksOf(requirement: Requirement, kind: RecordKind): Mark[] {
  const marks: Mark[] = []
  const add = (facet: Mark['facet'], words: readonly string[]) => {
    if (words.length > 0) marks.push({ facet, words: [...new Set(words)].sort() })
  }
  if (kind === 'study') add('对象', meantByAll(requirement.audiences, everybody, strataMeant))
  if (kind === 'lecture') add('对象', listenersOf(requirement))
  const venues = requirement.venues.filter((venue) => !isAnywhere(venue))
  if (venues.length === requirement.venues.length) {
    const types = new Set(venues.flatMap(venuesMeant))
    const names = venues.filter((venue) => venuesMeant(venue).length === 0)
    // Only a lecture states the type of its venue, and a place by name beside types is one of several.
    if (kind === 'lecture' && types.size > 0) add('场所', [...types])
    else if (types.size === 0) add('地点', names)
  }
  add('主体', actorWords(requirement, kind))
  return marks
}

/** 劳模 who lecture are not those who are lectured to, though a sentence that sends them out may name nobody else. */
function listenersOf(requirement: Requirement): string[] {
  const modes = formsOf(requirement, 'lecture')
  const speakers = modes.flatMap((mode) => strataOfSpeakers[mode] ?? [])
  return meantByAll(requirement.audiences, everybody, strataMeant).filter((stratum) => !speakers.includes(stratum))
}

const strataOfSpeakers: Readonly<Record<string, readonly string[]>> = {
  劳模宣讲: ['劳模工匠'],
  领导干部宣讲: ['领导班子成员'],
  基层工会宣讲: ['工会委员、技能标兵'],
}

/** Words of the register for all that was said; none as soon as one means everybody or is not known to us. */
function meantByAll(said: readonly string[], general: RegExp, meant: (said: string) => readonly string[]): string[] {
  const words: string[] = []
  for (const one of said) {
    const means = general.test(one) ? [] : meant(one)
    if (means.length === 0) return []
    words.push(...means)
  }
  return words
}

/** Who acts, as a record may show it: in its organiser, its speakers, its cadres. */
const actorPatterns: Readonly<
  Record<RecordKind, readonly { readonly said: RegExp; readonly words: readonly string[] }[]>
> = {
  study: [
    { said: /中心组/, words: ['中心组', '党组', '党委', '党工委'] },
    { said: /支部/, words: ['支部'] },
    { said: /青年/, words: ['青年'] },
  ],
  lecture: [
    { said: /宣讲团/, words: ['宣讲团'] },
    { said: /领导|班子|负责同志|党组成员/, words: ['领导干部'] },
    { said: /党代表|二十大代表/, words: ['党代表', '劳模工匠'] },
    { said: /劳模|工匠/, words: ['劳模工匠', '党代表'] },
    { said: /专家|教授|讲师/, words: ['专家'] },
    { said: /委员|标兵/, words: ['工会委员', '技能标兵'] },
  ],
  stay: [{ said: /领导班子|党组成员|班子成员/, words: ['班子成员'] }],
  activity: [],
}

function actorWords({ actors }: Requirement, kind: RecordKind): string[] {
  const known = actors.map((actor) => actorPatterns[kind].find(({ said }) => said.test(actor))?.words ?? [])
  return known.some((words) => words.length === 0) ? [] : known.flat()
}
