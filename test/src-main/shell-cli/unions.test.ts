import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ActDone, DuplicateUnions, UnionNode, UnionUse } from '../../../src-shared/union-lives.ts'
import type { GrassrootsUnion } from '../../../src-shared/unions.ts'
import { makeTestFolder } from '../../open-test-app.ts'
import { lecture, union } from '../../sample-records.ts'
import { cli, cliJson } from './run-in-process.ts'

async function withUnions(...names: string[]) {
  const folder = await makeTestFolder()
  await writeFile(join(folder, 'unions.json'), JSON.stringify(names.map((name) => union({ name }))))
  const { ids } = await cliJson<{ ids: string[] }>(folder, 'unions', 'add', '--json-file', 'unions.json')
  return { folder, ids: ids as [string, string, string] }
}

test('a union is renamed, merged and taken back on the line, and lists of a past day show what was then', async () => {
  const { folder, ids } = await withUnions('甲', '乙', '丙')
  const [one, two, three] = ids
  await cliJson<ActDone>(folder, 'unions', 'rename', one, '--name', '新甲', '--on', '2026-03-01')
  const merged = await cliJson<ActDone>(folder, 'unions', 'merge', two, one, three, '--on', '2026-04-01')
  expect(merged.sentence).toBe('“新甲”、“丙”并入“乙”')
  const names = async (...words: string[]) =>
    (await cliJson<GrassrootsUnion[]>(folder, 'unions', 'list', ...words)).map(({ name }) => name)
  expect((await names('--on', '2026-02-28')).toSorted()).toEqual(['丙', '乙', '甲'])
  expect(await names('--on', '2026-04-01')).toEqual(['乙'])
  expect((await cli(folder, 'unions', 'list')).out).toContain('丙（2026-04-01合并）')
  expect((await cli(folder, 'unions', 'history', one)).out).toContain(`“新甲”、“丙”并入“乙”  ${merged.id}`)
  expect((await cli(folder, 'unions', 'undo', merged.id)).out).toContain('已撤销：“新甲”、“丙”并入“乙”')
  expect((await cli(folder, 'unions', 'retire', two, '--on', '2099-01-01')).error).toContain('晚于今天')
  const split = await cliJson<ActDone>(folder, 'unions', 'split', two, '乙一', three, '--on', '2026-05-01')
  expect(split.sentence).toBe('“乙”分设为“乙一”、“丙”')
})

test('merging without a day makes two entries of one union one; uses and duplicates say which', async () => {
  const { folder, ids } = await withUnions('云山水泥有限公司工会', '云山水泥有限责任公司工会委员会', '丙')
  const [keep, drop] = ids
  await writeFile(join(folder, 'lecture.json'), JSON.stringify(lecture({ unionIds: [drop] })))
  await cliJson(folder, 'records', 'add', 'lecture', '--json-file', 'lecture.json')
  const [group] = await cliJson<DuplicateUnions[]>(folder, 'unions', 'duplicates')
  expect(group).toMatchObject({
    reason: '名称相近',
    unions: [
      { id: drop, uses: 1 },
      { id: keep, uses: 0 },
    ],
  })
  expect(await cliJson<UnionUse[]>(folder, 'unions', 'uses', drop)).toMatchObject([{ kind: 'lecture', count: 1 }])
  const [act] = await cliJson<ActDone[]>(folder, 'unions', 'merge', keep, drop)
  expect(act?.sentence).toContain('改了1处引用')
  expect(await cliJson<DuplicateUnions[]>(folder, 'unions', 'duplicates')).toEqual([])
  expect((await cli(folder, 'unions', 'uses', keep)).out).toContain('宣讲1条')
  const tree = await cliJson<UnionNode[]>(folder, 'unions', 'tree')
  expect(tree).toMatchObject([{ title: '城关镇', unions: 2, members: 620, staff: 640 }])
})
