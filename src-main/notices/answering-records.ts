/**
 * Which records meet a criterion (印证规则), as SQL. One SELECT for each criterion, so that SQLite walks an index and
 * counts while it walks.
 *
 * The rule: a record is proposed when it is of the right kind, lies in the window and has a form that is asked. It
 * counts unless something it states differs from what is asked; where no form is asked, at least one mark must be met.
 */
import { type RawBuilder, sql } from 'kysely'
import type { RecordKind } from '../../src-shared/record-kinds.ts'
import { lectureOccasions } from '../../src-shared/vocabulary.ts'
import type { Criterion, Mark } from './criteria.ts'

/** The day by which a record counts in a period; a stay by its last day. */
export const dayOf: Readonly<Record<RecordKind, RawBuilder<string>>> = {
  study: sql.ref('study.date'),
  lecture: sql.ref('lecture.date'),
  stay: sql.ref('stay.to'),
  activity: sql.ref('activity.date'),
}

/** Conditions under which a record of `criterion.recordKind` is proposed. */
export function isProposed(criterion: Criterion): RawBuilder<boolean> {
  const { recordKind, from, to, activityKind } = criterion
  if (criterion.isClosed) return sql`0`
  const day = dayOf[recordKind]
  const conditions = [sql<boolean>`${sql.ref(`${recordKind}.removedAt`)} is null`]
  if (from !== null) conditions.push(sql`${day} >= ${from}`)
  if (to !== null) conditions.push(sql`${day} <= ${to}`)
  if (activityKind !== null) conditions.push(sql`activity.kind = ${activityKind}`)
  if (criterion.forms.length > 0) conditions.push(hasForm(criterion))
  else if (criterion.marks.length > 0)
    conditions.push(sql`(${anyOf(criterion, 'meets')} or not ${anyOf(criterion, 'differs')})`)
  return every(conditions)
}

/** 1 when a proposed record counts without having been confirmed, otherwise 0. */
export function countsUnasked(criterion: Criterion): RawBuilder<number> {
  if (criterion.isVague) return sql`0`
  if (criterion.marks.length === 0) return sql`1`
  const nothingDiffers = sql<number>`not ${anyOf(criterion, 'differs')}`
  return criterion.forms.length > 0 ? nothingDiffers : sql`(${nothingDiffers} and ${anyOf(criterion, 'meets')})`
}

/** 1 when what the record states meets the mark, -1 when it states something else, 0 when it states nothing. */
export function verdictOn(criterion: Criterion, mark: Mark): RawBuilder<number> {
  const { meets, isBlank } = comparison(criterion.recordKind, mark)
  return sql`case when ${meets} then 1 when ${isBlank} then 0 else -1 end`
}

function anyOf(criterion: Criterion, verdict: 'meets' | 'differs'): RawBuilder<boolean> {
  return either(
    criterion.marks.map((mark) => {
      const { meets, isBlank } = comparison(criterion.recordKind, mark)
      return verdict === 'meets' ? meets : sql<boolean>`not (${meets} or ${isBlank})`
    }),
  )
}

function hasForm({ recordKind, forms }: Criterion): RawBuilder<boolean> {
  if (recordKind === 'study') return sql`study.type in (${sql.join(forms)})`
  if (recordKind === 'activity') return sql`activity.genre in (${sql.join(forms)})`
  if (recordKind === 'stay') return sql`stay.form in (${sql.join(forms)})`
  return either(lectureForms(forms))
}

/** One word may be a mode and another an occasion. */
function lectureForms(forms: readonly string[]): RawBuilder<boolean>[] {
  const isOccasion = (form: string) => lectureOccasions.some((word) => word === form)
  const occasions = forms.filter(isOccasion)
  const modes = forms.filter((form) => !isOccasion(form)).map((form) => holds('lecture.modes', `"${form}"`))
  return occasions.length === 0 ? modes : [...modes, sql`lecture.occasion in (${sql.join(occasions)})`]
}

type Comparison = { readonly meets: RawBuilder<boolean>; readonly isBlank: RawBuilder<boolean> }

function comparison(recordKind: RecordKind, { facet, words }: Mark): Comparison {
  if (facet === '对象')
    return inText(
      `${recordKind}.strata`,
      words.map((word) => `"${word}"`),
      '[]',
    )
  if (facet === '场所')
    return { meets: sql`lecture.venueType in (${sql.join(words)})`, isBlank: sql`lecture.venueType = '其他'` }
  if (facet === '地点') return inText(placeColumns[recordKind], words, '')
  return actorComparison[recordKind](words)
}

const placeColumns = {
  study: 'study.place',
  lecture: 'lecture.place',
  stay: 'stay.unitName',
  activity: 'activity.medium',
} as const satisfies Record<RecordKind, string>

const actorComparison: Readonly<Record<RecordKind, (words: readonly string[]) => Comparison>> = {
  study: (words) => ({
    meets: either([
      ...words.flatMap((word) => [holds('study.organiser', word), holds('study.partyOrganisation', word)]),
      ...words.map((word) => holds('study.type', word)),
    ]),
    isBlank: sql`0`,
  }),
  lecture: (words) => ({
    meets: either([
      ...words.flatMap((word) => [
        holds('lecture.speakers', `"kind":"${word}"`),
        holds('lecture.modes', modeOfSpeakers[word] ?? word),
      ]),
      ...(words.includes('宣讲团') ? [sql<boolean>`lecture.team <> ''`] : []),
    ]),
    isBlank: sql`0`,
  }),
  stay: () => ({ meets: holds('stay.cadres', '"isLeader":true'), isBlank: sql`0` }),
  activity: () => ({ meets: sql`1`, isBlank: sql`0` }),
}

/** The 宣讲方式 that says who spoke. */
const modeOfSpeakers: Readonly<Record<string, string>> = {
  专家: '专家宣讲',
  领导干部: '领导干部宣讲',
  党代表: '劳模宣讲',
  劳模工匠: '劳模宣讲',
  工会委员: '基层工会宣讲',
  技能标兵: '基层工会宣讲',
}

function inText(column: string, words: readonly string[], blank: string): Comparison {
  return {
    meets: either(words.map((word) => holds(column, word))),
    isBlank: sql`${sql.ref(column)} = ${blank}`,
  }
}

/** Lists are JSON text in the row; a word with its quotes stands in it only where it is an item. */
const holds = (column: string, word: string) => sql<boolean>`instr(${sql.ref(column)}, ${word}) > 0`
const either = (conditions: readonly RawBuilder<boolean>[]) => sql<boolean>`(${sql.join(conditions, sql` or `)})`
const every = (conditions: readonly RawBuilder<boolean>[]) => sql<boolean>`${sql.join(conditions, sql` and `)}`
