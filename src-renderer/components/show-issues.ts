/** The core's objections (填写有误) at the fields they belong to; what belongs to no field is said in a message. */
import type { FormInstance } from 'antd'
import type { MessageInstance } from 'antd/es/message/interface'
import type { ShownProblem } from '../problem-of.ts'

/** Said while there are objections in the form; goes when it is saved. */
export const pleaseMend = { key: 'please-mend', content: '有内容需要修改，请看标红的地方' }

type Path = readonly (string | number)[]

/** `skip`: leading parts of a path that lead to the form itself. */
export function showIssues(
  form: FormInstance,
  problem: ShownProblem,
  options: { readonly skip: number; readonly message: MessageInstance },
): void {
  if (problem.issues.length === 0) return
  const isField = (path: Path) => form.getFieldInstance([...path]) !== undefined || hasField(form, path)
  const errors = new Map<string, { name: Path; errors: string[] }>()
  let isElsewhere = false
  for (const issue of problem.issues) {
    let path: Path = issue.path.slice(options.skip)
    while (path.length > 0 && !isField(path)) path = path.slice(0, -1)
    if (path.length === 0) isElsewhere = true
    else {
      const known = errors.get(path.join('.')) ?? { name: path, errors: [] }
      errors.set(path.join('.'), { name: path, errors: [...known.errors, issue.message] })
    }
  }
  const shown = [...errors.values()].map(({ name, errors: sentences }) => ({ name: [...name], errors: sentences }))
  form.setFields(shown)
  const first = shown[0]
  if (first) form.scrollToField(first.name, { block: 'center', focus: true })
  if (isElsewhere || !first) options.message.error({ content: problem.sentence, duration: 6 })
  else options.message.warning(pleaseMend)
}

function hasField(form: FormInstance, path: Path): boolean {
  return form
    .getFieldsError()
    .some(({ name }) => name.length === path.length && name.every((part, i) => part === path[i]))
}
