/** Who may talk to the browser shell (口令): one-time launch tokens, each exchanged for a session token. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** Milliseconds for which a launch token can be exchanged. */
export const launchLifetime = 60_000

export type Tokens = {
  /** A new launch token: works once, for 60 s. */
  readonly launch: () => string
  /** The session token for a launch token, or null when that is unknown, used or too old. */
  readonly exchange: (launchToken: string) => string | null
  readonly isSession: (sessionToken: string) => boolean
}

/** Keeps only hashes; everything dies with the process. `elapsed` counts milliseconds and never goes back. */
export function createTokens(elapsed: () => number = () => performance.now()): Tokens {
  const launches: { hash: Buffer; until: number }[] = []
  const sessions: Buffer[] = []
  return {
    launch() {
      const token = newToken()
      launches.push({ hash: hashOf(token), until: elapsed() + launchLifetime })
      return token
    },
    exchange(launchToken) {
      const hash = hashOf(launchToken)
      const index = launches.findIndex((launch) => timingSafeEqual(launch.hash, hash))
      const launch = index < 0 ? undefined : launches.splice(index, 1)[0]
      if (!launch || elapsed() >= launch.until) return null
      const token = newToken()
      sessions.push(hashOf(token))
      return token
    },
    isSession(sessionToken) {
      const hash = hashOf(sessionToken)
      return sessions.some((session) => timingSafeEqual(session, hash))
    },
  }
}

function newToken(): string {
  return randomBytes(32).toString('base64url')
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
