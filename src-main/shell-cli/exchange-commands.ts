/** Commands of the exchange between two PCs of one office and of its conflicts (两台电脑同步、冲突). */
import type { Conflict, ExchangeTaken, ExchangeTally } from '../../src-shared/exchange.ts'
import type { Command } from './command.ts'
import { usageFault } from './command.ts'
import { fileAt } from './format-commands.ts'

export const exchangeCommands: readonly Command[] = [
  {
    name: 'bundle exchange',
    usage: '--out DIR',
    summary: '导出同步包，给本单位的另一台电脑',
    words: 0,
    options: ['out'],
    required: ['out'],
    out: 'folder',
    async run(api) {
      const done = await api.exchange.export({})
      const names = done.delivery.state === 'saved' ? done.delivery.files.map(({ path }) => path) : []
      return { value: done, text: [`已导出${done.rows}条记录、${done.files}个文件：`, ...names].join('\n') }
    },
  },
  {
    name: 'bundle take',
    usage: 'FILE… [--apply]',
    summary: '看另一台电脑的同步包会带来什么；加 --apply 才并入，之前先备份',
    words: 1,
    hasMoreWords: true,
    options: [],
    flags: ['apply'],
    async run(api, { words, flags, pathOf }) {
      const files = await Promise.all(words.map((word) => fileAt(pathOf(word))))
      const taken = await api.exchange.take({ files, apply: flags.apply === true })
      return { value: taken, text: takenText(taken) }
    },
  },
  {
    name: 'conflicts list',
    usage: '[--with-kept]',
    summary: '列出两台电脑之间没有处理的冲突；加 --with-kept 连处理过的也列出',
    words: 0,
    options: [],
    flags: ['with-kept'],
    async run(api, { flags }) {
      const conflicts = await api.exchange.conflicts({ withSettled: flags['with-kept'] === true })
      return {
        value: conflicts,
        text: conflicts.length === 0 ? '没有冲突。' : conflicts.map(conflictText).join('\n\n'),
      }
    },
  },
  {
    name: 'conflicts settle',
    usage: 'ID --keep|--other|--name NAME',
    summary: '处理一处冲突：保留现在的，改用另一个，或另起名称（编号）',
    words: 1,
    options: ['name'],
    flags: ['keep', 'other'],
    async run(api, { words: [id = ''], options: { name }, flags }) {
      const chosen = [flags.keep && 'kept', flags.other && 'other', name !== undefined && 'name'].filter(Boolean)
      if (chosen.length !== 1) throw usageFault('请在 --keep、--other、--name 中选一个。')
      await api.exchange.settle({ id, take: chosen[0] as 'kept' | 'other' | 'name', name })
      return { value: { id }, text: '已处理。' }
    },
  },
]

function takenText({ isApplied, tables, total, files, conflicts }: ExchangeTaken): string {
  const lines = tables.map(({ name, tally }) => `${name}：${tallyWords(tally)}`)
  const filesWords = files.added + files.missing > 0 ? [`文件：新增${files.added}个，缺${files.missing}个`] : []
  const end = isApplied ? '已并入。' : '没有并入；确认无误请加 --apply。'
  return [`合计：${tallyWords(total)}`, ...lines, ...filesWords, ...conflicts.map(conflictText), end].join('\n')
}

function tallyWords({ added, changed, same, merged, conflict, parked }: ExchangeTally): string {
  return `新增${added}，修改${changed}，合并${merged}，冲突${conflict}，未并入${parked}，未变${same}`
}

function conflictText({ id, kind, title, label, kept, other, hint, settledAt }: Conflict): string {
  const side = ({ text, pc, at }: Conflict['kept']) => `${text}${pc && `（${pc}${at && `，${localTime(at)}`}）`}`
  return [
    `${id}　${kind}　${title}${label && `　${label}`}${settledAt === null ? '' : '　已处理'}`,
    `  现在：${side(kept)}`,
    `  另一个：${side(other)}`,
    `  ${hint}`,
  ].join('\n')
}

function localTime(at: string): string {
  return new Date(at).toLocaleString('zh-CN')
}
