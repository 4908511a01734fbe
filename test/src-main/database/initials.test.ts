/** Names by their sound (拼音首字母), as a clerk types them without an input method. */
import { beforeAll, describe, expect, test } from 'vitest'
import { initials, isLatin, loadPinyin, soundsLike } from '../../../src-main/database/initials.ts'
import { openTestApp } from '../../open-test-app.ts'

beforeAll(loadPinyin)

describe('initials', () => {
  test.each([
    ['古田园', 'gty'],
    ['单雄信', 'sxx'],
    ['曾国藩', 'zgf'],
    ['仇大年', 'qdn'],
    ['区小红', 'oxh'],
    ['尉迟恭', 'ycg'],
    ['吕女士', 'lns'],
    ['第3小学（东区）', 'd3xxdq'],
    ['', ''],
  ])('%s are %s: surnames in their own reading, marks left out', (name, expected) => {
    expect(initials(name)).toBe(expected)
  })
})

describe('a word sounds like a name', () => {
  test.each([
    ['古田园', 'gty'],
    ['古田园', 'GTY'],
    ['红石镇古田园机械厂工会', 'gty'],
    ['古田园', 'gutianyuan'],
    ['古田园', 'tiany'],
    ['古田园', 'gtianyu'],
    ['张三', 'zhs'],
    ['吕女士', 'lvns'],
    ['解放路社区', 'jfl'],
    ['重庆路职工书屋', 'cqlzgsw'],
    ['ABC公司', 'abcgs'],
  ])('%s by %s, whichever way each character is typed', (name, word) => {
    expect(soundsLike(name, word)).toBe(true)
  })

  test.each([
    ['古田园', 'gyt'],
    ['古田园', 'an'],
    ['古田园', 'gtyx'],
    ['曾国藩', 'cgfx'],
    ['', 'a'],
  ])('%s not by %s', (name, word) => {
    expect(soundsLike(name, word)).toBe(false)
  })
})

test('only letters, or letters and digits after them, are taken for a sound', () => {
  expect(['gty', 'd3xx', '3', '古tian', 'a-b', ''].filter(isLatin)).toEqual(['gty', 'd3xx'])
})

test('a list of names is filtered by their sound, too', async () => {
  const { api } = await openTestApp()
  const union = { township: '红石镇', kind: '企业工会' } as const
  await api.unions.add([
    { ...union, name: '古田园机械厂工会' },
    { ...union, name: '曾家坳GT厂工会' },
  ])
  const found = async (text: string) => (await api.unions.list({ text })).rows.map(({ name }) => name)
  expect(await found('gty')).toEqual(['古田园机械厂工会'])
  expect(await found('gonghui 红石镇')).toHaveLength(2)
  expect(await found('GT')).toHaveLength(2)
  expect(await found('gtx')).toEqual([])
})
