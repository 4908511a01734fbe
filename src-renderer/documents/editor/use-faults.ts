/** What is wrong with the document (填写有误), by the field it belongs to: once saving was refused, until it is mended. */
import { useMemo, useState } from 'react'
import type { OfficialDocument } from '../../../src-shared/documents.ts'
import { kindFaults } from '../../../src-shared/kind-rules.ts'
import type { FieldIssue } from '../../../src-shared/problems.ts'

export type Fault = { readonly path: readonly (string | number)[]; readonly sentence: string }
export const editorTabs = ['head', 'text', 'foot', 'annexes'] as const
export type EditorTab = (typeof editorTabs)[number]

const headParts = ['kind', 'format', 'copyNumber', 'secrecy', 'urgency', 'mark', 'number', 'signers']
const textParts = ['title', 'recipients', 'blocks', 'attendance']

export function useFaults(content: OfficialDocument) {
  const [refused, setRefused] = useState<{ content: OfficialDocument; issues: readonly FieldIssue[] } | null>(null)
  const faults = useMemo(() => (refused ? faultsNow(content, refused) : []), [content, refused])
  return {
    faults,
    /** `issues`: what the core objected to, paths within the document. */
    refuse: (issues: readonly FieldIssue[]) => setRefused({ content, issues }),
    accept: () => setRefused(null),
  }
}

export function tabOf({ path: [part] }: Pick<Fault, 'path'>): EditorTab {
  if (part === 'annexes') return 'annexes'
  return headParts.includes(String(part)) ? 'head' : textParts.includes(String(part)) ? 'text' : 'foot'
}

/** The sentence at a field, or at one of its parts; undefined when it is sound. */
export function faultAt(faults: readonly Fault[], ...path: readonly (string | number)[]): string | undefined {
  return faults.find((fault) => path.every((part, index) => fault.path[index] === part))?.sentence
}

/** What the core objected to stands until that place is changed; the rules of the kind are judged anew each time. */
function faultsNow(
  content: OfficialDocument,
  refused: { readonly content: OfficialDocument; readonly issues: readonly FieldIssue[] },
): Fault[] {
  const standing = refused.issues
    .filter(({ path }) => placeIn(content, path) === placeIn(refused.content, path))
    .map(({ path, message }) => ({ path, sentence: message }))
  const ofKind = kindFaults(content).map(({ path, sentence }) => ({ path, sentence }))
  const known = new Set(ofKind.map(({ path }) => path.join('.')))
  return [...ofKind, ...standing.filter(({ path }) => !known.has(path.join('.')))]
}

/** A field, or one entry of a list of blocks or annexes. */
function placeIn(content: OfficialDocument, path: FieldIssue['path']): unknown {
  const depth = path[0] === 'blocks' || path[0] === 'annexes' ? 2 : 1
  return path
    .slice(0, depth)
    .reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined)?.[part], content)
}
