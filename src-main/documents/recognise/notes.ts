/** The report (识别报告) that grows while a text is recognised: what was found, tidied and looks suspicious. */
import {
  type Finding,
  type FindingKind,
  type Found,
  type Tidied,
  type TidyKind,
  tidyReasons,
} from '../../../src-shared/recognition.ts'

export type Notes = { readonly found: Found[]; readonly tidied: Tidied[]; readonly findings: Finding[] }

export function openNotes(): Notes {
  return { found: [], tidied: [], findings: [] }
}

export function noteFound(notes: Notes, part: Found['part'], at: { readonly source: string; readonly line: number }) {
  notes.found.push({ part, words: at.source, line: at.line })
}

/** Nothing is noted when nothing changed. */
export function noteTidied(
  notes: Notes,
  what: TidyKind,
  line: number,
  change: readonly [before: string, after: string],
) {
  const [before, after] = change
  if (before !== after) notes.tidied.push({ what, line, before, after, why: tidyReasons[what] })
}

export function noteFinding(
  notes: Notes,
  what: FindingKind,
  finding: { readonly line: number; readonly words: string; readonly note: string; readonly isInfo?: boolean },
) {
  const { line, words, note, isInfo } = finding
  notes.findings.push({ what, severity: isInfo ? 'info' : 'warning', line, words, note })
}
