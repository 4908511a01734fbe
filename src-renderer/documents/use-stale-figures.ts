/** Which numbers of a stored document the records no longer give (过时的数字), asked when it is opened and after each change. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { FigureKey } from '../../src-shared/statistics.ts'
import { useBackend } from '../api.ts'

export function useStaleFigures(documentId: string, isDrawn: boolean): ReadonlySet<FigureKey> {
  const { queries } = useBackend()
  const { data } = useQuery(
    queries.documents.trace.queryOptions({ input: { id: documentId }, enabled: isDrawn, refetchOnMount: 'always' }),
  )
  return useMemo(() => new Set((data ?? []).filter(({ isStale }) => isStale).map(({ figure }) => figure)), [data])
}
