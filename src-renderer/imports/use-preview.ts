/** What an import would do (预览), read anew whenever the file or what is said of its columns changes. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SheetMapping } from '../../src-shared/import-mapping.ts'
import { useBackend } from '../api.ts'
import { heldByForm } from '../query-client.ts'

/** A file or pasted table; two files of one name are two sources. */
export type Source = { readonly id: number; readonly file: File }

/** Problems, and remarks, of each kind in each sheet that cross to the window. */
export const told = 500

export function usePreview(source: Source | null, mappings: readonly SheetMapping[]) {
  const { client } = useBackend()
  const [jobId, setJobId] = useState<string | null>(null)
  const query = useQuery({
    queryKey: ['importPreview', source?.id ?? null, mappings],
    queryFn: async ({ signal }) => {
      if (!source) return null
      const id = crypto.randomUUID()
      setJobId(id)
      // Another choice was made meanwhile: this reading is of no use any more.
      signal.addEventListener('abort', () => void client.jobs.cancel({ jobId: id }))
      return await client.imports.preview({ file: source.file, mappings: [...mappings], limit: told, jobId: id })
    },
    enabled: source !== null,
    // What was read of this file stays in sight while its columns are changed.
    placeholderData: (previous, query) => (query?.queryKey[1] === source?.id ? previous : undefined),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    // A workbook is not read again because something was saved elsewhere.
    meta: heldByForm,
  })
  return {
    sheets: source && !query.error ? (query.data?.sheets ?? null) : null,
    error: source ? query.error : null,
    jobId: query.isFetching ? jobId : null,
    isStale: query.isPlaceholderData,
    again: () => void query.refetch(),
  }
}
