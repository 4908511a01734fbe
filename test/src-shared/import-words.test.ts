import { expect, test } from 'vitest'
import { importVerdict } from '../../src-shared/import-words.ts'

const sheet = (
  counts: Partial<Record<'new' | 'changed' | 'same' | 'wrong', number>>,
  kind: string | null = 'lecture',
) => {
  const all = { new: 0, changed: 0, same: 0, wrong: 0, ...counts }
  return { ...all, kind, rows: all.new + all.changed + all.same + all.wrong }
}

test.each([
  [
    'all rows are right',
    [sheet({ new: 3, changed: 1 }), sheet({}, null)],
    true,
    '没有填写有误的行，可以导入：新增3条，修改1条。',
  ],
  [
    'some rows are wrong',
    [sheet({ new: 3 }), sheet({ wrong: 2, changed: 1 })],
    false,
    '有2行填写有误，不能全部导入。请改好后把表格重新拖进来，或只导入无误的4行。',
  ],
  ['every row is wrong', [sheet({ wrong: 2 })], false, '有2行填写有误，不能全部导入。请改好后把表格重新拖进来。'],
  ['everything is known', [sheet({ same: 5 })], false, '表里的内容台账中都有了，不用导入。'],
  ['nothing stands below the header', [sheet({})], false, '表头下面没有可以导入的行，请核对表头所在的行。'],
  [
    'no sheet is known',
    [sheet({}, null)],
    false,
    '没有认出可以导入的表：请在下面选定表的种类和表头所在的行，或改用导入模板。',
  ],
])('when %s, the sentence says what can be done', (_when, sheets, isWhole, sentence) => {
  expect(importVerdict(sheets)).toMatchObject({ isWhole, sentence })
})
