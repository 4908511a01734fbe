/** By what a row is known to be the same record (同一条): importing twice makes nothing twice. */
import { hash } from 'node:crypto'
import type { ImportKind } from '../../src-shared/excel-import.ts'
import type { RegisterKind } from '../../src-shared/register-words.ts'
import { nameKey } from '../registers/name-places.ts'

export const keyNames = {
  grassrootsUnion: '名称',
  stay: '单位和起始日期',
  study: '日期、主题和组织单位',
  lecture: '日期、主题、地点和宣讲人',
  activity: '日期、标题、形式和媒体',
  cadre: '姓名',
  lecturer: '姓名',
  lectureTeam: '名称',
  studyGroup: '名称',
  venue: '名称',
  material: '名称',
} as const satisfies Record<ImportKind, string>

type Fields = Readonly<Record<string, unknown>>

const keys: Readonly<Record<ImportKind, (fields: Fields) => readonly unknown[]>> = {
  grassrootsUnion: ({ name }) => [name],
  stay: ({ unitName, from }) => [unitName, from],
  study: ({ date, topic, organiser }) => [date, topic, organiser],
  lecture: ({ date, topic, place = '', speakers }) => [date, topic, place, namesOf(speakers)],
  activity: ({ date, title, genre, medium = '' }) => [date, title, genre, medium],
  cadre: byName('cadre'),
  lecturer: byName('lecturer'),
  lectureTeam: byName('lectureTeam'),
  studyGroup: byName('studyGroup'),
  venue: byName('venue'),
  material: byName('material'),
}

/** A digest: a workbook of 100,000 rows has as many keys. */
export function keyOf(kind: ImportKind, fields: Fields): string {
  return hash('sha1', JSON.stringify(keys[kind](fields)), 'base64')
}

/** As the register itself tells names apart. */
function byName(kind: RegisterKind): (fields: Fields) => readonly unknown[] {
  return ({ name }) => [nameKey(kind, String(name))]
}

function namesOf(people: unknown): readonly unknown[] {
  return Array.isArray(people) ? people.map((person) => person.name) : []
}
