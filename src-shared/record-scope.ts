/** Whose records are counted (取数范围): absent this office's own; `received` those of every office that reports to it as well. */
import { z } from 'zod'

export const recordScope = z.literal('received', { error: '不在可选范围内' }).optional()
export type RecordScope = z.output<typeof recordScope>
