/** Which number of the text was pointed at (指标): the lines say it, the page that holds them shows what stands behind it. */
import { createContext } from 'react'
import type { FigureKey } from '../../../src-shared/statistics.ts'

export const FigureContext = createContext<(figure: FigureKey) => void>(() => undefined)

/** Numbers that the records no longer give. */
export const StaleFigures = createContext<ReadonlySet<FigureKey>>(new Set())
