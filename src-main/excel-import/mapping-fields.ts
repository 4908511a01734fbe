/** The fields that a column may be read into (可对应的项), register by register, as the template calls them. */
import { importKindNames } from '../../src-shared/excel-import.ts'
import type { ImportFields } from '../../src-shared/import-mapping.ts'
import { columnsOf } from './columns.ts'
import { templateOrder } from './make-template.ts'

export function importFields(): ImportFields {
  return templateOrder.map((kind) => ({
    kind,
    name: importKindNames[kind],
    fields: columnsOf[kind].map(({ field, header, isRequired, note }) => ({ field, label: header, isRequired, note })),
  }))
}
