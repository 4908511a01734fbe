/** How the office lays its documents out (本单位公文版式), for every page that shows one. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type Layout, layoutOf } from '../../src-shared/layouts.ts'
import { useBackend } from '../api.ts'

/** @returns undefined until it is known */
export function useOfficeLayout(): Layout | undefined {
  const { queries } = useBackend()
  const { data: choice } = useQuery(queries.layout.show.queryOptions())
  return useMemo(() => choice && layoutOf(choice.name, choice), [choice])
}
