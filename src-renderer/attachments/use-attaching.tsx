/** Attaching many files (批量添加): a few at a time, so that a folder of photos fits, with progress and 取消. */
import { Button, Flex, Progress } from 'antd'
import { useRef, useState } from 'react'
import type { AddedAttachments } from '../../src-shared/attachments.ts'
import type { RecordKind } from '../../src-shared/record-kinds.ts'
import { useBackend } from '../api.ts'
import { useAction } from '../components/use-action.ts'
import { problemOf } from '../problem-of.ts'

export type Attaching = {
  readonly recordKind: RecordKind
  readonly recordId: string
  readonly files: readonly File[]
}
/** Of all files together; `left` were not tried, because she cancelled or because of `stopped`. */
export type AttachOutcome = Pick<AddedAttachments, 'same' | 'problems' | 'placesRemoved'> & {
  readonly added: number
  readonly left: readonly Attaching[]
  readonly stopped: string | null
}

/** Bytes and files of one call; the browser shell takes 100 million at once. */
const batch = { bytes: 30_000_000, files: 10 }

export function useAttaching(onDone: (outcome: AttachOutcome) => void) {
  const { client } = useBackend()
  const [done, setDone] = useState({ files: 0, of: 0 })
  const isCancelled = useRef(false)
  const attaching = useAction({
    call: async (all: readonly Attaching[]): Promise<AttachOutcome> => {
      isCancelled.current = false
      const calls = all.flatMap((one) => batchesOf(one.files).map((files) => ({ ...one, files })))
      const of = calls.reduce((sum, { files }) => sum + files.length, 0)
      let outcome: AttachOutcome = { added: 0, same: [], problems: [], placesRemoved: 0, left: [], stopped: null }
      let files = 0
      setDone({ files, of })
      for (const [index, one] of calls.entries()) {
        if (isCancelled.current) return { ...outcome, left: calls.slice(index) }
        try {
          outcome = sumOf(outcome, await client.attachments.add({ ...one, files: [...one.files], goodOnly: true }))
        } catch (error) {
          return { ...outcome, left: calls.slice(index), stopped: problemOf(error).sentence }
        }
        files += one.files.length
        setDone({ files, of })
      }
      return outcome
    },
    onDone,
  })
  const percent = done.of === 0 ? 0 : Math.round((done.files / done.of) * 100)
  return {
    attach: attaching.mutateAsync,
    isRunning: attaching.isPending,
    progress: attaching.isPending ? (
      <Flex align="center" gap={12} className="job-progress" role="status">
        <span>
          正在添加，{done.files}/{done.of}
        </span>
        <Progress percent={percent} size="small" status="active" aria-label="正在添加佐证材料" />
        <Button
          size="small"
          onClick={() => {
            isCancelled.current = true
          }}
        >
          取消
        </Button>
      </Flex>
    ) : null,
  }
}

function sumOf(outcome: AttachOutcome, answer: AddedAttachments): AttachOutcome {
  return {
    ...outcome,
    added: outcome.added + answer.added.length,
    same: [...outcome.same, ...answer.same],
    problems: [...outcome.problems, ...answer.problems],
    placesRemoved: outcome.placesRemoved + answer.placesRemoved,
  }
}

function batchesOf(files: readonly File[]): File[][] {
  const batches: File[][] = []
  let bytes = 0
  for (const file of files) {
    const last = batches.at(-1)
    if (!last || last.length >= batch.files || bytes + file.size > batch.bytes) {
      batches.push([file])
      bytes = file.size
    } else {
      last.push(file)
      bytes += file.size
    }
  }
  return batches
}
