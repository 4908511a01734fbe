/** What is new among the proposals when a notice is opened again (重新提取): never twice what the clerk has dealt with. */
import type { RequirementFields } from '../../../src-shared/notices.ts'

type Known = Pick<RequirementFields, 'kind' | 'title' | 'quote' | 'place' | 'code' | 'source'>

/**
 * Those of `fresh` that nothing in `existing` stands for, in their order. `existing` is everything that the notice ever had,
 * set aside and removed ones too. A requirement stands for a proposal of the same catalogue row, of the same words, of words
 * that it holds (merged) or of words that hold it (split, or its quotation shortened).
 */
export function mergeProposals<Fields extends RequirementFields>(
  existing: readonly Known[],
  fresh: readonly Fields[],
): Fields[] {
  const known = existing.flatMap((one) => piecesOf(one.quote).map((words) => ({ ...one, words })))
  const open = fresh.filter((proposal) => !known.some((one) => standsFor(one, proposal)))
  // A proposal whose quotation the clerk has emptied can only be told by where it stood.
  const emptied = known.filter(({ words, source, code }) => words === '' && source === '自动' && code === '')
  return emptied.reduce((rest, one) => withoutOneAt(rest, one), open)
}

function standsFor(one: Known & { words: string }, proposal: RequirementFields): boolean {
  if (proposal.code !== '' && one.code === proposal.code) return true
  const words = squeezed(proposal.quote)
  if (words === '' || one.words === '') return one.title === proposal.title && one.kind === proposal.kind
  // A catalogue quotes a few words only, which stand for one kind of duty among several in a sentence.
  if (proposal.source === '目录' || one.source === '目录')
    return one.kind === proposal.kind && (one.words.includes(words) || words.includes(one.words))
  if (one.words.includes(words)) return one.words !== words || isSamePlace(one, proposal) || words.length >= 8
  if (!words.includes(one.words)) return false
  return one.source === '自动' ? isSamePlace(one, proposal) : one.words.length * 2 >= words.length
}

function withoutOneAt<Fields extends RequirementFields>(fresh: readonly Fields[], one: Known): Fields[] {
  const there = fresh.filter((proposal) => isSamePlace(one, proposal))
  const same = there.find(({ kind }) => kind === one.kind) ?? there[0]
  return fresh.filter((proposal) => proposal !== same)
}

function isSamePlace(one: Pick<Known, 'place'>, other: Pick<Known, 'place'>): boolean {
  return one.place.join('\n') === other.place.join('\n')
}

/** A merged requirement has several quotations in one. */
function piecesOf(quote: string): string[] {
  const pieces = quote.split(/……|\n/u).map(squeezed).filter(Boolean)
  return pieces.length > 0 ? pieces : ['']
}

/** Words without marks and spaces, which editing adds and drops. */
function squeezed(quote: string): string {
  return quote.replace(/[\s，。；：、！？…]+/gu, '')
}
