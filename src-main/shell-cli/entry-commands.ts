/** Commands for the small registers (名册): the same verbs for each, and uses, merging, collecting, duties of study groups. */
import type { ListQuery, Page } from '../../src-shared/calls.ts'
import type { Api } from '../../src-shared/contract.ts'
import { recordKindNames } from '../../src-shared/record-kinds.ts'
import { type RegisterKind, registerNames } from '../../src-shared/register-words.ts'
import type { Stamp } from '../../src-shared/stamp.ts'
import { type Command, oneOfWords } from './command.ts'
import { readJsonFile } from './json-file.ts'
import { allRows, editOf, periodOf } from './rows.ts'

/** Words of the command line for the registers. */
const kindsByWord = {
  cadres: 'cadre',
  lecturers: 'lecturer',
  teams: 'lectureTeam',
  groups: 'studyGroup',
  venues: 'venue',
  materials: 'material',
} as const satisfies Record<string, RegisterKind>
type KindWord = keyof typeof kindsByWord
const kindWords = Object.keys(kindsByWord) as KindWord[]
const usingNames = { ...recordKindNames, lecturer: registerNames.lecturer }

type Entry = Stamp & { readonly name: string }
type EntryCalls = {
  list(query: ListQuery): Promise<Page<Entry>>
  get(input: { id: string }): Promise<Entry>
  add(entries: readonly unknown[]): Promise<{ ids: string[] }>
  update(edit: { id: string; version: number; fields: object; renamesRecords: boolean }): Promise<Entry>
  remove(input: { id: string }): Promise<void>
  restore(input: { id: string }): Promise<void>
}

/** What a file holds is for the contract's schemas to judge, not for the compiler. */
function callsOf(api: Api, kind: RegisterKind): EntryCalls {
  return {
    cadre: api.cadres,
    lecturer: api.lecturers,
    lectureTeam: api.lectureTeams,
    studyGroup: api.studyGroups,
    venue: api.venues,
    material: api.materials,
  }[kind] as unknown as EntryCalls
}

export const entryCommands: readonly Command[] = [
  ...kindWords.flatMap(verbsOf),
  {
    name: 'registers uses',
    usage: `${kindWords.join('|')} ID`,
    summary: '在用处：哪些记录写到名册中的这一条',
    words: 2,
    options: [],
    async run(api, { words: [word, id = ''] }) {
      const uses = await api.registers.uses({ kind: kindOf(word), id })
      const lines = uses.kinds.flatMap((of) =>
        of.uses.map(({ day, title, id: used }) => `${usingNames[of.kind]}  ${day ?? ''}  ${title}  ${used}`),
      )
      return { value: uses, text: [`“${uses.name}”在用${uses.total}处`, ...lines].join('\n') }
    },
  },
  {
    name: 'registers merge',
    usage: `${kindWords.join('|')} KEEP DROP [--preview]`,
    summary: '合并名册中重复的两条：记录改用KEEP的名称，DROP删除',
    details: ['KEEP、DROP 是两条的编号；KEEP 的空白项用 DROP 的补上', '--preview 只看会改多少条记录，不合并'],
    words: 3,
    options: [],
    flags: ['preview'],
    async run(api, { words: [word, keepId = '', dropId = ''], flags }) {
      const kind = kindOf(word)
      const { keep, drop, ...preview } = await api.registers.previewMerge({ kind, keepId, dropId })
      const what = `“${drop.name}”并入“${keep.name}”`
      if (flags.preview)
        return { value: { keep, drop, ...preview }, text: `${what}会改动${preview.records}条记录，还没有合并。` }
      const merged = await api.registers.merge({ kind, keep: seen(keep), drop: seen(drop) })
      return { value: merged, text: `${what}，改动${merged.records}条记录。` }
    },
  },
  {
    name: 'registers collect',
    usage: `${kindWords.join('|')} [--apply]`,
    summary: '从记录中收集名册里没有的名称',
    details: ['不写 --apply 只列出；写了就全部加入名册'],
    words: 1,
    options: [],
    flags: ['apply'],
    async run(api, { words: [word], flags }) {
      const kind = kindOf(word)
      const proposals = await api.registers.collect({ kind })
      const lines = proposals.map(({ name, times, lastOn }) => `${name}  ${times}次  最近${lastOn}`)
      if (!flags.apply || proposals.length === 0)
        return { value: proposals, text: [`记录中有${proposals.length}个名称不在名册`, ...lines].join('\n') }
      const added = await callsOf(api, kind).add(proposals.map(({ fields }) => fields))
      return { value: added, text: `已向${registerNames[kind]}名册加入${added.ids.length}条。` }
    },
  },
  {
    name: 'stats duties',
    usage: '--from D --to D',
    summary: '学习任务完成情况：各学习组织应开展、已开展、还缺多少',
    words: 0,
    options: ['from', 'to'],
    required: ['from', 'to'],
    async run(api, { options }) {
      const states = await api.registers.duties(periodOf(options))
      const lines = states.map(
        ({ group, type, times, per, due, held, missing }) =>
          `${group}  ${type}每${per}${times}次  应${due}  已${held}  缺${missing}`,
      )
      return { value: states, text: [`学习任务${states.length}项`, ...lines].join('\n') }
    },
  },
]

