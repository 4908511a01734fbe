import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openVolume } from '../../../src-main/sync/open-bundle.ts'
import type { CarriedCounts } from '../../../src-shared/bundle-manifest.ts'
import type { Lecture } from '../../../src-shared/lectures.ts'
import type { ExportedReport } from '../../../src-shared/reports.ts'
import type { Study } from '../../../src-shared/studies.ts'
import type { GrassrootsUnion } from '../../../src-shared/unions.ts'
import { makeTestFolder } from '../../open-test-app.ts'
import { enrolSuperior } from '../../report-upward.ts'
import { lecture, office, stay, study, union } from '../../sample-records.ts'
import { cli, cliJson, jsonFile } from './run-in-process.ts'

test('office: what is set is shown', async () => {
  const folder = await makeTestFolder()
  expect(await cliJson(folder, 'office', 'show')).toBeNull()
  await jsonFile(folder, 'office.json', office)
  expect(await cliJson(folder, 'office', 'set', '--json-file', 'office.json')).toEqual(office)
  expect(await cliJson(folder, 'office', 'show')).toEqual(office)
  expect((await cli(folder, 'office', 'show')).out).toBe('云山县总工会（云工发），上级：固川市总工会')
})

test('unions: added as one or as an array, listed, changed by the fields in the file, removed and restored', async () => {
  const folder = await makeTestFolder()
  await jsonFile(folder, 'one.json', union({ name: '甲厂工会' }))
  await jsonFile(folder, 'two.json', [union({ name: '乙厂工会' }), union({ name: '丙厂工会' })])
  const { ids } = await cliJson<{ ids: string[] }>(folder, 'unions', 'add', '--json-file', 'one.json')
  await cliJson(folder, 'unions', 'add', '--json-file', 'two.json')
  const id = ids[0] ?? ''
  await jsonFile(folder, 'change.json', { township: '柳林镇' })
  expect(await cliJson(folder, 'unions', 'update', id, '--json-file', 'change.json')).toMatchObject({
    name: '甲厂工会',
    township: '柳林镇',
    version: 2,
  })
  expect(await cliJson(folder, 'unions', 'remove', id)).toEqual({ id })
  const names = async (...filter: string[]) =>
    (await cliJson<GrassrootsUnion[]>(folder, 'unions', 'list', ...filter)).map((row) => row.name)
  expect((await names()).sort()).toEqual(['丙厂工会', '乙厂工会'])
  await cliJson(folder, 'unions', 'restore', id)
  expect(await names('--text', '柳林')).toEqual(['甲厂工会'])
})

test('records: every kind is added, listed by period, shown, changed, removed and restored by its id alone', async () => {
  const folder = await makeTestFolder()
  const records = { study: study(), lecture: lecture(), stay: stay() }
  for (const [kind, record] of Object.entries(records)) {
    await jsonFile(folder, `${kind}.json`, record)
    const { ids } = await cliJson<{ ids: string[] }>(folder, 'records', 'add', kind, '--json-file', `${kind}.json`)
    const id = ids[0] ?? ''
    expect(await cliJson(folder, 'records', 'show', id)).toMatchObject({ ...record, kind, id })
    await jsonFile(folder, 'note.json', { note: '已核对' })
    expect(await cliJson(folder, 'records', 'update', id, '--json-file', 'note.json')).toMatchObject({
      ...record,
      note: '已核对',
      version: 2,
    })
    const list = () => cliJson<unknown[]>(folder, 'records', 'list', kind, '--from', '2026-11-01', '--to', '2026-11-30')
    expect(await list()).toHaveLength(1)
    expect(await cliJson(folder, 'records', 'list', kind, '--to', '2026-10-31')).toEqual([])
    expect(await cliJson(folder, 'records', 'remove', id)).toEqual({ id, kind })
    expect(await list()).toEqual([])
    expect(await cliJson(folder, 'records', 'restore', id)).toEqual({ id, kind })
    expect(await list()).toHaveLength(1)
  }
})

test('a list has every row, however many', async () => {
  const folder = await makeTestFolder()
  await jsonFile(
    folder,
    'many.json',
    Array.from({ length: 10_001 }, (_, index) => study({ topic: `第${index}场` })),
  )
  await cliJson(folder, 'records', 'add', 'study', '--json-file', 'many.json')
  const rows = await cliJson<Study[]>(folder, 'records', 'list', 'study')
  expect(new Set(rows.map((row) => row.id)).size).toBe(10_001)
})

test('a version in the file says on which version the change was made', async () => {
  const folder = await makeTestFolder()
  await jsonFile(folder, 'study.json', study())
  const { ids } = await cliJson<{ ids: string[] }>(folder, 'records', 'add', 'study', '--json-file', 'study.json')
  await jsonFile(folder, 'change.json', { topic: '新主题', version: 1 })
  await cliJson(folder, 'records', 'update', ids[0] ?? '', '--json-file', 'change.json')
  const { code, error } = await cli(folder, 'records', 'update', ids[0] ?? '', '--json-file', 'change.json')
  expect([code, error]).toEqual([1, '这条内容已在别的窗口改过，本次修改未保存，请重新打开后再改。'])
})

