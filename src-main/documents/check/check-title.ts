/** Checks of title and 主送机关 (标题、主送机关). */

import { widthOf } from '../../../src-shared/chinese.ts'
import type { Layout } from '../../../src-shared/layouts.ts'
import { breaksWell } from '../../../src-shared/title-breaking.ts'
import { type Check, faultsOf, inLines, isNear, type Subject, undecided, verdict } from './check.ts'
import { pitchOf } from './check-page.ts'
import {
  alignmentOf,
  excerpt,
  indentOf,
  isBold,
  isOfFamily,
  linesBetween,
  mainFont,
  mainSize,
  visibleRuns,
} from './measure.ts'
import { wordsOf } from './recognise.ts'
import { namesIn, officeEnd } from './recognise-main.ts'

/** Of a line; twips: 0.2 mm. */
const tolerance = { lines: 0.3, indent: 11 }

export const titleChecks: readonly Check[] = [
  {
    id: 39,
    expected: ({ title, fonts }) => `${fonts.xiaobiaosong.name}，${title.size.value / 2}磅（2号），不加粗，居中`,
    mend: '标题设为二号小标宋，不加粗，居中，缩进为0。',
    judge: ({ found, layout }) => {
      if (found.title.length === 0) return undecided('没有认出标题')
      return verdict(
        faultsOf(found.title, (one) => {
          if (mainSize(one) !== layout.title.size.value) return `为${mainSize(one) / 2}磅`
          if (!isOfFamily(layout, 'xiaobiaosong', mainFont(one))) return `为${mainFont(one) || '未指明的字体'}`
          if (visibleRuns(one).some(isBold)) return '加了粗'
          const { left, right, first } = indentOf(one)
          return alignmentOf(one.look) === 'center' && left === right && first === 0 ? undefined : '没有居中'
        }),
        '2号小标宋，居中',
      )
    },
  },
  {
    id: 40,
    expected: ({ title }) => `空${title.linesAbove.value}行`,
    mend: '红色分隔线与标题之间空二行。',
    judge: (subject) => {
      const { title, head, form } = subject.found
      const above = head.redLine?.at ?? head.number
      const first = title[0]
      if (!first || !above || above.place !== 'body' || form === 'letter') return undecided('没有认出标题或红色分隔线')
      const lines = linesBetween(subject.paper.paragraphs, above, first, pitchOf(subject))
      return verdict(
        isNear(lines, subject.layout.title.linesAbove.value, tolerance.lines) ? [] : [inLines(lines)],
        inLines(lines),
      )
    },
  },
  {
    id: 41,
    expected: ({ title }) =>
      `梯形或菱形，每行不超过${title.maxCharacters.value}字，末行不少于${title.minLastLine.value}字`,
    mend: '重新断行，使各行长短排成梯形或菱形。',
    judge: ({ found, layout }) => {
      if (found.title.length === 0) return undecided('没有认出标题')
      const lines = titleLines({ found }, layout)
      return verdict(
        shapeFaults(lines.map(widthOf), layout),
        lines.length === 1 ? '一行' : `${lines.length}行，排列得当`,
      )
    },
  },
  {
    id: 42,
    expected: () => '回行处词意完整',
    mend: '在词与词之间重新断行，书名、数字和机关名称不拆开。',
    judge: ({ found, layout }) => {
      const lines = titleLines({ found }, layout)
      if (lines.length < 2) return undecided('标题只有一行或没有认出')
      const title = lines.join('')
      const names = found.issuers.flatMap(({ text }) => namesIn(text))
      const faults: string[] = []
      let at = 0
      for (const line of lines.slice(0, -1)) {
        at += line.length
        if (!breaksWell(title, at, names))
          faults.push(`在“${title.slice(Math.max(0, at - 3), at)}｜${title.slice(at, at + 3)}”处断开`)
      }
      return verdict(faults, '没有拆词')
    },
  },
  {
    id: 43,
    expected: () => '发文机关＋关于＋事由＋的＋文种',
    mend: '标题补全发文机关、事由和文种。',
    judge: ({ found }) => {
      if (found.title.length === 0) return undecided('没有认出标题')
      if (found.form === 'minutes') return undecided('纪要的标题可以从简')
      const title = wordsOf(found.title)
      const [named = ''] = namesIn(found.issuers[0]?.text ?? '')
      // A post above the date is that of 签名章.
      const issuer = officeEnd.test(named) ? named.replace(/\s/g, '') : ''
      const faults = [
        ...(title.includes('关于') || /(转发|印发)/.test(title) ? [] : ['没有“关于”']),
        ...(found.kind === null ? ['没有以文种结尾'] : []),
        ...(issuer === '' || startsAlike(title, issuer) ? [] : [`没有以发文机关“${issuer}”开头`]),
      ]
      return verdict(faults, excerpt(title, 40))
    },
  },
  {
    id: 44,
    expected: ({ recipients }) => `标题下空${recipients.linesAbove.value}行，顶格，以“：”结尾`,
    mend: '主送机关排在标题下空一行处，顶格，末尾用全角冒号。',
    judge: (subject) => {
      const { recipients, title, kind, imprint } = subject.found
      if (!recipients) {
        const isNeeded = ['报告', '请示', '函', '批复'].includes(kind ?? '') && !imprint?.sendTo
        return isNeeded && title.length > 0 ? verdict(['没有主送机关'], '') : undecided('没有主送机关')
      }
      const { left, first } = indentOf(recipients)
      const above = title.at(-1)
      const lines = above ? linesBetween(subject.paper.paragraphs, above, recipients, pitchOf(subject)) : undefined
      const words = recipients.text.trimEnd()
      const isRightLines =
        lines === undefined || isNear(lines, subject.layout.recipients.linesAbove.value, tolerance.lines)
      const faults = [
        ...(isRightLines ? [] : [`标题与主送机关之间${inLines(lines ?? 0)}`]),
        ...(isNear(left, 0, tolerance.indent) && isNear(first, 0, tolerance.indent) && !/^\s/.test(words)
          ? []
          : ['没有顶格']),
        ...(words.endsWith('：') ? [] : [`末尾为“${words.slice(-1)}”`]),
      ]
      return verdict(faults, excerpt(words, 24))
    },
  },
]

