/** Commands for taking in workbooks (导入表格). */
import { basename } from 'node:path'
import { type ImportPreview, type ImportSheet, importKindNames } from '../../src-shared/excel-import.ts'
import type { RememberedMapping, SheetMapping } from '../../src-shared/import-mapping.ts'
import { type Command, usageFault } from './command.ts'
import { readBytes, readJsonFile } from './json-file.ts'
import { savedPath } from './output-commands.ts'

export const importCommands: readonly Command[] = [
  {
    name: 'template',
    usage: '--out F.xlsx [--with-records]',
    summary: '写出导入模板；加 --with-records 就填上台账里的全部内容',
    words: 0,
    options: ['out'],
    flags: ['with-records'],
    required: ['out'],
    out: 'file',
    async run(api, { flags }) {
      const file = savedPath(await api.imports.template({ withRecords: flags['with-records'] ?? false }))
      return { value: { file }, text: `已写出：${file}` }
    },
  },
  {
    name: 'import',
    usage: 'FILE [--preview|--apply|--apply-good] [--marked F.xlsx] [--mapping F.json]',
    summary: '导入Excel或CSV；不写就是预览，不存入',
    details: [
      '--apply       全部无误才导入',
      '--apply-good  只导入无误的行',
      '--marked F    另存一份，有误的单元格标黄并加批注',
      '--mapping F   按这个文件说的列对应读：[{"sheet":"宣讲","kind":"lecture","header":2,"columns":[{"column":"B","field":"date"}]}]',
      '              kind为null的表不读入；没说到的列按表头认；导入后记住，下次同样的表自动照用',
    ],
    words: 1,
    options: ['marked', 'mapping'],
    flags: ['preview', 'apply', 'apply-good'],
    out: 'marked',
    async run(api, { words: [given = ''], options, flags, pathOf }) {
      const { preview, apply, 'apply-good': goodOnly } = flags
      if ([preview, apply, goodOnly].filter(Boolean).length > 1)
        throw usageFault('--preview、--apply、--apply-good 只能写一个。')
      const path = pathOf(given)
      const file = new File([await readBytes(path)], basename(path))
      // The contract's own schema says what is wrong with a mapping that is none.
      const mappings =
        options.mapping === undefined ? [] : ((await readJsonFile(pathOf(options.mapping))) as SheetMapping[])
      const source = { file, mappings }
      const marked = options.marked === undefined ? {} : { marked: savedPath(await api.imports.marked(source)) }
      const isPreview = !apply && !goodOnly
      const result: ImportPreview & { readonly id?: string | null } = isPreview
        ? await api.imports.preview(source)
        : await api.imports.apply({ ...source, goodOnly: goodOnly ?? false })
      const lines = result.sheets.flatMap(sheetLines)
      return { value: { ...result, ...marked }, text: [headline(isPreview, result.id), ...lines].join('\n') }
    },
  },
  {
    name: 'import list',
    usage: '',
    summary: '列出导入过的批次',
    words: 0,
    options: [],
    async run(api) {
      const runs = await api.imports.list()
      const lines = runs.map(
        (run) =>
          `${run.at}  ${run.fileName}  新增${run.new}条、修改${run.changed}条${run.undoneAt ? '（已撤销）' : ''}  ${run.id}`,
      )
      return { value: runs, text: [`导入${runs.length}次`, ...lines].join('\n') }
    },
  },
  {
    name: 'import undo',
    usage: 'ID',
    summary: '撤销一次导入',
    words: 1,
    options: [],
    async run(api, { words: [id = ''] }) {
      await api.imports.undo({ id })
      return { value: { id }, text: '已撤销这次导入。' }
    },
  },
  {
    name: 'import mappings list',
    usage: '',
    summary: '列出记住的列对应',
    words: 0,
    options: [],
    async run(api) {
      const mappings = await api.imports.mappings.list()
      return {
        value: mappings,
        text: [`记住了${mappings.length}种表的列对应`, ...mappings.flatMap(mappingLines)].join('\n'),
      }
    },
  },
  {
    name: 'import mappings forget',
    usage: 'LAYOUT',
    summary: '不再使用一种表的列对应',
    words: 1,
    options: [],
    async run(api, { words: [layout = ''] }) {
      await api.imports.mappings.forget({ layout })
      return { value: { layout }, text: '已忘记，下次按表头重新认。' }
    },
  },
]

function mappingLines({ layout, kind, source, columns }: RememberedMapping): string[] {
  const used = columns.flatMap(({ column, header, field }) => (field ? [`${column}“${header}”→${field}`] : []))
  return [`${layout}  ${kind ? importKindNames[kind] : '不读入'}（${source}）`, `  ${used.join('、')}`]
}

function headline(isPreview: boolean, id: string | null | undefined): string {
  if (isPreview) return '预览，没有存入：'
  return id ? `已导入，要撤销请用：import undo ${id}` : '没有新增或修改的内容。'
}

function sheetLines(sheet: ImportSheet): string[] {
  const { name, rows, wrong, same, changed, problems, remarks } = sheet
  const known = sheet.by === 'remembered' ? '（按上次的列对应）' : ''
  const counts = `${name}${known}：${rows}行，新增${sheet.new}、修改${changed}、相同${same}、有误${wrong}`
  const place = (one: { row: number; column: string; message: string }) => `${one.column}${one.row} ${one.message}`
  return [
    counts,
    ...problems.map((problem) => `  有误 ${place(problem)}`),
    ...remarks.map((remark) => `  提示 ${place(remark)}`),
  ]
}
