/** How the office lays its documents out (本单位公文版式), for every page that shows one. */
import { useSuspenseQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type Layout, layoutOf } from '../../src-shared/layouts.ts'
import { useBackend } from '../api.ts'

export function useOfficeLayout(): Layout {
  const { queries } = useBackend()
  const { data: choice } = useSuspenseQuery(queries.layout.show.queryOptions())
  return useMemo(() => layoutOf(choice.name, choice), [choice])
}
