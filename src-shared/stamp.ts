/** What every stored row carries besides its own fields: who it is and which version this is. */
export type Stamp = {
  /** UUIDv7 (RFC 9562), time-ordered. */
  readonly id: string
  /** 1 when added, one more at every change: an edit names the version it was made on. */
  readonly version: number
  /** Moments, ISO 8601 in UTC. */
  readonly createdAt: string
  readonly updatedAt: string
}