test('the sample and the bundle in which it is reported have the same counts, and its cover can be written again', async () => {
  const folder = await makeTestFolder()
  const sample = await cliJson<{
    unions: number
    studies: number
    lectures: number
    activities: number
    period: { from: string; to: string }
  }>(folder, 'sample', 'load')
  const { from, to } = sample.period
  const upper = await enrolSuperior(join(folder, 'ledger'))
  const exported = await cliJson<{ file: string; rows: CarriedCounts }>(
    folder,
    ...['bundle', 'export', '--to', '固川市总工会', '--out', 'out', '--from', from, '--to', to],
  )
  expect(exported.file).toBe(join(folder, 'out', '云山县总工会_2026-08-21至2026-11-20_上报包_0001.ghb'))
  const { manifest } = await openVolume(await readFile(exported.file), upper.context.keys.identities())
  expect(manifest.counts).toEqual(exported.rows)
  expect(manifest.period).toEqual(sample.period)
  const present = ['study', 'lecture', 'activity', 'grassrootsUnion'].map((table) => exported.rows[table]?.present)
  expect(present).toEqual([sample.studies, sample.lectures, sample.activities, sample.unions])
  const { bundleId } = (await cliJson<ExportedReport[]>(folder, 'bundle', 'list'))[0] ?? {}
  const covers = await cliJson<{ files: string[] }>(folder, 'bundle', 'cover', bundleId ?? '', '--out', 'covers')
  expect(covers.files.map((path) => existsSync(path))).toEqual([true, true])
})

test('without a period the bundle is of the present quarter and says so', async () => {
  const folder = await makeTestFolder()
  await cliJson(folder, 'sample', 'load')
  await enrolSuperior(join(folder, 'ledger'))
  const { period } = await cliJson<{ period: { from: string; to: string } }>(folder, 'bundle', 'export', '--out', '.')
  const month = new Date().getMonth()
  expect([period.from.slice(5), period.to.slice(5)]).toEqual(
    [
      ['01-01', '03-31'],
      ['04-01', '06-30'],
      ['07-01', '09-30'],
      ['10-01', '12-31'],
    ][Math.floor(month / 3)],
  )
})

test('without a superior nothing is exported; volume sizes are those that there are', async () => {
  const folder = await makeTestFolder()
  await cliJson(folder, 'sample', 'load')
  const refused = await cli(folder, 'bundle', 'export', '--out', '.')
  expect([refused.code, refused.error]).toEqual([1, expect.stringMatching(/^还没有登记上级的密钥名片/)])
  const odd = await cli(folder, 'bundle', 'export', '--out', '.', '--volume', '7')
  expect([odd.code, odd.error]).toEqual([2, expect.stringMatching(/^不认识“7”，应为5、15、35、无限之一。/)])
  expect(await readdir(folder)).toEqual(['ledger'])
})

test('an earlier bundle of the same name is kept', async () => {
  const folder = await makeTestFolder()
  await cliJson(folder, 'sample', 'load')
  await enrolSuperior(join(folder, 'ledger'))
  const line = ['bundle', 'export', '--out', '.', '--from', '2026-11-01', '--to', '2026-11-30']
  const name = '云山县总工会_2026年11月_上报包_0001'
  await writeFile(join(folder, `${name}.ghb`), 'an earlier one')
  expect((await cliJson<{ file: string }>(folder, ...line)).file).toBe(join(folder, `${name} (2).ghb`))
})

test('sheets are shown as a model and written as a file', async () => {
  const folder = await makeTestFolder()
  await cliJson(folder, 'sample', 'load')
  const period = ['--from', '2026-08-21', '--to', '2026-11-20']
  expect(await cliJson(folder, 'sheet', 'show', ...period)).toHaveLength(3)
  const written = await cliJson<{ file: string }>(folder, 'sheet', 'all', ...period, '--out', 'sheets.xlsx')
  expect(written).toEqual({ file: join(folder, 'sheets.xlsx') })
  expect(existsSync(written.file)).toBe(true)
})

test('a file may begin with a byte order mark, and text comes back as it was written', async () => {
  const folder = await makeTestFolder()
  await writeFile(join(folder, 'bom.json'), `\ufeff${JSON.stringify(lecture({ reactions: '“听得懂”\n用得上' }))}`)
  await cliJson(folder, 'records', 'add', 'lecture', '--json-file', 'bom.json')
  const [row] = await cliJson<Lecture[]>(folder, 'records', 'list', 'lecture')
  expect(row?.reactions).toBe('“听得懂”\n用得上')
})

test('a line that is no command exits 2 with a sentence', async () => {
  const folder = await makeTestFolder()
  const lines: readonly (readonly [string[], string])[] = [
    [['record', 'add'], '没有“record add”这个命令。'],
    [['records', 'add', 'lectures', '--json-file', 'x'], '不认识“lectures”，应为study、lecture、stay、activity之一。'],
    [['records', 'add', 'study'], '缺少 --json-file。用法：records add study|lecture|stay|activity --json-file F'],
    [['records', 'list', 'study', '--form', '2026-11-01'], '没有选项 --form。'],
    [['records', 'list', 'study', '--from'], '选项 --from 后面缺少值。'],
    [['office', 'show', '--out', 'x'], '“office show”没有选项 --out。用法：office show'],
    [['records', 'remove'], '“records remove”的写法不对。用法：records remove ID'],
    [['office', 'show', 'now'], '“office show”的写法不对。用法：office show'],
    [['bundle', 'export', '--out', 'x', '--from', '2026-01-01'], '--from 和 --to 应同时写，或者都不写（就是本季度）。'],
  ]
  for (const [line, sentence] of lines) {
    const { code, out, error } = await cli(folder, ...line)
    expect([code, out, error.split('\n')[0]]).toEqual([2, '', sentence])
  }
})

test('help names every command and exits 0', async () => {
  const folder = await makeTestFolder()
  const { code, out } = await cli(folder, '--help')
  expect(code).toBe(0)
  for (const line of [
    'office set --json-file F',
    'records list study|lecture|stay',
    'bundle inspect F',
    'demo --out DIR',
  ])
    expect(out).toContain(line)
  const own = (await cli(folder, 'bundle', 'inspect', '--help')).out
  expect(own).toMatch(/^bundle inspect F\n {4}查验上报包\n\n退出码：0 完成/)
  expect(await readdir(folder)).toEqual([])
})
