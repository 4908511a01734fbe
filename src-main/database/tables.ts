/** The tables as Kysely sees them. Lists inside a row are JSON text: a record is one row, so a change is one row too. */
import type { Generated } from 'kysely'
import type { ActivityFields } from '../../src-shared/activities.ts'
import type { ArrangementFields } from '../../src-shared/arrangements.ts'
import type { AttachmentFields, AttachmentFile } from '../../src-shared/attachments.ts'
import type { ImportKind } from '../../src-shared/excel-import.ts'
import type { IncomingFields } from '../../src-shared/incoming.ts'
import type { LectureFields } from '../../src-shared/lectures.ts'
import type { NoticeDocumentRole } from '../../src-shared/notice-words.ts'
import type { NoticeFields, RequirementFields } from '../../src-shared/notices.ts'
import type { Office } from '../../src-shared/office.ts'
import type { RecordKind } from '../../src-shared/record-kinds.ts'
import type { RegisterFields } from '../../src-shared/registers.ts'
import type { Stamp } from '../../src-shared/stamp.ts'
import type { StayFields } from '../../src-shared/stays.ts'
import type { StudyFields } from '../../src-shared/studies.ts'
import type { UnionAct } from '../../src-shared/union-lives.ts'
import type { UnionFields, UnionLife } from '../../src-shared/unions.ts'
import type { ExchangeTables } from './exchange-tables.ts'

/** Columns that the changes module stamps; `removedAt` marks a removed row, which sync must still know. */
type RowStamp = Stamp & { readonly replica: string; readonly removedAt: string | null }
/** A value as SQLite holds it: lists and objects become JSON text. */
type AsRow<Fields> = { [Key in keyof Fields]: Fields[Key] extends string | number | null ? Fields[Key] : string }

export type OfficeRow = RowStamp & AsRow<Office>
export type GrassrootsUnionRow = RowStamp & AsRow<UnionFields & UnionLife>
export type UnionActRow = RowStamp & AsRow<UnionAct> & { readonly firstChange: number; readonly lastChange: number }
export type StudyRow = RowStamp & AsRow<StudyFields>
export type LectureRow = RowStamp & AsRow<LectureFields>
export type StayRow = RowStamp & AsRow<StayFields>
export type ActivityRow = RowStamp & AsRow<ActivityFields>
export type DocumentRow = RowStamp & {
  readonly title: string
  readonly number: string
  readonly periodFrom: string
  readonly periodTo: string
  /** OfficialDocument as JSON. */
  readonly content: string
}

export type NumberSeriesRow = RowStamp & {
  readonly code: string
  readonly year: number
  readonly firstSerial: number
}
/** `createdAt` of the stamp is when it was finalised. */
export type OutgoingRow = RowStamp & {
  readonly code: string
  readonly year: number
  readonly serial: number
  readonly documentId: string
  readonly requestId: string
  readonly state: '已定稿' | '已作废'
  readonly kind: string
  readonly title: string
  readonly date: string
  readonly recipients: string
  readonly finalisedBy: string
  readonly withdrawnAt: string | null
  readonly withdrawnReason: string
}
export type IncomingRow = RowStamp & AsRow<IncomingFields> & { readonly year: number; readonly serial: number }
export type SettingRow = RowStamp & { readonly key: string; readonly value: string }
export type NoticeRow = RowStamp &
  AsRow<NoticeFields> & {
    readonly incomingId: string
    /** RecognisedDocument as JSON, or null as JSON. */
    readonly document: string
    readonly catalogueNumber: string
  }
export type RequirementRow = RowStamp &
  AsRow<RequirementFields> & { readonly noticeId: string; readonly position: number }
export type AnswerRow = RowStamp & {
  readonly requirementId: string
  readonly recordKind: RecordKind
  readonly recordId: string
  readonly state: '采用' | '不采用'
}

export type ArrangementRow = RowStamp &
  AsRow<ArrangementFields> & {
    readonly noticeId: string
    readonly requirementId: string | null
    readonly position: number
  }
export type NoticeDocumentRow = RowStamp & {
  readonly noticeId: string
  readonly documentId: string
  readonly role: NoticeDocumentRole
  /** 零报告的原因; empty for a report that reports. */
  readonly zeroReason: string
}
export type ExplanationRow = RowStamp & {
  readonly noticeId: string
  readonly rule: string
  readonly subject: string
  readonly text: string
}

