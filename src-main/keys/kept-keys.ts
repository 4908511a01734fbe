/** The keys in a data folder that need not be open (未打开的数据文件夹的密钥): enough to tell and to open what is ours. */
import { keptKeyFile, publicKeyOfSecret } from './key-file.ts'
import type { OfficeKeys } from './key-ring.ts'
import { keyIdOf, lockedProblem } from './office-keys.ts'
import { openWithPassphrase } from './sealed-keys.ts'

/**
 * Of a folder without keys nothing is ours.
 * @throws Problem DATABASE_NEWER, KEY_LOCKED when it is another passphrase
 */
export async function keptKeys(
  dataFolder: string,
  passphrase: string | undefined,
): Promise<Pick<OfficeKeys, 'isOwn' | 'identities'>> {
  const found = await keptKeyFile(dataFolder)
  if (!found) return { isOwn: () => false, identities: () => [] }
  if (!('file' in found)) {
    const keyId = keyIdOf(publicKeyOfSecret(found.signing))
    return { isOwn: (asked) => asked === keyId, identities: () => [] }
  }
  const { file } = found
  const byPassphrase = passphrase === undefined ? null : await openWithPassphrase(file, passphrase)
  const secrets = file.secrets.plain ?? byPassphrase
  const keyIds = [file.publicKey, ...file.former].map(keyIdOf)
  return {
    isOwn: (keyId) => keyIds.includes(keyId),
    identities() {
      if (!secrets) throw lockedProblem(file)
      return [secrets.identity, ...secrets.formerIdentities]
    },
  }
}
