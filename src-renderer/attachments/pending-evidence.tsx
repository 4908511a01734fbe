/**
 * Files for a record that is not stored yet (待添加的佐证): held beside the form until it is saved, then attached. They
 * outlive the form, so that nothing is lost when something goes wrong between the two.
 */
import { createContext, type ReactNode, use, useMemo, useState } from 'react'
import type { RecordKind } from '../../src-shared/record-kinds.ts'
import type { ChosenFile } from './dropped-files.ts'
import { type AttachOutcome, useAttaching } from './use-attaching.tsx'

type PendingEvidence = {
  readonly files: readonly ChosenFile[]
  readonly setFiles: (files: readonly ChosenFile[]) => void
  /** What came of the last attaching, as long as something of it must be said. */
  readonly outcome: AttachOutcome | null
  readonly setOutcome: (outcome: AttachOutcome | null) => void
  readonly progress: ReactNode
  /** Attaches what is held; true when nothing is left to be said. */
  readonly attachTo: (recordKind: RecordKind, recordId: string) => Promise<boolean>
}

const PendingContext = createContext<PendingEvidence | null>(null)

export function PendingEvidenceProvider({ children }: { readonly children: ReactNode }) {
  const [files, setFiles] = useState<readonly ChosenFile[]>([])
  const [outcome, setOutcome] = useState<AttachOutcome | null>(null)
  const { attach, progress } = useAttaching(() => undefined)
  const value = useMemo(
    () => ({
      files,
      setFiles,
      outcome,
      setOutcome,
      progress,
      attachTo: async (recordKind: RecordKind, recordId: string) => {
        if (files.length === 0) return true
        const done = await attach([{ recordKind, recordId, files: files.map(({ file }) => file) }])
        setFiles([])
        const isFine = done.problems.length === 0 && done.left.length === 0
        setOutcome(isFine ? null : done)
        return isFine
      },
    }),
    [files, outcome, progress, attach],
  )
  return <PendingContext value={value}>{children}</PendingContext>
}

export function usePendingEvidence(): PendingEvidence {
  const pending = use(PendingContext)
  if (!pending) throw new Error('evidence must stand inside PendingEvidenceProvider')
  return pending
}
