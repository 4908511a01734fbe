/** The command that writes a list as a workbook (导出表格). */
import { filterConditions, type ListFilters, printedLists, printedListTitles } from '../../src-shared/list-tables.ts'
import { type Command, oneOfWords, usageFault } from './command.ts'
import { savedPath } from './output-commands.ts'
import { rangeOf } from './rows.ts'

export const listCommand: Command = {
  name: 'list export',
  usage: '名单 --out F.xlsx [--from D --to D] [--text 文字] [--filter 筛选] [--year N]',
  summary: '把一本台账或名册按筛选写成Excel表，全部行、全部列',
  details: [
    `名单：${printedLists.map((list) => `${list}（${printedListTitles[list]}）`).join('、')}`,
    '--filter   如 "type=主题党日&organiser=县总工会党组"，与窗口地址里的写法一样',
  ],
  words: 1,
  options: ['out', 'from', 'to', 'text', 'filter', 'year'],
  required: ['out'],
  out: 'file',
  async run(api, { words, options }) {
    const list = oneOfWords(words[0], printedLists)
    const filters = Object.fromEntries(new URLSearchParams(options.filter ?? '')) as ListFilters
    const known = new Set(filterConditions(filters).flatMap((condition) => condition.words))
    const odd = Object.keys(filters).find((word) => !known.has(word))
    if (odd !== undefined) throw usageFault(`筛选里的“${odd}”不认识，应为type、organiser、township等字段名。`)
    const year = options.year === undefined ? null : Number(options.year)
    const query = { ...filters, list, ...rangeOf(options), text: options.text, year }
    const file = savedPath(await api.lists.write(query))
    return { value: { file }, text: `已写出${printedListTitles[list]}：${file}` }
  },
}
