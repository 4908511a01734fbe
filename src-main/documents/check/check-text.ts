/** Checks of the text's look (文字): colour, fonts, size, indents. */
import { type Check, faultsOf, isNear, type Subject, undecided, verdict } from './check.ts'
import { goesOnFrom } from './goes-on-from.ts'
import { levelOf } from './levels.ts'
import {
  alignmentOf,
  characterOf,
  colourOf,
  excerpt,
  hanCount,
  indentOf,
  isOfFamily,
  sizeOf,
  visibleRuns,
} from './measure.ts'
import { isTable, type PaperParagraph, type RunPiece } from './paper.ts'

/** Twips: 0.4 mm (7.3.3). */
const indentTolerance = 23

export const textChecks: readonly Check[] = [
  {
    id: 19,
    expected: ({ colours }) => `黑色（${colours.text.value}）`,
    mend: '选中这些文字，把字体颜色改为黑色。',
    judge: ({ paper, found, layout }) => {
      const mark = new Set(found.head.mark)
      const coloured = [...paper.paragraphs, ...numberParagraphs(paper)]
        .filter((one) => !mark.has(one))
        .flatMap(visibleRuns)
        .filter((run) => colourOf(run) !== layout.colours.text.value)
      return verdict(
        coloured.map((run) => `${excerpt(run.text)}为${colourOf(run)}`),
        '均为黑色',
      )
    },
  },
  {
    id: 20,
    expected: ({ fonts, text }) => `${fonts.fangsong.name}，${text.size.value / 2}磅（3号）`,
    mend: '把正文设为三号仿宋。',
    judge: (subject) => {
      const texts = textIn3(subject)
      if (texts.length === 0) return undecided('没有认出正文')
      const faults = faultsOf(texts, (one) => {
        const runs = visibleRuns(one)
        const font = runs.find((run) => hanCount(run.text) > 0 && !isFangsong(subject, run))
        if (font) return `为${font.fonts.eastAsia.name || '未指明的字体'}`
        const size = runs.find((run) => sizeOf(run) !== subject.layout.text.size.value)
        return size ? `为${sizeOf(size) / 2}磅` : undefined
      })
      return verdict(faults, '正文和主送、署名等均为3号仿宋')
    },
  },
  {
    id: 21,
    expected: () => '写明字体名称',
    mend: '选中全文，重新指定字体；或由程序去掉主题字体。',
    judge: ({ paper }) => {
      const runs = paper.paragraphs.flatMap(visibleRuns)
      const themed = runs.filter(({ fonts }) => Object.values(fonts).some(({ isTheme }) => isTheme))
      const named = new Set(
        themed.flatMap(({ fonts }) =>
          Object.values(fonts)
            .filter(({ isTheme }) => isTheme)
            .map(({ name }) => name),
        ),
      )
      return verdict(
        themed.length === 0
          ? []
          : [
              `${themed.length}处文字用主题字体（${[...named].filter(Boolean).join('、')}），如${excerpt(themed[0]?.text ?? '')}`,
            ],
        '没有主题字体',
      )
    },
  },
  {
    id: 23,
    expected: () => '“”‘’—…·用中文字体',
    mend: '选中这些标点，把西文字体也设为所用的中文字体。',
    judge: ({ paper }) => {
      const runs = paper.paragraphs.flatMap(visibleRuns).filter(({ text }) => /[“”‘’—…·]/.test(text))
      const wrong = runs.filter(
        ({ look, fonts }) => look.rFonts?.hint !== 'eastAsia' && fonts.hAnsi.name !== fonts.eastAsia.name,
      )
      return verdict(
        wrong.map(({ text, fonts }) => `${excerpt(text)}中的标点用${fonts.hAnsi.name || '西文字体'}`),
        '标点均用中文字体',
      )
    },
  },
  {
    id: 46,
    expected: ({ text }) => `首行缩进${text.indent.value}字`,
    mend: '把段落的首行缩进设为2字符，左右缩进设为0。',
    judge: (subject) => {
      const texts = indentedText(subject)
      if (texts.length === 0) return undecided('没有认出正文')
      const { layout } = subject
      const faults = faultsOf(texts, (one) => {
        const { left, first } = indentOf(one)
        const wanted = layout.text.indent.value
        const isRight = [layout.grid.character.value, characterOf(one)].some((character) =>
          isNear(first, character * wanted, indentTolerance),
        )
        if (isRight && isNear(left, 0, indentTolerance)) return undefined
        return `首行缩进${Math.round((first / characterOf(one)) * 10) / 10}字、左缩进${Math.round((left / characterOf(one)) * 10) / 10}字`
      })
      return verdict(faults, '每段左空二字')
    },
  },
  {
    id: 47,
    expected: () => '用段落缩进，不用空格',
    mend: '删去段首段末的空格，改用段落缩进。',
    judge: ({ paper }) => {
      const inText = paper.paragraphs.filter(({ place, text }) => place === 'body' && text.trim() !== '')
      return verdict(
        faultsOf(inText, (one) => (spacedIndent.test(ownText(one)) ? '用空格排位置' : undefined)),
        '没有用空格缩进',
      )
    },
  },
]

