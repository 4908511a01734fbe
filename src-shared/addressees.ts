/** 主送机关 and 抄送机关 as words: 、 between names of one kind, ， between kinds (7.3.2). */
import type { Addressee } from './documents.ts'

/** Names one after the other are of one kind; a group stands for itself. */
export function recipientWords(addressees: readonly Addressee[]): string {
  const groups: string[][] = []
  let isOpen = false
  for (const one of addressees) {
    if (typeof one !== 'string') groups.push([...one.names])
    else if (isOpen) groups.at(-1)?.push(one)
    else groups.push([one])
    isOpen = typeof one === 'string'
  }
  return groups.map((names) => names.join('、')).join('，')
}

/** Every name of 抄送 stands for itself unless it is in a group. */
export function copyToWords(addressees: readonly Addressee[]): string {
  return addressees.map(addresseeWords).join('，')
}

/** A name, or the names of a group with 、 between them, as a clerk types them. */
export function addresseeWords(addressee: Addressee): string {
  return typeof addressee === 'string' ? addressee : addressee.names.join('、')
}

/** Every name. */
export function namesOf(addressees: readonly Addressee[]): string[] {
  return addressees.flatMap((one) => (typeof one === 'string' ? [one] : one.names))
}
