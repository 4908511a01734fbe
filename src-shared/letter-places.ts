/** 信函格式 (10.1): where the double red lines and 文号 stand, in twips from the upper edge of the paper. */
import { toMillimetres } from './layout-9704.ts'
import type { Layout } from './layouts.ts'
import type { MarkPart } from './mark-part.ts'

/** Upper edge of line 1: 4 mm below the ink of the mark. */
export function firstRuleTop(mark: MarkPart, { letter, mark: rules }: Layout): number {
  const size = mark.size * 20
  const ink = (mark.lines.length - 1) * size * rules.lineHeight.value + size * letter.markInk.value
  return twips(toMillimetres(letter.markTop) + toMillimetres(letter.gap)) + Math.round(ink)
}

/** Upper edge of line 2, whose lower edge stands 20 mm from the foot of the paper. */
export function secondRuleTop({ letter, page }: Layout): number {
  return page.height.value - twips(toMillimetres(letter.foot)) - letter.ruleHeight.value
}

/** Upper edge of the line of 文号: its ink stands 7/8 of 3号 below line 1. */
export function letterNumberTop(mark: MarkPart, layout: Layout): number {
  const { ruleHeight, below, numberInk } = layout.letter
  return firstRuleTop(mark, layout) + ruleHeight.value + below.value - numberInk.value
}

function twips(millimetres: number): number {
  return Math.round((millimetres / 25.4) * 1440)
}
