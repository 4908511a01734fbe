/** What was read out of a text, as the model that is laid out (公文初稿); what the model cannot hold is said, not dropped. */
import type { OfficialDocument } from '../../src-shared/documents.ts'
import type { Proposal, Unheld } from '../../src-shared/formatting.ts'
import type { RecognisedAnnex, RecognisedBlock, RecognisedDocument } from '../../src-shared/recognition.ts'
import type { GivenParts } from './given-parts.ts'

/** Parts that the source does not have stay empty; `given` replaces whole parts. */
export function documentOf(
  read: RecognisedDocument,
  { hasSeal, given }: { readonly hasSeal: boolean; readonly given: GivenParts },
): Proposal {
  const { secrecy, urgency, ...parts } = read
  const document = {
    ...presentOf(parts, ['copyNumber', 'attendance', 'note', 'copies', 'unplaced']),
    ...(secrecy && { secrecy }),
    ...(urgency !== undefined && { urgency }),
    kind: read.kind ?? '通知',
    format: read.format,
    mark: read.mark ?? '',
    number: read.number ?? '',
    signers: read.signers ?? [],
    title: read.title ?? '',
    recipients: read.recipients ?? [],
    blocks: read.blocks.map(blockOf),
    annexes: annexesOf(read),
    issuer: read.issuer?.[0] ?? '',
    ...((read.issuer?.length ?? 0) > 1 && { jointIssuers: read.issuer?.slice(1) }),
    hasSeal,
    date: read.date ?? '',
    copyTo: read.copyTo ?? [],
    printer: read.printer ?? '',
    printedOn: read.printedOn ?? '',
    ...given,
  }
  // The schema of a complete document would refuse what the source lacks; here that is reported and laid out as it is.
  return { document: document as OfficialDocument, unheld: unheldOf(read).filter(({ part }) => !isGiven(given, part)) }
}

/** What was stated needs no word about what the source had in its place; 附件说明 is drawn from the annexes. */
function isGiven(given: GivenParts, part: Unheld['part']): boolean {
  return part === 'annexNotes' ? given.annexes !== undefined : part in given
}

function blockOf(block: RecognisedBlock) {
  if (block.kind !== 'heading') return block
  const { number, ...heading } = block
  return { ...heading, ...(number === '' && { isUnnumbered: true }) }
}

/** A name in 附件说明 without its text is sent apart; a text sent on by 印发 or 转发 carries no 附件 above it. */
function annexesOf({ annexes = [], annexNotes = [] }: RecognisedDocument) {
  const labelled = annexes.filter(({ isLabelled }) => isLabelled)
  return [
    ...labelled.map(({ title, blocks }, index) => ({
      title: title ?? annexNotes[index]?.name ?? '',
      blocks: blocks.map(blockOf),
    })),
    ...annexNotes.slice(labelled.length).map(({ name }) => ({ title: name, blocks: [], isApart: true as const })),
    ...annexes
      .filter(({ isLabelled }) => !isLabelled)
      .map(({ title = '', blocks }) => ({ title, blocks: blocks.map(blockOf), isUnlabelled: true as const })),
  ]
}

function unheldOf({ annexes = [], annexNotes = [], unplaced = [] }: RecognisedDocument): Unheld[] {
  const labelled = annexes.filter(({ isLabelled }) => isLabelled)
  const lines = unplaced.map(
    ({ text }): Unheld => ({ part: 'unplaced', words: text, why: '没有归入任何部分，未排入公文，请核对后补入' }),
  )
  return [...annexNotes.flatMap(({ name }, index): Unheld[] => unheldNote(name, labelled[index])), ...lines]
}

function unheldNote(name: string, annex: RecognisedAnnex | undefined): Unheld[] {
  if (!annex) return [{ part: 'annexNotes', words: name, why: '原文没有这个附件的内容，只列入附件说明，按另附处理' }]
  if (annex.title === undefined || annex.title === name) return []
  return [{ part: 'annexNotes', words: name, why: `与附件标题“${annex.title}”不一致，附件说明按附件标题排` }]
}

function presentOf<Parts extends object, Name extends keyof Parts>(parts: Parts, names: readonly Name[]) {
  return Object.fromEntries(names.filter((name) => parts[name] !== undefined).map((name) => [name, parts[name]]))
}
