/** The whole register of grassroots unions (单位名册) for choosing from: by name, by township, by id. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { GrassrootsUnion } from '../../src-shared/unions.ts'
import { useBackend } from '../api.ts'

const everything = { limit: 100_000 }

export type Township = { readonly name: string; readonly unions: readonly GrassrootsUnion[] }

export function useUnions() {
  const { queries } = useBackend()
  const query = useQuery(queries.unions.list.queryOptions({ input: everything, staleTime: 60_000 }))
  const rows = query.data?.rows
  return useMemo(() => {
    const unions = rows ?? []
    const townships = new Map<string, GrassrootsUnion[]>()
    for (const union of unions) townships.set(union.township, [...(townships.get(union.township) ?? []), union])
    return {
      unions,
      isLoading: rows === undefined,
      byId: new Map(unions.map((union) => [union.id, union])),
      townships: [...townships].map(([name, members]): Township => ({ name, unions: members })),
    }
  }, [rows])
}
