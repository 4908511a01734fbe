/** 主送机关 and 抄送机关 as a clerk types them: 、 between names of one kind, ， between kinds, and back into the model. */
import { addresseeWords } from '../addressees.ts'
import type { Addressee } from '../documents.ts'

/** Names of one kind stand one after the other; with several kinds each is a group (7.3.2). */
export function recipientsOfText(text: string, known: readonly Addressee[]): Addressee[] {
  const kinds = kindsIn(text)
  const only = kinds[0] ?? []
  if (kinds.length <= 1) return only.length > 1 ? only : kinds.map((names) => addresseeOf(names, known))
  return kinds.map((names) => {
    const addressee = addresseeOf(names, known)
    return typeof addressee === 'string' ? { names: [addressee] } : addressee
  })
}

/** Every name stands for itself; names with 、 between them are a group. */
export function copyToOfText(text: string, known: readonly Addressee[]): Addressee[] {
  return kindsIn(text).map((names) => addresseeOf(names, known))
}

/** 签发人 or 联合行文机关: names with 、, commas, spaces or line breaks between them. */
export function namesOfText(text: string): string[] {
  return text
    .split(/[、，,；;\s\u3000]+/u)
    .map((name) => name.trim())
    .filter(Boolean)
}

function kindsIn(text: string): string[][] {
  return text
    .replace(/[：:。]\s*$/u, '')
    .split(/[，,；;\n]/u)
    .map((kind) =>
      kind
        .split('、')
        .map((name) => name.trim())
        .filter(Boolean),
    )
    .filter((names) => names.length > 0)
}

/** One that was there keeps what else is known about it, e.g. that it is persons. */
function addresseeOf(names: readonly string[], known: readonly Addressee[]): Addressee {
  const words = names.join('、')
  return known.find((one) => addresseeWords(one) === words) ?? (names.length === 1 ? words : { names: [...names] })
}
