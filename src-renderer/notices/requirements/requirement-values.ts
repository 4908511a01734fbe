/** A requirement as its form holds it (要求表单): parts that may be absent are there, empty. Pure. */
import type { Requirement, RequirementFields } from '../../../src-shared/notices.ts'

export type RequirementValues = Omit<RequirementFields, 'minimum' | 'window' | 'report'> & {
  readonly minimum: {
    readonly count: number | null
    readonly unit: string
    readonly scope: NonNullable<RequirementFields['minimum']>['scope']
  }
  readonly window: NonNullable<RequirementFields['window']>
  readonly hasReport: boolean
  readonly report: NonNullable<RequirementFields['report']>
}

const emptyReport = { to: [], slots: [], due: '' }

/** The requirement without its stamp and its place in the notice. */
export function fieldsOf(requirement: Requirement): RequirementFields {
  const {
    id: _id,
    version: _version,
    createdAt: _c,
    updatedAt: _u,
    noticeId: _n,
    position: _p,
    ...fields
  } = requirement
  return fields
}

export function valuesOf(fields: RequirementFields): RequirementValues {
  const { minimum, window, report, ...rest } = fields
  return {
    ...rest,
    minimum: minimum ?? { count: null, unit: '次', scope: '本单位' },
    window: window ?? { from: null, to: null, words: '' },
    hasReport: report !== null,
    report: report ?? emptyReport,
  }
}

/** A minimum without a number, a window without a day or a word, a report that is not asked: null. */
export function fieldsIn({ minimum, window, hasReport, report, ...rest }: RequirementValues): RequirementFields {
  const { from, to, words } = window
  const { count, unit, scope } = minimum
  return {
    ...rest,
    minimum: count === null ? null : { count, unit, scope },
    window: from === null && to === null && words.trim() === '' ? null : { from, to, words },
    report: hasReport ? { ...emptyReport, ...report } : null,
  }
}
