/** Mends what is mechanical in any DOCX (格式订正): looks, marks and settings; what the document says stays. */
import { officeA } from '../../../src-shared/layout-9704.ts'
import { packageWith } from './change-xml.ts'
import { checks, subjectOf } from './check-document.ts'
import type { Layout } from './measure.ts'
import { mends } from './mends.ts'

export type Mended = {
  readonly bytes: Uint8Array
  /** Rows that failed before and pass now. */
  readonly mended: readonly number[]
}

/**
 * @param ids rows to mend; those that pass, or that are not mechanical, are left alone
 * @throws Problem FILE_UNREADABLE
 */
export function mendDocument(bytes: Uint8Array, ids: readonly number[], layout: Layout = officeA): Mended {
  let current = bytes
  const mended: number[] = []
  for (const { id, mend } of mends.filter((one) => ids.includes(one.id))) {
    const check = checks.find((one) => one.id === id)
    // Read anew each time: one change may move what the next one has to find.
    const subject = subjectOf(current, layout)
    if (check?.judge(subject).pass !== false) continue
    const changed = new Set(mend(subject))
    if (changed.size > 0) current = packageWith(subject.paper.file, changed)
    mended.push(id)
  }
  const after = subjectOf(current, layout)
  return {
    bytes: current,
    mended: mended.filter((id) => checks.find((one) => one.id === id)?.judge(after).pass === true),
  }
}
