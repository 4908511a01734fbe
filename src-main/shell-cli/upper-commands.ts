/** Commands of the upper level's desk (下级上报): who has reported, totals, letters, what goes down; and taking that in. */
import { basename } from 'node:path'
import type { Api } from '../../src-shared/contract.ts'
import { deskRecordKinds, type OfficeStatus } from '../../src-shared/desk.ts'
import { periodFigures } from '../../src-shared/figure-meanings.ts'
import type { Period } from '../../src-shared/period.ts'
import { keptCodeWords, type TaskEffect } from '../../src-shared/tasks.ts'
import { type Call, type Command, oneOfWords, usageFault } from './command.ts'
import { readBytes } from './json-file.ts'
import { quarterOf, savedPath } from './output-commands.ts'
import { peerNamed } from './peers-commands.ts'
import { periodOf } from './rows.ts'

const asked = ['notice', 'from', 'to', 'due'] as const
const askedUsage = '[--notice ID] [--from D --to D] [--due D]'

export const upperCommands: readonly Command[] = [
  {
    name: 'upper status',
    usage: askedUsage,
    summary: '下级单位的上报情况：未报、部分报、已报待验、已验，按时还是逾期，缺什么；不写通知和期间就是本季度',
    words: 0,
    options: asked,
    async run(api, { options }) {
      const status = await api.upper.status(questionOf(options))
      return { value: status, text: status.offices.map(statusLine).join('\n') || '还没有登记下级单位。' }
    },
  },
  {
    name: 'upper approve',
    usage: `OFFICE ${askedUsage} [--remove]`,
    summary: '验收一个下级单位报来的内容；--remove 撤回验收',
    words: 1,
    options: asked,
    flags: ['remove'],
    async run(api, { words: [office = ''], options, flags }) {
      const { officeId } = await peerNamed(api, office)
      const input = { officeId, ...questionOf(options) }
      await (flags.remove ? api.upper.withdrawApproval(input) : api.upper.approve(input))
      return { value: { officeId, isApproved: !flags.remove }, text: flags.remove ? '已撤回验收' : '已验收' }
    },
  },
  {
    name: 'upper totals',
    usage: '[--from D --to D]',
    summary: '各下级单位和本单位的指标，连同各级小计和总计',
    words: 0,
    options: ['from', 'to'],
    async run(api, { options }) {
      const totals = await api.upper.totals({ period: await periodOr(api, options) })
      const lines = totals.rows.map(({ name, values }) =>
        [name, values?.['study.sessions'], values?.['lecture.sessions'], values?.['stay.stays']]
          .map((cell) => cell ?? '—')
          .join('\t'),
      )
      return { value: totals, text: ['单位\t学习场次\t宣讲场次\t蹲点次数', ...lines].join('\n') }
    },
  },
  {
    name: 'upper records',
    usage: 'OFFICE FIGURE [--from D --to D]',
    summary: '一个单位的一个指标由哪些记录得出；FIGURE 如 study.sessions',
    words: 2,
    options: ['from', 'to'],
    async run(api, { words: [office = '', given], options }) {
      const figure = oneOfWords(given, periodFigures)
      const { officeId } = await peerNamed(api, office)
      const behind = await api.upper.records({ officeId, figure, period: await periodOr(api, options) })
      const lines = behind.records.map(({ id, date, title }) => `${date}　${title}　${id}`)
      return { value: behind, text: [`共${behind.count}条`, ...lines].join('\n') }
    },
  },
  {
    name: 'upper record',
    usage: 'KIND ID',
    summary: '一条收到的记录：哪个单位的、哪个上报包带来的、谁签的名',
    words: 2,
    options: [],
    async run(api, { words: [kind, id = ''] }) {
      const origin = await api.upper.record({ kind: oneOfWords(kind, deskRecordKinds), id })
      const { bundle, officeName, version } = origin
      const came = bundle
        ? `第${bundle.seq}号上报包（${bundle.bundleId}），${bundle.signer.name}签名，密钥指纹${bundle.signer.fingerprint}，${bundle.signer.state}`
        : '本单位自己的记录'
      return { value: origin, text: `${officeName}　第${version}版\n${came}` }
    },
  },
  {
    name: 'upper sheet',
    usage: '--out F.xlsx [--from D --to D]',
    summary: '写出分单位汇总表和全部统计表（本单位和所有下级合在一起）',
    words: 0,
    options: ['out', 'from', 'to'],
    required: ['out'],
    out: 'file',
    async run(api, { options }) {
      const period = await periodOr(api, options)
      const file = savedPath(await api.upper.sheet({ period }))
      return { value: { file, period }, text: `已写出${period.from}至${period.to}的汇总表：${file}` }
    },
  },
  {
    name: 'upper report',
    usage: '[--from D --to D]',
    summary: '起草汇总报告，答复文稿编号',
    words: 0,
    options: ['from', 'to'],
    async run(api, { options }) {
      const drafted = await api.upper.report({ period: await periodOr(api, options) })
      return { value: drafted, text: `已起草汇总报告，编号${drafted.documentId}` }
    },
  },
  {
    name: 'upper circular',
    usage: askedUsage,
    summary: '起草报送情况通报（附排名表），答复文稿编号',
    words: 0,
    options: asked,
    async run(api, { options }) {
      const drafted = await api.upper.circular(questionOf(options))
      return { value: drafted, text: `已起草通报，编号${drafted.documentId}` }
    },
  },
  {
    name: 'upper remind',
    usage: `--out DIR ${askedUsage} [--until D] [--one]`,
    summary: '写出催报函（DOCX）：未报和未报齐的单位每家一件；--one 合写一件；--until 补报的最后日期',
    words: 0,
    options: ['out', ...asked, 'until'],
    flags: ['one'],
    required: ['out'],
    out: 'folder',
    async run(api, { options, flags }) {
      const { documentIds } = await api.upper.remind({
        ...questionOf(options),
        until: options.until ?? null,
        isOneForAll: flags.one === true,
      })
      const files: string[] = []
      for (const id of documentIds) files.push(savedPath(await api.documents.write({ id })))
      return { value: { documentIds, files }, text: [`已写出催报函${files.length}件`, ...files].join('\n') }
    },
  },
  {
    name: 'upper send-down',
    usage: '--out DIR [--notice ID,ID] [--to OFFICE,OFFICE] [--stay-rule] [--registers] [--codes]',
    summary: '下发通知和要求、蹲点规定、宣讲员和学习材料名册、单位编码；不写单位就是全部下级',
    words: 0,
    options: ['out', 'notice', 'to'],
    flags: ['stay-rule', 'registers', 'codes'],
    required: ['out'],
    out: 'folder',
    async run(api, { options, flags }) {
      const sent = await api.upper.sendDown({
        noticeIds: listOf(options.notice),
        officeIds: options.to === undefined ? null : listOf(options.to),
        withStayRule: flags['stay-rule'] === true,
        withRegisters: flags.registers === true,
        withCodes: flags.codes === true,
      })
      const files = sent.delivery.state === 'saved' ? sent.delivery.files.map(({ path }) => path) : []
      const lines = [
        `已下发给${sent.recipients.length}个单位：${sent.recipients.join('、')}`,
        ...(sent.unreachable.length > 0 ? [`没有可用密钥，未下发：${sent.unreachable.join('、')}`] : []),
        ...files,
      ]
      return { value: { ...sent, delivery: undefined, files }, text: lines.join('\n') }
    },
  },
  {
    name: 'tasks preview',
    usage: 'F [--match 下发的通知=本单位的通知]',
    summary: '看上级的下发包会带来什么，不改动台账',
    words: 1,
    options: ['match'],
    run: (api, call) => onPackage(call, (taking) => api.tasks.preview(taking)),
  },
  {
    name: 'tasks take',
    usage: 'F [--match 下发的通知=本单位的通知]',
    summary: '收取上级的下发包；文号对不上的通知可以指明是哪一件（写两个编号），可写多次',
    words: 1,
    options: ['match'],
    run: (api, call) => onPackage(call, (taking) => api.tasks.take(taking)),
  },
]

