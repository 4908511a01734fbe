/** Opening a notice again: what the clerk has dealt with is neither lost nor proposed twice. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { recogniseDocument } from '../../../../src-main/documents/recognise/recognise-document.ts'
import { findCatalogueNotice } from '../../../../src-main/notices/catalogue/catalogue.ts'
import { mergeProposals } from '../../../../src-main/notices/propose/merge-proposals.ts'
import { proposeRequirements } from '../../../../src-main/notices/propose/propose-requirements.ts'
import type { RequirementFields } from '../../../../src-shared/notices.ts'
import { openedNotices } from './opened-notices.ts'
import { practiceNotices } from './practice-notices.ts'

const notices = [...practiceNotices, ...openedNotices].map(({ text, date }) =>
  proposeRequirements(recogniseDocument({ text }).document, { noticeDate: date }),
)

/** What a clerk may do to a requirement; each takes the list and a place in it. */
const acts: Readonly<Record<string, (list: readonly RequirementFields[], at: number) => RequirementFields[]>> = {
  confirm: (list, at) => replaced(list, at, (one) => [{ ...one, state: '已确认' }]),
  setAside: (list, at) => replaced(list, at, (one) => [{ ...one, state: '不适用' }]),
  rename: (list, at) => replaced(list, at, (one) => [{ ...one, title: '另取的名称', kind: '其他' as never }]),
  renumber: (list, at) =>
    replaced(list, at, (one) => [
      { ...one, minimum: { count: 9, unit: '场', scope: '每月' }, window: null, code: 'X1' },
    ]),
  space: (list, at) => replaced(list, at, (one) => [{ ...one, quote: one.quote.replace(/，/gu, '， ') }]),
  shorten: (list, at) =>
    replaced(list, at, (one) => [{ ...one, quote: one.quote.slice(0, Math.ceil(one.quote.length / 2)) }]),
  split: (list, at) =>
    replaced(list, at, (one) => {
      const half = Math.ceil(one.quote.length / 2)
      return [
        { ...one, quote: one.quote.slice(0, half) },
        { ...one, quote: one.quote.slice(half) },
      ]
    }),
  // The other one is removed, which mergeProposals is told of as well.
  merge: (list, at) => {
    const [one, other] = [list[at], list[at + 1]]
    if (!one || !other) return [...list]
    return [...list.slice(0, at), { ...one, quote: `${one.quote}\n${other.quote}` }, ...list.slice(at + 1)]
  },
  add: (list, at) =>
    replaced(list, at, (one) => [
      one,
      { ...one, title: '自己加的', quote: '', source: '人工', place: [], state: '已确认' },
    ]),
}

function replaced(
  list: readonly RequirementFields[],
  at: number,
  change: (one: RequirementFields) => RequirementFields[],
): RequirementFields[] {
  return list.flatMap((one, index) => (index === at ? change(one) : [one]))
}

describe('opening a notice again', () => {
  test('whatever the clerk did to the proposals, none of them comes again', () => {
    const doing = fc.array(fc.record({ act: fc.constantFrom(...Object.keys(acts)), at: fc.nat(30) }), { maxLength: 8 })
    fc.assert(
      fc.property(fc.constantFrom(...notices), doing, (fresh, deeds) => {
        const kept = deeds.reduce<readonly RequirementFields[]>(
          (list, { act, at }) => acts[act]?.(list, at % Math.max(1, list.length)) ?? list,
          fresh,
        )
        expect(mergeProposals(kept, fresh)).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  test('what was never there is proposed, once', () => {
    fc.assert(
      fc.property(fc.constantFrom(...notices), fc.nat(30), (fresh, at) => {
        const index = at % fresh.length
        const [lacking] = fresh.slice(index, index + 1)
        const others = fresh.filter((one) => one !== lacking)
        const isPartOfAnother = others.some(
          ({ quote }) => quote.includes(lacking?.quote ?? '') || lacking?.quote.includes(quote),
        )
        const added = mergeProposals(others, fresh)
        if (!isPartOfAnother) expect(added).toEqual([lacking])
        expect(mergeProposals([...others, ...added], fresh)).toEqual([])
      }),
    )
    for (const fresh of notices) expect(mergeProposals([], fresh)).toEqual(fresh)
  })

  test('a proposal whose quotation was emptied is known by its place, and stands for one only', () => {
    const fresh = notices[0] ?? []
    const emptied = fresh.map((one, index) => (index === 1 ? { ...one, quote: '', title: '改了' } : one))
    expect(mergeProposals(emptied, fresh)).toEqual([])
    expect(mergeProposals(emptied.slice(1), fresh)).toHaveLength(1)
  })

  test('rows of the catalogue are known by their code, and by their words where the text was proposed from before', () => {
    const rows = findCatalogueNotice('固工发〔2022〕142号')?.requirements ?? []
    expect(mergeProposals(rows, rows)).toEqual([])
    const [first] = rows
    if (!first) throw new Error('the catalogue is empty')
    const proposed = {
      ...first,
      code: '',
      source: '自动' as const,
      quote: `各单位要办好${first.quote}。`,
      title: '别的名称',
    }
    expect(mergeProposals([proposed], rows).map(({ code }) => code)).toEqual(rows.slice(1).map(({ code }) => code))
  })
})
