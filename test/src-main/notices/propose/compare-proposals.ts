/**
 * Proposals against what should come out of a notice. A proposal is right when its quotation holds the words of an expected
 * requirement of its kind; an expected one is found when the fields that it states agree with those proposals, else wrong.
 */
import type { RequirementFields } from '../../../../src-shared/notices.ts'
import type { Expected } from './expected-notice.ts'

export type Comparison = {
  readonly name: string
  readonly expected: number
  readonly proposed: number
  readonly found: number
  /** Found, though a field may differ. */
  readonly noticed: number
  /** Nothing was proposed for these. */
  readonly missed: readonly string[]
  /** Proposed, but a stated field differs. */
  readonly wrong: readonly string[]
  /** Proposals that belong to nothing expected. */
  readonly extra: readonly string[]
  readonly precision: number
  readonly recall: number
}

export function compareProposals(
  name: string,
  expected: readonly Expected[],
  proposals: readonly RequirementFields[],
): Comparison {
  const of = new Map<Expected, RequirementFields[]>(expected.map((one) => [one, []]))
  const extra: string[] = []
  for (const proposal of proposals) {
    const fitting = expected.filter((one) => fits(one, proposal))
    const target = fitting.find((one) => of.get(one)?.length === 0) ?? fitting[0]
    if (target) of.get(target)?.push(proposal)
    else extra.push(`${proposal.kind} ${proposal.title.slice(0, 24)}`)
  }
  const labelled = expected.map((one) => ({
    label: labelOf(one),
    own: of.get(one) ?? [],
    differing: differing(one, of.get(one) ?? []),
  }))
  const wrong = labelled.filter(({ own, differing }) => own.length > 0 && differing.length > 0)
  const found = labelled.filter(({ own, differing }) => own.length > 0 && differing.length === 0)
  const right = found.reduce((sum, { own }) => sum + own.length, 0)
  return {
    name,
    expected: expected.length,
    proposed: proposals.length,
    found: found.length,
    noticed: found.length + wrong.length,
    missed: labelled.filter(({ own }) => own.length === 0).map(({ label }) => label),
    wrong: wrong.map(({ label, differing }) => `${label}: ${differing.join(', ')}`),
    extra,
    precision: proposals.length === 0 ? 1 : right / proposals.length,
    recall: found.length / expected.length,
  }
}

/** Figures of several notices together. */
export function totalOf(comparisons: readonly Comparison[]) {
  const sum = (of: (one: Comparison) => number) => comparisons.reduce((total, one) => total + of(one), 0)
  return {
    precision: sum((one) => one.precision * one.proposed) / sum((one) => one.proposed),
    recall: sum((one) => one.found) / sum((one) => one.expected),
    noticed: sum((one) => one.noticed) / sum((one) => one.expected),
  }
}

export function comparisonText(comparisons: readonly Comparison[]): string {
  const lines = comparisons.map(
    ({ name, expected, proposed, found, missed, wrong, extra, precision, recall }) =>
      `${name}: ${expected} expected, ${proposed} proposed; found ${found}, missed ${missed.length}, wrong ${wrong.length}, extra ${extra.length}; ` +
      `precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}` +
      [
        ...missed.map((one) => `\n  missed ${one}`),
        ...wrong.map((one) => `\n  wrong ${one}`),
        ...extra.map((one) => `\n  extra ${one}`),
      ].join(''),
  )
  const { precision, recall, noticed } = totalOf(comparisons)
  return [
    ...lines,
    `total: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, noticed ${noticed.toFixed(3)}`,
  ].join('\n')
}

function fits(expected: Expected, { kind, quote }: RequirementFields): boolean {
  return [expected.kind].flat().includes(kind) && [expected.words].flat().some((words) => quote.includes(words))
}

function labelOf({ code, words }: Expected): string {
  return code ?? [words].flat()[0] ?? ''
}

/** Names of the stated fields that none of the proposals has, or that they do not have together. */
function differing(expected: Expected, own: readonly RequirementFields[]): string[] {
  const { minimum, window, due } = expected
  const some = (holds: (one: RequirementFields) => boolean) => own.some(holds)
  const together = (of: (one: RequirementFields) => readonly string[], asked: readonly string[] | undefined) =>
    asked === undefined || asked.every((word) => own.flatMap(of).includes(word))
  const same = (of: (one: RequirementFields) => readonly string[] | undefined, asked: readonly string[] | undefined) =>
    asked === undefined || some((one) => JSON.stringify(of(one) ?? []) === JSON.stringify(asked))
  const agree: Record<string, boolean> = {
    minimum:
      minimum === undefined ||
      some(({ minimum: one }) => one !== null && `${one.count}${one.unit}${one.scope}` === minimum.join('')),
    window:
      window === undefined || some(({ window: one }) => one !== null && one.from === window[0] && one.to === window[1]),
    due: due === undefined || some(({ report }) => report?.due === due),
    to: same(({ report }) => report?.to, expected.to),
    slots: same(({ report }) => report?.slots, expected.slots),
    produces: together(({ produces }) => produces, expected.produces),
    actors: together(({ actors }) => actors, expected.actors),
    forms: together(({ forms }) => forms, expected.forms),
    venues: together(({ venues }) => venues, expected.venues),
    audiences: together(({ audiences }) => audiences, expected.audiences),
  }
  return Object.keys(agree).filter((field) => !agree[field])
}
