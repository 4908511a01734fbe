/** Sheets by a word or two (统计表简称), for their tabs; the whole title stands over the table. */
import type { AnySheetKind } from '../../src-shared/statistics.ts'

export const shortNames: Readonly<Record<AnySheetKind, string>> = {
  offices: '分单位',
  summary: '汇总表',
  study: '学习',
  studyMonths: '学习分月',
  lecture: '宣讲',
  lectureDetail: '宣讲分类',
  coverage: '覆盖',
  stay: '蹲点',
  stayDetail: '蹲点成效',
  problems: '问题台账',
  deeds: '办实事',
  activity: '宣传文化',
}
