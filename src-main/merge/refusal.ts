/** Why the database would not have a row (拒收原因), in words for the clerk. */
import type { Refusal } from './apply-rows.ts'
import type { Failed } from './write-rows.ts'

/** `field` is the column that the constraint names first, where it names one. */
export function refusalOf({ reason, message }: Pick<Failed, 'reason' | 'message'>): Refusal {
  const field = /failed: \w+\.(\w+)|column \w+\.(\w+)/.exec(message)
  return { ...rules(reason), field: field?.[1] ?? field?.[2] ?? '' }
}

function rules(reason: string): Omit<Refusal, 'field'> {
  if (reason.endsWith('FOREIGNKEY'))
    return { rule: '引用', words: '它所关联的单位、记录或通知还没有到，这条先放着，请让对方重新导出全部数据。' }
  if (reason.endsWith('UNIQUE') || reason.endsWith('PRIMARYKEY'))
    return { rule: '重复', words: '同样的名称或编号这里已有另一条，这条先放着，请改名、改号或确认不要。' }
  if (reason.endsWith('TRIGGER'))
    return { rule: '定稿', words: '已定稿或已登记文号的内容不能再改，这条先放着，请核对发文登记。' }
  if (reason.endsWith('NOTNULL')) return { rule: '缺项', words: '必填的内容是空的，没有并入，请让对方补上。' }
  return { rule: '取值', words: '内容不符合要求（例如人数为负数），没有并入，请让对方改正。' }
}
