/** What the search finds (检索范围): each kind with its table, its title, its day and its texts, as SQL over `entered`. */
import type { RegisterKind } from '../../src-shared/register-words.ts'
import type { SearchKind } from '../../src-shared/search.ts'
import type { StampedTable } from '../database/tables.ts'

export type Source = {
  readonly table: StampedTable
  readonly kind: SearchKind
  readonly title: string
  readonly day: string
  readonly noticeId?: string
  /** Besides the title. */
  readonly texts: readonly string[]
  /** What else must hold for a row that is not removed. */
  readonly onlyIf?: string
}

const own = (...columns: string[]) => columns.map((column) => `entered.${column}`)

/** All texts inside lists, each on its line. */
const lists = (...columns: string[]) =>
  columns.map(
    (column) => `(SELECT group_concat(value, char(10)) FROM json_tree(entered.${column}) WHERE type = 'text')`,
  )

/**
 * The words of a document without the names of its parts. The stretches of a paragraph are one text, because a figure
 * drawn from the records parts its sentence.
 */
const wordsOfDocument = (column: string) => `(
  SELECT group_concat(iif(key = 'text' AND path LIKE '%.runs[%' AND path NOT LIKE '%.runs[0]', '', char(10)) || value, ''
    ORDER BY id)
  FROM json_tree(entered.${column})
  WHERE type = 'text' AND key NOT IN ('kind', 'format', 'figure', 'key', 'sha256', 'type'))`

/** A small register, by the names in it. */
const register = (kind: RegisterKind, ...columns: string[]): Source => ({
  table: kind,
  kind,
  title: 'name',
  day: 'NULL',
  texts: own(...columns),
})

export const sources: readonly Source[] = [
  {
    table: 'study',
    kind: 'study',
    title: 'topic',
    day: 'entered.date',
    texts: [
      ...own('type', 'organiser', 'partyOrganisation', 'host', 'leadSpeaker'),
      ...own('place', 'materials', 'decisions', 'note'),
    ],
  },
  {
    table: 'lecture',
    kind: 'lecture',
    title: 'topic',
    day: 'entered.date',
    texts: [
      ...lists('modes', 'speakers'),
      ...own('team', 'organiser', 'occasion', 'venueType', 'place', 'reactions', 'note'),
    ],
  },
  {
    table: 'stay',
    kind: 'stay',
    title: 'unitName',
    day: 'entered."to"',
    texts: [...own('township'), ...lists('cadres', 'problems', 'deeds'), ...own('outcome', 'note')],
  },
  {
    table: 'activity',
    kind: 'activity',
    title: 'title',
    day: 'entered.date',
    texts: own('kind', 'genre', 'organiser', 'medium', 'outcome', 'note'),
  },
  {
    table: 'grassrootsUnion',
    kind: 'union',
    title: 'name',
    day: 'NULL',
    texts: [...own('township', 'kind', 'industry', 'code', 'statisticsCode', 'chair', 'note'), ...lists('formerNames')],
  },
  register('cadre', 'post', 'department', 'standing', 'phone', 'note'),
  register('lecturer', 'post', 'kind', 'team', 'topics', 'phone', 'note'),
  register('lectureTeam', 'leader', 'note'),
  { ...register('studyGroup'), texts: [...own('kind', 'leader', 'note'), ...lists('duties')] },
  register('venue', 'kind', 'venueType', 'township', 'address', 'contact', 'note'),
  register('material', 'kind', 'source', 'note'),
  {
    table: 'notice',
    kind: 'notice',
    title: 'title',
    day: 'entered.date',
    texts: [...own('number', 'issuer', 'printer'), ...lists('recipients'), wordsOfDocument('document')],
  },
  {
    table: 'requirement',
    kind: 'requirement',
    title: 'title',
    day: 'NULL',
    noticeId: 'entered.noticeId',
    texts: [...own('kind', 'quote', 'code', 'note'), ...lists('actors', 'audiences', 'forms', 'venues', 'produces')],
    // A notice that is removed takes its requirements with it.
    onlyIf: 'EXISTS (SELECT 1 FROM notice WHERE notice.id = entered.noticeId AND notice.removedAt IS NULL)',
  },
  {
    table: 'document',
    kind: 'document',
    title: 'title',
    day: `nullif(entered.content ->> '$.date', '')`,
    texts: [...own('number'), wordsOfDocument('content')],
  },
  {
    table: 'incoming',
    kind: 'incoming',
    title: 'title',
    day: 'entered.receivedOn',
    texts: own('sender', 'senderNumber', 'note'),
  },
]
