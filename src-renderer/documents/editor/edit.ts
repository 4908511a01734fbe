/** How the parts of the editor change what they show: by a function of what there is, and what the change is about. */
import type { Block, OfficialDocument } from '../../../src-shared/documents.ts'
import type { Fault } from './use-faults.ts'

/** Changes with the same `group` that follow each other closely are undone together. */
export type Edit = (change: (content: OfficialDocument) => OfficialDocument, group?: string) => void
export type EditBlocks = (blocks: readonly Block[], group?: string) => void

/** What every tab of the editor needs. */
export type EditorPart = {
  readonly content: OfficialDocument
  readonly edit: Edit
  readonly faults: readonly Fault[]
}
