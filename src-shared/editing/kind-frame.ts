/** What head and title of a document are like by its kind (文种): its mark and title, and a change to another kind. */
import type { DocumentFormat, DocumentKind, OfficialDocument } from '../documents.ts'
import { formatOf, kindRules } from '../kind-rules.ts'
import type { Office } from '../office.ts'

export const kinds = Object.keys(kindRules) as readonly DocumentKind[]
/** 上行文, which go to the level above. */
export const upwardKinds: readonly DocumentKind[] = ['报告', '请示']

/** 发文机关标志: names with 文件; in a letter without it; 纪要 as the standard calls them (7.2.4, 10.1, 10.3). */
export function markOf(names: readonly string[], format: DocumentFormat): string {
  const lines = names.map((name) => bareName(name)).join('\n')
  return format === '信函' ? lines : format === '纪要' ? `${lines}会议纪要` : `${lines}文件`
}

/** Head and foot of a document that the office issues today. */
export function officeFrame(
  kind: DocumentKind,
  office: Office,
  { number, today }: { readonly number: string; readonly today: string },
): Omit<OfficialDocument, 'title' | 'blocks' | 'annexes'> {
  return {
    kind,
    mark: markOf([office.mark || office.name], formatOf({ kind })),
    number,
    signers: kindRules[kind].signers === 'needed' ? [office.signer] : [],
    recipients: upwardKinds.includes(kind) ? [office.superior] : [],
    issuer: office.name,
    hasSeal: kind !== '纪要',
    date: today,
    copyTo: [],
    printer: office.printer || `${office.name}办公室`,
    printedOn: today,
  }
}

/** 关于…的通知, with the issuer before it. */
export function titleOf(issuer: string, subject: string, kind: DocumentKind): string {
  return `${issuer}关于${subject}的${kind}`
}

/** As another kind: title, mark and format follow, and what that kind does not have goes. */
export function ofKind(document: OfficialDocument, kind: DocumentKind): OfficialDocument {
  const { attendance, ...rest } = document
  const rule = kindRules[kind]
  const ending = new RegExp(`${document.kind}$`, 'u')
  return inFormat(
    {
      ...rest,
      ...(rule.attendance === 'forbidden' || !attendance ? {} : { attendance }),
      kind,
      title: document.title.replace(ending, kind),
      signers: rule.signers === 'forbidden' ? [] : document.signers,
    },
    rule.formats[0] ?? '普通',
  )
}

/** In another format; the usual one of the kind is not written down. The mark follows unless it is of the clerk's own. */
export function inFormat(document: OfficialDocument, format: DocumentFormat): OfficialDocument {
  const { format: _, ...rest } = document
  const isUsual = kindRules[document.kind].formats[0] === format
  const next: OfficialDocument = isUsual ? rest : { ...rest, format }
  const names = document.mark.split('\n')
  return markOf(names, formatOf(next)) === document.mark ? next : { ...next, mark: markOf(names, formatOf(next)) }
}

/** With these issuers, the main one first; the mark and the title follow where they named them. */
export function issuedBy(document: OfficialDocument, issuer: string, joint: readonly string[]): OfficialDocument {
  const { jointIssuers, ...rest } = document
  const before = [document.issuer, ...(jointIssuers ?? [])]
  const isTheirMark = markOf(before, formatOf(document)) === document.mark
  const opening = `${namesInTitle(before)}关于`
  // A name that was wiped out to be typed anew must not take the title's along.
  const isTheirTitle = document.issuer !== '' && issuer !== '' && document.title.startsWith(opening)
  const named = `${namesInTitle([issuer, ...joint])}关于`
  return {
    ...rest,
    issuer,
    ...(joint.length > 0 ? { jointIssuers: [...joint] } : {}),
    mark: isTheirMark ? markOf([issuer, ...joint], formatOf(document)) : document.mark,
    title: isTheirTitle ? `${named}${document.title.slice(opening.length)}` : document.title,
  }
}

/** Up to three names with a space between them, more by the first of them. */
function namesInTitle(names: readonly string[]): string {
  return names.length > 3 ? `${names[0]}等${names.length}单位` : names.join(' ')
}

function bareName(mark: string): string {
  return mark.replace(/(?:文件|会议纪要|纪要)$/u, '')
}
