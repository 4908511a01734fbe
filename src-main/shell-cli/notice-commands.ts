/** Commands for notices (通知): taking them in, what they ask, which records answer, how far it has come. */
import type { Api } from '../../src-shared/contract.ts'
import type { AddedNotice, AnswerState, Requirement } from '../../src-shared/notices.ts'
import type { RequirementProgress } from '../../src-shared/progress.ts'
import { recordKindNames, recordKinds } from '../../src-shared/record-kinds.ts'
import type { Command, Outcome } from './command.ts'
import { fileAt } from './format-commands.ts'
import { allRows, firstFound, rangeOf } from './rows.ts'

export const noticeCommands: readonly Command[] = [
  {
    name: 'notice add',
    usage: 'FILE.(txt|docx)',
    summary: '收文：登记来文，提出其中的要求；同一件再来一次，只补新的要求',
    words: 1,
    options: [],
    async run(api, { words: [given = ''], pathOf }) {
      return added(await api.notices.add({ file: await fileAt(pathOf(given)) }))
    },
  },
  {
    name: 'notice list',
    usage: '[--from D --to D] [--text 文字]',
    summary: '列出收到的通知，新的在前',
    words: 0,
    options: ['from', 'to', 'text'],
    async run(api, { options }) {
      const rows = await allRows((page) => api.notices.list(page), { ...rangeOf(options), text: options.text })
      const lines = rows.map(
        (row) =>
          `${row.number || '（无文号）'}  ${row.date ?? '（无日期）'}  ${row.title}  要求${row.requirements}条，待确认${row.unconfirmed}条  ${row.id}`,
      )
      return { value: rows, text: [`通知${rows.length}件`, ...lines].join('\n') }
    },
  },
  {
    name: 'notice show',
    usage: 'ID',
    summary: '显示通知和它的要求',
    words: 1,
    options: [],
    async run(api, { words: [id = ''] }) {
      const notice = await api.notices.get({ id })
      return { value: notice, text: [notice.title, ...notice.requirements.map(requirementLine)].join('\n') }
    },
  },
  {
    name: 'notice catalogue',
    usage: '[文号]',
    summary: '列出目录中已备好要求的通知；写文号的，列出它的要求',
    words: 1,
    optionalWords: 1,
    options: [],
    async run(api, { words: [number] }) {
      const known = await api.notices.catalogue({ ...(number !== undefined && { number }) })
      const lines = known.flatMap((notice) => [
        `${notice.number}  ${notice.title}  要求${notice.requirements.length}条`,
        ...(number === undefined ? [] : notice.requirements.map((one) => `- ${one.code} ${one.kind}：${one.title}`)),
      ])
      return { value: known, text: lines.join('\n') || `目录里没有文号为“${number}”的通知。` }
    },
  },
  {
    name: 'notice adopt',
    usage: '文号',
    summary: '收下目录中的通知，不要原文',
    words: 1,
    options: [],
    run: async (api, { words: [number = ''] }) => added(await api.notices.adopt({ number })),
  },
  {
    name: 'notice progress',
    usage: 'ID',
    summary: '逐条列出落实进度：已做、至少、还差、下一步',
    words: 1,
    options: [],
    async run(api, { words: [id = ''] }) {
      const { requirements } = await api.notices.progress({ id })
      return { value: requirements, text: requirements.map(progressLine).join('\n') || '这件通知没有要落实的要求。' }
    },
  },
  {
    name: 'notice coverage',
    usage: 'ID',
    summary: '按乡镇列出宣讲覆盖的基层工会和还没有覆盖的',
    words: 1,
    options: [],
    async run(api, { words: [id = ''] }) {
      const coverage = await api.notices.coverage({ id })
      const lines = coverage.townships.map(
        ({ township, base, covered, unreached }) =>
          `${township}：${covered}/${base}${unreached.length === 0 ? '' : `，未覆盖：${unreached.map(({ name }) => name).join('、')}`}`,
      )
      const { from, to } = coverage.period
      return {
        value: coverage,
        text: [`${from}至${to}，覆盖${coverage.covered}/${coverage.base}`, ...lines].join('\n'),
      }
    },
  },
  {
    name: 'notice match',
    usage: 'ID',
    summary: '列出能够印证要求的记录和理由',
    words: 1,
    options: [],
    async run(api, { words: [id = ''] }) {
      const matches = await api.notices.matches({ id, limit: 100_000 })
      const lines = matches.map(
        (one) =>
          `${one.requirementId}  ${one.recordId}  ${recordKindNames[one.recordKind]}：${one.title}  ${one.state ?? (one.counts ? '计入' : '待确认')}：${one.why}`,
      )
      return { value: matches, text: lines.join('\n') || '还没有能够印证的记录。' }
    },
  },
  {
    name: 'notice confirm',
    usage: '要求ID 记录ID',
    summary: '确认这条记录印证这条要求（采用）',
    words: 2,
    options: [],
    run: (api, { words }) => answer(api, words, '采用'),
  },
  {
    name: 'notice refuse',
    usage: '要求ID 记录ID',
    summary: '这条记录不算这条要求的落实（不采用）',
    words: 2,
    options: [],
    run: (api, { words }) => answer(api, words, '不采用'),
  },
  {
    name: 'notice remove',
    usage: 'ID',
    summary: '删除通知，可用 notice restore 恢复；来文登记仍在',
    words: 1,
    options: [],
    async run(api, { words: [id = ''] }) {
      await api.notices.remove({ id })
      return { value: { id }, text: `已删除，要恢复请用：notice restore ${id}` }
    },
  },
  {
    name: 'notice restore',
    usage: 'ID',
    summary: '恢复已删除的通知',
    words: 1,
    options: [],
    async run(api, { words: [id = ''] }) {
      await api.notices.restore({ id })
      return { value: { id }, text: '已恢复。' }
    },
  },
]

