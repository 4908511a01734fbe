/** What a page shows is kept in its address (地址), so that a reload and the back button show it again. */
import { useCallback } from 'react'
import { useSearchParams } from 'react-router'
import type { Period } from '../../src-shared/period.ts'

type Changes = Readonly<Record<string, string | number | null>>

/** Reads and changes single words of the address; null or '' takes a word out. */
export function useAddress() {
  const [words, setWords] = useSearchParams()
  const change = useCallback(
    (changes: Changes, options: { replace?: boolean } = {}) =>
      setWords(
        (previous) => {
          const next = new URLSearchParams(previous)
          for (const [name, value] of Object.entries(changes))
            if (value === null || value === '') next.delete(name)
            else next.set(name, String(value))
          return next
        },
        { replace: options.replace ?? false },
      ),
    [setWords],
  )
  const period = periodIn(words)
  const changePeriod = (chosen: Period | null) =>
    change({ from: chosen?.from ?? null, to: chosen?.to ?? null, page: null }, { replace: true })
  return { words, change, period, changePeriod }
}

function periodIn(words: URLSearchParams): Period | null {
  const [from, to] = [words.get('from') ?? '', words.get('to') ?? '']
  const isDay = (text: string) => /^20\d\d-\d\d-\d\d$/.test(text)
  return isDay(from) && isDay(to) && from <= to ? { from, to } : null
}
