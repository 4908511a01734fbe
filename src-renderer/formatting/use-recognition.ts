/** What the core reads out of the text or file at hand (识别), asked for again when the person pauses. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { DocumentKind } from '../../src-shared/documents.ts'
import { useBackend } from '../api.ts'
import { heldByForm } from '../query-client.ts'
import { useDebounced } from './use-debounced.ts'

export type Source = {
  readonly text: string
  /** Instead of the text. */
  readonly file: File | null
  /** Instead of what the title says. */
  readonly kind: DocumentKind | null
  readonly hasSeal: boolean
}

const pause = 500
/** Characters; what is longer is a book, and reading it at every pause would make the window wait. */
export const longestText = 200_000

/** What the calls take. */
export function inputOf({ text, file, kind, hasSeal }: Source) {
  return { ...(file ? { file } : { text }), ...(kind && { kind }), hasSeal }
}

export function useRecognition(source: Source) {
  const { client } = useBackend()
  const settled = useDebounced(source, pause)
  const { text, file, kind, hasSeal } = settled
  const isTooLong = file === null && source.text.length > longestText
  const hasSource = source.file !== null || source.text.trim() !== ''
  const query = useQuery({
    queryKey: ['recognised', kind, hasSeal, file ? [file.name, file.size, file.lastModified] : text],
    queryFn: () => client.documents.recognise(inputOf(settled)),
    enabled: hasSource && !isTooLong && (file !== null || text.trim() !== ''),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    meta: heldByForm,
  })
  return {
    hasSource,
    isTooLong,
    isReading: hasSource && !isTooLong && (settled !== source || query.isFetching),
    error: query.error,
    recognised: hasSource && !isTooLong && !query.error ? query.data : undefined,
    retry: () => void query.refetch(),
  }
}
