/** Commands for files from elsewhere (公文文件): format a text, check and mend a DOCX. */
import { basename } from 'node:path'
import { type DocumentKind, documentKinds } from '../../src-shared/documents.ts'
import { layoutNames } from '../../src-shared/layouts.ts'
import { type Command, oneOfWords } from './command.ts'
import { readBytes, readJsonFile } from './json-file.ts'
import { savedPath } from './output-commands.ts'

export const formatCommands: readonly Command[] = [
  {
    name: 'document format',
    usage: 'FILE.(txt|docx) [--kind 文种] [--seal] [--layout 版式] [--meta F.json] --out F.docx',
    summary: '把现成的文字排成公文，说明认出了什么、缺什么、整理了什么',
    details: [
      `文种：${documentKinds.join('、')}；不写就按标题`,
      `版式：${layoutNames.join('、')}；不写就按本单位的版式（layout show）`,
      '--seal 加盖印章：署名和日期按盖章的位置排',
      '--meta 用文件里的要素代替原文的，名称同 document show --json 的 content，如：',
      '  {"number":"云工发〔2026〕5号","secrecy":{"level":"秘密","term":"1年"},"recipients":["各乡镇总工会"],',
      '   "copyTo":[{"names":["县委办公室","县政府办公室"]}],"date":"2026-11-21"}',
      '--json 的结果：kind 文种，found 认出的，missing 原文未见的，tidied 整理过的，findings 请核对的，',
      '  unheld 未照原样排的，file 写出的文件',
    ],
    words: 1,
    options: ['kind', 'layout', 'meta', 'out'],
    flags: ['seal'],
    required: ['out'],
    out: 'file',
    async run(api, { words: [given = ''], options, flags, pathOf }) {
      const kind: DocumentKind | undefined =
        options.kind === undefined ? undefined : oneOfWords(options.kind, documentKinds)
      const layout = options.layout === undefined ? undefined : oneOfWords(options.layout, layoutNames)
      const meta = options.meta === undefined ? undefined : await readJsonFile(pathOf(options.meta))
      const file = await fileAt(pathOf(given))
      const hasSeal = flags.seal ?? false
      const { delivery, ...report } = await api.documents.format({ file, kind, layout, hasSeal, meta })
      const unit = /\.docx$/iu.test(given) ? '段' : '行'
      const needed = report.missing.filter(({ isNeeded }) => isNeeded)
      const text = [
        `已排成${report.kind ?? '公文（原文看不出文种，按通知排）'}：${savedPath(delivery)}`,
        ...needed.map(({ label, note }) => `- 缺：${label}（${note}）`),
        ...report.unheld.map(({ words, why }) => `- 未照排：${words.slice(0, 40)}（${why}）`),
        ...report.findings.map(({ line, note }) => `- 请核对：${line === 0 ? '' : `第${line}${unit}，`}${note}`),
        `整理${report.tidied.length}处`,
      ]
      return { value: { file: savedPath(delivery), ...report }, text: text.join('\n') }
    },
  },
  {
    name: 'document check',
    usage: 'FILE.docx|ID',
    summary: '按GB/T 9704检查Word文件或台账里一件公文的格式',
    details: [
      '--json 的结果是90项的数组，每项：id 序号，severity（E 必须改、W 建议改、I 提示），clause 依据，',
      '  pass（true 合格、false 不合格、null 不适用或须看纸面），found 查到的，expected 应为，mend 怎么改，',
      '  title 检查什么，isMendable 能否用 document mend 订正',
      '文件读得了就退出0，不论合不合格；合不合格看 pass',
    ],
    words: 1,
    options: [],
    async run(api, { words: [given = ''], pathOf }) {
      const results = await api.documents.check(isId(given) ? { id: given } : { file: await fileAt(pathOf(given)) })
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
      const lines = left.map(({ id, severity, title, found }) => `- ${severity}${id} ${title}：${found}`)
      const text = [`已订正${mended.length}项，还有${left.length}项要人改：${file}`, ...lines]
      return { value: { file, mended, left }, text: text.join('\n') }
    },
  },
]

/** The id of a stored document; no file has such a name. */
function isId(given: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(given)
}

/** A file named on the line, for a call that takes one. @throws Problem FILE_UNREADABLE */
export async function fileAt(path: string): Promise<File> {
  return new File([await readBytes(path)], basename(path))
}