type Taking = { readonly file: File; readonly matches: Record<string, string> }

async function onPackage({ words: [given = ''], pathOf, every }: Call, ask: (taking: Taking) => Promise<TaskEffect>) {
  const path = pathOf(given)
  const matches = Object.fromEntries(every('match').map(matchOf))
  const effect = await ask({ file: new File([await readBytes(path)], basename(path)), matches })
  const lines = effect.notices.map(({ taskId, noticeId, outcome, number, title, added, updated, kept }) =>
    [
      `${outcome}  ${number}  ${title}`,
      taskId === noticeId ? taskId : `${taskId}=${noticeId}`,
      `新增要求${added.length}条，更新${updated.length}条，保留本单位改动${kept.length}处`,
    ].join('  '),
  )
  const { filled, kept } = effect.codes
  if (filled.length > 0) lines.push(`补上编码的单位${filled.length}个：${filled.join('、')}`)
  lines.push(...kept.map(keptCodeWords))
  return { value: effect, text: [`${effect.sender.name}的下发包`, ...lines].join('\n') }
}

function matchOf(words: string): [string, string] {
  const [taskId = '', noticeId = '', ...more] = words.split('=')
  if (taskId === '' || noticeId === '' || more.length > 0)
    throw usageFault(`“--match ${words}”不对，应写成“下发的通知编号=本单位的通知编号”。`)
  return [taskId, noticeId]
}

function statusLine({ name, depth, state, timing, remarks }: OfficeStatus): string {
  const line = `${'　'.repeat(depth)}${name}  ${state}${timing === null ? '' : `  ${timing}`}`
  return remarks.length > 0 ? `${line}  ${remarks.map(({ words }) => words).join('；')}` : line
}

function questionOf(options: Call['options']) {
  return {
    noticeId: options.notice ?? null,
    period: options.from === undefined && options.to === undefined ? null : givenPeriod(options),
    due: options.due ?? null,
  }
}

async function periodOr(api: Api, options: Call['options']): Promise<Period> {
  if (options.from !== undefined || options.to !== undefined) return givenPeriod(options)
  return quarterOf((await api.shell.abilities()).today)
}

function givenPeriod(options: Call['options']): Period {
  if (options.from === undefined || options.to === undefined) throw usageFault('--from 和 --to 应同时写，或者都不写。')
  return periodOf(options)
}

const listOf = (given: string | undefined) => (given ?? '').split(',').filter(Boolean)
