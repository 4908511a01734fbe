/** Commands for the office (本单位), the register of unions (单位名册), the sample county and the workbench. */
import type { Command } from './command.ts'
import { readJsonFile } from './json-file.ts'
import { allRows, editOf } from './rows.ts'

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
    name: 'unions add',
    usage: '--json-file F',
    summary: '向单位名册添加基层工会，文件内是一个或一组',
    words: 0,
    options: ['json-file'],
    required: ['json-file'],
    async run(api, { options, pathOf }) {
      const value = await readJsonFile(pathOf(options['json-file'] ?? ''))
      const added = await api.unions.add((Array.isArray(value) ? value : [value]) as never[])
      return { value: added, text: `已添加基层工会${added.ids.length}个。` }
    },
  },
  {
    name: 'unions list',
    usage: '[--text 文字]',
    summary: '列出单位名册',
    words: 0,
    options: ['text'],
    async run(api, { options }) {
      const rows = await allRows((page) => api.unions.list(page), { text: options.text })
      const lines = rows.map((union) => `${union.township}  ${union.name}  ${union.id}`)
      return { value: rows, text: [`基层工会${rows.length}个`, ...lines].join('\n') }
    },
  },
  {
    name: 'unions update',
    usage: 'ID --json-file F',
    summary: '修改基层工会，文件内只写要改的字段',
    words: 1,
    options: ['json-file'],
    required: ['json-file'],
    async run(api, { words: [id = ''], options, pathOf }) {
      const edit = editOf(await api.unions.get({ id }), await readJsonFile(pathOf(options['json-file'] ?? '')))
      const union = await api.unions.update(edit as never)
      return { value: union, text: `已修改“${union.name}”，现为第${union.version}版。` }
    },
  },
  {
    name: 'unions remove',
    usage: 'ID',
    summary: '从名册删除基层工会，可用 unions restore 恢复',
    words: 1,
    options: [],
    async run(api, { words: [id = ''] }) {
      await api.unions.remove({ id })
      return { value: { id }, text: `已删除，要恢复请用：unions restore ${id}` }
    },
  },
  {
    name: 'unions restore',
    usage: 'ID',
    summary: '恢复已删除的基层工会',
    words: 1,
    options: [],
    async run(api, { words: [id = ''] }) {
      await api.unions.restore({ id })
      return { value: { id }, text: '已恢复。' }
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