function kindOf(word: string | undefined): RegisterKind {
  return kindsByWord[oneOfWords(word, kindWords)]
}

function seen({ id, version }: Stamp): { id: string; version: number } {
  return { id, version }
}

function verbsOf(word: KindWord): Command[] {
  const kind = kindsByWord[word]
  const name = registerNames[kind]
  return [
    {
      name: `${word} list`,
      usage: '[--text 文字]',
      summary: `列出${name}名册；文字可用拼音首字母`,
      words: 0,
      options: ['text'],
      async run(api, { options }) {
        const rows = await allRows((page) => callsOf(api, kind).list(page), { text: options.text })
        return {
          value: rows,
          text: [`${name}${rows.length}条`, ...rows.map((row) => `${row.name}  ${row.id}`)].join('\n'),
        }
      },
    },
    {
      name: `${word} get`,
      usage: 'ID',
      summary: `显示${name}名册中的一条`,
      words: 1,
      options: [],
      async run(api, { words: [id = ''] }) {
        const row = await callsOf(api, kind).get({ id })
        return { value: row, text: JSON.stringify(row, null, 2) }
      },
    },
    {
      name: `${word} add`,
      usage: '--json-file F',
      summary: `向${name}名册添加，文件内是一条或一组`,
      words: 0,
      options: ['json-file'],
      required: ['json-file'],
      async run(api, { options, pathOf }) {
        const value = await readJsonFile(pathOf(options['json-file'] ?? ''))
        const added = await callsOf(api, kind).add(Array.isArray(value) ? value : [value])
        return { value: added, text: `已添加${name}${added.ids.length}条。` }
      },
    },
    {
      name: `${word} update`,
      usage: 'ID --json-file F [--keep-records]',
      summary: `修改${name}名册中的一条，文件内只写要改的字段`,
      details: ['改名时，写到旧名的记录一并改名；--keep-records 则记录不改'],
      words: 1,
      options: ['json-file'],
      flags: ['keep-records'],
      required: ['json-file'],
      async run(api, { words: [id = ''], options, flags, pathOf }) {
        const edit = editOf(
          await callsOf(api, kind).get({ id }),
          await readJsonFile(pathOf(options['json-file'] ?? '')),
        )
        const row = await callsOf(api, kind).update({ ...edit, renamesRecords: !flags['keep-records'] })
        return { value: row, text: `已修改“${row.name}”，现为第${row.version}版。` }
      },
    },
    {
      name: `${word} remove`,
      usage: 'ID',
      summary: `从${name}名册删除，可用 ${word} restore 恢复；记录不变`,
      words: 1,
      options: [],
      async run(api, { words: [id = ''] }) {
        await callsOf(api, kind).remove({ id })
        return { value: { id }, text: `已删除，要恢复请用：${word} restore ${id}` }
      },
    },
    {
      name: `${word} restore`,
      usage: 'ID',
      summary: `恢复从${name}名册删除的一条`,
      words: 1,
      options: [],
      async run(api, { words: [id = ''] }) {
        await callsOf(api, kind).restore({ id })
        return { value: { id }, text: '已恢复。' }
      },
    },
  ]
}
