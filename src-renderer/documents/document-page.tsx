/** The editor of one document (公文编辑): loads it and what was left unsaved. */
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { documentDraftKey } from '../../src-shared/editing/draft-key.ts'
import { useBackend } from '../api.ts'
import { Page } from '../components/page.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { useDraft } from '../components/use-draft.ts'
import { heldByForm } from '../query-client.ts'
import { DocumentEditor } from './document-editor.tsx'
import { FinalisedDocument } from './finalised-document.tsx'
import type { DocumentDraft } from './use-document-saving.ts'

export function DocumentPage() {
  const { id = '' } = useParams()
  const { queries } = useBackend()
  const stored = useQuery(
    queries.documents.get.queryOptions({
      input: { id },
      gcTime: 0,
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnMount: 'always',
      meta: heldByForm,
    }),
  )
  const draft = useDraft<DocumentDraft>(documentDraftKey(id))
  if (stored.error)
    return (
      <Page title="公文">
        <ProblemNote error={stored.error} onRetry={() => void stored.refetch()} />
      </Page>
    )
  // What the preview left in the cache may be older, and its replacement would throw away what is being typed.
  if (!stored.data || !stored.isFetchedAfterMount || draft.stored === undefined) return <Page title="公文">{null}</Page>
  const reload = () => void stored.refetch()
  const { registration } = stored.data
  if (registration) return <FinalisedDocument stored={stored.data} registration={registration} onChanged={reload} />
  return <DocumentEditor key={`${id}:${stored.dataUpdatedAt}`} stored={stored.data} draft={draft} onReload={reload} />
}
