/** Commands for stored documents (公文). */
import { bodyParts } from '../../src-shared/document-parts.ts'
import type { DocumentKind } from '../../src-shared/documents.ts'
import { kinds } from '../../src-shared/editing/kind-frame.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { Command } from './command.ts'
import { readJsonFile } from './json-file.ts'
import { savedPath } from './output-commands.ts'

export const documentCommands: readonly Command[] = [
  {
    name: 'document list',
    usage: '',
    summary: '列出公文',
    words: 0,
    options: [],
    async run(api) {
      const documents = await api.documents.list()
      const lines = documents.map(({ kind, period, title, id, state, number }) => {
        const numbered = state === '草稿' ? `草稿，拟用${number || '未编号'}` : `${state}，${number}`
        return `${numbered}  ${kind}  ${period.from}至${period.to}  ${title}  ${id}`
      })
      return { value: documents, text: [`公文${documents.length}件`, ...lines].join('\n') }
    },
  },
  {
    name: 'document new',
    usage: '文种',
    summary: `按本单位信息新建公文：${kinds.join('、')}`,
    words: 1,
    options: [],
    async run(api, { words: [kind = ''] }) {
      const { documentId } = await api.documents.create({ kind: kind as DocumentKind })
      const document = await api.documents.get({ id: documentId })
      return { value: document, text: `已新建${kind}“${document.content.title}”，编号${documentId}` }
    },
  },
  {
    name: 'document show',
    usage: 'ID',
    summary: '显示公文',
    words: 1,
    options: [],
    async run(api, { words: [id = ''] }) {
      const document = await api.documents.get({ id })
      const paragraphs = bodyParts(document.content.blocks).map(({ runs, table }) =>
        table ? table.rows.map((cells) => cells.join('\t')).join('\n') : runs.map((run) => run.text).join(''),
      )
      return { value: document, text: [document.content.title, ...paragraphs].join('\n') }
    },
  },
  {
    name: 'document update',
    usage: 'ID --json-file F',
    summary: '修改公文；文件是 document show --json 的输出改成',
    words: 1,
    options: ['json-file'],
    required: ['json-file'],
    async run(api, { words: [id = ''], options, pathOf }) {
      const stored = await api.documents.get({ id })
      const { content, version } = editedDocument(await readJsonFile(pathOf(options['json-file'] ?? '')))
      const document = await api.documents.update({ id, version: version ?? stored.version, content: content as never })
      return { value: document, text: `已修改“${document.content.title}”，现为第${document.version}版。` }
    },
  },
  {
    name: 'document refresh',
    usage: 'ID',
    summary: '按现有记录重新取数，自己写的文字不动',
    words: 1,
    options: [],
    async run(api, { words: [id = ''] }) {
      const document = await api.documents.refresh({ id })
      const { offered } = document
      const more = offered.length === 0 ? '' : `台账里另有${offered.length}段内容没有写进公文，请在编辑页面查看。`
      return { value: document, text: `已重新取数，现为第${document.version}版。${more}` }
    },
  },
  {
    name: 'document remove',
    usage: 'ID',
    summary: '删除公文，可用 document restore 恢复',
    words: 1,
    options: [],
    async run(api, { words: [id = ''] }) {
      await api.documents.remove({ id })
      return { value: { id }, text: `已删除，要恢复请用：document restore ${id}` }
    },
  },
  {
    name: 'document restore',
    usage: 'ID',
    summary: '恢复已删除的公文',
    words: 1,
    options: [],
    async run(api, { words: [id = ''] }) {
      await api.documents.restore({ id })
      return { value: { id }, text: '已恢复。' }
    },
  },
  {
    name: 'document write',
    usage: 'ID --out F.docx',
    summary: '写出公文',
    words: 1,
    options: ['out'],
    required: ['out'],
    out: 'file',
    async run(api, { words: [id = ''] }) {
      const file = savedPath(await api.documents.write({ id }))
      return { value: { file }, text: `已写出公文：${file}` }
    },
  },
]

/** Either what `document show --json` prints, with its version, or the content alone. */
function editedDocument(value: unknown): { content: unknown; version: number | undefined } {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Problem('INVALID_INPUT', '修改用的文件内应为一件公文，没有保存，请改正后再试。')
  if (!('content' in value)) return { content: value, version: undefined }
  const version = 'version' in value && typeof value.version === 'number' ? value.version : undefined
  return { content: value.content, version }
}
