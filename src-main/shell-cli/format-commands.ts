/** Commands for files from elsewhere (公文文件): format a text, check and mend a DOCX. */
import { basename } from 'node:path'
import { type DocumentKind, documentKinds } from '../../src-shared/documents.ts'
import { type Command, oneOfWords } from './command.ts'
import { readBytes, readJsonFile } from './json-file.ts'
import { savedPath } from './output-commands.ts'

export const formatCommands: readonly Command[] = [
  {
    name: 'document format',
    usage: 'FILE.(txt|docx) [--kind 文种] [--seal] [--meta F.json] --out F.docx',
    summary: '把现成的文字排成公文，说明认出了什么、缺什么、整理了什么',
    words: 1,
    options: ['kind', 'meta', 'out'],
    flags: ['seal'],
    required: ['out'],
    out: 'file',
    async run(api, { words: [given = ''], options, flags, pathOf }) {
      const kind: DocumentKind | undefined =
        options.kind === undefined ? undefined : oneOfWords(options.kind, documentKinds)
      const meta = options.meta === undefined ? undefined : await readJsonFile(pathOf(options.meta))
      const file = await fileAt(pathOf(given))
      const { delivery, ...report } = await api.documents.format({ file, kind, hasSeal: flags.seal ?? false, meta })
      const needed = report.missing.filter(({ isNeeded }) => isNeeded)
      const text = [
        `已排成${report.kind ?? '公文（原文看不出文种，按通知排）'}：${savedPath(delivery)}`,
        ...needed.map(({ label, note }) => `- 缺：${label}（${note}）`),
        ...report.unheld.map(({ words, why }) => `- 未照排：${words.slice(0, 40)}（${why}）`),
        ...report.findings.map(({ line, note }) => `- 请核对：第${line}行，${note}`),
        `整理${report.tidied.length}处`,
      ]
      return { value: { file: savedPath(delivery), ...report }, text: text.join('\n') }
    },
  },
  {
    name: 'document check',
    usage: 'FILE.docx',
    summary: '按GB/T 9704检查Word文件的格式',
    words: 1,
    options: [],
    async run(api, { words: [given = ''], pathOf }) {
      const results = await api.documents.check({ file: await fileAt(pathOf(given)) })
      const faults = results.filter(({ pass }) => pass === false)
      const lines = faults.map(
        ({ id, severity, clause, title, found, mend }) => `${severity}${id} ${clause} ${title}：${found}。${mend}`,
      )
      return { value: results, text: [`不合格${faults.length}项`, ...lines].join('\n') }
    },
  },
  {
    name: 'document mend',
    usage: 'FILE.docx --out F.docx',
    summary: '订正Word文件中可以机械改正的格式，文字不动',
    words: 1,
    options: ['out'],
    required: ['out'],
    out: 'file',
    async run(api, { words: [given = ''], pathOf }) {
      const { delivery, mended, left } = await api.documents.mend({ file: await fileAt(pathOf(given)) })
      const file = savedPath(delivery)
      const text = `已订正${mended.length}项，还有${left.length}项要人改：${file}`
      return { value: { file, mended, left }, text }
    },
  },
]

async function fileAt(path: string): Promise<File> {
  return new File([await readBytes(path)], basename(path))
}