/** As broken by the writer, and where a line is longer than the type area, as it would wrap. */
function titleLines({ found }: Pick<Subject, 'found'>, layout: Layout): string[] {
  const lines = found.title.flatMap(({ text }) => text.split('\n')).map((line) => line.trim())
  // A title in a smaller type has more room.
  const size = found.title[0] ? mainSize(found.title[0]) : layout.title.size.value
  const most = Math.max(layout.title.maxCharacters.value, Math.floor(layout.typeArea.width.value / (size * 10)))
  return lines.filter(Boolean).flatMap((line) => {
    const parts = ['']
    for (const char of line) {
      if (widthOf(`${parts.at(-1)}${char}`) > most) parts.push('')
      parts[parts.length - 1] += char
    }
    return parts
  })
}

function shapeFaults(widths: readonly number[], { title }: Layout): string[] {
  if (widths.length < 2) return []
  const steps = widths.slice(1).map((width, index) => width - (widths[index] ?? 0))
  const turns = steps.map(Math.sign)
  // 梯形 grows or shrinks throughout; 菱形 grows, then shrinks.
  const isShaped = !turns.some((turn, index) => index > 0 && turn > (turns[index - 1] ?? 0))
  return [
    ...(steps.some((step) => Math.abs(step) < title.minStep.value)
      ? [`相邻两行几乎等长（${widths.join('、')}字）`]
      : []),
    ...(isShaped ? [] : [`中间短、两头长（${widths.join('、')}字）`]),
    ...((widths.at(-1) ?? 0) < title.minLastLine.value ? [`末行只有${widths.at(-1)}字`] : []),
  ]
}

function startsAlike(title: string, issuer: string): boolean {
  return title.startsWith(issuer) || title.includes(issuer) || issuer.startsWith(title.split('关于')[0] || '\n')
}
