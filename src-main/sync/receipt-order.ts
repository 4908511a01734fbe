/** Which of two receipts of one office is newer (回执先后): the newest one says what holds, whatever order they arrive in. */

export type ReceiptPlace = {
  readonly receiptId: string
  readonly issuerReplica: string
  readonly issuerEpoch: number
  readonly number: number
  readonly issuedAt: string
}

/** Of one replica by epoch and number; clocks are asked only between two PCs of the issuer that count apart. */
export function isNewer(one: ReceiptPlace, other: ReceiptPlace): boolean {
  if (one.issuerReplica !== other.issuerReplica)
    return one.issuedAt !== other.issuedAt ? one.issuedAt > other.issuedAt : one.receiptId > other.receiptId
  if (one.issuerEpoch !== other.issuerEpoch) return one.issuerEpoch > other.issuerEpoch
  return one.number > other.number
}

/** The newest; the same for the same receipts in any order. */
export function newestOf<Place extends ReceiptPlace>(receipts: readonly Place[]): Place | null {
  const inOrder = receipts.toSorted((one, other) => (one.receiptId < other.receiptId ? -1 : 1))
  return inOrder.reduce<Place | null>((best, one) => (best === null || isNewer(one, best) ? one : best), null)
}
