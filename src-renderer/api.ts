/** The calls of the core (接口) at hand for every component: plainly, and as queries with their keys. */
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { createContext, use } from 'react'
import type { Api } from '../src-shared/contract.ts'

export function backendOf(client: Api) {
  return { client, queries: createTanstackQueryUtils(client) }
}
export type Backend = ReturnType<typeof backendOf>

export const BackendContext = createContext<Backend | null>(null)

export function useBackend(): Backend {
  const backend = use(BackendContext)
  if (!backend) throw new Error('a component that asks the core must stand inside BackendContext')
  return backend
}
