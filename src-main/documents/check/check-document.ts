/** Checks any DOCX against the checklist (公文格式检查). */

import { type CheckResult, checklist } from '../../../src-shared/conformance.ts'
import type { Layout } from '../../../src-shared/layouts.ts'
import type { Check, Subject } from './check.ts'
import { annexChecks } from './check-annex.ts'
import { formChecks } from './check-forms.ts'
import { headChecks } from './check-head.ts'
import { imprintChecks } from './check-imprint.ts'
import { languageChecks } from './check-language.ts'
import { levelChecks } from './check-levels.ts'
import { packageChecks } from './check-package.ts'
import { pageChecks } from './check-page.ts'
import { pageNumberChecks } from './check-page-number.ts'
import { signatureChecks } from './check-signature.ts'
import { signerChecks } from './check-signers.ts'
import { tableChecks } from './check-tables.ts'
import { textChecks } from './check-text.ts'
import { titleChecks } from './check-title.ts'
import { layoutOfPaper } from './layout-of-paper.ts'
import { mends } from './mends.ts'
import { readPaper } from './read-paper.ts'
import { recognise } from './recognise.ts'

/** Every check that the XML of a file can decide, or come close to. */
export const checks: readonly Check[] = [
  ...packageChecks,
  ...pageChecks,
  ...textChecks,
  ...levelChecks,
  ...headChecks,
  ...signerChecks,
  ...titleChecks,
  ...annexChecks,
  ...signatureChecks,
  ...imprintChecks,
  ...pageNumberChecks,
  ...tableChecks,
  ...formChecks,
  ...languageChecks,
]

/**
 * One result for each of the 90 rows; rows that only the printed page can decide have `pass` null.
 * @param given the profile to judge by; else the one that the file itself follows
 * @throws Problem FILE_UNREADABLE
 */
export function checkDocument(bytes: Uint8Array, given?: Layout): readonly CheckResult[] {
  const subject = subjectOf(bytes, given)
  const { layout } = subject
  return checklist.map((row) => {
    const check = checks.find(({ id }) => id === row.id)
    if (!check) return { ...row, pass: null, found: '须在排好的版面上量', expected: '', mend: '', isMendable: false }
    const { pass, found } = check.judge(subject)
    const isFault = pass === false
    return {
      ...row,
      pass,
      found,
      expected: check.expected(layout),
      mend: isFault ? (typeof check.mend === 'string' ? check.mend : check.mend(layout)) : '',
      isMendable: isFault && mendable.has(row.id),
    }
  })
}

/** @throws Problem FILE_UNREADABLE */
export function subjectOf(bytes: Uint8Array, given?: Layout): Subject {
  const paper = readPaper(bytes)
  return { paper, found: recognise(paper), layout: given ?? layoutOfPaper(paper) }
}

const mendable: ReadonlySet<number> = new Set(mends.map(({ id }) => id))
