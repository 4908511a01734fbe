/** Passes a volume on (转报): the first sender's manifest and signature stay, only envelope and encryption are new. */
import type { Party } from '../../src-shared/bundle-manifest.ts'
import { volumeFileName } from './bundle-file-name.ts'
import type { OpenedVolume } from './open-bundle.ts'
import { envelopeOf, type SealedVolume, type SealingKeys, sealVolume } from './seal-bundle.ts'

/**
 * @param via the office that passes it on, which must be who this file was for
 * @param recipient whom it goes to, and `recipients` the age keys it is encrypted for
 */
export async function resealFor(
  { envelope, manifest, plain }: OpenedVolume,
  {
    keys,
    recipients,
    via,
    recipient,
  }: { keys: SealingKeys; recipients: readonly string[]; via: Party; recipient: Party },
): Promise<SealedVolume> {
  const { volume } = envelope
  const passedOn = { ...envelopeOf(manifest), recipient, via: [...envelope.via, via], volume }
  const bytes = await sealVolume(plain, passedOn, { keys, recipients })
  return { fileName: volumeFileName(manifest, volume), bytes, ...volume }
}
