/** Records as a clerk would enter them; a test changes the one field that it is about. */
import type { ActivityInput } from '../src-shared/activities.ts'
import type { LectureInput } from '../src-shared/lectures.ts'
import type { OfficeInput } from '../src-shared/office.ts'
import type { StayInput } from '../src-shared/stays.ts'
import type { StudyInput } from '../src-shared/studies.ts'
import type { UnionInput } from '../src-shared/unions.ts'

export const office: OfficeInput = {
  name: '云山县总工会',
  mark: '云山县总工会',
  documentCode: '云工发',
  superior: '固川市总工会',
  divisionCode: '640499',
  signer: '马建国',
  unitHead: '马建国',
  reviewer: '李红梅',
  contact: '王芳',
  phone: '0954-1234567',
  printer: '云山县总工会办公室',
}

export const union = (fields: Partial<UnionInput> = {}): UnionInput => ({
  name: '云山水泥有限公司工会',
  kind: '企业工会',
  township: '城关镇',
  industry: '制造业',
  members: 310,
  staff: 320,
  ...fields,
})

export const study = (fields: Partial<StudyInput> = {}): StudyInput => ({
  date: '2026-11-05',
  type: '理论学习中心组集体学习',
  topic: '党的二十大报告关于工人阶级和工会工作的论述',
  organiser: '县总工会党组',
  dueCount: 12,
  attendedCount: 11,
  ...fields,
})

export const lecture = (fields: Partial<LectureInput> = {}): LectureInput => ({
  date: '2026-11-06',
  topic: '党的二十大精神宣讲',
  modes: ['劳模宣讲'],
  speakers: [{ name: '赵铁柱', post: '全国劳动模范', kind: '劳模工匠' }],
  venueType: '车间',
  place: '水泥公司一车间',
  audienceOnSite: 45,
  ...fields,
})

export const stay = (fields: Partial<StayInput> = {}): StayInput => ({
  cadres: [{ name: '李红梅', post: '副主席', isLeader: true }],
  unitName: '云山工业园区',
  township: '城关镇',
  from: '2026-11-02',
  to: '2026-11-13',
  daysOnSite: 10,
  visits: 16,
  talks: 48,
  ...fields,
})

export const activity = (fields: Partial<ActivityInput> = {}): ActivityInput => ({
  date: '2026-11-10',
  kind: '宣传',
  genre: '新闻报道',
  title: '劳模走进水泥车间讲二十大',
  organiser: '县总工会办公室',
  medium: '固川工会公众号',
  count: 1,
  unit: '篇',
  ...fields,
})
