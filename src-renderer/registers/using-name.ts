/** What a use of an entry (在用处) is called: a record by its kind, a lecturer's entry. */
import type { UsingKind } from '../../src-shared/register-uses.ts'
import { registerNames } from '../../src-shared/register-words.ts'
import { recordWord } from '../components/record-link.tsx'

export function usingName(kind: UsingKind): string {
  return kind === 'lecturer' ? registerNames.lecturer : recordWord(kind)
}
