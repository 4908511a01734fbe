/** The tabs of a notice (通知的各页): which there are, in which order. */
import type { ComponentType } from 'react'
import type { NoticeDetail } from '../../src-shared/notices.ts'
import { CalendarTab } from './calendar/calendar-tab.tsx'
import { PapersTab } from './papers/papers-tab.tsx'
import { ProgressTab } from './progress/progress-tab.tsx'
import { RequirementsTab } from './requirements/requirements-tab.tsx'
import { TextTab } from './text/text-tab.tsx'

/** `key` is its word in the address; the first is shown where the address names none. */
export const noticeTabs: readonly {
  readonly key: string
  readonly label: string
  readonly Tab: ComponentType<{ readonly notice: NoticeDetail }>
}[] = [
  { key: 'requirements', label: '要求', Tab: RequirementsTab },
  { key: 'progress', label: '进度', Tab: ProgressTab },
  { key: 'papers', label: '办文', Tab: PapersTab },
  { key: 'text', label: '原文', Tab: TextTab },
  { key: 'calendar', label: '日历', Tab: CalendarTab },
]