/** The answer to `notice add` and `notice adopt`: the notice with each requirement in one level. */
function added(notice: AddedNotice): Outcome {
  const { requirements, ...facts } = notice
  const absent = notice.missing.filter(({ isNeeded }) => isNeeded).map(({ label, note }) => `- 缺：${label}（${note}）`)
  const what = notice.isNew ? '已收文' : `这件通知已收过，新增要求${notice.added}条`
  const lines = [`${what}：${notice.number} ${notice.title}  ${notice.noticeId}`, ...absent]
  return {
    value: { ...facts, requirements: requirements.map(flat) },
    text: [...lines, ...requirements.map(requirementLine)].join('\n'),
  }
}

function flat({ minimum, window, report, noticeId: _notice, position: _position, ...requirement }: Requirement) {
  const { id, kind, quote, ...others } = requirement
  return {
    id,
    kind,
    quote,
    ...(minimum && { minimum: minimum.count, unit: minimum.unit, scope: minimum.scope }),
    ...(window && { from: window.from, to: window.to, windowWords: window.words }),
    ...(report && { reportTo: report.to, slots: report.slots, due: report.due }),
    ...others,
  }
}

function requirementLine({ id, kind, title, minimum, window, state, code }: Requirement): string {
  const facts = [
    minimum ? `${minimum.scope}至少${minimum.count}${minimum.unit}` : '',
    window?.words || [window?.from, window?.to].filter(Boolean).join('至'),
    state,
  ]
  return `- ${code && `${code} `}${kind}：${title}（${facts.filter(Boolean).join('，')}）  ${id}`
}

function progressLine(one: RequirementProgress): string {
  const asked = one.minimum === null ? '' : `，${one.scope}至少${one.minimum}${one.unit}，还差${one.gap}${one.unit}`
  const answers = `已确认${one.confirmed}条，待确认${one.proposed + one.doubtful}条`
  return `- ${one.state}  ${one.kind}：${one.title}  ${one.done}${one.unit ?? '条'}${asked}（${answers}）  ${one.nextStep}`
}

/** The record's kind is found by its id. @throws Problem NOT_FOUND, INVALID_INPUT */
async function answer(
  api: Api,
  [requirementId = '', recordId = '']: readonly string[],
  state: AnswerState,
): Promise<Outcome> {
  const registers = { study: api.studies, lecture: api.lectures, stay: api.stays, activity: api.activities }
  const { kind } = await firstFound(recordKinds, (one): Promise<unknown> => registers[one].get({ id: recordId }))
  await api.answers.set({ requirementId, recordKind: kind, recordId, state })
  const value = { requirementId, recordKind: kind, recordId, state }
  return { value, text: `已记下：这条${recordKindNames[kind]}记录${state}。` }
}
