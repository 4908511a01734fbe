/** How a notice of the catalogue (通知目录) is written down: its particulars and its requirements, in our own words. */

import { blankRequirement } from '../../../src-shared/blank-requirement.ts'
import type { NoticeFields, RequirementFields } from '../../../src-shared/notices.ts'

type Row = Partial<Omit<RequirementFields, 'kind' | 'title' | 'code' | 'state' | 'source'>>

/** A row of the catalogue: its code, kind and title, and what else the notice states. */
export function row(code: string, kind: RequirementFields['kind'], title: string, stated: Row = {}): RequirementFields {
  return { ...blankRequirement, kind, title, ...stated, state: '待确认', source: '目录', code }
}

/** A window that names no day: 长期, 常态化. */
export function openWindow(words: string): RequirementFields['window'] {
  return { from: null, to: null, words }
}

/** A notice that lacks the parts of the foot and the date; each states those that it has. */
export const absent: Pick<NoticeFields, 'copyTo' | 'printer' | 'printedOn' | 'copies' | 'date'> = {
  copyTo: [],
  printer: '',
  printedOn: null,
  copies: null,
  date: null,
}
