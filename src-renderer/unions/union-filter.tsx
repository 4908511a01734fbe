/** The filter of the register of unions (单位筛选): township, those that ended, and as of which day (截至日). */
import { DatePicker, Select } from 'antd'
import dayjs from 'dayjs'
import { useAddress } from '../components/use-address.ts'
import { useUnions } from './use-unions.ts'

export function UnionFilter() {
  return (
    <>
      <TownshipFilter />
      <StandingFilter />
      <DayFilter />
    </>
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

function StandingFilter() {
  const { words, change } = useAddress()
  return (
    <Select
      className="union-standing"
      aria-label="在册或已终止"
      value={words.has('ended') ? '已终止' : '在册'}
      options={[
        { value: '在册', label: '在册' },
        { value: '已终止', label: '已终止' },
      ]}
      onChange={(word: string) => change({ ended: word === '在册' ? null : 'yes', page: null }, { replace: true })}
    />
  )
}

/** 截至日 */
export function DayFilter() {
  const { words, change } = useAddress()
  const on = words.get('on')
  return (
    <DatePicker
      className="union-day"
      aria-label="截至日"
      placeholder="截至今天"
      value={on === null ? null : dayjs(on)}
      format={['YYYY-MM-DD', 'YYYY/M/D', 'YYYY.M.D', 'YYYY-M-D', 'YYYYMMDD']}
      onChange={(date) => change({ on: date ? date.format('YYYY-MM-DD') : null, page: null }, { replace: true })}
    />
  )
}
