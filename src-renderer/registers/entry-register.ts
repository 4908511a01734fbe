/** What the six small registers (名册) share on their pages: calls, names of fields, the words of their tabs. */
import { fieldLabels } from '../../src-shared/field-labels.ts'
import type { RegisterKind } from '../../src-shared/register-words.ts'
import type { RegisterEntries, RegisterInputs } from '../../src-shared/registers.ts'
import type { Backend } from '../api.ts'
import type { RegisterCalls } from '../records/register.ts'

/** What the form of an entry holds: `renamesRecords` is the clerk's choice when she changes the name. */
export type EntryInput<Kind extends RegisterKind> = RegisterInputs[Kind] & { readonly renamesRecords?: boolean }
type EntryCalls<Kind extends RegisterKind> = RegisterCalls<RegisterEntries[Kind], EntryInput<Kind>>

const callNames = {
  cadre: 'cadres',
  lecturer: 'lecturers',
  lectureTeam: 'lectureTeams',
  studyGroup: 'studyGroups',
  venue: 'venues',
  material: 'materials',
} as const satisfies Record<RegisterKind, keyof Backend['client']>

/** The calls of a register as its page makes them. */
export function entryCalls<Kind extends RegisterKind>(kind: Kind) {
  return (api: Backend['client']): EntryCalls<Kind> => {
    const calls = api[callNames[kind]] as unknown as Omit<EntryCalls<Kind>, 'update'> & {
      update(edit: object): Promise<RegisterEntries[Kind]>
    }
    return {
      list: calls.list,
      get: calls.get,
      add: (entries) => calls.add(entries.map(({ renamesRecords: _, ...fields }) => fields as EntryInput<Kind>)),
      update: ({ id, version, fields: { renamesRecords = true, ...fields } }) =>
        calls.update({ id, version, fields, renamesRecords }),
      remove: calls.remove,
      restore: calls.restore,
    }
  }
}

/** What a field of an entry is called. */
export function entryFieldLabel(kind: RegisterKind, field: string): string {
  if (field === 'name' && (kind === 'cadre' || kind === 'lecturer')) return '姓名'
  return ownLabels[field] ?? fieldLabels[field] ?? field
}

/** Fields whose usual label says something else here. */
const ownLabels: Readonly<Record<string, string>> = {
  members: '成员人数',
  contact: '联系人',
  source: '来源',
  township: '所在乡镇（街道、园区）',
}
