/** The five real notices: what is proposed from each, beside what they ask for. */
import { describe, expect, test } from 'vitest'
import { documentText } from '../../../../src-main/documents/recognise/render-text.ts'
import { proposeRequirements } from '../../../../src-main/notices/propose/propose-requirements.ts'
import { requirementSchema } from '../../../../src-shared/notices.ts'
import { areSeedsThere, dateOf, readSeed, seedLetters, whySkipped } from '../seeds.ts'
import { compareProposals, comparisonText, totalOf } from './compare-proposals.ts'
import { domainRows } from './domain-rows.ts'

/** Of all five together, and of each. */
const floor = { total: { precision: 0.95, recall: 0.97 }, each: { precision: 0.85, recall: 0.95 } }

describe.skipIf(!areSeedsThere)(`proposals from the five notices${whySkipped}`, () => {
  test(`reach precision ${floor.total.precision} and recall ${floor.total.recall} together, fields and all`, () => {
    const comparisons = seedLetters.map((letter) => {
      const document = readSeed(letter)
      return compareProposals(
        letter,
        domainRows[letter] ?? [],
        proposeRequirements(document, { noticeDate: dateOf(document) }),
      )
    })
    console.log(comparisonText(comparisons))
    const total = totalOf(comparisons)
    expect(total.precision).toBeGreaterThanOrEqual(floor.total.precision)
    expect(total.recall).toBeGreaterThanOrEqual(floor.total.recall)
    for (const { name, precision, recall } of comparisons) {
      expect(precision, name).toBeGreaterThanOrEqual(floor.each.precision)
      expect(recall, name).toBeGreaterThanOrEqual(floor.each.recall)
    }
  })

  test('quote the recognised text exactly and are what the schema lets through', () => {
    for (const letter of seedLetters) {
      const document = readSeed(letter)
      const text = documentText(document)
      for (const proposal of proposeRequirements(document, { noticeDate: dateOf(document) })) {
        expect(text).toContain(proposal.quote)
        expect(requirementSchema.parse(proposal)).toEqual(proposal)
        expect(proposal).toMatchObject({ state: '待确认', source: '自动' })
      }
    }
  })

  test('leave the sections alone that only say what a congress means', () => {
    const places = seedLetters.flatMap((letter) =>
      proposeRequirements(readSeed(letter), { noticeDate: null }).map(({ place }) => `${letter}${place[0] ?? ''}`),
    )
    expect(places.filter((place) => /^[ABDE]一、/u.test(place))).toEqual([])
  })
})
