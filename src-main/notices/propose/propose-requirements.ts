/** Requirements proposed from the words of a notice (要求提取): by rule, each with its exact words; the clerk decides. */
import type { RequirementFields, Window } from '../../../src-shared/notices.ts'
import type { RecognisedDocument } from '../../../src-shared/recognition.ts'
import { addArrangements, arrangementsOf } from './arrangements.ts'
import { type Duty, dutiesOf } from './duties.ts'
import { fieldsOf, type Shared } from './duty-fields.ts'
import { type Part, type Passage, partsOf } from './passages.ts'
import { tableRequirements } from './task-tables.ts'
import { windowIn } from './windows.ts'

export type ProposalOptions = {
  /** The day from which 即日起, 年底前 and months without a year are reckoned, YYYY-MM-DD. */
  readonly noticeDate: string
}

/**
 * Proposals in the order of the text, body before annexes, all 待确认 and 自动. Every quotation is a piece of the recognised text;
 * what asks for nothing is left out. Reckons nothing from today: the same notice gives the same proposals for ever.
 */
export function proposeRequirements(
  document: RecognisedDocument,
  { noticeDate }: ProposalOptions,
): RequirementFields[] {
  const { body, annexes } = partsOf(document)
  const title = document.title ?? ''
  const proposals = requirementsOf(body, title, noticeDate)
  const fromAnnexes = annexes.flatMap((annex) => {
    const arrangements = arrangementsOf(annex, noticeDate)
    return arrangements.length > 0 ? addArrangements(proposals, arrangements) : requirementsOf(annex, title, noticeDate)
  })
  return [...proposals, ...fromAnnexes]
}

function requirementsOf(part: Part, title: string, notice: string): RequirementFields[] {
  const general = generalWindow(part, notice)
  let sectionActors: readonly string[] = []
  const fromText = part.passages.flatMap((passage) => {
    const duties = dutiesOf(passage, title)
    const own = duties.find((duty) => duty.actors.length > 0)?.actors ?? []
    if (passage.indexInSection === 0) sectionActors = own
    const shared: Omit<Shared, 'notice'> = {
      actors: own.length > 0 ? own : sectionActors,
      window: leadingWindow(passage, duties, notice) ?? general,
    }
    return duties.flatMap((duty) => fieldsOf(passage, duty, { ...shared, notice }))
  })
  return [...fromText, ...part.tables.flatMap((table) => tableRequirements(table, notice))]
}

/** 时间安排 as a heading of its own rules over the whole part. */
function generalWindow({ passages }: Part, notice: string): Window | null {
  const timed = passages.find(({ place }) => /时间(?:安排|要求)?$/u.test(place.at(-1) ?? ''))
  return timed ? windowIn(timed.text, notice) : null
}

/** A first sentence that begins with when holds for those after it in the passage. */
function leadingWindow(passage: Passage, duties: readonly Duty[], notice: string): Window | null {
  const first = duties[0]
  if (!first) return null
  const opening = passage.text.slice(passage.bodyFrom, first.to).split('，')[0] ?? ''
  return /^(?:从|自|即日)/u.test(opening) ? windowIn(opening, notice) : null
}
