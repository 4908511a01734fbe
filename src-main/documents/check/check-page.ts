/** Checks of paper, type area and grid (纸张、版心和网格). */
import type { Layout } from '../../../src-shared/layouts.ts'
import {
  type Check,
  inCentimetres,
  inMillimetres,
  isNear,
  type Subject,
  undecided,
  type Verdict,
  verdict,
} from './check.ts'
import { flowingText } from './check-text.ts'
import { lineOf, most } from './measure.ts'
import type { PaperParagraph, Section } from './paper.ts'
import { childValue, isOn, numberIn, type Properties } from './properties.ts'

/** Twips: paper ±0.5 mm, margins ±0.1 mm, type area ±0.2 mm (5.1, 5.2.1); pitch ±1. */
const tolerance = { paper: 28, margin: 6, typeArea: 11, pitch: 1 }

export const pageChecks: readonly Check[] = [
  {
    id: 3,
    expected: ({ page }) => `${inMillimetres(page.width.value)} × ${inMillimetres(page.height.value)}`,
    mend: '在“页面设置—纸张”中选 A4。',
    judge: ({ paper, layout }) =>
      sectionsThat(paper.sections, ({ width, height, isLandscape }) => {
        const [short, long] = isLandscape ? [height, width] : [width, height]
        const isA4 =
          isNear(short, layout.page.width.value, tolerance.paper) &&
          isNear(long, layout.page.height.value, tolerance.paper)
        return isA4 ? undefined : `${inMillimetres(width)} × ${inMillimetres(height)}`
      }),
  },
  {
    id: 4,
    expected: ({ page }) => `上 ${inMillimetres(page.top.value)}`,
    mend: ({ page }) => `在“页面设置”中把上边距改为${inCentimetres(page.top.value)}。`,
    judge: ({ paper, layout }) =>
      uprightSections(paper.sections, ({ margins }) =>
        isNear(margins.top, layout.page.top.value, tolerance.margin) ? undefined : `上 ${inMillimetres(margins.top)}`,
      ),
  },
  {
    id: 5,
    expected: ({ page }) => `左 ${inMillimetres(page.left.value)}`,
    mend: '在“页面设置”中把左边距改为2.8厘米。',
    judge: ({ paper, layout }) =>
      uprightSections(paper.sections, ({ margins }) =>
        isNear(margins.left + margins.gutter, layout.page.left.value, tolerance.margin)
          ? undefined
          : `左 ${inMillimetres(margins.left + margins.gutter)}`,
      ),
  },
  {
    id: 6,
    expected: ({ typeArea }) => `宽 ${inMillimetres(typeArea.width.value)}`,
    mend: '在“页面设置”中把右边距改为2.6厘米。',
    judge: ({ paper, layout }) =>
      uprightSections(paper.sections, (section) => {
        const width = typeWidth(section)
        return isNear(width, layout.typeArea.width.value, tolerance.typeArea) ? undefined : `宽 ${inMillimetres(width)}`
      }),
  },
  {
    id: 7,
    expected: (layout) => `高 ${inMillimetres(heightOf(layout))}`,
    mend: ({ page }) => `在“页面设置”中把下边距改为${inCentimetres(page.bottom.value)}。`,
    judge: ({ paper, layout }) =>
      uprightSections(paper.sections, (section) => {
        const height = section.height - section.margins.top - section.margins.bottom
        return isNear(height, heightOf(layout), tolerance.typeArea) ? undefined : `高 ${inMillimetres(height)}`
      }),
  },
  {
    id: 11,
    expected: ({ grid }) => `有行网格，行距 ${inPoints(grid.pitch.value)}`,
    mend: '在“页面设置—文档网格”中设每页22行、行距与正文一致。',
    judge: (subject) =>
      sectionsThat(subject.paper.sections, ({ grid }) => {
        const isLined = grid.type === 'lines' || grid.type === 'linesAndChars'
        if (!isLined) return '没有文档网格'
        const pitch = Number(grid.linePitch)
        const isRight = pitch === subject.layout.grid.pitch.value
        return isRight ? undefined : `网格行距 ${inPoints(pitch)}`
      }),
  },
  {
    id: 12,
    expected: ({ text }) => `${text.size.value / 2}磅（3号）`,
    mend: '把“正文”样式的字号改为三号。',
    judge: ({ paper, layout }) => {
      const { normal, looksOf, defaults } = paper.styles
      const own = numberIn(looksOf(normal).run, 'sz')
      const size = own ?? numberIn(defaults.run, 'sz') ?? 20
      const fault = own === undefined ? `默认样式没有写明字号（现为${size / 2}磅）` : `默认样式${size / 2}磅`
      return verdict(own === layout.text.size.value ? [] : [fault], `默认样式${size / 2}磅`)
    },
  },
  {
    id: 13,
    expected: ({ grid }) => `固定值 ${inPoints(grid.pitch.value)}`,
    mend: ({ grid }) => `选中正文，把行距设为固定值${inPoints(grid.pitch.value)}。`,
    judge: (subject) => {
      const { layout } = subject
      const texts = flowingText(subject)
      if (texts.length === 0) return undecided('没有认出正文')
      const wrong = texts.filter(({ look }) => !hasPitch(look, layout.grid.pitch.value))
      if (isFitted(texts, wrong, layout)) return verdict([], '正文均为固定行距，末尾按7.3.5.5作了调整')
      const kinds = new Set(wrong.map(({ look }) => lineWords(lineOf(look))))
      return verdict(
        wrong.length === 0 ? [] : [`正文${texts.length}段中有${wrong.length}段为${[...kinds].join('、')}`],
        '正文均为固定行距',
      )
    },
  },
  {
    id: 18,
    expected: (layout) => `${layout.grid.lines.value}行不高于${inMillimetres(heightOf(layout))}`,
    mend: ({ grid }) => `行距不大于${inPoints(grid.pitch.value)}，版心才排得下${grid.lines.value}行。`,
    judge: (subject) => {
      const pitch = bodyPitch(subject)
      const section = subject.paper.sections[0]
      if (pitch === undefined || !section) return undecided('行距随字号而定，须看版面')
      const height = section.height - section.margins.top - section.margins.bottom
      const lines = Math.floor(height / pitch)
      const needed = subject.layout.grid.lines.value
      return verdict(lines >= needed ? [] : [`行距${inPoints(pitch)}，每面只有${lines}行`], `每面${lines}行`)
    },
  },
  {
    id: 88,
    expected: () => '按中文习惯控制首尾字符，标点不溢出边界，中西文间不加空，标点不压缩',
    mend: '在“段落—中文版式”中按此勾选；或由程序统一设置。',
    judge: ({ paper, found }) => {
      if (found.body.length === 0) return undecided('没有认出正文')
      const wrongIn = (name: string, wanted: boolean, byDefault: boolean) =>
        found.body.some(({ look }) => isOn(look, name, byDefault) !== wanted)
      const control = childValue(paper.settings, 'w:characterSpacingControl') ?? 'doNotCompress'
      const faults = [
        ...(wrongIn('kinsoku', true, true) ? ['没有控制首尾字符'] : []),
        ...(wrongIn('overflowPunct', false, true) ? ['允许标点溢出边界'] : []),
        ...(wrongIn('autoSpaceDE', false, true) || wrongIn('autoSpaceDN', false, true)
          ? ['中西文或数字之间自动加空']
          : []),
        ...(control === 'doNotCompress' ? [] : ['标点压缩']),
      ]
      return verdict(faults, '各项都合适')
    },
  },
]

