/** Lines that a web page or a page of print left in the text (网页残留、页码) and that are no part of the document. */
import { type Notes, noteTidied } from './notes.ts'
import type { SourceLine, TextLine } from './source-lines.ts'

const url = /^(?:https?:\/\/|www\.)[\w./?=&%#:~+-]+$/iu
const pageNumber = /^(?:[-—–－]\s*\d{1,3}\s*[-—–－]|第\s*\d{1,3}\s*页(?:\s*[，,/]?\s*共\s*\d{1,3}\s*页)?)$/u

/** Never the words of a document, wherever they stand. */
const anywhere: readonly RegExp[] = [
  /^[【[]?(?:打印本页|关闭窗口|关闭本页|打印|关闭|返回顶部|返回列表|我要打印|我要纠错)[】\]]?$/u,
  /^[【[（(]?字(?:体|号)[:：]?\s*[\s大中小]*[】\])）]?$/u,
  /^(?:分享到|扫一扫在手机打开|扫一扫手机打开|分享至|加入收藏|设为首页)[:：]?/u,
]
/** Only above the text or below its end: within it the same words may be meant. */
const atEnds: readonly RegExp[] = [
  /^(?:信息|文章|稿件|新闻)?来源[:：]/u,
  /^(?:发布|更新|发表|录入)(?:时间|日期|者|人|机构|单位)?[:：]/u,
  /^(?:作者|编辑|责任编辑|责编|供稿|摄影|审核|浏览|浏览次数|浏览量|阅读|阅读次数|阅读量|点击|点击数|点击量|访问量|访问次数)[:：]/u,
  /^(?:当前位置|您的位置|您当前的位置|所在位置)[:：]/u,
  /^(?:上一篇|下一篇|上一条|下一条|相关链接|相关阅读|附件下载)[:：]?/u,
  /^(?:首页|网站首页|返回首页)(?:\s*(?:>|»|›|\/|-)\s*\S+)*$/u,
]
const rest = /^(?:[\d-]{8,10}|\d{1,2}:\d{2}(?::\d{2})?|\d+次?|[大中小]|[|｜/>])$/u

/** Takes them out; `bodyStart` and `end` bound the text proper. */
export function dropResidue(notes: Notes, lines: readonly SourceLine[]): SourceLine[] {
  const isSentence = (line: SourceLine) =>
    line.kind === 'text' && line.rich.text.length > 25 && /[。；]/u.test(line.rich.text)
  const first = lines.findIndex(isSentence)
  const last = lines.findLastIndex(isSentence)
  return lines.filter((line, index) => {
    if (line.kind !== 'text') return true
    if (pageNumber.test(line.rich.text)) {
      noteTidied(notes, 'pageNumber', line.line, [line.rich.text, ''])
      return false
    }
    const isOutside = first < 0 || index < first || index > last
    if (!isResidue(line, isOutside)) return true
    noteTidied(notes, 'residue', line.line, [line.rich.text, ''])
    return false
  })
}

function isResidue(line: TextLine, isOutside: boolean): boolean {
  const { text } = line.rich
  if (text.length > 120 || /。/u.test(text)) return false
  const forms = isOutside ? [...anywhere, ...atEnds] : anywhere
  const isOne = (part: string) => url.test(part) || forms.some((form) => form.test(part))
  const parts = text.replace(/([:：])\s+/gu, '$1').match(/【[^】]*】|\[[^\]]*\]|\S+/gu) ?? []
  if (!parts.some(isOne)) return false
  return (
    parts.length === 1 ||
    /^(?:当前位置|您的位置|您当前的位置|首页|网站首页|上一|下一|相关)/u.test(text) ||
    parts.every((part) => isOne(part) || rest.test(part))
  )
}
