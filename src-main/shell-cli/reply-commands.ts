/** Commands for what a notice has drawn up (办文): reply, plans, arrangements, the self-check and the trace of figures. */

import type { NoticeDocumentRole } from '../../src-shared/notice-words.ts'
import type { TracedFigure } from '../../src-shared/replies.ts'
import type { SelfCheckFinding } from '../../src-shared/self-check.ts'
import { type SelfCheckRule, selfCheckRules } from '../../src-shared/self-check-rules.ts'
import type { Command } from './command.ts'
import { readJsonFile } from './json-file.ts'
import { periodOf } from './rows.ts'

export const replyCommands: readonly Command[] = [
  {
    name: 'notice reply',
    usage: 'ID --from D --to D [--zero 原因]',
    summary: '起草答复这件通知的情况报告；没有开展工作的写明原因，作零报告',
    words: 1,
    options: ['from', 'to', 'zero'],
    required: ['from', 'to'],
    async run(api, { words: [noticeId = ''], options }) {
      const { zero: zeroReason = '' } = options
      const drafted = await api.notices.reply({ noticeId, period: periodOf(options), zeroReason })
      const lines = [`已起草情况报告，编号${drafted.documentId}`, `取数指纹：${drafted.fingerprint}`]
      return { value: drafted, text: [...lines, ...drafted.remarks.map((remark) => `- ${remark}`)].join('\n') }
    },
  },
  {
    name: 'notice draft',
    usage: 'ID 贯彻通知|工作计划|学习计划|宣讲方案',
    summary: '按通知的要求和安排起草公文',
    words: 2,
    options: [],
    async run(api, { words: [noticeId = '', role] }) {
      // What else it may be called, the contract says.
      const drafted = await api.notices.draft({ noticeId, role: role as Exclude<NoticeDocumentRole, '情况报告'> })
      return { value: drafted, text: `已起草${role}，编号${drafted.documentId}` }
    },
  },
  {
    name: 'notice documents',
    usage: 'ID',
    summary: '列出为这件通知起草的公文，新的在前',
    words: 1,
    options: [],
    async run(api, { words: [id = ''] }) {
      const documents = await api.notices.documents({ id })
      const lines = documents.map(
        ({ role, state, number, title, documentId }) => `${role}  ${state}  ${number}  ${title}  ${documentId}`,
      )
      return { value: documents, text: [`公文${documents.length}件`, ...lines].join('\n') }
    },
  },
  {
    name: 'notice arrangements',
    usage: 'ID',
    summary: '列出为这件通知作的安排（宣讲人、时间、地点）',
    words: 1,
    options: [],
    async run(api, { words: [noticeId = ''] }) {
      const rows = await api.arrangements.list({ noticeId })
      const lines = rows.map((row) =>
        [row.kind, row.time, row.place, row.speaker, row.topic].filter(Boolean).join('  '),
      )
      return { value: rows, text: [`安排${rows.length}项`, ...lines].join('\n') }
    },
  },
  {
    name: 'notice arrange',
    usage: 'ID --json-file F',
    summary: '换上全部安排；文件是一组安排，顺序就是排列顺序',
    details: [
      '每项：kind 学习、宣讲或蹲点，topic 主题，time 时间，place 地点，speakerKind 宣讲人类别，speaker 宣讲人，',
      '  audience 对象，note 备注；写了 id 的是原有的一项，文件里没有的原有项会删除',
    ],
    words: 1,
    options: ['json-file'],
    required: ['json-file'],
    async run(api, { words: [noticeId = ''], options, pathOf }) {
      const rows = await readJsonFile(pathOf(options['json-file'] ?? ''))
      const kept = await api.arrangements.put({ noticeId, rows: rows as never })
      return { value: kept, text: `已保存，现有安排${kept.length}项。` }
    },
  },
  {
    name: 'notice explain',
    usage: 'ID 规则 对象 文字',
    summary: '说明逻辑检查查出的一项，随报告附上；文字写“”就是收回',
    words: 4,
    options: [],
    async run(api, { words: [noticeId = '', rule, subject = '', text = ''] }) {
      await api.notices.explain({ noticeId, rule: rule as SelfCheckRule, subject, text })
      return { value: { noticeId, rule, subject, text }, text: text === '' ? '已收回说明。' : '已记下说明。' }
    },
  },
  {
    name: 'check rules',
    usage: '',
    summary: '列出逻辑检查的规则',
    words: 0,
    options: [],
    run: async () => ({
      value: selfCheckRules,
      text: selfCheckRules.map(({ id, severity, title }) => `${id}  ${severity}  ${title}`).join('\n'),
    }),
  },
  {
    name: 'check',
    usage: '--notice ID [--from D --to D]',
    summary: '报送前的逻辑检查；不写期间就是通知之日到今天',
    details: [
      '--json 的结果是数组，每项：rule 规则，severity（必须改正、需要说明、提示），subject 对象，',
      '  records 有关记录，message 查到什么、怎么办，explanation 已作的说明',
    ],
    words: 0,
    options: ['notice', 'from', 'to'],
    required: ['notice'],
    async run(api, { options }) {
      const { notice: id = '', from, to } = options
      const isWhole = from === undefined && to === undefined
      const findings = await api.notices.selfCheck({ id, ...(!isWhole && { period: periodOf(options) }) })
      return { value: findings, text: findings.map(findingLine).join('\n') || '没有查出问题。' }
    },
  },
  {
    name: 'document trace',
    usage: 'ID',
    summary: '列出公文中每个取自台账的数字和它的记录',
    details: [
      '--json 的结果是数组，每项：figure 指标，meaning 定义，text 公文所写，value 现在的数（率为百分数），',
      '  unit 单位，isStale 与台账是否不一致，recordIds 有关记录',
    ],
    words: 1,
    options: [],
    async run(api, { words: [id = ''] }) {
      const traced = await api.documents.trace({ id })
      return { value: traced, text: traced.map(traceLine).join('\n') || '这件公文没有取自台账的数字。' }
    },
  },
]

function findingLine({ rule, severity, subject, message, explanation }: SelfCheckFinding): string {
  return `${severity}  ${rule}  ${message}${explanation && `（已说明：${explanation}）`}  ${subject}`
}

function traceLine({ figure, meaning, text, value, unit, isStale, recordIds }: TracedFigure): string {
  const now = isStale ? `，现在是${value ?? '未统计'}` : ''
  return `${figure}  ${text}${/^[\d.]+$/u.test(text) ? unit : ''}${now}  记录${recordIds.length}条  ${meaning}`
}
