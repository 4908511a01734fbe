/** `.ghk` files as they travel between test offices. */
import { cardFingerprint, encodeCard, makeCard, type SignedCard } from '../../../src-main/keys/key-card.ts'
import type { Delivery } from '../../../src-shared/delivery.ts'
import type { TestOffice } from '../../open-offices.ts'

/** As the shell hands over what a person chose. */
export function keyFile(bytes: Uint8Array, name = '密钥名片.ghk'): File {
  return new File([new Uint8Array(bytes)], name)
}

/** What a call hands to the browser as a download. @throws Error when it did not */
export async function fileOf(delivery: Delivery): Promise<File> {
  if (delivery.state !== 'download') throw new Error(`nothing to download: ${delivery.state}`)
  return new File([new Uint8Array(await delivery.file.arrayBuffer())], delivery.file.name)
}

/** The card of an office as a file, and the fingerprint that its clerk reads out. */
export async function cardOf(office: TestOffice) {
  const signed = await makeCard(office.context)
  return { signed, file: keyFile(encodeCard(signed)), fingerprint: fingerprintOfCard(signed) }
}

function fingerprintOfCard({ card }: SignedCard): string {
  return cardFingerprint({ ...card, officeId: card.office.officeId })
}
