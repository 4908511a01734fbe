/** Checks of the levels of headings (层次): order, fonts, marks. */
import { type Check, faultsOf, type Subject, undecided, verdict } from './check.ts'
import { type LevelFound, levelOf } from './levels.ts'
import { excerpt, type Family, hanCount, isOfFamily, sizeOf, visibleRuns } from './measure.ts'
import type { PaperParagraph, RunPiece } from './paper.ts'

const families: Readonly<Record<1 | 2 | 3 | 4, Family>> = { 1: 'heiti', 2: 'kaiti', 3: 'fangsong', 4: 'fangsong' }
const names: Readonly<Record<1 | 2 | 3 | 4, string>> = { 1: '黑体', 2: '楷体', 3: '仿宋', 4: '仿宋' }

export const levelChecks: readonly Check[] = [
  {
    id: 48,
    expected: () => '依次为“一、”“（一）”“1.”“（1）”，序数连续',
    mend: '核对序数，缺号、重号和跳级的改正过来。',
    judge: (subject) => withLevels(subject, sequenceFaults, '序数连续，层次不跳'),
  },
  {
    id: 49,
    expected: () => '一级黑体、二级楷体、三四级仿宋，均为3号',
    mend: '按层次改字体：一级黑体，二级楷体，三、四级仿宋，均为三号。',
    judge: (subject) =>
      withLevels(
        subject,
        (levels) =>
          faultsOf(
            levels.map(({ at }) => at),
            (one) => lookFault(subject, one),
          ),
        '各层字体正确',
      ),
  },
  {
    id: 50,
    expected: () => '“一、”用顿号，“1.”用圆点，“（一）”“（1）”用全角括号、后面不加标点',
    mend: '把序数后的标点和括号改为规定的写法。',
    judge: (subject) =>
      withLevels(
        subject,
        (levels) => levels.flatMap(({ level }) => (level.fault === null ? [] : [level.fault])),
        '写法正确',
      ),
  },
]

type Heading = { readonly at: PaperParagraph; readonly level: LevelFound }

function withLevels({ found }: Subject, faults: (levels: readonly Heading[]) => readonly string[], fine: string) {
  const levels = found.body.flatMap((at) => {
    const level = levelOf(at.text)
    return level ? [{ at, level }] : []
  })
  return levels.length === 0 ? undecided('正文没有层次序数') : verdict(faults(levels), fine)
}

/** Numbers go on by one or begin at one below a higher level; 一、 may be followed by 1. at once. */
function sequenceFaults(levels: readonly Heading[]): string[] {
  const faults: string[] = []
  const last = [0, 0, 0, 0, 0]
  for (const { at, level } of levels) {
    const before = last[level.level] ?? 0
    const wanted = before + 1
    const mayRestart = level.level >= 3 && level.number === 1
    if (level.number !== wanted && !mayRestart) faults.push(`${excerpt(at.text)}序数应为${wanted}`)
    const above = last.slice(1, level.level)
    const hasParent = level.level === 1 || (last[level.level - 1] ?? 0) > 0 || (level.level === 3 && (last[1] ?? 0) > 0)
    if (!hasParent && above.some((count) => count > 0)) faults.push(`${excerpt(at.text)}跳过了上一层`)
    last[level.level] = level.number
    last.fill(0, level.level + 1)
  }
  return faults
}

/** The number and what follows it up to the first full stop; a run-in heading is followed by plain text. */
function lookFault({ layout }: Subject, one: PaperParagraph): string | undefined {
  const level = levelOf(one.text)
  const run = headingRun(one)
  if (!level || !run) return undefined
  const font = run.fonts.eastAsia.name
  const isLevelFont = isOfFamily(layout, families[level.level], font)
  if (!isLevelFont) return `为${font || '未指明的字体'}，应为${names[level.level]}`
  const size = sizeOf(run)
  return size === layout.text.size.value ? undefined : `为${size / 2}磅`
}

function headingRun(one: PaperParagraph): RunPiece | undefined {
  const runs = visibleRuns(one)
  return runs.find(({ text }) => hanCount(text) > 0) ?? runs[0]
}
