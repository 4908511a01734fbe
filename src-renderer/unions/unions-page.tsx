/** 单位名册: the register of grassroots unions, the base of lecture coverage. */
import { Tag } from 'antd'
import type { GrassrootsUnion, UnionInput } from '../../src-shared/unions.ts'
import { Clipped } from '../components/clipped.tsx'
import { Count } from '../components/figure.tsx'
import { useAddress } from '../components/use-address.ts'
import type { Register } from '../records/register.ts'
import { RegisterPage } from '../records/register-page.tsx'
import { UnionDuplicates } from './union-duplicates.tsx'
import { UnionFilter } from './union-filter.tsx'
import { UnionFields } from './union-form.tsx'
import { UnionLife } from './union-life.tsx'
import { UnionTabs } from './union-tabs.tsx'
import { UnionTree } from './union-tree.tsx'
import './unions.css'

export function UnionsPage() {
  const { words } = useAddress()
  if (words.get('view') === 'tree') return <UnionTree register={unions} />
  if (words.get('view') === 'duplicates') return <UnionDuplicates register={unions} />
  return <RegisterPage register={unions} />
}

const unions: Register<GrassrootsUnion, UnionInput> = {
  name: 'unions',
  title: '单位名册',
  word: '单位',
  hint: '在册的基层工会数就是宣讲覆盖率的分母；以往各期按期末那天的名册计算。',
  // The calls are answered by a proxy, which cannot be spread.
  calls: ({ unions: { list, get, add, update, remove, restore } }) => ({
    list: ({ ended, on, ...query }, options) =>
      list({ ...query, on: on ?? null, standing: ended ? '已终止' : '在册' }, options),
    ...{ get, add, update, remove, restore },
  }),
  nameOf: (union) => union.name,
  hasDays: false,
  Above: UnionTabs,
  Filter: UnionFilter,
  whenEmpty: '名册还是空的。请把应覆盖的基层工会逐个添加进来，宣讲覆盖率以它为分母。',
  Fields: UnionFields,
  After: UnionLife,
  blank: () => ({}),
  keptForNext: ['kind', 'township', 'parentId'],
  list: 'grassrootsUnion',
  ownFilters: ['township'],
  beside: ['on', 'ended'],
  columns: [
    {
      title: '所属乡镇',
      dataIndex: 'township',
      width: 148,
      render: (name: string) => <Clipped>{name}</Clipped>,
    },
    {
      title: '名称',
      dataIndex: 'name',
      render: (name: string, { life }) =>
        life.endedOn === null ? (
          <Clipped>{name}</Clipped>
        ) : (
          <span className="union-ended">
            <Clipped>{name}</Clipped>
            <Tag>
              {life.endedOn}
              {life.ending}
            </Tag>
          </span>
        ),
    },
    { title: '类别', dataIndex: 'kind', width: 148 },
    {
      title: '行业',
      dataIndex: 'industry',
      width: 148,
      responsive: ['xl'],
      render: (name: string) => <Clipped>{name}</Clipped>,
    },
    { title: '会员人数', dataIndex: 'members', width: 84, align: 'right', render: (n) => <Count value={n} /> },
    { title: '职工人数', dataIndex: 'staff', width: 84, align: 'right', render: (n) => <Count value={n} /> },
    { title: '统一社会信用代码', dataIndex: 'code', width: 184, responsive: ['xl'], className: 'figure' },
  ],
}
