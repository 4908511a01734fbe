/** Checks of the wording (文字): what was left to fill in, marks of the wrong width. */
import { type Check, verdict } from './check.ts'
import type { PaperParagraph } from './paper.ts'
import { numberPattern } from './recognise-head.ts'

export const languageChecks: readonly Check[] = [
  {
    id: 86,
    expected: () => '没有“××”“【待填】”一类的文字',
    mend: '把留空和待填的地方补上。',
    judge: ({ paper }) =>
      verdict(
        paper.paragraphs.flatMap(({ text }) => [...text.matchAll(placeholders)].map(([words]) => around(text, words))),
        '没有留空',
      ),
  },
  {
    id: 87,
    expected: () => '汉字旁用全角标点，不连用，引号用弯引号',
    mend: '把汉字旁的半角标点改为全角，删去重复的标点，直引号改为“”。',
    judge: ({ paper }) =>
      verdict(
        paper.paragraphs.flatMap((one) => markFaults(one).map((words) => around(one.text, words))),
        '标点使用正确',
      ),
  },
]

const placeholders =
  /[×✕╳]{2,}|[Xx]{2,}(?![A-Za-z])|×(?=[年月日号人个名])|【[^】]*(?:待|填|补充|核实)[^】]*】|[［[(（](?:待填|待定|待补充|填写|此处填写)[^）)\]］]*[）)\]］]|_{3,}|TODO|TBD|待填写|待补充|此处填写/gu

/** Half-width marks beside Han, marks twice, straight quotes. */
export const halfWidth =
  /(?<=\p{Script=Han}|[”’》）])[,;:?!()]|[,;:?!()](?=\p{Script=Han}|[“‘《（])|(?<=\p{Script=Han})\.(?=\s*$|\p{Script=Han})/gu
export const doubled = /[，。；：、]{2,}|[，。；：、]+[！？]+|[！？]+[，。；：、]+/gu
export const straight = /(?<=\p{Script=Han})["']|["'](?=\p{Script=Han})/gu

/** Wrong marks; the brackets of 发文字号 are the matter of another row. */
function markFaults({ text }: Pick<PaperParagraph, 'text'>): string[] {
  const plain = text.replace(numberPattern, '')
  return [halfWidth, doubled, straight].flatMap((pattern) => [...plain.matchAll(pattern)].map(([words]) => words))
}

function around(text: string, words: string): string {
  const at = text.indexOf(words)
  return `“${text.slice(Math.max(0, at - 5), at + words.length + 5).replace(/\s+/g, ' ')}”`
}
