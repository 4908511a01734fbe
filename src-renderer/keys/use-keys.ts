/** The office's keys and its 往来单位 as the window reads them again after every change. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useBackend } from '../api.ts'

export function useOwnKeys() {
  const { queries } = useBackend()
  return useQuery(queries.keys.show.queryOptions())
}

export function usePeers() {
  const { queries } = useBackend()
  return useQuery(queries.keys.peers.queryOptions())
}

/** Reads both again. */
export function useKeysChanged(): () => void {
  const { queries } = useBackend()
  const queryClient = useQueryClient()
  return () => void queryClient.invalidateQueries({ queryKey: queries.keys.key() })
}
