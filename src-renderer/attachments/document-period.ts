/** The period of the document that is edited (公文统计期), for what is drawn from its records. */
import { createContext } from 'react'
import type { Period } from '../../src-shared/period.ts'

export const DocumentPeriod = createContext<Period | null>(null)
