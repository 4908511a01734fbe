/** What the tab 接收 does with files (接收流程): take them, look at what they would change, take them in. */
import { useState } from 'react'
import type { IntakePreview, IntakeSummary, StagedFile } from '../../src-shared/intake.ts'
import { useBackend } from '../api.ts'
import { useAction } from '../components/use-action.ts'
import { useLongJob } from '../components/use-long-job.tsx'

export type Intake = ReturnType<typeof useIntake>

export function useIntake() {
  const { client } = useBackend()
  const [files, setFiles] = useState<readonly StagedFile[]>([])
  const [preview, setPreview] = useState<IntakePreview | null>(null)
  const [summary, setSummary] = useState<IntakeSummary | null>(null)
  const [accepted, setAccepted] = useState<readonly string[]>([])

  const previewing = useLongJob({
    call: (bundleIds: readonly string[], jobId) => client.intake.preview({ bundleIds: [...bundleIds], jobId }),
    onDone: (shown) => {
      setPreview(shown)
      setAccepted([])
      setSummary(null)
    },
  })
  const staging = useLongJob({
    call: (chosen: readonly File[], jobId) => client.intake.stage({ files: [...chosen], jobId }),
    onDone: (staged) => {
      setFiles(staged)
      setSummary(null)
      const bundleIds = [
        ...new Set(staged.flatMap(({ bundleId, outcome }) => (outcome === '已收' ? (bundleId ?? []) : []))),
      ]
      if (bundleIds.length > 0) previewing.start(bundleIds)
      else setPreview(null)
    },
  })
  const importing = useLongJob({
    call: (bundleIds: readonly string[], jobId) =>
      client.intake.import({ bundleIds: [...bundleIds], acceptRed: [...accepted], jobId }),
    onDone: (done) => {
      setSummary(done)
      setPreview(null)
      setFiles([])
    },
  })
  const undoing = useAction({
    call: ({ bundleId }: { readonly bundleId: string; readonly name: string }) => client.intake.undo({ bundleId }),
    done: (_, { name }) => `已撤销导入${name}`,
    onDone: () => setSummary(null),
  })
  const discarding = useAction({
    call: ({ bundleId }: { readonly bundleId: string; readonly name: string }) => client.intake.discard({ bundleId }),
    done: (_, { name }) => `已移出${name}`,
    onDone: () => setPreview(null),
  })
  return {
    files,
    preview,
    summary,
    accepted,
    accept: (bundleId: string, isAccepted: boolean) =>
      setAccepted((before) => (isAccepted ? [...before, bundleId] : before.filter((one) => one !== bundleId))),
    clear: () => {
      setFiles([])
      setPreview(null)
      setSummary(null)
    },
    staging,
    previewing,
    importing,
    undoing,
    discarding,
    isBusy: staging.isRunning || previewing.isRunning || importing.isRunning,
  }
}
