/** The draft of a form (草稿): kept by the core while the person types, so that closing the window loses nothing. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { useBackend } from '../api.ts'

/** Milliseconds without typing after which the draft is stored, and how long it waits at most while typing goes on. */
const saveAfter = 400
const saveWithin = 3_000

/** What became of what was typed last: not yet stored, stored at a moment (ISO 8601), or refused by the disk. */
export type Keeping = 'none' | 'waiting' | 'failed' | { readonly keptAt: string }

/**
 * `stored` is undefined while it is being read and null when there is none. `keep` stores what the form holds, a
 * little later; `drop` forgets it, now.
 */
export function useDraft<Value>(key: string) {
  const { client } = useBackend()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const pending = useRef<Value>(undefined)
  const waitingSince = useRef(0)
  const [stored, setStored] = useState<Value | null>()
  const [keeping, setKeeping] = useState<Keeping>('none')

  useEffect(() => {
    let isWanted = true
    const read = async () => {
      const draft = await client.drafts.get({ key }).catch((error) => console.warn('draft not read', error))
      if (isWanted) setStored((draft?.value ?? null) as Value | null)
    }
    void read()
    return () => {
      isWanted = false
    }
  }, [client, key])

  const flush = useCallback(async () => {
    clearTimeout(timer.current)
    const value = pending.current
    pending.current = undefined
    if (value === undefined) return
    try {
      await client.drafts.put({ key, value })
      if (pending.current === undefined) setKeeping({ keptAt: new Date().toISOString() })
    } catch (error) {
      // A draft that cannot be stored must not disturb the typing; saving the form itself will say what is wrong.
      console.warn('draft not stored', error)
      setKeeping('failed')
    }
  }, [client, key])

  const keep = useCallback(
    (value: Value) => {
      if (pending.current === undefined) waitingSince.current = performance.now()
      pending.current = value
      setKeeping('waiting')
      clearTimeout(timer.current)
      const rest = waitingSince.current + saveWithin - performance.now()
      timer.current = setTimeout(() => void flush(), Math.max(0, Math.min(saveAfter, rest)))
    },
    [flush],
  )

  const drop = useCallback(async () => {
    clearTimeout(timer.current)
    pending.current = undefined
    setStored(null)
    setKeeping('none')
    await client.drafts.remove({ key }).catch((error) => console.warn('draft not removed', error))
  }, [client, key])

  useEffect(() => {
    const onHide = () => void flush()
    window.addEventListener('pagehide', onHide)
    return () => {
      window.removeEventListener('pagehide', onHide)
      void flush()
    }
  }, [flush])

  return { stored, keep, drop, keeping }
}