/** Between the margins; a profile of wider lines lets it pass the type area by half a leading above and below. */
function heightOf({ page }: Layout): number {
  return page.height.value - page.top.value - page.bottom.value
}

export function typeWidth({ width, margins }: Section): number {
  return width - margins.left - margins.right - margins.gutter
}

/** Exact pitch of most of the text, or that of the grid to which it is held. */
function bodyPitch({ found, paper }: Subject): number | undefined {
  const lines = found.body.map(({ look, text }) => [lineOf(look), text.length, look] as const)
  const pitch = most(lines.map(([{ rule, value }, weight]) => [rule === 'exact' ? value : 0, weight]))
  if (pitch !== undefined && pitch > 0) return pitch
  const isHeld = lines.some(
    ([{ rule, value }, , look]) => rule === 'auto' && value === 240 && isOn(look, 'snapToGrid', true),
  )
  const grid = paper.sections[0]?.grid
  return isHeld && grid?.type?.startsWith('lines') ? Number(grid.linePitch) || undefined : undefined
}

/** What counts as one line when empty lines are counted. */
export function pitchOf(subject: Subject): number {
  return bodyPitch(subject) ?? subject.layout.grid.pitch.value
}

function inPoints(twips: number): string {
  return `${Math.round(twips * 5) / 100}磅`
}

function sectionsThat(sections: readonly Section[], judge: (section: Section) => string | undefined): Verdict {
  if (sections.length === 0) return verdict(['文件没有写明页面设置'], '')
  const faults = sections.flatMap((section, index) => {
    const fault = judge(section)
    return fault === undefined ? [] : [sections.length === 1 ? fault : `第${index + 1}节${fault}`]
  })
  return verdict(faults, '各节一致')
}

/** Landscape sections have their own row. */
function uprightSections(sections: readonly Section[], judge: (section: Section) => string | undefined): Verdict {
  return sectionsThat(sections, (section) => (section.isLandscape ? undefined : judge(section)))
}

function lineWords({ rule, value }: ReturnType<typeof lineOf>): string {
  if (rule === 'exact') return `固定值${inPoints(value)}`
  if (rule === 'atLeast') return `最小值${inPoints(value)}`
  return `${Math.round((value / 240) * 100) / 100}倍行距`
}

function hasPitch(look: Properties, pitch: number): boolean {
  const { rule, value } = lineOf(look)
  return rule === 'exact' && isNear(value, pitch, tolerance.pitch)
}

/** The end of the text alone stands a little closer or wider, so that the signature is not alone on its page. */
function isFitted(texts: readonly PaperParagraph[], others: readonly PaperParagraph[], { signature }: Layout): boolean {
  const end = texts.at(-1)
  if (!end || others.length === 0 || others.length === texts.length) return false
  const { value } = lineOf(end.look)
  return (
    value >= signature.closestPitch.value &&
    value <= signature.widestPitch.value &&
    texts.slice(-others.length).every((text) => others.includes(text) && hasPitch(text.look, value))
  )
}
