/** The computer's own store of secrets (系统密码库): DPAPI, Keychain, or the desktop's keyring on Linux. */
import { safeStorage } from 'electron'

/** Base64 of the sealed text; undefined where there is no store, or only one whose key everybody knows. */
export function protectSecret(text: string): string | undefined {
  return isStoreThere() ? safeStorage.encryptString(text).toString('base64') : undefined
}

/** The text; undefined when another account, computer or profile of this program sealed it. */
export function revealSecret(sealed: string): string | undefined {
  if (!isStoreThere()) return undefined
  try {
    return safeStorage.decryptString(Buffer.from(sealed, 'base64'))
  } catch {
    return undefined // the store says no by throwing, without a code
  }
}

function isStoreThere(): boolean {
  // Without a keyring Chromium on Linux falls back to a password that stands in its source.
  const isOpen = process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text'
  return safeStorage.isEncryptionAvailable() && !isOpen
}
