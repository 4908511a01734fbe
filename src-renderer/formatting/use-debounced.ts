/** A value that waits until the person pauses (停顿后再取): what follows from it is reckoned once, not at every key. */
import { useEffect, useState } from 'react'

/** @param wait milliseconds without a change */
export function useDebounced<Value>(value: Value, wait: number): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), wait)
    return () => clearTimeout(timer)
  }, [value, wait])
  return settled
}
