/** Answers of the import from Excel and CSV (导入表格). */
import { applyImport } from '../excel-import/apply-import.ts'
import { deliverTemplate } from '../excel-import/make-template.ts'
import { importFields } from '../excel-import/mapping-fields.ts'
import { forgetMapping, listMappings } from '../excel-import/mapping-memory.ts'
import { deliverMarked, previewImport } from '../excel-import/preview-import.ts'
import { listImports, undoImport } from '../excel-import/undo-import.ts'
import { os } from './implementer.ts'

export const importRoutes = {
  template: os.imports.template.handler(({ context, input }) => deliverTemplate(context, input)),
  fields: os.imports.fields.handler(() => importFields()),
  preview: os.imports.preview.handler(({ context, input }) => previewImport(context, input)),
  marked: os.imports.marked.handler(({ context, input }) => deliverMarked(context, input)),
  apply: os.imports.apply.handler(({ context, input }) => applyImport(context, input)),
  list: os.imports.list.handler(({ context }) => listImports(context.db)),
  undo: os.imports.undo.handler(({ context, input }) => undoImport(context.db, context, input.id)),
  mappings: {
    list: os.imports.mappings.list.handler(({ context }) => listMappings(context.db)),
    forget: os.imports.mappings.forget.handler(({ context, input }) => forgetMapping(context.db, input.layout)),
  },
}
