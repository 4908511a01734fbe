/** Commands of backup, restore and the check of the ledger (备份、恢复、校验). */
import { type Backup, countsWords, sinceWords } from '../../src-shared/backups.ts'
import type { Command } from './command.ts'

export const backupCommands: readonly Command[] = [
  {
    name: 'backup make',
    usage: '[--out DIR]',
    summary: '备份台账和文件，打开核对后才算数；不写DIR就放在数据文件夹旁边和设定的第二处',
    words: 0,
    options: ['out'],
    async run(api, { options, pathOf }) {
      const folder = options.out === undefined ? {} : { folder: pathOf(options.out) }
      const backups = await api.backups.make(folder)
      return { value: { backups }, text: backups.map((backup) => `已备份：${lineOf(backup)}`).join('\n') }
    },
  },
  {
    name: 'backup list',
    usage: '',
    summary: '列出备份，新的在前',
    words: 0,
    options: [],
    async run(api) {
      const found = await api.backups.list()
      const lines = found.backups.map(lineOf)
      return { value: found, text: lines.length === 0 ? '还没有备份。' : lines.join('\n') }
    },
  },
  {
    name: 'backup restore',
    usage: 'FILE [--apply]',
    summary: '看恢复会改变什么；加 --apply 才恢复，现在的台账另存一份',
    words: 1,
    options: [],
    flags: ['apply'],
    async run(api, { words: [given = ''], flags, pathOf }) {
      const file = pathOf(given)
      if (!flags.apply) {
        const preview = await api.backups.preview({ file })
        const since = sinceWords(preview)
        const text = [
          `备份：${localTime(preview.backup.at)}　${preview.backup.officeName}　${countsWords(preview.backup.counts)}`,
          `现在：${preview.now.officeName}　${countsWords(preview.now.counts)}`,
          since === null ? '备份之后没有改动。' : `${since}另存的一份里还有。`,
          '没有恢复；确认无误请加 --apply。',
        ].join('\n')
        return { value: preview, text }
      }
      const restored = await api.backups.restore({ file })
      return { value: restored, text: `已恢复：${countsWords(restored.counts)}\n恢复前的台账：${restored.aside}` }
    },
  },
  {
    name: 'verify',
    usage: '',
    summary: '校验整个台账：数据库、引用、佐证文件、定稿公文',
    words: 0,
    options: [],
    async run(api) {
      const result = await api.backups.verify({})
      const text =
        result.faults.length === 0
          ? `全部完好：${result.rows}条记录，${result.contents}个文件。`
          : result.faults.join('\n')
      return { value: result, text }
    },
  },
]

function lineOf({ at, officeName, counts, path, isAside }: Backup): string {
  return `${localTime(at)}　${officeName}　${countsWords(counts)}　${path}${isAside ? '（恢复前）' : ''}`
}

function localTime(at: string): string {
  return new Date(at).toLocaleString('zh-CN')
}
