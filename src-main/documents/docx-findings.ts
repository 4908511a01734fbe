/** What a DOCX from elsewhere holds that is not read as text, or not as it stands (未取出的内容): each is told. */
import type { Finding, FindingKind } from '../../src-shared/recognition.ts'
import { childElements, elementsBelow } from '../files/xml.ts'
import type { Paper } from './check/paper.ts'
import { isOn } from './check/properties.ts'

type Told = {
  readonly what: FindingKind
  readonly severity?: Finding['severity']
  readonly elements: readonly string[]
  /** Count and noun as the clerk reads it. */
  readonly words: (count: number) => string
  readonly note: string
}

const told: readonly Told[] = [
  {
    what: 'picture',
    elements: ['a:blip', 'v:imagedata'],
    words: (count) => `${count}幅图片`,
    note: '图片不能转成公文文字，请排好后自行插入',
  },
  {
    what: 'trackedChanges',
    elements: ['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo'],
    words: (count) => `${count}处修订`,
    note: '原文带有修订，已按全部接受读取：插入的保留，删除的不取，请核对是否都应接受',
  },
  {
    what: 'comments',
    severity: 'info',
    elements: ['w:commentReference'],
    words: (count) => `${count}条批注`,
    note: '批注不是公文内容，没有取出',
  },
  {
    what: 'notesLeftOut',
    elements: ['w:footnoteReference', 'w:endnoteReference'],
    words: (count) => `${count}条脚注或尾注`,
    note: '公文不用脚注和尾注，注文没有取出，要用的请写进正文',
  },
  {
    what: 'embedded',
    elements: ['w:altChunk', 'w:subDoc'],
    words: (count) => `${count}处嵌入的文档`,
    note: '嵌入的文档没有读取，文字可能不全，请用 Word 或 WPS 打开原文件，另存后再试',
  },
]

export function docxFindings(paper: Paper): Finding[] {
  const counts = new Map<string, number>()
  for (const { name } of elementsBelow(paper.file.parts.get(paper.file.main)))
    counts.set(name, (counts.get(name) ?? 0) + 1)
  const found = told.flatMap(({ what, severity = 'warning', elements, words, note }): Finding[] => {
    const count = elements.reduce((sum, name) => sum + (counts.get(name) ?? 0), 0)
    return count === 0 ? [] : [{ what, severity, line: 0, words: words(count), note }]
  })
  return [...found, ...hiddenTextFindings(paper), ...numberFindings(paper)]
}

function hiddenTextFindings({ paragraphs }: Paper): Finding[] {
  const hidden = paragraphs
    .flatMap(({ runs }) => runs)
    .filter(({ look }) => isOn(look, 'vanish'))
    .flatMap(({ xml }) => childElements(xml, 'w:t'))
    .map(({ children }) => children.join(''))
    .filter((text) => text.trim() !== '')
  if (hidden.length === 0) return []
  const note = '原文有隐藏的文字，打印时看不见，没有取出，请核对'
  return [{ what: 'hiddenText', severity: 'warning', line: 0, words: hidden.join('').slice(0, 30), note }]
}

/** Automatic numbers whose definition the file lacks. */
function numberFindings(paper: Paper): Finding[] {
  const known = paper.paragraphs.some(({ label }) => label !== '')
  const lost = paper.paragraphs.filter(({ look, label, text }) => {
    const id = look.numId?.val
    return id !== undefined && id !== '0' && label === '' && text.trim() !== '' && !known
  })
  if (lost.length === 0) return []
  const note = '这些段落的自动编号没有还原出来，请对照原文补上序数'
  const words = lost
    .slice(0, 3)
    .map(({ text }) => text.slice(0, 15))
    .join('；')
  return [{ what: 'unresolvedNumbering', severity: 'warning', line: 0, words, note }]
}
