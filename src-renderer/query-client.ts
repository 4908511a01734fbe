/** Queries of the window: the core is local, so they never wait for a network and never try twice. */
import { MutationCache, QueryClient } from '@tanstack/react-query'

/** Marks a query whose answer a form is editing: it must not change under the hands. */
export const heldByForm = { isHeldByForm: true }

export function createQueryClient(): QueryClient {
  const queryClient: QueryClient = new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, staleTime: 2_000 },
      mutations: { networkMode: 'always', retry: false },
    },
    // Every figure on every page may depend on any record: whatever was changed, what is shown is asked for again.
    mutationCache: new MutationCache({
      onSuccess: () => {
        void queryClient.invalidateQueries({ predicate: (query) => query.meta !== heldByForm })
      },
    }),
  })
  return queryClient
}
