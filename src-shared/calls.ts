/** What the calls of the contract are made of: errors, ids, the query of a list, the type of an output. */
import { isContractProcedure, oc, type Schema, type TypeRest, type as typeSchema } from '@orpc/contract'
import { z } from 'zod'
import { form, optionalDay } from './fields.ts'
import { type ProblemCode, type ProblemData, problemCodes } from './problems.ts'

/** The type of an output; what the core answers is ours and need not be parsed again. */
export const returns = <T>(): Schema<T, T> => typeSchema<T, T>(...([] as unknown as TypeRest<T, T>))

const problemErrors = Object.fromEntries(
  problemCodes.map((code) => [code, { status: 422, data: returns<ProblemData>() }]),
) as Record<ProblemCode, { status: number; data: Schema<ProblemData, ProblemData> }>

export const call = oc.errors(problemErrors)

export const id = z.string({ error: '应为编号' }).min(1, '必填').max(64, '编号过长')
export const byId = form({ id })
export const version = z.number({ error: '应为版本号' }).int().min(1)
/** Names a long job so that its progress can be shown and it can be cancelled. */
export const jobId = id.optional()

/** Filter and page of a list; `text` is looked for in every text field. */
export const listQuery = form({
  from: optionalDay(),
  to: optionalDay(),
  text: z.string({ error: '应为文字' }).trim().max(100, '不能超过100个字').default(''),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1, '至少为1').max(100_000, '不能超过100000').default(50),
})
export type ListQuery = z.input<typeof listQuery>
export type Page<Row> = { readonly rows: readonly Row[]; readonly total: number }

/** e.g. `notices.update`, in the order of the contract. */
export function namesOfCalls(part: object, path: readonly string[] = []): readonly string[] {
  if (isContractProcedure(part)) return [path.join('.')]
  return Object.entries(part).flatMap(([name, inner]) => namesOfCalls(inner, [...path, name]))
}
