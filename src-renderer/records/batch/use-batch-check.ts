/** What the core says to the rows typed so far (边填边查): asked a little after the typing stops. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { type BatchKind, batchColumns } from '../../../src-shared/batch.ts'
import { asTexts, type BatchRow } from '../../../src-shared/editing/batch-rows.ts'
import { useBackend } from '../../api.ts'

/** Milliseconds. */
const restAfter = 500

/** `isCurrent`: the answer is about the rows as they stand. */
export function useBatchCheck(kind: BatchKind, rows: readonly BatchRow[]) {
  const { queries } = useBackend()
  const [settled, setSettled] = useState(rows)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(rows), restAfter)
    return () => clearTimeout(timer)
  }, [rows])
  const { data, error, isPlaceholderData } = useQuery(
    queries.batch.check.queryOptions({
      input: { kind, rows: asTexts(batchColumns[kind], settled) },
      placeholderData: keepPreviousData,
      gcTime: 0,
    }),
  )
  return { check: data, error, isCurrent: settled === rows && !isPlaceholderData && data !== undefined }
}
