/** Checks of letters and minutes (信函格式、纪要格式). */
import { type Check, faultsOf, inMillimetres, isNear, type Subject, undecided, verdict } from './check.ts'
import { rulesOf } from './check-imprint.ts'
import { numbered } from './check-page-number.ts'
import { attendance } from './check-text.ts'
import { alignmentOf, excerpt, hanCount, indentOf, isOfFamily, isRed, visibleRuns } from './measure.ts'
import type { PaperParagraph } from './paper.ts'
import { wordsOf } from './recognise.ts'

/** 170 ±0.5 mm, in twips (10.1). */
const doubleLine = { length: 9638, tolerance: 28 }

export const formChecks: readonly Check[] = [
  {
    id: 79,
    expected: () => `红色双线，长${inMillimetres(doubleLine.length)}`,
    mend: '首条红色双线长17厘米，居中排在发文机关标志下4毫米处。',
    judge: (subject) => judgeLine(subject, 0),
  },
  {
    id: 80,
    expected: () => `红色双线，长${inMillimetres(doubleLine.length)}`,
    mend: '末条红色双线长17厘米，居中排在距下页边20毫米处。',
    judge: (subject) => judgeLine(subject, 1),
  },
  {
    id: 81,
    expected: () => '首条上粗下细，末条上细下粗',
    mend: '首条双线用“上粗下细”，末条用“上细下粗”。',
    judge: (subject) => {
      if (subject.found.form !== 'letter') return undecided('不是信函格式')
      const kinds = doubleLines(subject).map(({ kind }) => kind)
      if (kinds.length < 2 || kinds.some((kind) => kind === 'drawn')) return undecided('双线是画的，须看版面')
      const isRight = kinds[0]?.startsWith('thickThin') && kinds.at(-1)?.startsWith('thinThick')
      return verdict(isRight ? [] : [`现为${kinds.join('、')}`], '上粗下细、上细下粗')
    },
  },
  {
    id: 82,
    expected: () => '顶格居右',
    mend: '发文字号右对齐，右缩进为0。',
    judge: ({ found: { form, head } }) => {
      if (form !== 'letter' || !head.number) return undecided('不是信函格式，或没有发文字号')
      const isFlush = alignmentOf(head.number.look) === 'right' && indentOf(head.number).right === 0
      return verdict(isFlush ? [] : ['没有顶格居右'], '顶格居右')
    },
  },
  {
    id: 83,
    expected: () => '首页不显示页码，版记无印发机关、印发日期和分隔线',
    mend: '勾选“首页不同”、首页页脚不排页码；版记只留抄送机关，去掉分隔线。',
    judge: ({ found, paper }) => {
      if (found.form !== 'letter') return undecided('不是信函格式')
      const first = paper.sections[0]
      const showsNumber = first
        ? numbered(first.hasTitlePage ? first.footers.first : first.footers.default).length > 0
        : false
      const faults = [
        ...(showsNumber ? ['首页有页码'] : []),
        ...(found.imprint?.printed ? ['版记有印发机关和印发日期'] : []),
        ...(found.imprint && rulesOf(found.imprint).length > 0 ? ['版记有分隔线'] : []),
      ]
      return verdict(faults, '首页无页码，版记从简')
    },
  },
  {
    id: 84,
    expected: ({ fonts }) => `标志以“纪要”结尾；“出席：”等用${fonts.heiti.name}，姓名用仿宋，回行与冒号后首字对齐`,
    mend: '“出席”“请假”“列席”用三号黑体，姓名用三号仿宋，设悬挂缩进；纪要不加盖印章。',
    judge: (subject) => {
      const { found, layout } = subject
      if (found.form !== 'minutes' && found.kind !== '纪要') return undecided('不是纪要')
      const lists = [...found.body, ...found.issuers].filter(({ text }) => attendance.test(text))
      const faults = faultsOf(lists, (one) => {
        const runs = visibleRuns(one).filter(({ text }) => hanCount(text) > 0)
        const [label, ...names] = runs
        if (label && !isOfFamily(layout, 'heiti', label.fonts.eastAsia.name)) return '标签不是黑体'
        const isFangsong = names.every((run) => isOfFamily(layout, 'fangsong', run.fonts.eastAsia.name))
        if (!isFangsong || names.length === 0) return '姓名不是仿宋'
        return indentOf(one).first < 0 ? undefined : '回行没有与姓名对齐'
      })
      const mark = wordsOf(found.head.mark)
      if (mark !== '' && !mark.endsWith('纪要')) faults.push(`标志${excerpt(mark)}没有以“纪要”结尾`)
      return verdict(faults, '标志和出席人员正确')
    },
  },
]

type DoubleLine = { readonly kind: string; readonly length: number; readonly colour: string }

/** From the first page's header and the head of the document; in order. */
function doubleLines({ paper, layout }: Subject): DoubleLine[] {
  const section = paper.sections[0]
  const shown = [
    ...(section?.headers.first?.paragraphs ?? []),
    ...paper.paragraphs.slice(0, 30),
    ...(section?.footers.first?.paragraphs ?? []),
  ]
  return shown.flatMap((one) => [
    ...['top', 'bottom', 'between'].flatMap((side) => {
      const border = one.look[`pBdr/${side}`]
      if (!border || !/^(thickThin|thinThick|double)/.test(border.val ?? '')) return []
      return [
        { kind: border.val ?? '', length: widthOfBorder(one, layout.typeArea.width.value), colour: border.color ?? '' },
      ]
    }),
    ...one.rules
      .filter(({ box }) => box.width > 9000)
      .map(({ box, colour }) => ({ kind: 'drawn', length: box.width, colour })),
  ])
}

function widthOfBorder(one: PaperParagraph, room: number): number {
  const frame = Number(one.look.framePr?.w)
  const { left, right } = indentOf(one)
  return (Number.isFinite(frame) && frame > 0 ? frame : room) - left - right
}

function judgeLine(subject: Subject, index: number) {
  if (subject.found.form !== 'letter') return undecided('不是信函格式')
  const lines = doubleLines(subject)
  if (lines.length === 0 && subject.found.head.mark.length === 0) return undecided('没有双线（可能套印）')
  // A line drawn as two strokes counts as two.
  const line = lines.length > 2 ? lines[index * Math.floor(lines.length / 2)] : lines[index]
  if (!line) return verdict([index === 0 ? '没有首条双线' : '没有末条双线'], '')
  const faults = [
    ...(isNear(line.length, doubleLine.length, doubleLine.tolerance) ? [] : [`长${inMillimetres(line.length)}`]),
    ...(isRed(line.colour) ? [] : [`颜色为${line.colour || '黑色'}`]),
  ]
  return verdict(faults, `红色，长${inMillimetres(line.length)}`)
}
