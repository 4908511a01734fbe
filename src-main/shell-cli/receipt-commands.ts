/** Commands of receipts (回执), returning records (退回), passing bundles on and receipts down (转报). */
import type { SetDelivery } from '../../src-shared/delivery.ts'
import { Problem } from '../../src-shared/problems.ts'
import { type IssuedReceipts, type LeftOut, leftOutWords } from '../../src-shared/receipts.ts'
import { recordKinds } from '../../src-shared/record-kinds.ts'
import { type Command, type Outcome, oneOfWords, usageFault } from './command.ts'
import { openFile } from './open-file.ts'
import { peerNamed } from './peers-commands.ts'

export const receiptCommands: readonly Command[] = [
  {
    name: 'bundle receipt',
    usage: '[ID] [--unread F] --out DIR',
    summary: '签发回执：一个上报包的，或（不写ID）所有待发的；每份一个文件和一页回执单',
    details: ['--unread F  答复格式较新、本程序读不了的上报包'],
    words: 1,
    optionalWords: 1,
    options: ['out', 'unread'],
    required: ['out'],
    out: 'folder',
    async run(api, { words: [bundleId], options: { unread }, pathOf }) {
      if (unread !== undefined) return issued(await api.receipts.answerUnread({ file: await openFile(pathOf(unread)) }))
      return issued(await api.receipts.issue(bundleId === undefined ? {} : { bundleIds: [bundleId] }))
    },
  },
  {
    name: 'bundle accept-receipt',
    usage: 'F…',
    summary: '导入上级的回执：标出上级已收和退回的记录',
    words: 1,
    hasMoreWords: true,
    options: [],
    async run(api, { words, pathOf }) {
      const accepted = []
      for (const word of words) accepted.push(await api.receipts.accept({ file: await openFile(pathOf(word)) }))
      const lines = accepted.map(({ sentence, checkCode }) => `${sentence}校验码${checkCode}`)
      return { value: accepted, text: lines.join('\n') }
    },
  },
  {
    name: 'bundle receipts',
    usage: '',
    summary: '列出收到的回执，新的在前',
    words: 0,
    options: [],
    async run(api) {
      const receipts = await api.receipts.list()
      const lines = receipts.map(
        (one) =>
          `${one.isNewest ? '现行' : '　　'}　${one.issuer}　第${one.seq}号上报包　收到${one.received}，退回${one.returned}，冲突${one.conflict}，暂存${one.parked}　${one.checkCode}　${one.receiptId}`,
      )
      return { value: receipts, text: [`收到的回执${receipts.length}份`, ...lines].join('\n') }
    },
  },
  {
    name: 'bundle pull-back',
    usage: 'RECEIPT',
    summary: '取回上级保存着而本机没有的记录（恢复备份之后）',
    words: 1,
    options: [],
    async run(api, { words: [id = ''] }) {
      const pulled = await api.receipts.pullBack({ id })
      return {
        value: pulled,
        text: `取回${pulled.rows}条，冲突${pulled.conflicts}处，没有并入${pulled.refused}条；冲突和没有并入的用 conflicts list 查看。`,
      }
    },
  },
  {
    name: 'upper return',
    usage: `OFFICE (${recordKinds.join('|')}) RECORD --text 意见 [--filter 字段]`,
    summary: '退回下级的一条记录，写明意见；随下一份回执送出',
    words: 3,
    options: ['text', 'filter'],
    required: ['text'],
    async run(api, { words: [office = '', kind, rowId = ''], options: { text = '', filter = '' } }) {
      const table = oneOfWords(kind, recordKinds)
      const { officeId, name } = await peerNamed(api, office)
      const returned = await api.receipts.returnRow({ officeId, table, rowId, field: filter, words: text })
      return { value: returned, text: `已退回${name}的记录（${returned.id}），签发回执后送达。` }
    },
  },
  {
    name: 'upper withdraw-return',
    usage: 'ID',
    summary: '撤回一条退回意见',
    words: 1,
    options: [],
    async run(api, { words: [id = ''] }) {
      return { value: await api.receipts.withdrawReturn({ id }), text: '已撤回，签发回执后送达。' }
    },
  },
  {
    name: 'upper pass-on',
    usage: '--to OFFICE --out DIR [--all]',
    summary: '把下级的上报包原样转报上级（签名不变）；上级已有回执的不再转',
    details: ['--all  上级已有回执的也转'],
    words: 0,
    options: ['to', 'out'],
    flags: ['all'],
    required: ['to', 'out'],
    out: 'folder',
    async run(api, { options: { to = '' }, flags }) {
      const { officeId } = await peerNamed(api, to)
      const delivery = await api.receipts.passOn({ to: officeId, all: flags.all ?? false })
      return delivered(delivery, '转报')
    },
  },
  {
    name: 'upper pass-down',
    usage: '--out DIR [--all]',
    summary: '把上级给下级的回执转交下级',
    details: ['--all  转交过的也再写一次'],
    words: 0,
    options: ['out'],
    flags: ['all'],
    required: ['out'],
    out: 'folder',
    async run(api, { flags }) {
      const { delivery, leftOut } = await api.receipts.passDown({ again: flags.all ?? false })
      const { value, text } = delivered(delivery, '转交')
      return { value: { delivery: value, leftOut }, text: [text, ...leftOutLine(leftOut, '转交')].join('\n') }
    },
  },
]

function issued({ delivery, receipts, leftOut }: IssuedReceipts): Outcome {
  const { value, text } = delivered(delivery, '写出')
  const lines = receipts.map(
    ({ officeName, number, checkCode, state, isAgain }) =>
      `${officeName}　第${number}号回执　${state}　校验码${checkCode}${isAgain ? '（与上次相同）' : ''}`,
  )
  const all = [...lines, text, ...leftOutLine(leftOut, '签发')]
  return { value: { receipts, delivery: value, leftOut }, text: all.join('\n') }
}

function leftOutLine(leftOut: readonly LeftOut[], word: string): string[] {
  return leftOut.length === 0 ? [] : [`没有${word}：${leftOutWords(leftOut)}`]
}

function delivered(delivery: SetDelivery, word: string): Outcome {
  if (delivery.state === 'cancelled') throw new Problem('CANCELLED', '已取消，没有写文件。')
  if (delivery.state !== 'saved') throw usageFault('缺少 --out。')
  const lines = delivery.files.map(({ path }) => path)
  return { value: delivery, text: [`${word}${delivery.files.length}个文件`, ...lines].join('\n') }
}
