/** 首次使用引导: the steps from an empty ledger to the first report, each done when the ledger really holds it. */
export const guideSteps = ['office', 'unions', 'notice', 'record', 'report'] as const
export type GuideStep = (typeof guideSteps)[number]

export const guideChoices = ['显示', '收起'] as const

export type Guide = {
  /** Rows of the sample do not count. */
  readonly done: { readonly [Step in GuideStep]: boolean }
  /** As the clerk has chosen; else until every step is done. */
  readonly isShown: boolean
}
