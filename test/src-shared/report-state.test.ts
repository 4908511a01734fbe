import { expect, test } from 'vitest'
import {
  completedAt,
  localDayOf,
  type ReceivedBundle,
  type ReportFacts,
  reportStateOf,
  timingOf,
} from '../../src-shared/report-state.ts'

const quarter = { from: '2026-07-01', to: '2026-09-30' }
const bundle = (changes: Partial<ReceivedBundle> = {}): ReceivedBundle => ({
  bundleId: 'b1',
  seq: 1,
  period: quarter,
  receivedAt: '2026-10-08T02:00:00.000Z',
  createdAt: '2026-10-07T02:00:00.000Z',
  importedAt: '2026-10-08T02:01:00.000Z',
  missingVolumes: [],
  missingPhotos: [],
  volumes: 1,
  isFork: false,
  declaredEmpty: [],
  ...changes,
})
const facts = (changes: Partial<ReportFacts> = {}): ReportFacts => ({
  bundles: [bundle()],
  period: quarter,
  today: '2026-11-21',
  records: 12,
  requirements: [],
  refused: 0,
  returned: 0,
  conflicts: 0,
  isRootDifferent: false,
  differences: [],
  approved: null,
  basis: 'now',
  ...changes,
})
const words = (changes: Partial<ReportFacts>) => reportStateOf(facts(changes)).remarks.map((remark) => remark.words)

test('nothing received is 未报; something whole is 已报待验; approved content is 已验', () => {
  expect(reportStateOf(facts({ bundles: [] })).state).toBe('未报')
  expect(reportStateOf(facts())).toEqual({ state: '已报待验', remarks: [] })
  expect(reportStateOf(facts({ approved: 'now' })).state).toBe('已验')
})

test('an approval holds for the content that was looked at only', () => {
  expect(reportStateOf(facts({ approved: 'before' })).state).toBe('已报待验')
  expect(reportStateOf(facts({ approved: 'before', refused: 1 })).state).toBe('部分报')
  // What the person saw lacking and approved stays approved.
  expect(reportStateOf(facts({ approved: 'now', refused: 1 })).state).toBe('已验')
})

test('everything that is lacking makes it 部分报 and is named', () => {
  const waits = bundle({ importedAt: null, missingVolumes: [2, 4], volumes: 5 })
  expect(words({ bundles: [waits] })).toEqual(['第1号包缺第2、4卷（共5卷）'])
  expect(words({ bundles: [bundle({ importedAt: null })] })).toEqual(['第1号包已收到，尚未接收入库'])
  expect(words({ refused: 2, returned: 3, conflicts: 1 })).toEqual(['拒收2条', '退回3条未改', '冲突1处未处理'])
  expect(words({ records: 0 })).toEqual(['本期没有记录，也没有零报告'])
  const requirement = { requirementId: 'r', title: '专题学习', done: 1, gap: 2, unit: '次' } as const
  expect(words({ requirements: [{ ...requirement, state: '未落实' }] })).toEqual(['要求“专题学习”差2次'])
  expect(words({ requirements: [{ ...requirement, state: '凭材料' }] })).toEqual([])
})

test('totals that differ from the stamped cover, a fork and a wrong root stand in red, and before all else', () => {
  const remarks = reportStateOf(
    facts({
      refused: 1,
      isRootDifferent: true,
      differences: ['宣讲场次封面12、明细11'],
      bundles: [bundle({ isFork: true })],
    }),
  ).remarks
  expect(remarks.map(({ level }) => level)).toEqual(['must', 'must', 'must', 'note'])
  expect(remarks[2]?.words).toBe('明细与封面合计不符：宣讲场次封面12、明细11')
})

test('a 零报告 with its reason is a report; one that was followed by another bundle is not looked at any more', () => {
  const zero = bundle({ declaredEmpty: [{ what: '本期工作', reason: '机构合并，未开展' }] })
  expect(reportStateOf(facts({ bundles: [zero], records: 0 })).state).toBe('已报待验')
  expect(words({ bundles: [zero, bundle({ seq: 2 })], records: 0 })).toEqual(['本期没有记录，也没有零报告'])
})

test('photos may follow: they keep nobody from having reported', () => {
  expect(reportStateOf(facts({ bundles: [bundle({ missingPhotos: [2] })] })).state).toBe('已报待验')
})

test('several bundles may report a period together; the days that none reports are named', () => {
  const july = bundle({ period: { from: '2026-07-01', to: '2026-07-31' } })
  const rest = bundle({ period: { from: '2026-08-01', to: '2026-09-30' } })
  expect(words({ bundles: [rest, july] })).toEqual([])
  expect(words({ bundles: [july] })).toEqual(['统计期没有报满：2026-08-01至2026-09-30未报'])
  expect(words({ bundles: [rest] })).toEqual(['统计期没有报满：2026-07-01至2026-07-31未报'])
  const august = bundle({ period: { from: '2026-08-01', to: '2026-08-30' } })
  const all = '统计期没有报满：2026-07-01至2026-07-31、2026-08-31至2026-09-30未报'
  expect(words({ bundles: [august] })).toEqual([all])
  const september = bundle({ period: { from: '2026-09-01', to: '2026-09-30' } })
  expect(words({ bundles: [september, august, july] })).toEqual(['统计期没有报满：2026-08-31未报'])
  expect(words({ bundles: [july], period: null })).toEqual([])
  // While the quarter runs, the days to come are not lacking.
  expect(words({ bundles: [july], today: '2026-08-03' })).toEqual([])
})

test('on time is until 24:00 of the last day by the clock of who receives', () => {
  const midnight = new Date(2026, 9, 11)
  const before = new Date(midnight.getTime() - 1).toISOString()
  expect(timingOf(before, '2026-10-10', '2026-11-21')).toBe('按时')
  expect(timingOf(midnight.toISOString(), '2026-10-10', '2026-11-21')).toBe('逾期')
  expect(timingOf(null, '2026-10-10', '2026-10-10')).toBe('未到期')
  expect(timingOf(null, '2026-10-10', '2026-10-11')).toBe('逾期')
  expect(timingOf(before, null, '2026-11-21')).toBeNull()
  expect(localDayOf(before)).toBe('2026-10-10')
})

test('in time is who had reported all that is asked by the last day: a part of it in time is not, and nothing that comes behind it takes it back', () => {
  const received = (day: string, from: string, to: string) =>
    bundle({ receivedAt: `2026-${day}T02:00:00.000Z`, period: { from: `2026-${from}`, to: `2026-${to}` } })
  const [part, rest] = [received('09-08', '07-01', '08-31'), received('10-21', '09-01', '09-30')]
  const whole = received('10-09', '07-01', '09-30')
  const timing = (...bundles: readonly ReceivedBundle[]) =>
    timingOf(completedAt(bundles, quarter, '2026-10-10'), '2026-10-10', '2026-10-22')
  expect([timing(part, rest), timing(rest, part), timing(part)]).toEqual(['逾期', '逾期', '逾期'])
  expect([timing(rest, whole), timing(part, whole)]).toEqual(['按时', '按时'])
  expect(timingOf(completedAt([part], quarter, '2026-10-10'), '2026-10-10', '2026-10-10')).toBe('未到期')
  // The notice alone asks for no days.
  expect(completedAt([rest, part], null, '2026-10-10')).toBe(part.receivedAt)
  // Whose last day lies within the period cannot ask for the days behind it.
  expect(completedAt([part], quarter, '2026-09-10')).toBe(part.receivedAt)
})
