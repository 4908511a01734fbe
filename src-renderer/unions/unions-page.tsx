/** 单位名册: the register of grassroots unions, the base of lecture coverage. */
import { Select } from 'antd'
import type { GrassrootsUnion, UnionInput } from '../../src-shared/unions.ts'
import { unionKinds } from '../../src-shared/vocabulary.ts'
import { Clipped } from '../components/clipped.tsx'
import { ChoiceField, CountField, FieldGroup, LongTextField, TextField } from '../components/fields.tsx'
import { Count } from '../components/figure.tsx'
import { useAddress } from '../components/use-address.ts'
import type { Register } from '../records/register.ts'
import { RegisterPage } from '../records/register-page.tsx'
import { useUnions } from './use-unions.ts'

export function UnionsPage() {
  return <RegisterPage register={unions} />
}

const unions: Register<GrassrootsUnion, UnionInput> = {
  name: 'unions',
  title: '单位名册',
  word: '单位',
  hint: '名册中的基层工会数就是宣讲覆盖率的分母。',
  calls: (api) => api.unions,
  nameOf: (union) => union.name,
  hasDays: false,
  Filter: TownshipFilter,
  whenEmpty: '名册还是空的。请把应覆盖的基层工会逐个添加进来，宣讲覆盖率以它为分母。',
  Fields: UnionFields,
  blank: () => ({}),
  keptForNext: ['kind', 'township'],
  list: 'grassrootsUnion',
  ownFilters: ['township'],
  columns: [
    {
      title: '所属乡镇',
      dataIndex: 'township',
      width: 148,
      render: (name: string) => <Clipped>{name}</Clipped>,
    },
    { title: '名称', dataIndex: 'name', render: (name: string) => <Clipped>{name}</Clipped> },
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

export function UnionFields() {
  return (
    <FieldGroup title="基层工会">
      <TextField name="name" max={60} required span={2} autoFocus placeholder="全称，如：云山水泥有限公司工会" />
      <ChoiceField name="kind" words={unionKinds} required />
      <TextField name="township" max={30} required placeholder="如：城关镇" />
      <TextField name="industry" max={30} />
      <TextField name="code" max={18} />
      <CountField name="members" />
      <CountField name="staff" />
      <LongTextField name="note" max={500} rows={1} />
    </FieldGroup>
  )
}

function TownshipFilter() {
  const { words, change } = useAddress()
  const { townships } = useUnions()
  return (
    <Select
      className="filter-choice"
      aria-label="乡镇（街道、园区）"
      placeholder="全部乡镇（街道、园区）"
      allowClear
      showSearch
      value={words.get('township')}
      options={townships.map(({ name, unions: members }) => ({ value: name, label: `${name}（${members.length}）` }))}
      onChange={(name?: string) => change({ township: name ?? null, page: null }, { replace: true })}
    />
  )
}
