/** 好的经验做法、典型、职工反响、成效 of a reply: picked from what the records themselves say. */
import type { Block } from '../../src-shared/documents.ts'
import { clauses } from '../documents/figure-sentence.ts'
import { paragraph, plain, present, quote, some, text, wholeSentences } from '../documents/report-words.ts'
import type { ReplyMaterial } from './reply-material.ts'

/** What was learnt at the grassroots, and practice that was written up. */
export function practiceBlocks({ facts }: ReplyMaterial): Block[] {
  const written = facts.activities.filter(({ genre, outcome }) => /经验|案例|成果/u.test(genre) && outcome !== '')
  return [
    ...written.slice(0, 5).map(({ title, outcome }) => text(`${quote(title)}：${wholeSentences(outcome, 300)}。`)),
    ...facts.outcomes.map(({ unitName, outcome }) => text(`在${unitName}蹲点：${wholeSentences(outcome, 300)}。`)),
  ]
}

export function modelBlocks({ figures, facts }: ReplyMaterial): Block[] {
  const models = facts.activities.filter(({ kind }) => kind === '典型')
  if (models.length === 0) return []
  const named = some(
    models.map(({ title }) => quote(title)),
    '',
  )
  return [
    paragraph([...clauses(figures, [['本期选树、总结典型', 'activity.models', '个']]), plain(`，有${named}。`)]),
    ...models
      .filter(({ outcome }) => outcome !== '')
      .slice(0, 5)
      .map(({ title, outcome }) => text(`${quote(title)}：${wholeSentences(outcome, 300)}。`)),
  ]
}

export function reactionBlocks({ figures, facts }: ReplyMaterial): Block[] {
  const said = facts.reactions.map((reaction) => wholeSentences(reaction, 120)).join('；')
  return present([
    said === '' ? null : text(`宣讲后，职工反映：${said}。`),
    asked(figures.lecture.questionsAnswered)
      ? paragraph([...clauses(figures, [['宣讲中现场解答职工提问', 'lecture.questionsAnswered', '个']]), plain('。')])
      : null,
  ])
}

export function achievementBlocks(material: ReplyMaterial): Block[] {
  const { figures, facts } = material
  const deeds = some(
    facts.deeds.map((deed) => wholeSentences(deed, 120)),
    '；',
  )
  return [
    ...reactionBlocks(material),
    ...present([
      deeds === ''
        ? null
        : paragraph([...clauses(figures, [['结合蹲点为职工群众办实事', 'stay.deeds', '件：']]), plain(`${deeds}。`)]),
    ]),
    ...facts.outcomes.map(({ unitName, outcome }) => text(`在${unitName}蹲点：${wholeSentences(outcome, 300)}。`)),
  ]
}

const asked = (count: number | null) => count !== null && count > 0
