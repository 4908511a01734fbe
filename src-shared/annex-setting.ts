/** Which way the pages of an annex (附件版面) lie: as its widest table needs, or as the clerk said. */
import { blockOfTable, type TableSetting, tableSetting, tableSettingOf } from './annex-table.ts'
import type { AnnexPart } from './part-types.ts'

export function annexSetting({ sheet, text }: AnnexPart): TableSetting {
  if (sheet) return tableSetting(sheet)
  const tables = (text?.body ?? []).flatMap(({ table }) => (table ? [blockOfTable(table)] : []))
  const setting = tableSettingOf(tables)
  return text?.isLandscape ? { ...setting, isLandscape: true } : setting
}
