/** The day it is for the core (今天) and what the shell around the window can do. */
import { useSuspenseQuery } from '@tanstack/react-query'
import { useBackend } from '../api.ts'

export function useShell() {
  const { queries } = useBackend()
  const { data } = useSuspenseQuery(queries.shell.abilities.queryOptions({ staleTime: 60_000 }))
  return data
}
