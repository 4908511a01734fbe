/** Points of a transaction at which a test stops it: before and after every query. */
import type { KyselyPlugin } from 'kysely'

/** Calls `stop` at the given point, counted from 0; `passed` tells how many points there were. */
export function stopAtPoint(point: number, stop: () => void): KyselyPlugin & { readonly passed: () => number } {
  let passed = 0
  const pass = () => {
    if (passed === point) stop()
    passed += 1
  }
  return {
    passed: () => passed,
    transformQuery: ({ node }) => {
      pass()
      return node
    },
    transformResult: async ({ result }) => {
      pass()
      return result
    },
  }
}
