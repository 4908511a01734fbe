/** The tabs of 上报: which there are, in which order. */
import type { ComponentType } from 'react'
import { ConflictsTab } from '../exchange/conflicts-tab.tsx'
import { ExchangeTab } from '../exchange/exchange-tab.tsx'
import { ReceiptsTab } from '../receipts/receipts-tab.tsx'
import { BundleInspector } from './bundle-inspector.tsx'
import { ExportTab } from './export-tab.tsx'
import { ExportedTab } from './exported-tab.tsx'

/** `key` is its word in the address; the first is shown where the address names none. */
export const bundleTabs: readonly { readonly key: string; readonly label: string; readonly Tab: ComponentType }[] = [
  { key: 'export', label: '导出', Tab: ExportTab },
  { key: 'exported', label: '已导出', Tab: ExportedTab },
  { key: 'receipts', label: '回执', Tab: ReceiptsTab },
  { key: 'inspect', label: '查验', Tab: BundleInspector },
  { key: 'exchange', label: '两台电脑', Tab: ExchangeTab },
  { key: 'conflicts', label: '冲突', Tab: ConflictsTab },
]
