/** A requirement of which nothing is stated yet (空白要求): what a catalogue and the form begin with. */
import type { RequirementFields } from './notices.ts'

export const blankRequirement: RequirementFields = {
  kind: '学习',
  title: '',
  quote: '',
  place: [],
  actors: [],
  audiences: [],
  forms: [],
  venues: [],
  minimum: null,
  window: null,
  report: null,
  produces: [],
  state: '已确认',
  source: '人工',
  code: '',
  note: '',
}
