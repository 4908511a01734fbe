/** Mends what is mechanical in any DOCX (格式订正): looks, marks and settings; what the document says stays. */
import type { Layout } from '../../../src-shared/layouts.ts'
import { packageWith } from './change-xml.ts'
import type { Subject } from './check.ts'
import { checks, subjectOf } from './check-document.ts'
import { mends } from './mends.ts'

export type Mended = {
  readonly bytes: Uint8Array
  /** Rows that failed before and pass now. */
  readonly mended: readonly number[]
}

/**
 * @param ids rows to mend; those that pass, or that are not mechanical, are left alone
 * @param given the profile to mend by; else the one that the file followed when it came
 * @throws Problem FILE_UNREADABLE
 */
export function mendDocument(bytes: Uint8Array, ids: readonly number[], given?: Layout): Mended {
  const asked = checks.filter(({ id }) => ids.includes(id) && mends.some((one) => one.id === id))
  const failing = (subject: Subject) => asked.filter(({ judge }) => judge(subject).pass === false).map(({ id }) => id)
  let current = bytes
  let subject = subjectOf(bytes, given)
  const { layout } = subject
  const before = failing(subject)
  for (const { id, mend } of mends) {
    if (checks.find((one) => one.id === id && ids.includes(id))?.judge(subject).pass !== false) continue
    const changed = new Set(mend(subject))
    if (changed.size === 0) continue
    current = packageWith(subject.paper.file, changed)
    // Read anew: one change may move what the next one has to find.
    subject = subjectOf(current, layout)
  }
  const after = new Set(failing(subject))
  return { bytes: current, mended: before.filter((id) => !after.has(id)) }
}
