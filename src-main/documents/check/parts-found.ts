/** The parts of an official document as found in a paper (认出的各要素). Types only. */
import type { PaperBox, PaperParagraph, PaperRule, PaperTable } from './paper.ts'

export type DocumentForm = 'ordinary' | 'letter' | 'minutes'

/** What stands behind the title. */
export type MainFound = {
  readonly recipients: PaperParagraph | null
  /** Paragraphs with text between 主送机关 and what follows the text. */
  readonly body: readonly PaperParagraph[]
  readonly annexNotes: readonly PaperParagraph[]
  readonly issuers: readonly PaperParagraph[]
  readonly date: PaperParagraph | null
  /** 附注 */
  readonly note: PaperParagraph | null
  readonly annexes: readonly AnnexFound[]
}

export type PartsFound = MainFound & {
  readonly form: DocumentForm
  /** 文种, as the title ends; null if it ends with none. */
  readonly kind: string | null
  readonly head: HeadFound
  readonly title: readonly PaperParagraph[]
  readonly imprint: ImprintFound | null
}

export type HeadFound = {
  readonly copyNumber: PaperParagraph | null
  readonly secrecy: PaperParagraph | null
  readonly urgency: PaperParagraph | null
  readonly mark: readonly PaperParagraph[]
  readonly number: PaperParagraph | null
  /** The words of 发文字号 as written; empty if there is none. */
  readonly numberText: string
  readonly signers: readonly PaperParagraph[]
  readonly redLine: RedLine | null
}

/** 红色分隔线: a border of a paragraph, or a line drawn; thickness in eighths of a point, gap in points. */
export type RedLine = {
  readonly at: PaperParagraph
  readonly rule: PaperRule | null
  readonly thickness: number
  readonly gap: number
  readonly colour: string
}

export type AnnexFound = {
  readonly label: PaperParagraph
  /** As the label says; null without one. */
  readonly number: number | null
  readonly title: readonly PaperParagraph[]
  readonly content: readonly PaperParagraph[]
}

export type ImprintFound = {
  readonly sendTo: PaperParagraph | null
  readonly copyTo: PaperParagraph | null
  /** The paragraph with …印发, and the printer's if it stands in a paragraph or cell of its own. */
  readonly printed: PaperParagraph | null
  readonly printer: PaperParagraph | null
  readonly table: PaperTable | null
  readonly box: PaperBox | null
  readonly paragraphs: readonly PaperParagraph[]
}

export const documentKindWords =
  '决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要|方案|办法|规定|细则|要点|计划|总结|安排'
