/** The check code of a receipt (回执校验码): eight characters in two groups that two clerks compare over the phone. */
import type { Receipt } from '../../src-shared/receipts.ts'
import { canonicalJson } from '../sync/canonical-json.ts'
import { sha256 } from '../sync/ed25519.ts'

/** Without I, L, O and U, which are misheard or misread. */
const characters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const purpose = 'xuexuan receipt check code 1\n'

/** Of the whole content, and with it of the manifest of the bundle that it answers: `7K3M-Q0ZD`. */
export function checkCodeOf(receipt: Receipt): string {
  const hash = sha256(Buffer.from(`${purpose}${receipt.bundle.manifestHash}\n${canonicalJson(receipt)}`, 'utf8'))
  let rest = BigInt(`0x${hash.slice(0, 10)}`)
  let code = ''
  for (let place = 0; place < 8; place += 1) {
    code = `${characters[Number(rest % 32n)]}${code}`
    rest /= 32n
  }
  return `${code.slice(0, 4)}-${code.slice(4)}`
}

/** Whether what was heard is this code; case, spaces, dashes and the letters that are heard as digits do not matter. */
export function isCheckCode(heard: string, code: string): boolean {
  const plain = (text: string) =>
    text
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[^0-9A-Z]/g, '')
      .replace(/O/g, '0')
      .replace(/[IL]/g, '1')
  return plain(heard) === plain(code)
}
