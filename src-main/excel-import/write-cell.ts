/** Fields of a record as cells of the template (台账写成表格), so that taking them in again gives the same record. */
import type { LectureFields } from '../../src-shared/lectures.ts'
import type { RegisterFields } from '../../src-shared/registers.ts'
import type { StayFields } from '../../src-shared/stays.ts'
import type { FormValue } from '../files/xlsx-form.ts'
import type { Column } from './column.ts'
import { writeDuties } from './duties.ts'
import { writeCadres, writeDeeds, writeProblems, writeShares, writeSpeakers } from './lists.ts'

/** Ids → names of unions and stays. */
export type NamesById = ReadonlyMap<string, string>

export function writeCell(fields: Readonly<Record<string, unknown>>, column: Column, names: NamesById): FormValue {
  const value = fields[column.field]
  if (value === null || value === undefined) return null
  const nameOf = (id: unknown) => names.get(String(id)) ?? String(id)
  switch (column.read) {
    case 'day':
      return new Date(`${value}T00:00:00Z`)
    case 'words':
      return (value as string[]).join('；')
    case 'speakers':
      return writeSpeakers(value as LectureFields['speakers'])
    case 'cadres':
      return writeCadres(value as StayFields['cadres'])
    case 'shares':
      return writeShares(value as LectureFields['strata'])
    case 'problems':
      return writeProblems(value as StayFields['problems'])
    case 'deeds':
      return writeDeeds(value as string[])
    case 'duties':
      return writeDuties(value as RegisterFields['studyGroup']['duties'])
    case 'unions':
      return (value as string[]).map(nameOf).join('；')
    case 'union':
    case 'stay':
      return nameOf(value)
    default:
      return value as string | number
  }
}
