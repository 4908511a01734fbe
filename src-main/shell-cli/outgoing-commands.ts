/** Commands for finalising documents (定稿) and their register (发文登记). */
import { randomUUID } from 'node:crypto'
import type { OutgoingEntry, RecordDifference } from '../../src-shared/outgoing.ts'
import { type Call, type Command, usageFault } from './command.ts'

export const outgoingCommands: readonly Command[] = [
  {
    name: 'document finalise',
    usage: 'ID [--request-id R]',
    summary: '定稿：编号并冻结；同一个 R 再来一次，仍是同一个号',
    words: 1,
    options: ['request-id'],
    async run(api, { words: [id = ''], options }) {
      const { version } = await api.documents.get({ id })
      const requestId = options['request-id'] ?? randomUUID()
      const { registration } = await api.documents.finalise({ id, version, requestId })
      return {
        value: { id, requestId, ...registration },
        text: `已定稿，编为${registration?.number}；取数指纹${registration?.fingerprint}`,
      }
    },
  },
  {
    name: 'document withdraw',
    usage: 'ID --reason 原因',
    summary: '作废已定稿的公文，号码留在登记簿上，不再使用',
    words: 1,
    options: ['reason'],
    required: ['reason'],
    async run(api, { words: [id = ''], options: { reason = '' } }) {
      const registration = await api.documents.withdraw({ id, reason })
      return { value: { id, ...registration }, text: `${registration.number}已作废：${registration.withdrawnReason}` }
    },
  },
  {
    name: 'document copy',
    usage: 'ID',
    summary: '以一件公文的文字另起草一件',
    words: 1,
    options: [],
    async run(api, { words: [id = ''] }) {
      const copied = await api.documents.copy({ id })
      return { value: copied, text: `已另起草，编号${copied.documentId}` }
    },
  },
  {
    name: 'document verify',
    usage: 'ID',
    summary: '查验已定稿的公文：文件是否原样，定稿后哪些记录有改动',
    words: 1,
    options: [],
    async run(api, { words: [id = ''] }) {
      const verification = await api.documents.verify({ id })
      const { number, isIntact, records, differences } = verification
      const lines = [
        `${number}：定稿文件${isIntact ? '与登记一致' : '已损坏'}，所据记录${records}条，定稿后有变化${differences.length}条`,
        ...differences.map((difference) => `- ${kindWords[difference.kind]}${difference.id}${changeWords(difference)}`),
      ]
      return { value: verification, text: lines.join('\n') }
    },
  },
  {
    name: 'document register list',
    usage: '[--year 年]',
    summary: '列出发文登记簿',
    words: 0,
    options: ['year'],
    async run(api, { options }) {
      const register = await api.outgoing.list({ year: yearOf(options) })
      const series = register.series.map((one) => `${one.code}〔${one.year}〕下一个：${one.nextSerial}号`)
      return { value: register, text: [...register.rows.map(lineOf), ...series].join('\n') || '登记簿还是空的。' }
    },
  },
  {
    name: 'document register start',
    usage: '代字 --year 年 --serial 号',
    summary: '设置起始号：今年已在纸上编过号的，从下一个号接着编',
    words: 1,
    options: ['year', 'serial'],
    required: ['year', 'serial'],
    async run(api, { words: [code = ''], options }) {
      const firstSerial = Number(options.serial)
      const series = await api.outgoing.setFirstSerial({ code, year: yearOf(options) ?? 0, firstSerial })
      return { value: series, text: `${series.code}〔${series.year}〕从${series.firstSerial}号编起。` }
    },
  },
]

const kindWords: Readonly<Record<RecordDifference['kind'], string>> = {
  study: '学习',
  lecture: '宣讲',
  stay: '蹲点',
  activity: '宣传文化',
  grassrootsUnion: '基层工会',
}

function changeWords({ change, versionThen, versionNow }: RecordDifference): string {
  if (change === 'added') return '是定稿后登记的'
  return change === 'removed' ? '已删除或移出统计期' : `由第${versionThen}版改为第${versionNow}版`
}

function lineOf({ number, date, title, state, withdrawnReason, documentId }: OutgoingEntry): string {
  const reason = withdrawnReason === '' ? '' : `（${withdrawnReason}）`
  return `${number}  ${date}  ${state}${reason}  ${title}  ${documentId}`
}

/** null for every year. @throws UsageFault */
function yearOf({ year }: Call['options']): number | null {
  if (year === undefined) return null
  if (!/^20\d\d$/.test(year)) throw usageFault(`“${year}”不是年份，应为“2026”这样的四位数字。`)
  return Number(year)
}
