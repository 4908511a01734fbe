/** 基层工会宣讲覆盖情况表: by township and by kind of union, then those not reached by name. */
import { coverageBlock, unreachedBlock } from './coverage-block.ts'
import { coverageMeaning } from './lecture-sheet.ts'
import type { SheetMaker } from './sheet-maker.ts'

export const coverageSheet: SheetMaker = {
  blocks: [
    coverageBlock({ caption: '一、按乡镇（街道、园区）', rows: 'township', rowTitle: '乡镇（街道、园区）' }),
    coverageBlock({ caption: '二、按基层工会类别', rows: 'kind', rowTitle: '基层工会类别' }),
    unreachedBlock('三、未覆盖的基层工会名单'),
  ],
  notes: (_db, scope) => [coverageMeaning(scope), '职工人数、会员人数空白表示未统计，不等于0。'],
}
