/** The views of the register of unions (名册视图): list, tree, entries that look doubled. */
import { Tabs } from 'antd'
import { useAddress } from '../components/use-address.ts'

const tabs = [
  { key: 'list', label: '列表' },
  { key: 'tree', label: '组织树' },
  { key: 'duplicates', label: '疑似重复' },
]

export function UnionTabs() {
  const { words, change } = useAddress()
  return (
    <Tabs
      items={tabs}
      activeKey={words.get('view') ?? 'list'}
      onChange={(key) => change({ view: key === 'list' ? null : key, record: null })}
      className="document-tabs"
    />
  )
}
