/** The draft of a form (草稿): kept by the core while the person types, so that closing the window loses nothing. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { useBackend } from '../api.ts'

const saveAfter = 400

/**
 * `stored` is undefined while it is being read and null when there is none. `keep` stores what the form holds, a
 * little later; `drop` forgets it, now.
 */
export function useDraft<Value>(key: string) {
  const { client } = useBackend()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const pending = useRef<Value>(undefined)
  const [stored, setStored] = useState<Value | null>()

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
    // A draft that cannot be stored must not disturb the typing; saving the form itself will say what is wrong.
    if (value !== undefined)
      await client.drafts.put({ key, value }).catch((error) => console.warn('draft not stored', error))
  }, [client, key])

  const keep = useCallback(
    (value: Value) => {
      pending.current = value
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush(), saveAfter)
    },
    [flush],
  )

  const drop = useCallback(async () => {
    clearTimeout(timer.current)
    pending.current = undefined
    setStored(null)
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

  return { stored, keep, drop }
}
