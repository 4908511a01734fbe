/** Checks of 签发人: who needs them, where they stand, in which fonts. */
import { widthOf } from '../../../src-shared/chinese.ts'
import { type Check, inMillimetres, isNear, type Subject, undecided, verdict } from './check.ts'
import { isUpward } from './check-head.ts'
import { typeWidth } from './check-page.ts'
import { alignmentOf, characterOf, excerpt, hanCount, indentOf, isOfFamily, visibleRuns } from './measure.ts'
import type { PaperParagraph, RunPiece } from './paper.ts'

/** Twips: 0.7 mm (7.2.5, 7.2.6). */
const tolerance = 40

const label = /签\s*发\s*人\s*[:：]?/
const withoutSigners = new Set(['通知', '函', '纪要', '通报', '批复', '决定', '公告', '通告'])

export const signerChecks: readonly Check[] = [
  {
    id: 33,
    expected: () => '发文字号居左空一字，与最后一个签发人同行；签发人居右空一字',
    mend: '发文字号与最后一行签发人排在同一行，左空一字，签发人右空一字。',
    judge: (subject) => {
      const { head } = subject.found
      const last = head.signers.at(-1)
      if (!last || !head.number) return undecided('没有签发人或发文字号')
      if (head.number !== last && !(head.number.table && head.number.table === last.table))
        return verdict(['发文字号与签发人不在同一行'], '')
      if (last.place !== 'body' || last.place !== head.number.place) return undecided('排在表格或文本框里，须看版面')
      const character = characterOf(head.number)
      const { left, first } = indentOf(head.number)
      const right = rightSpace(subject)
      const faults = [
        ...(isNear(left + first, character, tolerance) ? [] : [`发文字号左空${inMillimetres(left + first)}`]),
        ...(right === undefined || isNear(right, character, tolerance) ? [] : [`签发人右空${inMillimetres(right)}`]),
      ]
      return verdict(faults, '左右各空一字')
    },
  },
  {
    id: 34,
    expected: ({ number }) => `“签发人：”用仿宋，姓名用楷体，每行不超过${number.signersPerLine.value}人`,
    mend: '“签发人”用三号仿宋、全角冒号，姓名用三号楷体，每行排两人。',
    judge: (subject) => {
      const { signers } = subject.found.head
      if (signers.length === 0) return undecided('没有签发人')
      const runs = signers.flatMap((one) => namePieces(one, subject.found.head.numberText))
      const names = runs.filter(({ isLabel, run }) => !isLabel && hanCount(run.text) > 0)
      const labels = runs.filter(({ isLabel }) => isLabel)
      const faults = [
        ...labels
          .filter(({ run }) => !has(subject, 'fangsong', run))
          .map(({ run }) => `${excerpt(run.text)}为${run.fonts.eastAsia.name}`),
        ...names
          .filter(({ run }) => !has(subject, 'kaiti', run))
          .map(({ run }) => `姓名${excerpt(run.text)}为${run.fonts.eastAsia.name}`),
        ...(/签\s*发\s*人：/.test(signers[0]?.text ?? '') ? [] : ['“签发人”后应为全角冒号']),
        ...signers
          .filter((one) => namesIn(one, subject).length > subject.layout.number.signersPerLine.value)
          .map((one) => `${excerpt(one.text, 30)}一行多于两人`),
      ]
      return verdict(faults, '字体和排列正确')
    },
  },
  {
    id: 35,
    expected: () => '报告、请示标注签发人，其他文种不标',
    mend: '上行文补上签发人；下行文、平行文删去签发人。',
    judge: ({ found: { kind, head } }) => {
      const has = head.signers.length > 0
      if (isUpward(kind)) return verdict(has ? [] : [`${kind}没有签发人`], '有签发人')
      if (kind === null || !withoutSigners.has(kind)) return undecided('文种不定，请自行核对')
      return verdict(has ? [`${kind}不应有签发人`] : [], '没有签发人')
    },
  },
]

function has({ layout }: Subject, family: 'fangsong' | 'kaiti', run: RunPiece): boolean {
  return isOfFamily(layout, family, run.fonts.eastAsia.name)
}

/** Runs of label and names; the number's are left out. */
function namePieces(one: PaperParagraph, numberText: string): { run: RunPiece; isLabel: boolean }[] {
  return visibleRuns(one)
    .filter(({ text }) => !(numberText.includes(text.trim()) || (text.includes('〔') && !label.test(text))))
    .map((run) => ({
      run,
      isLabel: label.test(run.text) && hanCount(run.text.replace(label, '').replace(numberText, '')) === 0,
    }))
    .filter(({ run, isLabel }) => isLabel || !label.test(run.text))
}

/** Two-character names have a space inside, so only tabs and wider gaps part names. */
function namesIn(one: PaperParagraph, { found }: Subject): string[] {
  const words = one.text.replace(found.head.numberText, '').replace(label, '')
  return words
    .replace(/(?<=^|[\s、])(\p{Script=Han})[ \u3000]+(\p{Script=Han})(?=$|[\s、])/gu, '$1$2')
    .split(/[\s\u3000、，]+/)
    .filter(Boolean)
}

/** From the end of the longest line of signers to the edge; undefined where no tab stop tells. */
function rightSpace({ found, paper, layout }: Subject): number | undefined {
  const spaces = found.head.signers.flatMap((one) => {
    const section = paper.sections[one.section]
    const width = section ? typeWidth(section) : layout.typeArea.width.value
    const stops = Object.entries(one.look)
      .filter(([name]) => name.startsWith('tab/'))
      .map(([, stop]) => ({ at: Number(stop.pos), isRight: stop.val === 'right' || stop.val === 'end' }))
      .sort((a, b) => a.at - b.at)
    const segments = one.text.split('\t')
    const stop = stops[segments.length - 2]
    if (alignmentOf(one.look) === 'right') return [indentOf(one).right]
    if (!stop) return []
    const text = widthOf(segments.at(-1)?.trimEnd() ?? '') * characterOf(one)
    return [width - stop.at - (stop.isRight ? 0 : text)]
  })
  return spaces.length === 0 ? undefined : Math.min(...spaces)
}
