/** The register of outgoing documents (发文登记): one entry for every number that was ever given. */
import { z } from 'zod'
import type { DocumentSummary, StoredDocument } from './documents.ts'
import type { OfferedBlock } from './editing/offered-blocks.ts'
import { form, requiredText } from './fields.ts'
import type { LayoutChoice } from './layout-choice.ts'
import type { RecordKind } from './record-kinds.ts'
import type { Stamp } from './stamp.ts'

export type DocumentState = '草稿' | '已定稿' | '已作废'

const yearSchema = z.number({ error: '应为年份' }).int('应为年份').min(2000, '应为年份').max(2099, '应为年份')

/** 起始号: where the numbers of a 代字 and year begin, for an office that gave the first ones on paper. */
export const numberSeriesSchema = form({
  code: requiredText(20).regex(/^[\u4e00-\u9fa5A-Za-z]{2,20}$/, '应为2至20个汉字或字母，如“云工发”'),
  year: yearSchema,
  firstSerial: z.number({ error: '应为数字' }).int('应为整数').min(1, '至少为1').max(99_999, '不能超过99999'),
})
export type NumberSeries = z.output<typeof numberSeriesSchema> & { readonly nextSerial: number }

/** Which year to show; null shows all. */
export const registerQuerySchema = form({ year: yearSchema.nullable().default(null) })

export const withdrawalReason = requiredText(200)

/** What finalising noted about one document; it stays when the document is withdrawn. */
export type Registration = {
  readonly state: Exclude<DocumentState, '草稿'>
  readonly number: string
  /** Moments, ISO 8601 in UTC. */
  readonly finalisedAt: string
  /** The account of the computer on which it was done. */
  readonly finalisedBy: string
  readonly withdrawnAt: string | null
  readonly withdrawnReason: string
  /** Of the frozen DOCX, 64 hexadecimal digits. */
  readonly sha256: string
  /** Of the records that it was drawn from: the head of their SHA-256 as eight groups of four. */
  readonly fingerprint: string
  /** What the frozen file is laid out by; null for one of which this was not kept. */
  readonly layout: LayoutChoice | null
}

/** A stored document with what the register says about it: null while it is a draft, whose number is a proposal (拟用). */
export type RegisteredDocument = StoredDocument & { readonly registration: Registration | null }
/** `offered`: what the records say now and the document does not. */
export type RefreshedDocument = RegisteredDocument & { readonly offered: readonly OfferedBlock[] }
export type ListedDocument = DocumentSummary & { readonly state: DocumentState }

export type OutgoingEntry = Stamp &
  Registration & {
    readonly documentId: string
    readonly code: string
    readonly year: number
    readonly serial: number
    readonly kind: string
    readonly title: string
    /** 成文日期 */
    readonly date: string
    /** 主送机关, joined by 、 */
    readonly recipients: string
  }

export type OutgoingRegister = { readonly rows: readonly OutgoingEntry[]; readonly series: readonly NumberSeries[] }

/** A record that is not as it was when the document was finalised. */
export type RecordDifference = {
  readonly kind: RecordKind | 'grassrootsUnion'
  readonly id: string
  readonly change: 'changed' | 'removed' | 'added'
  /** null for one that came later. */
  readonly versionThen: number | null
  /** null for one that is gone, or lies outside the period now. */
  readonly versionNow: number | null
}

export type Verification = Registration & {
  /** Whether the frozen file and the frozen list of records are byte for byte what was registered. */
  readonly isIntact: boolean
  readonly records: number
  readonly differences: readonly RecordDifference[]
}
