/** Commands for saved views (常用查询). */
import { type Command, usageFault } from './command.ts'

export const viewCommands: readonly Command[] = [
  {
    name: 'views list',
    usage: '[页面]',
    summary: '列出常用查询；页面如 studies、lectures、sheets',
    words: 1,
    optionalWords: 1,
    options: [],
    async run(api, { words: [page] }) {
      const views = await api.views.list(page === undefined ? {} : { page })
      const lines = views.map(
        ({ page, name, query, isDefault, id }) =>
          `- ${page}  ${name}${isDefault ? '（默认）' : ''}  ${decodeURIComponent(query.replaceAll('+', ' '))}  ${id}`,
      )
      return { value: views, text: [`常用查询${views.length}个`, ...lines].join('\n') }
    },
  },
  {
    name: 'views add',
    usage: '页面 名称 筛选 [--default]',
    summary: '把筛选存成常用查询；筛选写成“type=主题党日&period=本月”',
    words: 3,
    options: [],
    flags: ['default'],
    async run(api, { words: [page = '', name = '', query = ''], flags }) {
      if (!query.includes('=')) throw usageFault('筛选应写成“type=主题党日&period=本月”这样的一个词，请加引号。')
      const view = await api.views.add({ page, name, query, isDefault: flags.default ?? false })
      return { value: view, text: `已保存常用查询“${view.name}”，编号${view.id}` }
    },
  },
  {
    name: 'views remove',
    usage: 'ID',
    summary: '删除常用查询',
    words: 1,
    options: [],
    async run(api, { words: [id = ''] }) {
      await api.views.remove({ id })
      return { value: { id }, text: '已删除这个常用查询。' }
    },
  },
]
