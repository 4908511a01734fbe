/** The whole register of grassroots unions (单位名册) for choosing from: by name, by township, by id. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { GrassrootsUnion } from '../../src-shared/unions.ts'
import { useBackend } from '../api.ts'

const everything = { limit: 100_000 }

export type Township = { readonly name: string; readonly unions: readonly GrassrootsUnion[] }

/** `unions` are all, `standing` and those of `townships` the ones that go on. */
export function useUnions() {
  const { queries } = useBackend()
  const query = useQuery(queries.unions.list.queryOptions({ input: everything, staleTime: 60_000 }))
  const rows = query.data?.rows
  return useMemo(() => {
    const unions = rows ?? []
    const standing = unions.filter(({ life }) => life.endedOn === null)
    const townships = new Map<string, GrassrootsUnion[]>()
    for (const union of standing) {
      const members = townships.get(union.township)
      if (members) members.push(union)
      else townships.set(union.township, [union])
    }
    return {
      unions,
      standing,
      isLoading: rows === undefined,
      byId: new Map(unions.map((union) => [union.id, union])),
      townships: [...townships].map(([name, members]): Township => ({ name, unions: members })),
    }
  }, [rows])
}
