/** What several requirements say together (合并后的要求). Pure: the window shows it before the core stores it. */
import type { Requirement, RequirementFields } from './notices.ts'
import { Problem } from './problems.ts'

/** What one requirement can say only once. */
export const onceSaid = { minimum: '数量', window: '期间', report: '报告要求' } as const
export type OnceSaid = keyof typeof onceSaid

/** Those of `onceSaid` about which the several differ: which holds is not for us to say. */
export function differingParts(found: readonly Requirement[]): OnceSaid[] {
  return (Object.keys(onceSaid) as OnceSaid[]).filter((key) => saidOf(found, key).length > 1)
}

/**
 * Everything that the several say, in the order given. `chosen` says what holds where they differ.
 * @throws Problem INVALID_INPUT when they differ and nothing was chosen
 */
export function mergedRequirement(
  found: readonly Requirement[],
  chosen: Partial<Pick<RequirementFields, OnceSaid>> = {},
): RequirementFields {
  const [first] = found
  if (!first) throw new Error('nothing to merge')
  const all = (pick: (one: Requirement) => readonly string[]) => [...new Set(found.flatMap(pick))]
  const lines = (pick: (one: Requirement) => string, mark: string) =>
    all((one) => (pick(one) ? [pick(one)] : [])).join(mark)
  return {
    kind: first.kind,
    title: lines(({ title }) => title, '；').slice(0, 120),
    quote: lines(({ quote }) => quote, '\n'),
    place: first.place,
    actors: all(({ actors }) => actors),
    audiences: all(({ audiences }) => audiences),
    forms: all(({ forms }) => forms),
    venues: all(({ venues }) => venues),
    minimum: chosen.minimum ?? oneSaid(found, 'minimum'),
    window: chosen.window ?? oneSaid(found, 'window'),
    report: chosen.report ?? oneSaid(found, 'report'),
    produces: all(({ produces }) => produces),
    state: found.every(({ state }) => state === '已确认') ? '已确认' : '待确认',
    source: first.source,
    code: first.code,
    note: lines(({ note }) => note, '；').slice(0, 500),
  }
}

/** The values that are stated, each once. */
export function saidOf<Key extends OnceSaid>(found: readonly Requirement[], key: Key): NonNullable<Requirement[Key]>[] {
  const said = found.map((one) => one[key]).filter((value) => value !== null)
  return [...new Map(said.map((value) => [JSON.stringify(value), value])).values()] as NonNullable<Requirement[Key]>[]
}

function oneSaid<Key extends OnceSaid>(found: readonly Requirement[], key: Key): Requirement[Key] | null {
  const said = saidOf(found, key)
  const name = onceSaid[key]
  if (said.length > 1)
    throw new Problem('INVALID_INPUT', `这几条要求的${name}不一样，请先写明合并后的${name}，再合并。`)
  return said[0] ?? null
}
