/** A record by its name (记录链接): opens it on the page of its register. */
import { Link } from 'react-router'
import { type RecordKind, recordKindNames } from '../../src-shared/record-kinds.ts'
import type { RegisterKind } from '../../src-shared/register-words.ts'

type Named = { readonly kind: RecordKind | 'grassrootsUnion'; readonly id: string }

const pages: Readonly<Record<Named['kind'], string>> = {
  study: '/studies',
  lecture: '/lectures',
  stay: '/stays',
  activity: '/activities',
  grassrootsUnion: '/unions',
}

export function RecordLink({ kind, id, children }: Named & { readonly children: string }) {
  return <Link to={`${pages[kind]}?record=${id}`}>{children}</Link>
}

/** The page of a register. */
export function registerAddress(kind: Named['kind'] | RegisterKind): string {
  return kind in pages ? pages[kind as Named['kind']] : `/registers/${kind}`
}

export function recordWord(kind: Named['kind']): string {
  return kind === 'grassrootsUnion' ? '单位' : recordKindNames[kind]
}
