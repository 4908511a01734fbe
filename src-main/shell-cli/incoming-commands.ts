/** Commands for the register of incoming documents (来文登记). */
import type { Command } from './command.ts'
import { readJsonFile } from './json-file.ts'
import { allRows, editOf, rangeOf } from './rows.ts'

export const incomingCommands: readonly Command[] = [
  {
    name: 'incoming add',
    usage: '--json-file F',
    summary: '登记来文，文件内是一件或一组',
    words: 0,
    options: ['json-file'],
    required: ['json-file'],
    async run(api, { options, pathOf }) {
      const value = await readJsonFile(pathOf(options['json-file'] ?? ''))
      const added = await api.incoming.add((Array.isArray(value) ? value : [value]) as never[])
      return { value: added, text: `已登记来文${added.ids.length}件。` }
    },
  },
  {
    name: 'incoming list',
    usage: '[--from D --to D] [--text 文字]',
    summary: '列出来文登记簿',
    words: 0,
    options: ['from', 'to', 'text'],
    async run(api, { options }) {
      const rows = await allRows((page) => api.incoming.list(page), { ...rangeOf(options), text: options.text })
      const lines = rows.map(
        (row) => `${row.year}年第${row.serial}号  ${row.receivedOn}  ${row.sender}  ${row.title}  ${row.id}`,
      )
      return { value: rows, text: [`来文${rows.length}件`, ...lines].join('\n') }
    },
  },
  {
    name: 'incoming update',
    usage: 'ID --json-file F',
    summary: '修改来文登记，文件内只写要改的字段',
    words: 1,
    options: ['json-file'],
    required: ['json-file'],
    async run(api, { words: [id = ''], options, pathOf }) {
      const edit = editOf(await api.incoming.get({ id }), await readJsonFile(pathOf(options['json-file'] ?? '')))
      // The number is given at registering; a file made from the list brings it along.
      const { year: _year, serial: _serial, ...fields } = edit.fields as Record<string, unknown>
      const letter = await api.incoming.update({ ...edit, fields } as never)
      return { value: letter, text: `已修改${letter.year}年第${letter.serial}号来文，现为第${letter.version}版。` }
    },
  },
  {
    name: 'incoming remove',
    usage: 'ID',
    summary: '删除来文登记，可用 incoming restore 恢复',
    words: 1,
    options: [],
    async run(api, { words: [id = ''] }) {
      await api.incoming.remove({ id })
      return { value: { id }, text: `已删除，要恢复请用：incoming restore ${id}` }
    },
  },
  {
    name: 'incoming restore',
    usage: 'ID',
    summary: '恢复已删除的来文登记',
    words: 1,
    options: [],
    async run(api, { words: [id = ''] }) {
      await api.incoming.restore({ id })
      return { value: { id }, text: '已恢复。' }
    },
  },
]
