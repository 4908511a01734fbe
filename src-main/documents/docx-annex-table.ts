/** A laid-out table (附表) as XML, in the styles of tables. */
import type { AnnexTable, TableSetting } from '../../src-shared/annex-table.ts'
import { officeA } from '../../src-shared/layout-9704.ts'
import type { StyleId } from './docx-styles.ts'
import { type TableLook, tableXml } from './docx-table.ts'

const { annex: rules } = officeA

/** @param keepsLast the last row stays with what follows */
export function laidTableXml({ widths, head, rows }: AnnexTable, setting: TableSetting, keepsLast = false): string {
  const small = setting.isSmall ? 'Small' : ''
  const styleOf = (isLeft: boolean): StyleId => `${isLeft ? 'GwTableText' : 'GwTableNumber'}${small}`
  const rule = { level: rules.rule.value, upright: rules.rule.value }
  const look: TableLook = {
    widths,
    outer: rule,
    inner: rule,
    margin: { side: rules.cellSide.value, top: rules.cellTop.value },
  }
  return tableXml(look, {
    head: head.length === 0 ? [] : [head.map((lines) => ({ style: `GwTableHead${small}`, lines }))],
    body: rows.map((cells, index) => {
      const keepNext = keepsLast && index === rows.length - 1
      return cells.map(({ lines, isLeft }) => ({ style: styleOf(isLeft), lines, keepNext }))
    }),
  })
}
