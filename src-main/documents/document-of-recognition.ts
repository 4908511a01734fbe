/** What was read out of a text, as the model that is laid out (公文初稿); what the model cannot hold is said, not dropped. */
import { documentShape, type OfficialDocument } from '../../src-shared/documents.ts'
import type { Proposal, Unheld } from '../../src-shared/formatting.ts'
import { Problem } from '../../src-shared/problems.ts'
import {
  type PartName,
  partLabels,
  type RecognisedAnnex,
  type RecognisedBlock,
  type RecognisedDocument,
} from '../../src-shared/recognition.ts'

/**
 * Parts that the source does not have stay empty; `meta` replaces whole parts by the model's names.
 * @throws Problem INVALID_INPUT for a name or value in `meta` that the model does not know
 */
export function documentOf(
  read: RecognisedDocument,
  { hasSeal, meta }: { readonly hasSeal: boolean; readonly meta: unknown },
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
    ...metaParts(meta),
  }
  // The schema of a complete document would refuse what the source lacks; here that is reported and laid out as it is.
  return { document: document as OfficialDocument, unheld: unheldOf(read) }
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

/** Overrides, checked by the model's own rules. */
function metaParts(meta: unknown): object {
  if (meta === undefined) return {}
  const parsed = documentShape.partial().safeParse(meta)
  const issue = parsed.error?.issues[0]
  if (issue) {
    const part = String(issue.path[0] ?? '')
    const label = partLabels[part as PartName] ?? part
    throw new Problem('INVALID_INPUT', `指定的公文要素有误，没有排版：${label ? `“${label}”：` : ''}${issue.message}。`)
  }
  const given = new Set(Object.keys(meta as object))
  return Object.fromEntries(Object.entries(parsed.data ?? {}).filter(([name]) => given.has(name)))
}

function presentOf<Parts extends object, Name extends keyof Parts>(parts: Parts, names: readonly Name[]) {
  return Object.fromEntries(names.filter((name) => parts[name] !== undefined).map((name) => [name, parts[name]]))
}
