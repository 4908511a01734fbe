/** Tasks that come down (下发包): notices with their requirements, the rule for stays, registers. Plain data. */
import type { Party } from './bundle-manifest.ts'

/** What taking a package does to one of its notices. 对上: the clerk had taken the same notice in herself. */
export const taskOutcomes = ['新收', '更新', '对上', '相同', '已删除'] as const
export type TaskOutcome = (typeof taskOutcomes)[number]

export type TaskNoticeEffect = {
  /** As the level above knows it. */
  readonly taskId: string
  /** As it stands here. */
  readonly noticeId: string
  readonly number: string
  readonly title: string
  readonly outcome: TaskOutcome
  /** Requirements that come in, in the words of their titles. */
  readonly added: readonly string[]
  /** Changed above and not by the clerk: they follow. */
  readonly updated: readonly string[]
  /** Changed above and by the clerk as well: hers stay, the others' words are told. */
  readonly kept: readonly { readonly title: string; readonly field: string; readonly offered: string }[]
  /** No longer asked above; they stay until the clerk sets them aside. */
  readonly dropped: readonly string[]
}

export type TaskEffect = {
  readonly sender: Party
  readonly createdAt: string
  readonly notices: readonly TaskNoticeEffect[]
  /** null: the package has none, or it is ours already; 未采用 when the office has a rule of its own. */
  readonly stayRule: '采用' | '未采用' | null
  /** Entries of registers that come in. */
  readonly registers: number
  readonly codes: TaskCodes
}

/** What the codes of unions that came down do to the register. */
export type TaskCodes = {
  /** Names of unions that get a code they did not have. */
  readonly filled: readonly string[]
  /** Codes that do not go in: the office has another one, or it cannot be right. */
  readonly kept: readonly {
    readonly name: string
    readonly field: 'code' | 'statisticsCode'
    readonly own: string
    readonly offered: string
    /** Empty when the office has another one. */
    readonly why: string
  }[]
}

const codeNames = { code: '统一社会信用代码', statisticsCode: '统计编码' } as const

export function keptCodeWords({ name, field, own, offered, why }: TaskCodes['kept'][number]): string {
  const reason = why === '' ? `本单位登记为“${own}”，保留` : `没有采用：${why}`
  return `“${name}”的${codeNames[field]}上级为“${offered}”，${reason}`
}
