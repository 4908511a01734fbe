/**
 * The text of a draft report (报告初稿): 主要做法, 取得成效, 存在问题, 下一步打算. It says only what the records say; where
 * they say nothing, a marked sentence asks the clerk.
 */
import { periodWords } from '../../src-shared/chinese.ts'
import type { Block, Run } from '../../src-shared/documents.ts'
import type { Period } from '../../src-shared/period.ts'
import type { FigureKey, PeriodFigures } from '../../src-shared/statistics.ts'
import { clauses, figureRun, noneRun } from './figure-sentence.ts'
import type { ReportFacts } from './report-facts.ts'
import { lectureBlocks, stayBlocks, studyBlocks } from './report-practice.ts'
import { heading, markedBlock, paragraph, plain, present, quote, some, text, wholeSentences } from './report-words.ts'

export type ReportMaterial = {
  readonly issuer: string
  readonly period: Period
  readonly figures: PeriodFigures
  readonly facts: ReportFacts
}

/** The first figures of paragraphs that are there only while they hold: deeds, unions not reached, open problems. */
export const passingFigures: readonly FigureKey[] = ['stay.deeds', 'lecture.baseUnions', 'stay.problems']

/** Every paragraph with figures begins with a figure of its own, by which it is found again. */
export function reportBlocks({ issuer, period, figures, facts }: ReportMaterial): Block[] {
  return [
    text(`现将${issuer}${periodWords(period)}学习宣讲蹲点工作情况报告如下。`),
    heading(1, '主要做法'),
    heading(2, '学习活动组织情况'),
    ...studyBlocks(figures, facts),
    heading(2, '宣讲工作开展情况'),
    ...lectureBlocks(figures, facts),
    heading(2, '蹲点工作开展情况'),
    ...stayBlocks(figures, facts),
    heading(1, '取得成效'),
    ...orMarked(results(figures, facts), '本期取得的成效，请据实写明'),
    heading(1, '存在问题'),
    ...orMarked(present([coverageGap(figures, facts), openProblems(figures, facts)]), '本期存在的问题，请据实写明'),
    heading(1, '下一步打算'),
    ...orMarked(plans(figures, facts), '下一步打算，请写明措施和时限'),
    text('特此报告。'),
  ]
}

function results(figures: PeriodFigures, facts: ReportFacts): Block[] {
  // As entered: some are the worker's own words in “ ”, some are told by the clerk.
  const reactions = facts.reactions.map((reaction) => wholeSentences(reaction, 120)).join('；')
  const deeds = some(
    facts.deeds.map((deed) => wholeSentences(deed, 120)),
    '；',
  )
  return present([
    reactions === '' ? null : text(`宣讲后，职工反映：${reactions}。`),
    deeds === ''
      ? null
      : paragraph([...clauses(figures, [['结合蹲点为职工群众办实事', 'stay.deeds', '件：']]), plain(`${deeds}。`)]),
    ...facts.outcomes.map(({ unitName, outcome }) => text(`在${unitName}蹲点：${wholeSentences(outcome, 300)}。`)),
  ])
}

export function coverageGap(figures: PeriodFigures, facts: ReportFacts): Block | null {
  const { baseUnions, coveredUnions } = figures.lecture
  if (baseUnions <= coveredUnions) return null
  const base = [plain('单位名册所列'), figureRun(figures, 'lecture.baseUnions'), plain('个基层工会中，')]
  if (coveredUnions === 0)
    return paragraph([...base, noneRun('尚无', 'lecture.coveredUnions'), plain('单位登记为本期宣讲所覆盖。')])
  const townships = some(facts.uncovered.map(({ township, unions }) => `${township}${unions}个`))
  return paragraph([
    ...base,
    plain('本期宣讲覆盖'),
    figureRun(figures, 'lecture.coveredUnions'),
    plain(`个，宣讲覆盖还不全面，尚未覆盖的有${townships}。`),
  ])
}

export function openProblems(figures: PeriodFigures, facts: ReportFacts): Block | null {
  const { problems, problemsSolved } = figures.stay
  const open = problems - problemsSolved
  if (open <= 0) return null
  const solved: Run[] =
    problemsSolved === 0
      ? [noneRun('均未', 'stay.problemsSolved'), plain('办结')]
      : [plain('已办结'), figureRun(figures, 'stay.problemsSolved'), plain(`个，其余${open}个尚未办结`)]
  const named = facts.openProblems.map(
    (problem) =>
      `${problem.unitName}${quote(wholeSentences(problem.text, 60))}${problem.isOverdue ? '（已超过办理时限）' : ''}`,
  )
  return paragraph([
    plain('蹲点中梳理的'),
    figureRun(figures, 'stay.problems'),
    plain('个问题，'),
    ...solved,
    plain(`：${named.join('；')}${open > named.length ? '等' : ''}。`),
  ])
}

/** Plans only for gaps that the records show; measures and times are the clerk's. */
export function plans({ lecture, stay }: PeriodFigures, facts: ReportFacts): Block[] {
  const townships = facts.uncovered.slice(0, 3).map(({ township }) => township)
  return present([
    lecture.baseUnions > lecture.coveredUnions
      ? text(`对尚未覆盖的基层工会安排宣讲，优先安排${townships.join('、')}所属单位。`)
      : null,
    stay.problems > stay.problemsSolved ? text('对尚未办结的问题逐项明确责任单位和办理时限，办结后回访职工。') : null,
    stay.continuing > 0 ? text('继续做好正在进行的蹲点，结束后及时总结。') : null,
  ])
}

function orMarked(blocks: readonly Block[], what: string): readonly Block[] {
  return blocks.length > 0 ? blocks : [markedBlock(what)]
}
