/** Commands for the office's layout of documents (公文版式). */
import type { LayoutChoice } from '../../src-shared/layout-choice.ts'
import { layoutWords } from '../../src-shared/layout-words.ts'
import { layoutNames } from '../../src-shared/layouts.ts'
import { type Command, oneOfWords, usageFault } from './command.ts'
import { readJsonFile } from './json-file.ts'

export const layoutCommands: readonly Command[] = [
  {
    name: 'layout show',
    usage: '',
    summary: '显示公文版式',
    words: 0,
    options: [],
    async run(api) {
      const choice = await api.layout.show()
      return { value: choice, text: choiceText(choice) }
    },
  },
  {
    name: 'layout set',
    usage: `[--layout ${layoutNames.join('|')}] [--json-file F]`,
    summary: '设定公文版式；文件内是字号等细项，没写的恢复默认；只写 --layout 就只换方案',
    words: 0,
    options: ['layout', 'json-file'],
    async run(api, { options, pathOf }) {
      const { layout, 'json-file': file } = options
      if (layout === undefined && file === undefined) throw usageFault('--layout 和 --json-file 至少写一个。')
      const name = layout === undefined ? {} : { name: oneOfWords(layout, layoutNames) }
      const settings = file === undefined ? await api.layout.show() : await readJsonFile(pathOf(file))
      // What is no set of fields is refused by the schema, in its own words.
      const isSet = typeof settings === 'object' && settings !== null && !Array.isArray(settings)
      const choice = await api.layout.set((isSet ? { ...settings, ...name } : settings) as never)
      return { value: choice, text: choiceText(choice) }
    },
  },
]

function choiceText({ name, markSize, digits, hasBoldHeadings, pageNumber, titlePitch }: LayoutChoice): string {
  const { title, when } = layoutWords[name]
  return [
    `公文版式：${title}（${name}）。${when}`,
    ...(markSize === undefined ? [] : [`发文机关标志：${markSize}磅`]),
    ...(titlePitch === undefined ? [] : [`标题行距：${titlePitch}磅`]),
    ...(digits === undefined ? [] : [`数字和字母：${digits}`]),
    ...(hasBoldHeadings === undefined ? [] : [`二、三级标题：${hasBoldHeadings ? '加粗' : '不加粗'}`]),
    ...(pageNumber === undefined ? [] : [`页码：${pageNumber === 'centred' ? '居中' : '外侧'}`]),
  ].join('\n')
}
