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

/**
 * The row as its form holds it and an update sends it: without the stamp, and without `life` (沿革 of a union), which
 * acts of its own change.
 */
export function formFields<Row extends object>(row: Row): Omit<Row, keyof Stamp | 'life'> {
  const {
    id: _id,
    version: _version,
    createdAt: _createdAt,
    updatedAt: _updatedAt,
    life: _life,
    ...fields
  } = row as Row & Partial<Stamp> & { readonly life?: unknown }
  return fields as unknown as Omit<Row, keyof Stamp | 'life'>
}
