/** In which order a sender made its bundles (制包顺序), however they came and whichever of its computers made them. */

export type MadeBundle = {
  readonly bundleId: string
  readonly officeId: string
  readonly replica: string
  readonly epoch: number
  readonly seq: number
  /** By the sender's clock, and by ours. */
  readonly createdAt: string
  readonly receivedAt: string
}

/**
 * The oldest first. Of one replica the numbers say it; between replicas, which count apart, only the clocks can. A clock
 * that went back must not contradict the numbers, and one that runs ahead cannot be right past the moment of receiving.
 */
export function inMadeOrder<Bundle extends MadeBundle>(bundles: readonly Bundle[]): Bundle[] {
  const latest = new Map<string, number>()
  return bundles
    .toSorted(byNumber)
    .map((bundle) => {
      const replica = `${bundle.officeId} ${bundle.replica}`
      const made = Math.max(latest.get(replica) ?? Number.NEGATIVE_INFINITY, madeAt(bundle))
      latest.set(replica, made)
      return { bundle, made }
    })
    .toSorted((one, other) => one.made - other.made)
    .map(({ bundle }) => bundle)
}

/** Of each replica what it made last; both branches of a fork. */
export function lastOfReplicas<Bundle extends Pick<MadeBundle, 'replica' | 'epoch' | 'seq'>>(
  bundles: readonly Bundle[],
): Bundle[] {
  return bundles.filter((one) => bundles.every((other) => other.replica !== one.replica || byPlace(other, one) <= 0))
}

function madeAt({ createdAt, receivedAt }: MadeBundle): number {
  const [made, received] = [Date.parse(createdAt), Date.parse(receivedAt)]
  return Number.isNaN(made) ? received : Math.min(made, received)
}

function byNumber(one: MadeBundle, other: MadeBundle): number {
  return (
    byText(one.officeId, other.officeId) ||
    byText(one.replica, other.replica) ||
    byPlace(one, other) ||
    byText(one.receivedAt, other.receivedAt) ||
    byText(one.bundleId, other.bundleId)
  )
}

const byPlace = (one: Pick<MadeBundle, 'epoch' | 'seq'>, other: Pick<MadeBundle, 'epoch' | 'seq'>) =>
  one.epoch - other.epoch || one.seq - other.seq
const byText = (one: string, other: string) => (one === other ? 0 : one < other ? -1 : 1)
