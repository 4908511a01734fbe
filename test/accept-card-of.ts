/** One office takes another one's key card as if its fingerprint had been read out over the phone (登记名片). */
import type { CoreContext } from '../src-main/core-context.ts'
import { acceptCard } from '../src-main/keys/accept-card.ts'
import { cardFingerprint, makeCard } from '../src-main/keys/key-card.ts'
import type { PeerRole } from '../src-shared/bundle-manifest.ts'

type Office = { readonly context: CoreContext }

export async function acceptFrom(
  { context }: Office,
  other: Office,
  place: { readonly role?: PeerRole; readonly parentId?: string | null } = {},
) {
  const signed = await makeCard(other.context)
  const fingerprint = cardFingerprint({ ...signed.card, officeId: signed.card.office.officeId })
  return await acceptCard(context, signed, { ...place, fingerprint })
}
