/** Commands for the four kinds of record (学习, 宣讲, 蹲点, 宣传文化). */
import type { ListQuery, Page } from '../../src-shared/calls.ts'
import type { Api } from '../../src-shared/contract.ts'
import { type RecordKind, recordKindNames, recordKinds } from '../../src-shared/record-kinds.ts'
import type { Stamp } from '../../src-shared/stamp.ts'
import { type Command, oneOfWords } from './command.ts'
import { readJsonFile } from './json-file.ts'
import { allRows, editOf, firstFound, rangeOf } from './rows.ts'

const kindWords = recordKinds.join('|')

type RecordCalls = {
  list(query: ListQuery): Promise<Page<Stamp>>
  get(input: { id: string }): Promise<Stamp>
  add(records: readonly unknown[]): Promise<{ ids: string[] }>
  update(edit: { id: string; version: number; fields: object }): Promise<Stamp>
  remove(input: { id: string }): Promise<void>
  restore(input: { id: string }): Promise<void>
}

/** The same verbs for each kind; what the file holds is for the contract's schemas to judge, not for the compiler. */
function callsOf(api: Api, kind: RecordKind): RecordCalls {
  return { study: api.studies, lecture: api.lectures, stay: api.stays, activity: api.activities }[
    kind
  ] as unknown as RecordCalls
}

export const recordCommands: readonly Command[] = [
  {
    name: 'records add',
    usage: `${kindWords} --json-file F`,
    summary: '添加记录，文件内是一条或一组',
    words: 1,
    options: ['json-file'],
    required: ['json-file'],
    async run(api, { words, options, pathOf }) {
      const kind = oneOfWords(words[0], recordKinds)
      const value = await readJsonFile(pathOf(options['json-file'] ?? ''))
      const added = await callsOf(api, kind).add(Array.isArray(value) ? value : [value])
      return { value: added, text: `已添加${recordKindNames[kind]}记录${added.ids.length}条。` }
    },
  },
  {
    name: 'records list',
    usage: `${kindWords} [--from D --to D] [--text 文字]`,
    summary: '列出记录，新的在前',
    words: 1,
    options: ['from', 'to', 'text'],
    async run(api, { words, options }) {
      const kind = oneOfWords(words[0], recordKinds)
      const rows = await allRows((page) => callsOf(api, kind).list(page), { ...rangeOf(options), text: options.text })
      return { value: rows, text: [`${recordKindNames[kind]}记录${rows.length}条`, ...rows.map(lineOf)].join('\n') }
    },
  },
  {
    name: 'records show',
    usage: 'ID',
    summary: '显示一条记录',
    words: 1,
    options: [],
    async run(api, { words: [id = ''] }) {
      const { kind, result } = await whichever(api, (calls) => calls.get({ id }))
      return { value: { kind, ...result }, text: JSON.stringify(result, null, 2) }
    },
  },
  {
    name: 'records update',
    usage: 'ID --json-file F',
    summary: '修改记录，文件内只写要改的字段',
    words: 1,
    options: ['json-file'],
    required: ['json-file'],
    async run(api, { words: [id = ''], options, pathOf }) {
      const { kind, result } = await whichever(api, (calls) => calls.get({ id }))
      const edit = editOf(result, await readJsonFile(pathOf(options['json-file'] ?? '')))
      const row = await callsOf(api, kind).update(edit)
      return { value: row, text: `已修改这条${recordKindNames[kind]}记录，现为第${row.version}版。` }
    },
  },
  {
    name: 'records remove',
    usage: 'ID',
    summary: '删除记录，可用 records restore 恢复',
    words: 1,
    options: [],
    async run(api, { words: [id = ''] }) {
      const { kind } = await whichever(api, (calls) => calls.remove({ id }))
      return { value: { id, kind }, text: `已删除这条${recordKindNames[kind]}记录，要恢复请用：records restore ${id}` }
    },
  },
  {
    name: 'records restore',
    usage: 'ID',
    summary: '恢复已删除的记录',
    words: 1,
    options: [],
    async run(api, { words: [id = ''] }) {
      const { kind } = await whichever(api, (calls) => calls.restore({ id }))
      return { value: { id, kind }, text: `已恢复这条${recordKindNames[kind]}记录。` }
    },
  },
]

/** The line names only the id; the kind is the one whose register knows it. */
function whichever<Result>(api: Api, call: (calls: RecordCalls) => Promise<Result>) {
  return firstFound(recordKinds, (kind) => call(callsOf(api, kind)))
}

function lineOf(row: object): string {
  const { id, date, from, to, topic, title, unitName } = row as Readonly<Record<string, string | undefined>>
  return `${date ?? `${from}至${to}`}  ${topic ?? title ?? unitName}  ${id}`
}
