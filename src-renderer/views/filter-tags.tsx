/** What the list is filtered by (筛选标签): each condition in words, taken away by its cross. */
import { Button, Tag } from 'antd'
import { filterConditions } from '../../src-shared/list-tables.ts'
import { useAddress } from '../components/use-address.ts'
import { filtersIn } from './view-query.ts'

export function FilterTags() {
  const { words, change } = useAddress()
  const conditions = filterConditions(filtersIn(words))
  if (conditions.length === 0) return null
  const without = (names: readonly string[]) =>
    change(Object.fromEntries([...names, 'page'].map((name) => [name, null])), { replace: true })
  return (
    <div className="filter-tags">
      <span className="second">筛选：</span>
      {conditions.map(({ words: names, label, value }) => (
        <Tag key={label}>
          {label}：{value}
          <button
            type="button"
            className="tag-close"
            aria-label={`去掉条件：${label}${value}`}
            onClick={() => without(names)}
          >
            ×
          </button>
        </Tag>
      ))}
      <Button type="link" size="small" onClick={() => without(conditions.flatMap((condition) => condition.words))}>
        清除筛选
      </Button>
    </div>
  )
}
