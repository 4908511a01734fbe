/**
 * The cover page of a bundle (上报包封面): what is printed, stamped and compared by the upper level with what it has
 * counted itself. One model for DOCX, XLSX and screen.
 */
import type { ReportManifest } from './bundle-manifest.ts'
import { periodWords } from './chinese.ts'
import type { PeriodFigures } from './statistics.ts'

/** A volume as the cover names it. */
export type CoverVolume = { readonly bytes: number; readonly sha256: string }

export type CoverFigure = { readonly name: string; readonly value: string }

export type BundleCover = {
  readonly title: string
  readonly sender: string
  readonly recipient: string
  readonly period: string
  /** The notice that is answered, or that none is. */
  readonly notice: string
  readonly number: string
  readonly madeOn: string
  readonly figures: readonly { readonly group: string; readonly cells: readonly CoverFigure[] }[]
  /** 零报告 and 更正, each with its reason. */
  readonly remarks: readonly string[]
  readonly fingerprint: string
  /** The first half, like the fingerprint: eight groups of four. */
  readonly root: string
  readonly bundleId: string
  /** Number, the start of the SHA-256, size. */
  readonly volumes: readonly string[]
  readonly preparedBy: string
  readonly reviewedBy: string
  readonly phone: string
  /** What the QR code holds. */
  readonly code: string
}

export function coverOf(manifest: ReportManifest, volumes: readonly CoverVolume[]): BundleCover {
  const { sender, recipient, period, notice, state, people, fingerprint, bundleId, seq, createdAt } = manifest
  const root = groups(state.root, 8)
  return {
    title: `${sender.name}上报封面`,
    sender: sender.name,
    recipient: recipient.name,
    period: periodWords(period),
    notice: notice === null ? '未对应具体通知' : `${notice.number} ${notice.title}`.trim(),
    number: `第${seq}号`,
    madeOn: createdAt,
    figures: figureGroups(manifest.figures),
    remarks: remarksOf(manifest),
    fingerprint,
    root,
    bundleId,
    volumes: volumes.map(({ bytes, sha256 }, index) => `第${index + 1}卷　${groups(sha256, 4)}　${megabytes(bytes)}`),
    preparedBy: people.preparedBy,
    reviewedBy: people.reviewedBy,
    phone: people.phone,
    code: `${period.from}/${period.to} ${fingerprint} / ${root} / ${bundleId}`,
  }
}

/** The first groups of four characters of a hash in hex, as people compare them. */
export function groups(hash: string, count: number): string {
  return (
    hash
      .slice(0, count * 4)
      .toUpperCase()
      .match(/.{4}/g) ?? []
  ).join(' ')
}

function remarksOf({ declaredEmpty, correction }: ReportManifest): string[] {
  const zero = declaredEmpty.map(({ what, reason }) => `零报告（${what}）：${reason}`)
  return correction === '' ? zero : [...zero, `更正：${correction}`]
}

function figureGroups({ study, lecture, stay, activity }: PeriodFigures): BundleCover['figures'] {
  return [
    group('学习', [
      ['学习场次', study.sessions],
      ['中心组学习', study.coreGroupSessions],
      ['主题党日', study.partyDaySessions],
      ['实到人次', study.attended],
      ['到课率', rate(study.attendanceRate)],
    ]),
    group('宣讲', [
      ['宣讲场次', lecture.sessions],
      ['现场人次', lecture.audienceOnSite],
      ['线上人次', lecture.audienceOnline],
      ['点击次数', lecture.clicks],
      ['解答问题', lecture.questionsAnswered],
      ['应覆盖单位', lecture.baseUnions],
      ['覆盖单位', lecture.coveredUnions],
      ['覆盖率', rate(lecture.coverageRate)],
    ]),
    group('蹲点', [
      ['蹲点次数', stay.stays],
      ['干部人次', stay.cadres],
      ['在岗天数', stay.daysOnSite],
      ['走访家数', stay.visits],
      ['访谈人次', stay.talks],
      ['座谈场次', stay.meetings],
      ['蹲点宣讲', stay.lectures],
      ['意见建议', stay.suggestions],
      ['问题数', stay.problems],
      ['已办结', stay.problemsSolved],
      ['办实事', stay.deeds],
      ['新建工会', stay.unionsFounded],
      ['发展会员', stay.membersJoined],
      ['慰问人次', stay.consolationPeople],
      ['慰问金(元)', stay.consolationYuan],
    ]),
    group('宣传文化', [
      ['宣传', activity.publicity],
      ['文化', activity.culture],
      ['研究', activity.research],
      ['典型', activity.models],
      ['参加人次', activity.participants],
    ]),
  ]
}

/** A dash where no record states the number: that is not 0. */
function group(name: string, cells: readonly (readonly [name: string, value: number | string | null])[]) {
  return {
    group: name,
    cells: cells.map(([cell, value]) => ({
      name: cell,
      value: value === null ? '—' : typeof value === 'number' ? counted(value) : value,
    })),
  }
}

function counted(value: number): string {
  const [whole = '', decimals] = (Number.isInteger(value) ? String(value) : value.toFixed(2)).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return decimals === undefined ? grouped : `${grouped}.${decimals}`
}

function rate(value: number | null): string | null {
  return value === null ? null : `${(Math.round(value * 1000) / 10).toFixed(1)}%`
}

function megabytes(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))}KB` : `${(bytes / 1024 / 1024).toFixed(1)}MB`
}
