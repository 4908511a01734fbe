/** What a preview of an import says in words (导入预览的用语): names of problems, and whether it can be taken in. Plain data. */
import type { ImportCounts, ImportProblemCode, ImportRemarkCode } from './excel-import.ts'

export const importCodeNames: Readonly<Record<ImportProblemCode | ImportRemarkCode, string>> = {
  COLUMN_MISSING: '缺少必填的列',
  DATE_UNREADABLE: '日期认不出',
  YEAR_MISSING: '日期没有年份',
  NUMBER_UNREADABLE: '数字认不出',
  WORD_UNKNOWN: '不在可选范围内',
  UNION_UNKNOWN: '单位名册中没有',
  STAY_UNKNOWN: '没有这次蹲点',
  SEVERAL_SESSIONS: '一行写了多场',
  DUPLICATE_ROW: '与前面的行矛盾',
  CODE_TAKEN: '统计编码已有单位在用',
  FIELD_INVALID: '填写不合要求',
  APPROXIMATE: '约数',
  READ_AS: '按别的词读入',
  COLUMN_UNKNOWN: '没有用到的列',
  ROW_HIDDEN: '隐藏的行',
  COLUMN_HIDDEN: '隐藏的列',
  ROW_REPEATED: '重复的行',
  NUMBER_MERGED: '合并单元格中的数字',
  SHEET_UNKNOWN: '没有认出的表',
  SHEET_LEFT_OUT: '不读入的表',
}

export type ImportVerdict = {
  /** All that is new or changed can be taken in. */
  readonly isWhole: boolean
  /** Rows that are new or changed and right. */
  readonly good: number
  readonly wrong: number
  readonly sentence: string
}

/** Of all sheets together; `kind` null: nothing of the sheet is read. */
export function importVerdict(sheets: readonly (ImportCounts & { readonly kind: unknown })[]): ImportVerdict {
  const sum = (name: keyof ImportCounts) => sheets.reduce((all, sheet) => all + sheet[name], 0)
  const [added, changed, same, wrong] = [sum('new'), sum('changed'), sum('same'), sum('wrong')]
  const good = added + changed
  const verdict = (isWhole: boolean, sentence: string) => ({ isWhole, good, wrong, sentence })
  if (sheets.every(({ kind }) => kind === null))
    return verdict(false, '没有认出可以导入的表：请在下面选定表的种类和表头所在的行，或改用导入模板。')
  if (wrong > 0) {
    const mend = good > 0 ? `请改好后把表格重新拖进来，或只导入无误的${good}行。` : '请改好后把表格重新拖进来。'
    return verdict(false, `有${wrong}行填写有误，不能全部导入。${mend}`)
  }
  if (good === 0)
    return verdict(
      false,
      same > 0 ? '表里的内容台账中都有了，不用导入。' : '表头下面没有可以导入的行，请核对表头所在的行。',
    )
  const parts = [added > 0 ? `新增${added}条` : '', changed > 0 ? `修改${changed}条` : ''].filter(Boolean)
  return verdict(true, `没有填写有误的行，可以导入：${parts.join('，')}。`)
}