export type CadreRow = RowStamp & AsRow<RegisterFields['cadre']>
export type LecturerRow = RowStamp & AsRow<RegisterFields['lecturer']>
export type LectureTeamRow = RowStamp & AsRow<RegisterFields['lectureTeam']>
export type StudyGroupRow = RowStamp & AsRow<RegisterFields['studyGroup']>
export type VenueRow = RowStamp & AsRow<RegisterFields['venue']>
export type MaterialRow = RowStamp & AsRow<RegisterFields['material']>
export type AttachmentRow = RowStamp & AttachmentFields & AttachmentFile
export type SavedViewRow = RowStamp & {
  readonly page: string
  readonly name: string
  readonly query: string
  readonly isDefault: 0 | 1
}

/** Rows that are stamped, noted in `change` and carried by sync. */
export type StampedTables = {
  office: OfficeRow
  grassrootsUnion: GrassrootsUnionRow
  unionAct: UnionActRow
  study: StudyRow
  lecture: LectureRow
  stay: StayRow
  activity: ActivityRow
  document: DocumentRow
  numberSeries: NumberSeriesRow
  outgoing: OutgoingRow
  incoming: IncomingRow
  setting: SettingRow
  notice: NoticeRow
  requirement: RequirementRow
  answer: AnswerRow
  arrangement: ArrangementRow
  noticeDocument: NoticeDocumentRow
  explanation: ExplanationRow
  cadre: CadreRow
  lecturer: LecturerRow
  lectureTeam: LectureTeamRow
  studyGroup: StudyGroupRow
  venue: VenueRow
  material: MaterialRow
  attachment: AttachmentRow
  savedView: SavedViewRow
}
export type StampedTable = keyof StampedTables

export type ChangeRow = {
  readonly seq: Generated<number>
  readonly tableName: StampedTable
  readonly rowId: string
  readonly op: 'insert' | 'update' | 'remove' | 'restore'
  /** The version of the row that this change made. */
  readonly version: number
  readonly replica: string
  readonly epoch: number
  readonly at: string
  /** Values before an update, changed columns only, as JSON: every older version can be told from the newest. */
  readonly old: string | null
}

export type Tables = StampedTables &
  ExchangeTables & {
    change: ChangeRow
    /** Kept by triggers from lecture.unionIds: which lecture reached which union. */
    lectureUnion: { readonly lectureId: string; readonly unionId: string }
    /** One row: who this installation is (安装标识). */
    installation: {
      readonly id: 1
      readonly officeId: string
      readonly replica: string
      readonly epoch: number
      readonly publicKey: string
      /** Of the computer and the folder where it was last opened. */
      readonly machine: Generated<string>
      /** Why it goes on under another replica or epoch, until the clerk has read it; else ''. */
      readonly notice: Generated<string>
      readonly createdAt: string
    }
    /** What was finalised, written once: triggers refuse every change. */
    frozenDocument: {
      readonly outgoingId: string
      /** OfficialDocument as JSON. */
      readonly content: string
      readonly docx: Uint8Array
      readonly sha256: string
      /** RecordSet as canonical JSON. */
      readonly records: string
      readonly fingerprint: string
      /** LayoutChoice as JSON; null for what was finalised before it was kept. */
      readonly layout: string | null
    }
    /** 导入批次 */
    importRun: {
      readonly id: string
      readonly fileName: string
      readonly at: string
      readonly added: number
      readonly changed: number
      readonly undoneAt: string | null
    }
    importedRow: {
      readonly runId: string
      readonly tableName: ImportKind
      readonly rowId: string
      readonly op: 'insert' | 'update'
      readonly version: number
    }
    /** 列对应, by the hash of a sheet's header words; `columns` as JSON. */
    importMapping: {
      readonly layout: string
      readonly kind: ImportKind | null
      readonly source: string
      readonly columns: string
      readonly updatedAt: string
    }
    /** Rows that loading the sample brought in. */
    sampleRow: { readonly tableName: StampedTable; readonly rowId: string }
    draft: { readonly key: string; readonly value: string; readonly updatedAt: string }
    /** What the search finds, one row for each thing; beside it stands the full-text index `searchIndex`. */
    searchEntry: {
      readonly seq: Generated<number>
      readonly kind: string
      readonly id: string
      readonly noticeId: string | null
      readonly day: string | null
      readonly title: string
      readonly text: string
    }
    /** One row once a search was made: the change up to which things are indexed, and from which sources. */
    searchState: { readonly id: 1; readonly indexedTo: number; readonly sources: string }
  }