/** Spaces at the head, or several at the end. */
const spacedIndent = /^[ \u3000\u00a0]+\S|\S[ \u3000\u00a0]{2,}$/

export function ownText(paragraph: PaperParagraph): string {
  return paragraph.text.slice(paragraph.label.length)
}

/** Paragraphs of text that are no headings and stand neither in the middle nor to the right. */
function plainText(subject: Subject): PaperParagraph[] {
  return flowingText(subject).filter((one) => levelOf(one.text) === null && !attendance.test(one.text))
}

/** What is set in 3号仿宋 beside the text itself: 主送机关, 附件说明, 署名, 成文日期, 附注. */
export function textIn3(subject: Subject): PaperParagraph[] {
  const { recipients, annexNotes, issuers, date, note } = subject.found
  const parts = [recipients, ...annexNotes, ...issuers, date, note].filter((one) => one !== null)
  return [...plainText(subject), ...parts]
}

/** Headings and text: whatever begins two characters in. */
export function indentedText(subject: Subject): PaperParagraph[] {
  const { body } = subject.found
  return flowingText(subject).filter((one) => !goesOnFrom(body[body.indexOf(one) - 1], one))
}

/** Headings and text, also the rest of a paragraph that is parted at a page end. */
export function flowingText({ found, paper }: Subject): PaperParagraph[] {
  const captions = captionsOf(paper)
  return found.body.filter(
    (one) =>
      !['center', 'right'].includes(alignmentOf(one.look)) &&
      one.boxes.length === 0 &&
      !attendance.test(one.text) &&
      !captions.has(one),
  )
}

/** Titles right above tables, and notes right below them. */
function captionsOf({ blocks }: Subject['paper']): ReadonlySet<PaperParagraph> {
  const captions = new Set<PaperParagraph>()
  for (const [index, block] of blocks.entries()) {
    if (isTable(block)) continue
    const [above, below] = [blocks[index - 1], blocks[index + 1]]
    if (below && isTable(below) && block.text.length <= 40 && !/[。！？：；，]\s*$/.test(block.text))
      captions.add(block)
    if (above && isTable(above) && /^\s*(?:注|说明|备注|资料来源)\s*[:：]/.test(block.text)) captions.add(block)
  }
  return captions
}

/** 出席, 请假 and 列席 of minutes hang by rules of their own. */
export const attendance = /^\s*(出席|请假|列席|缺席|主持|记录)\s*[:：]/

function isFangsong({ layout }: Subject, run: RunPiece): boolean {
  return isOfFamily(layout, 'fangsong', run.fonts.eastAsia.name)
}

/** Paragraphs of all footers, and of headers. */
export function numberParagraphs(paper: Subject['paper']): PaperParagraph[] {
  const parts = new Map(paper.sections.flatMap(({ footers }) => Object.values(footers)).map((one) => [one.part, one]))
  return [...parts.values()].flatMap(({ paragraphs }) => paragraphs)
}
