/** Keeping the draft of a form (留稿) when a field fills in others: the form notices by itself only what is typed. */
import { createContext } from 'react'

export const KeepDraftContext = createContext<() => void>(() => undefined)
