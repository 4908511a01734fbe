/** What a document is laid out by: once finalised what it was frozen with, before that what the office has set. */
import { useMemo } from 'react'
import type { Layout } from '../../src-shared/layouts.ts'
import { layoutChosen } from '../../src-shared/layouts.ts'
import type { RegisteredDocument } from '../../src-shared/outgoing.ts'
import { useOfficeLayout } from '../components/use-office-layout.ts'

/** @returns undefined until it is known */
export function useDocumentLayout(document: RegisteredDocument | undefined): Layout | undefined {
  const officeLayout = useOfficeLayout()
  const frozen = document?.registration?.layout
  return useMemo(() => (frozen ? layoutChosen(frozen) : officeLayout), [frozen, officeLayout])
}
