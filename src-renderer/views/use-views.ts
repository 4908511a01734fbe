/** The saved views of the page that is shown (常用查询), and which of them its address stands for. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useLocation, useSearchParams } from 'react-router'
import type { SavedView } from '../../src-shared/saved-views.ts'
import { useBackend } from '../api.ts'
import { useShell } from '../components/use-shell.ts'
import { addressOfView, filterInAddress } from './view-query.ts'

export function useViews() {
  const { queries } = useBackend()
  const { today } = useShell()
  const { pathname, search } = useLocation()
  const [words, setWords] = useSearchParams()
  const page = pathname.slice(1)
  const { data: views } = useQuery(queries.views.list.queryOptions({ input: { page } }))
  const filter = filterInAddress(words).toString()
  const open = ({ query }: SavedView, options = { replace: false }) => setWords(addressOfView(query, today), options)
  // Once, when the page is opened without a filter: taking the filter out must not bring it back.
  const isDecided = useRef(false)
  const own = views?.find(({ isDefault }) => isDefault)
  useEffect(() => {
    if (views === undefined || isDecided.current) return
    isDecided.current = true
    if (own && search === '') setWords(addressOfView(own.query, today), { replace: true })
  }, [views, own, search, setWords, today])
  return {
    page,
    words,
    filter,
    views: views ?? [],
    current: filter === '' ? undefined : views?.find(({ query }) => addressOfView(query, today).toString() === filter),
    open,
  }
}
