/** Codes, places and doubles of the register of unions. */
import { expect, test } from 'vitest'
import { bareName } from '../../../src-main/unions/duplicates.ts'
import { creditCodeFault } from '../../../src-shared/credit-code.ts'
import { formFields } from '../../../src-shared/stamp.ts'
import { openTestApp } from '../../open-test-app.ts'
import { union } from '../../sample-records.ts'

const right = '91640499MA75WXYT2F'

test('of a wrong code it is said which character cannot be right', () => {
  expect(creditCodeFault(right)).toBeNull()
  expect(creditCodeFault('91640499MA75WXYT2A')).toContain('第18位按前17位应为“F”，现为“A”')
  expect(creditCodeFault('91640499MA75WXYT3F')).toBe('第17位应为“2”，现为“3”，请对照证书核对')
  expect(creditCodeFault('91640499MA75WXYY2F')).toContain('第9至17位中有误')
  expect(creditCodeFault('91640499MO75WXYT2F')).toContain('第10位“O”不能用')
  expect(creditCodeFault('916')).toBe('应为18位，现有3位')
})

test('any single wrong character of a code is found', () => {
  for (let place = 0; place < 18; place += 1)
    for (const wrong of '0123456789ABCDEFGHJKLMNPQRTUWXY')
      if (wrong !== right[place])
        expect(creditCodeFault(right.slice(0, place) + wrong + right.slice(place + 1))).not.toBeNull()
})

test('a wrong code of old may stay until it is changed', async () => {
  const { api, context } = await openTestApp()
  const { ids } = await api.unions.add([union({ code: right })])
  const id = ids[0] ?? ''
  await context.db.updateTable('grassrootsUnion').set({ code: '91640499MA75WXYT2A' }).execute()
  const stored = await api.unions.get({ id })
  const fields = formFields(stored)
  const changed = await api.unions.update({ id, version: stored.version, fields: { ...fields, phone: '6221008' } })
  await expect(
    api.unions.update({ id, version: changed.version, fields: { ...fields, code: '91640499MA75WXYT2B' } }),
  ).rejects.toThrow('第18位按前17位应为“F”')
})

test('a 统计编码 is given once, is no one else’s, and is mended with a reason only', async () => {
  const { api } = await openTestApp()
  const { ids } = await api.unions.add([union({ name: '甲' }), union({ name: '乙', statisticsCode: '001' })])
  const [one = '', two = ''] = ids
  const update = async (id: string, statisticsCode: string) => {
    const row = await api.unions.get({ id })
    return await api.unions.update({ id, version: row.version, fields: { ...formFields(row), statisticsCode } })
  }
  await expect(update(one, '001')).rejects.toThrow('“001”已是“乙”的统计编码')
  await update(one, '002')
  await expect(update(one, '003')).rejects.toThrow('统计编码终身不变，现为“002”')
  await expect(update(one, '')).rejects.toThrow('统计编码终身不变')
  const { sentence } = await api.unions.correctCode({ id: one, statisticsCode: '003', reason: '抄错一位' })
  expect(sentence).toBe('统计编码由“002”更正为“003”：抄错一位')
  await expect(api.unions.correctCode({ id: two, statisticsCode: '003', reason: '试' })).rejects.toThrow('已是“甲”的')
})

test('a union cannot stand above itself, nor be founded after today', async () => {
  const { api } = await openTestApp()
  const { ids } = await api.unions.add([union({ name: '甲' })])
  const [above = ''] = ids
  const below = (await api.unions.add([union({ name: '乙', parentId: above })])).ids[0] ?? ''
  const row = await api.unions.get({ id: above })
  await expect(
    api.unions.update({ id: above, version: row.version, fields: { ...formFields(row), parentId: below } }),
  ).rejects.toThrow('上级工会不能是它自己或它的下级')
  await expect(api.unions.add([union({ name: '丙', parentId: 'nobody' })])).rejects.toThrow('没有这个上级工会')
  await expect(api.unions.add([union({ name: '丁', foundedOn: '2026-11-22' })])).rejects.toThrow('晚于今天')
  await expect(api.unions.remove({ id: above })).rejects.toThrow('有1个单位以它为上级')
})

test('the tree counts every part; below what was merged stands what it was merged into', async () => {
  const { api } = await openTestApp()
  const { ids } = await api.unions.add([
    union({ name: '城关镇总工会', kind: '乡镇（街道）总工会', members: 5, staff: null }),
    union({ name: '河湾乡总工会', kind: '乡镇（街道）总工会', township: '河湾乡', members: null, staff: null }),
  ])
  const [town = '', village = ''] = ids
  await api.unions.add([union({ name: '甲', parentId: town, members: 10 }), union({ name: '乙', members: null })])
  const shown = async (by: 'township' | 'parent', on: string | null = null) =>
    (await api.unions.tree({ by, on })).map(({ title, unions, members, children }) => [
      title,
      unions,
      members,
      children.map((child) => child.title),
    ])
  expect(await shown('township')).toEqual([
    ['城关镇', 3, 15, ['城关镇总工会', '乙']],
    ['河湾乡', 1, null, ['河湾乡总工会']],
  ])
  await api.unions.merge({ into: village, ids: [town], on: '2026-06-01' })
  expect(await shown('parent')).toEqual([
    ['河湾乡总工会', 2, 10, ['甲']],
    ['没有填写上级工会的单位', 1, null, ['乙']],
  ])
  expect((await shown('parent', '2026-05-31'))[0]).toEqual(['城关镇总工会', 2, 15, ['甲']])
})

test('names are alike that differ in the words that are sometimes left out', () => {
  const same = ['云山水泥有限公司工会', '云山水泥有限责任公司工会委员会', '云山水泥 公司基层工会']
  expect(new Set(same.map(bareName))).toEqual(new Set(['云山水泥']))
  expect(bareName('工会委员会')).toBe('')
})
