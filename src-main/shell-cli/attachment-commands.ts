/** Commands for the evidence of records (佐证材料) and the blank forms of a session (签到表, 会议记录). */
import type { AddedAttachments, Attachment } from '../../src-shared/attachments.ts'
import type { Api } from '../../src-shared/contract.ts'
import { Problem } from '../../src-shared/problems.ts'
import { type RecordKind, recordKinds } from '../../src-shared/record-kinds.ts'
import { attachmentRoles } from '../../src-shared/vocabulary.ts'
import { type Command, oneOfWords } from './command.ts'
import { openFile } from './open-file.ts'
import { savedPath } from './output-commands.ts'
import { firstFound } from './rows.ts'

export const attachmentCommands: readonly Command[] = [
  {
    name: 'attach',
    usage: 'RECORD FILE… [--role 类别] [--caption 说明] [--apply-good]',
    summary: '给一条记录添加佐证材料：照片、签到册、PDF、文档',
    details: [
      `--role        ${attachmentRoles.join('、')}；不写就按文件判断`,
      '--apply-good  有的文件不能添加时，仍添加其余的',
      '照片里的拍摄地点自动去掉，其余内容原样保存',
    ],
    words: 2,
    hasMoreWords: true,
    options: ['role', 'caption'],
    flags: ['apply-good'],
    async run(api, { words: [id = '', ...given], options, flags, pathOf }) {
      const { role, caption } = options
      const added = await api.attachments.add({
        ...(await recordOf(api, id)),
        files: await Promise.all(given.map((path) => openFile(pathOf(path)))),
        ...(role === undefined ? {} : { role: oneOfWords(role, attachmentRoles) }),
        ...(caption === undefined ? {} : { caption }),
        goodOnly: flags['apply-good'] ?? false,
      })
      if (added.added.length === 0 && added.problems.length > 0) throw refusal(added)
      return { value: added, text: addedText(added) }
    },
  },
  {
    name: 'attachments list',
    usage: 'RECORD',
    summary: '列出一条记录的佐证材料',
    words: 1,
    options: [],
    async run(api, { words: [id = ''] }) {
      const rows = await api.attachments.list(await recordOf(api, id))
      return { value: rows, text: [`佐证材料${rows.length}份`, ...rows.map(lineOf)].join('\n') }
    },
  },
  {
    name: 'attachments save',
    usage: 'ID --out F',
    summary: '把一份佐证材料的原件另存出来',
    words: 1,
    options: ['out'],
    required: ['out'],
    out: 'file',
    async run(api, { words: [id = ''] }) {
      const file = savedPath(await api.attachments.save({ id }))
      return { value: { file }, text: `已写出：${file}` }
    },
  },
  {
    name: 'attachments remove',
    usage: 'ID',
    summary: '删除一份佐证材料，可用 attachments restore 恢复',
    words: 1,
    options: [],
    async run(api, { words: [id = ''] }) {
      await api.attachments.remove({ id })
      return { value: { id }, text: `已删除，30天内要恢复请用：attachments restore ${id}` }
    },
  },
  {
    name: 'attachments restore',
    usage: 'ID',
    summary: '恢复已删除的佐证材料',
    words: 1,
    options: [],
    async run(api, { words: [id = ''] }) {
      await api.attachments.restore({ id })
      return { value: { id }, text: '已恢复。' }
    },
  },
  {
    name: 'attachments verify',
    usage: '[--apply]',
    summary: '检查全部佐证和公文图片：缺失、改动、无人引用；加 --apply 就修复显示图并清理无人引用的文件',
    words: 0,
    options: [],
    flags: ['apply'],
    async run(api, { flags }) {
      const done = flags.apply
        ? { ...(await api.attachments.mendViews()), cleaned: await api.attachments.clean() }
        : null
      const found = await api.attachments.verify({})
      const faults = [...found.missing, ...found.altered]
      const text = [
        `佐证材料${found.attachments}份，文件${found.files}个共${megabytes(found.bytes)}`,
        ...(done ? [`已修复显示图${done.mended}幅，清理文件${done.cleaned.files}个`] : []),
        faults.length === 0 ? '没有缺失或被改动的文件。' : `有问题的${faults.length}处：`,
        ...faults.map(({ sentence, record }) => `  ${record ? `${record.day} ${record.title}：` : ''}${sentence}`),
        ...(found.unreferenced.files > 0
          ? [`无人引用的文件${found.unreferenced.files}个共${megabytes(found.unreferenced.bytes)}，清理请加 --apply`]
          : []),
      ]
      return { value: { ...found, ...done }, text: text.join('\n') }
    },
  },
  ...(['sign-in', 'minutes'] as const).map(
    (form): Command => ({
      name: `form ${form}`,
      usage: 'RECORD --out F.docx',
      summary: `打印用的空白${form === 'sign-in' ? '签到表' : '会议（学习）记录'}，学习和宣讲都可以`,
      words: 1,
      options: ['out'],
      required: ['out'],
      out: 'file',
      async run(api, { words: [id = ''] }) {
        const { recordKind, recordId } = await recordOf(api, id)
        if (recordKind !== 'study' && recordKind !== 'lecture')
          throw new Problem('INVALID_INPUT', '只有学习和宣讲有签到表和会议记录，没有写出。')
        const file = savedPath(await api.attachments.form({ recordKind, recordId, form }))
        return { value: { file }, text: `已写出：${file}` }
      },
    }),
  ),
]

/** The line names only the id; the kind is the one whose register knows it. */
async function recordOf(api: Api, recordId: string) {
  const calls = { study: api.studies, lecture: api.lectures, stay: api.stays, activity: api.activities }
  const { kind } = await firstFound<RecordKind, unknown>(recordKinds, (kind) => calls[kind].get({ id: recordId }))
  return { recordKind: kind, recordId }
}

function refusal({ problems }: AddedAttachments): Problem {
  const sentences = problems.map(({ fileName, sentence }) => `“${fileName}”${sentence}`)
  return new Problem('FILE_UNREADABLE', ['没有添加：', ...sentences].join('\n'))
}

function addedText({ added, same, problems, placesRemoved }: AddedAttachments): string {
  return [
    `已添加${added.length}份${placesRemoved > 0 ? `，其中${placesRemoved}张照片去掉了拍摄地点` : ''}。`,
    ...added.map(lineOf),
    ...same.map(({ fileName, as }) => `  “${fileName}”与已有的“${as}”相同，没有重复添加。`),
    ...problems.map(({ fileName, sentence }) => `  “${fileName}”${sentence}`),
  ].join('\n')
}

function lineOf({ role, fileName, takenOn, caption, bytes, id }: Attachment): string {
  return ['', role, fileName, megabytes(bytes), takenOn, caption, id].filter((word) => word !== null).join('  ')
}

function megabytes(bytes: number): string {
  return bytes < 100_000 ? `${Math.ceil(bytes / 1000)}KB` : `${(bytes / 1_000_000).toFixed(1)}MB`
}
