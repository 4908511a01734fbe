/** Commands for the office (本单位), the sample county and the workbench. */
import type { Command } from './command.ts'
import { readJsonFile } from './json-file.ts'

export const registerCommands: readonly Command[] = [
  {
    name: 'office set',
    usage: '--json-file F',
    summary: '填写本单位信息',
    words: 0,
    options: ['json-file'],
    required: ['json-file'],
    async run(api, { options, pathOf }) {
      const office = await api.office.set((await readJsonFile(pathOf(options['json-file'] ?? ''))) as never)
      return { value: office, text: `已保存“${office.name}”的单位信息。` }
    },
  },
  {
    name: 'office show',
    usage: '',
    summary: '显示本单位信息',
    words: 0,
    options: [],
    async run(api) {
      const office = await api.office.show()
      const text = office
        ? `${office.name}（${office.documentCode}），上级：${office.superior}`
        : '还没有填写本单位信息。'
      return { value: office, text }
    },
  },
  {
    name: 'sample load',
    usage: '',
    summary: '向空台账装入示例县（虚构）',
    words: 0,
    options: [],
    async run(api) {
      const loaded = await api.sample.load({})
      const { unions, studies, lectures, stays, activities, period } = loaded
      const text = `已装入示例县：基层工会${unions}个，学习${studies}场，宣讲${lectures}场，蹲点${stays}次，宣传文化${activities}条，期间${period.from}至${period.to}。`
      return { value: loaded, text }
    },
  },
  {
    name: 'sample remove',
    usage: '[--with-kept]',
    summary: '清除示例县；改过的和被自己的记录用到的留下，写 --with-kept 则一并清除',
    words: 0,
    options: [],
    flags: ['with-kept'],
    async run(api, { flags }) {
      const done = await api.sample.remove({ withKept: flags['with-kept'] ?? false })
      const lines = done.kept.map(({ word, name, reason, id }) => `- ${word}  ${name}  ${reason}  ${id}`)
      const kept = lines.length > 0 ? [`留下${lines.length}条，从此算自己的：`, ...lines] : []
      return { value: done, text: [`已清除示例数据${done.removed}条。`, ...kept].join('\n') }
    },
  },
  {
    name: 'workbench show',
    usage: '',
    summary: '本月做了什么、缺什么、下一步',
    words: 0,
    options: [],
    async run(api) {
      const workbench = await api.workbench.show()
      const lines = workbench.gaps.map((gap) => `- ${gap.sentence}`)
      return { value: workbench, text: [`今天${workbench.today}，待补${lines.length}项`, ...lines].join('\n') }
    },
  },
]
