/** Lists inside a cell (一格多项): people, problems, deeds, shares; written so that reading gives the same back. */
import type { LectureFields } from '../../src-shared/lectures.ts'
import type { StayFields } from '../../src-shared/stays.ts'
import type { StudyFields } from '../../src-shared/studies.ts'
import { problemStates, speakerKinds, strata } from '../../src-shared/vocabulary.ts'
import { personName, type Read, readDay, readNumber } from './cell-values.ts'
import { readWord } from './words.ts'

type Speaker = LectureFields['speakers'][number]
type Cadre = StayFields['cadres'][number]
type StayProblem = StayFields['problems'][number]
type Share = StudyFields['strata'][number]

const leaderWord = '班子成员'
/** Stands for a line break inside one item of a list whose items are lines. */
const innerBreak = '↵'

/** 「赵铁柱（全国劳动模范；劳模工匠）、王强」: name, post, kind. */
export function readSpeakers(text: string): Speaker[] {
  return peopleOf(text).map(({ name, parts }) => {
    const last = speakerKinds.find((kind) => kind === parts.at(-1))
    const post = (last ? parts.slice(0, -1) : parts).join('；')
    return { name, post, kind: last ?? '其他' }
  })
}

export function writeSpeakers(speakers: readonly Speaker[]): string {
  return speakers.map(({ name, post, kind }) => `${name}（${post === '' ? '' : `${post}；`}${kind}）`).join('\n')
}

/** 「张三（副主席）、李四」; 班子成员 behind the post says that he is one. */
export function readCadres(text: string): Cadre[] {
  return peopleOf(text).map(({ name, parts }) => {
    const isLeader = parts.at(-1) === leaderWord
    return { name, post: (isLeader ? parts.slice(0, -1) : parts).join('；'), isLeader }
  })
}

export function writeCadres(cadres: readonly Cadre[]): string {
  return cadres
    .map(({ name, post, isLeader }) => {
      const inside = [post, isLeader ? leaderWord : ''].filter(Boolean).join('；')
      return inside === '' ? name : `${name}（${inside}）`
    })
    .join('\n')
}

/** One person a line, or several with 、 between them, outside brackets. */
function peopleOf(text: string): { readonly name: string; readonly parts: readonly string[] }[] {
  const people = text.split('\n').flatMap((line) => line.split(/[、，,；;/](?![^（(]*[）)])/u))
  return people
    .map((person) => person.trim())
    .filter(Boolean)
    .map((person) => {
      const [, name = person, inside = ''] = /^([^（(]*)[（(](.*)[）)]$/su.exec(person) ?? []
      return {
        name: personName(name),
        parts: inside
          .split(/[；;]/u)
          .map((part) => part.trim())
          .filter(Boolean),
      }
    })
}

/** One problem a line: 内容｜类别｜责任人｜时限｜状态, what is missing left out; numbers before a line are dropped. */
export function readProblems(text: string, year: number | null): Read<StayProblem[]> {
  const problems: StayProblem[] = []
  for (const line of linesOf(text)) {
    const [words = '', category = '', responsible = '', due = '', state = ''] = line
      .split(/[｜|]/u)
      .map((part) => part.trim().replaceAll(innerBreak, '\n'))
    const day = due === '' ? { value: null } : readDay(due, year)
    if ('wrong' in day) return day
    const word = state === '' ? { value: '待办' } : readWord(state, problemStates)
    if ('wrong' in word) return word
    const known = word.value as StayProblem['state']
    problems.push({ text: words, category, responsible, due: day.value, state: known })
  }
  return { value: problems }
}

export function writeProblems(problems: readonly StayProblem[]): string {
  return problems
    .map(({ text, category, responsible, due, state }) =>
      [text, category, responsible, due ?? '', state].map(asItem).join('｜'),
    )
    .join('\n')
}

export const readDeeds = (text: string): string[] => linesOf(text).map((line) => line.replaceAll(innerBreak, '\n'))
export const writeDeeds = (deeds: readonly string[]): string => deeds.map(asItem).join('\n')

const asItem = (text: string) => text.replaceAll('\n', innerBreak)

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim().replace(/^(?:[（(]?\d{1,2}[）)]|\d{1,2}[、．.](?!\d))\s*/u, ''))
    .filter(Boolean)
}

/** 「一线职工30；女职工12」, or the words alone. */
export function readShares(text: string): Read<Share[]> {
  const shares: Share[] = []
  for (const part of sharesIn(text)) {
    const [, word = part, number] = /^(.*?)(?:[:：])?\s*(\d+)?(?:人次?|名)?$/su.exec(part) ?? []
    const stratum = readWord(word, strata)
    if ('wrong' in stratum) return stratum
    const people = number === undefined ? { value: null } : readNumber(number)
    if ('wrong' in people) return people
    shares.push({ stratum: stratum.value as Share['stratum'], people: people.value })
  }
  return { value: shares }
}

/** Separators that belong to a word of the vocabulary are none. */
function sharesIn(text: string): string[] {
  const joined = '工会委员、技能标兵'
  return text
    .replaceAll(joined, joined.replace('、', '\0'))
    .split(/[；;、，,/\n]+/u)
    .map((part) => part.replace('\0', '、').trim())
    .filter(Boolean)
}

export function writeShares(shares: readonly Share[]): string {
  return shares.map(({ stratum, people }) => `${stratum}${people ?? ''}`).join('；')
}
