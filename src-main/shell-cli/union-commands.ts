/** Commands for the register of grassroots unions (单位名册): its rows and what becomes of them. */
import type { ActDone, UnionNode } from '../../src-shared/union-lives.ts'
import { unionTreeOrders } from '../../src-shared/union-lives.ts'
import type { UnionLife } from '../../src-shared/unions.ts'
import { type Command, type Outcome, oneOfWords } from './command.ts'
import { readJsonFile } from './json-file.ts'
import { allRows, editOf } from './rows.ts'

/** Words that a line may hold at most. */
const many = 100

export const unionCommands: readonly Command[] = [
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
    usage: '[--text 文字] [--on D]',
    summary: '列出单位名册；写明日期的，列出那一天在册的单位和当时的名称',
    words: 0,
    options: ['text', 'on'],
    async run(api, { options }) {
      const on = options.on ?? null
      const rows = await allRows((page) => api.unions.list({ ...page, on }), { text: options.text })
      const lines = rows.map((union) => `${union.township}  ${union.name}${endingOf(union.life, on)}  ${union.id}`)
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
    name: 'unions rename',
    usage: 'ID --name 新名称 --on D',
    summary: '单位更名，以前各期仍用原名称',
    words: 1,
    options: ['name', 'on'],
    required: ['name', 'on'],
    run: async (api, { words: [id = ''], options: { name = '', on = '' } }) =>
      done(await api.unions.rename({ id, name, on })),
  },
  {
    name: 'unions retire',
    usage: 'ID --on D',
    summary: '撤销单位，自那一天起不再计入应覆盖单位',
    words: 1,
    options: ['on'],
    required: ['on'],
    run: async (api, { words: [id = ''], options: { on = '' } }) => done(await api.unions.retire({ id, on })),
  },
  {
    name: 'unions merge',
    usage: 'INTO ID… [--on D]',
    summary: '写明日期的是机构合并；不写日期的是重复登记合并，引用全部改到INTO',
    words: many,
    optionalWords: many - 2,
    options: ['on'],
    async run(api, { words: [into = '', ...ids], options: { on } }) {
      if (on !== undefined) return done(await api.unions.merge({ into, ids, on }))
      const acts: ActDone[] = []
      for (const drop of ids) acts.push(await api.unions.mergeDuplicates({ keep: into, drop }))
      return { value: acts, text: acts.map((act) => done(act).text).join('\n') }
    },
  },
  {
    name: 'unions split',
    usage: 'ID 名称或ID… --on D [--keep-original]',
    summary: '分设单位：写名称的新设，写编号的是名册中已有的单位',
    words: many,
    optionalWords: many - 2,
    options: ['on'],
    flags: ['keep-original'],
    required: ['on'],
    async run(api, { words: [id = '', ...given], options: { on = '' }, flags }) {
      const parts = given.map((word) => (/^[0-9a-f-]{36}$/.test(word) ? { unionId: word } : { name: word }))
      return done(await api.unions.split({ id, on, keepsOriginal: flags['keep-original'] ?? false, parts }))
    },
  },
  {
    name: 'unions correct-code',
    usage: 'ID --code 编码 --reason 原因',
    summary: '更正登记错了的统计编码',
    words: 1,
    options: ['code', 'reason'],
    required: ['code', 'reason'],
    run: async (api, { words: [id = ''], options: { code: statisticsCode = '', reason = '' } }) =>
      done(await api.unions.correctCode({ id, statisticsCode, reason })),
  },
  {
    name: 'unions history',
    usage: 'ID',
    summary: '单位沿革，含可撤销的变更编号',
    words: 1,
    options: [],
    async run(api, { words: [id = ''] }) {
      const events = await api.unions.history({ id })
      const lines = events.map(({ day, sentence, actId }) => [day ?? '（不计日期）', sentence, actId ?? ''].join('  '))
      return { value: events, text: lines.length === 0 ? '没有变更记录。' : lines.join('\n') }
    },
  },
  {
    name: 'unions undo',
    usage: '变更编号',
    summary: '撤销一项变更，恢复到变更前',
    words: 1,
    options: [],
    async run(api, { words: [id = ''] }) {
      const undone = await api.unions.undoAct({ id })
      return { value: undone, text: `已撤销：${undone.sentence}` }
    },
  },
  {
    name: 'unions uses',
    usage: 'ID',
    summary: '哪些记录和单位用到它',
    words: 1,
    options: [],
    async run(api, { words: [id = ''] }) {
      const uses = await api.unions.uses({ id })
      const lines = uses.flatMap(({ kind, count, newest }) => [
        `${kindWords[kind]}${count}条`,
        ...newest.map((row) => `  ${row.date}  ${row.title}  ${row.id}`),
      ])
      return { value: uses, text: lines.length === 0 ? '没有记录用到它。' : lines.join('\n') }
    },
  },
  {
    name: 'unions tree',
    usage: `[--by ${unionTreeOrders.join('|')}] [--on D]`,
    summary: '名册的组织树和各级的单位、会员、职工数',
    words: 0,
    options: ['by', 'on'],
    async run(api, { options }) {
      const by = options.by === undefined ? 'township' : oneOfWords(options.by, unionTreeOrders)
      const tree = await api.unions.tree({ by, on: options.on ?? null })
      return { value: tree, text: tree.flatMap((node) => branchLines(node, '')).join('\n') }
    },
  },
  {
    name: 'unions duplicates',
    usage: '',
    summary: '疑似重复登记的单位',
    words: 0,
    options: [],
    async run(api) {
      const groups = await api.unions.duplicates()
      const lines = groups.flatMap(({ reason, unions }) => [
        `${reason}：`,
        ...unions.map(({ id, name, township, uses }) => `  ${name}（${township}，${uses}处用到）  ${id}`),
      ])
      return { value: groups, text: lines.length === 0 ? '没有发现疑似重复登记的单位。' : lines.join('\n') }
    },
  },
]

const kindWords = {
  study: '学习',
  lecture: '宣讲',
  stay: '蹲点',
  activity: '宣传文化',
  grassrootsUnion: '单位',
} as const

function done(act: ActDone): Outcome {
  return { value: act, text: [`已办理：${act.sentence}（编号${act.id}）`, ...act.remarks].join('\n') }
}

/** Said of a union in a list of all; a list of one day has none that had ended. */
function endingOf({ endedOn, ending }: UnionLife, on: string | null): string {
  return endedOn === null || on !== null ? '' : `（${endedOn}${ending}）`
}

function branchLines({ title, unions, members, staff, children }: UnionNode, indent: string): string[] {
  const counts = [`单位${unions}个`, ...(members === null ? [] : [`会员${members}人`])]
  if (staff !== null) counts.push(`职工${staff}人`)
  return [
    `${indent}${title}（${counts.join('，')}）`,
    ...children.flatMap((child) => branchLines(child, `${indent}  `)),
  ]
}
