/** Bad input from outside: one clear Chinese sentence each, nothing half-written. */
import { execFileSync } from 'node:child_process'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { safe } from '@orpc/server'
import { expect, onTestFinished, test } from 'vitest'
import type { RecordKind } from '../../src-shared/record-kinds.ts'
import { makeTestFolder, openTestApp } from '../open-test-app.ts'
import { enrolSuperior } from '../report-upward.ts'
import { activity, lecture, office, stay, study, union } from '../sample-records.ts'
import { cli, cliJson, jsonFile } from './shell-cli/run-in-process.ts'

const long = (length: number) => '长'.repeat(length)
const period = ['--from', '2026-11-01', '--to', '2026-11-30']

/** Field → values out of range and the sentence about that field. */
const wrong: Readonly<Record<RecordKind | 'union' | 'office', readonly (readonly [object, string])[]>> = {
  study: [
    [{ date: '2026-02-29' }, '“日期”：应为“2026-11-21”这样的日期，年份在2000至2099之间'],
    [{ date: '1999-12-31' }, '“日期”：应为“2026-11-21”这样的日期，年份在2000至2099之间'],
    [{ date: undefined }, '“日期”：必填'],
    [{ startTime: '24:00' }, '“开始时间”：应为“09:30”这样的时间'],
    [{ startTime: '10:00', endTime: '10:00' }, '“结束时间”：结束时间应晚于开始时间'],
    [{ type: '茶话会' }, '“学习类型”：不在可选范围内'],
    [{ topic: '  ' }, '“主题”：必填'],
    [{ topic: long(201) }, '“主题”：不能超过200个字'],
    [{ organiser: 7 }, '“组织单位”：应为文字'],
    [{ delivery: '电话' }, '“开展形式”：不在可选范围内'],
    [{ dueCount: -1, attendedCount: null }, '“应到人数”：不能小于0'],
    [{ dueCount: 1.5 }, '“应到人数”：应为整数'],
    [{ dueCount: 1e9 }, '“应到人数”：数字过大，请核对'],
    [{ dueCount: '12' }, '“应到人数”：应为数字'],
    [
      { dueCount: 10, attendedCount: 11 },
      '“实到人数”：实到多于应到，请核对；确有旁听等情况的，请填写“实到多于应到的原因”',
    ],
    [{ strata: [{ stratum: '领导' }] }, '“对象”第1项“对象”：不在可选范围内'],
    [{ strata: [{ stratum: '党员', people: 12 }] }, '“对象”：“党员”人数多于实到人数，请核对'],
    [{ strata: [{ stratum: '党员' }, { stratum: '党员' }] }, '“对象”：有重复的对象'],
    [{ decisions: long(4001) }, '“议定事项”：不能超过4000个字'],
    [{ topik: '错字' }, '：有不认识的字段“topik”，请核对字段名'],
  ],
  lecture: [
    [{ durationMinutes: 1441 }, '“时长（分钟）”：不能超过1440分钟'],
    [{ modes: [] }, '“宣讲方式”：至少选一种宣讲方式'],
    [{ modes: ['网上宣讲', '网上宣讲'] }, '“宣讲方式”：有重复的选项'],
    [{ modes: '网上宣讲' }, '“宣讲方式”：应为多选'],
    [{ speakers: [] }, '“宣讲人”：至少填一位宣讲人'],
    [{ speakers: [{ name: '' }] }, '“宣讲人”第1项“名称”：必填'],
    [{ speakers: [{ name: '甲', kind: '明星' }] }, '“宣讲人”第1项“类别”：不在可选范围内'],
    [{ venueType: undefined }, '“场所类型”：必填'],
    [{ audienceOnSite: -5 }, '“现场人次”：不能小于0'],
    [{ clicks: Number.MAX_SAFE_INTEGER }, '“点击次数”：数字过大，请核对'],
    [{ strata: [{ stratum: '党员', people: 46 }] }, '“对象”：“党员”人数多于现场与线上人次，请核对'],
    [{ unionIds: ['a', 'a'] }, '“覆盖基层工会”：有重复的单位'],
    [{ reactions: long(2001) }, '“职工反响”：不能超过2000个字'],
  ],
  stay: [
    [{ cadres: [] }, '“蹲点干部”：至少填一位蹲点干部'],
    [{ from: '2026-11-13', to: '2026-11-02', daysOnSite: null }, '“截止日期”：截止日期早于起始日期，请核对'],
    [{ daysOnSite: 13 }, '“在岗天数”：起止日期之间只有12天，在岗天数不能更多'],
    [{ form: '远程' }, '“蹲点方式”：不在可选范围内'],
    [{ visits: -1 }, '“走访（家）”：不能小于0'],
    [{ problems: [{ text: '' }] }, '“问题”第1项“内容”：必填'],
    [{ problems: [{ text: '路灯不亮', state: '忘了' }] }, '“问题”第1项“办理状态”：不在可选范围内'],
    [
      { problems: [{ text: '路灯不亮', due: '2026-13-01' }] },
      '“问题”第1项“办理时限”：应为“2026-11-21”这样的日期，年份在2000至2099之间',
    ],
    [{ deeds: [''] }, '“办实事”第1项：必填'],
    [{ consolationYuan: 0.005 }, '“慰问金额（元）”：最多两位小数'],
    [{ consolationYuan: 2e8 }, '“慰问金额（元）”：金额过大，请核对'],
  ],
  activity: [
    [{ kind: '娱乐' }, '“类别”：不在可选范围内'],
    [
      { genre: '征文' },
      '“形式”：“宣传”的形式应为新闻报道、采访、综述评论、专栏专题、短视频、微动漫图解、海报标语、转载推送、宣传栏、经验做法、其他宣传之一',
    ],
    [{ title: '' }, '“标题”：必填'],
    [{ count: 1.5 }, '“数量”：应为整数'],
    [{ unit: '车' }, '“单位”：不在可选范围内'],
  ],
  union: [
    [{ name: '' }, '“名称”：必填'],
    [{ kind: '联谊会' }, '“类别”：不在可选范围内'],
    [{ township: long(31) }, '“乡镇（街道、园区）”：不能超过30个字'],
    [{ members: 321, staff: 320 }, '“会员人数”：会员人数多于职工人数，请核对'],
    [{ code: '12345' }, '“统一社会信用代码”：应为18位，现有5位'],
  ],
  office: [
    [{ name: undefined }, '“名称”：必填'],
    [{ documentCode: '云工发〔2026〕' }, '“发文代字”：应为2至20个汉字或字母，如“云工发”'],
    [{ divisionCode: '6404' }, '“行政区划代码”：应为6位数字'],
    [{ superior: '' }, '“上级工会”：必填'],
  ],
}

test('every field out of range is named with what is wrong, and nothing is stored', async () => {
  const { api, context } = await openTestApp()
  const adders = {
    study: (fields: object) => api.studies.add([study(fields)]),
    lecture: (fields: object) => api.lectures.add([lecture(fields)]),
    stay: (fields: object) => api.stays.add([stay(fields)]),
    activity: (fields: object) => api.activities.add([activity(fields)]),
    union: (fields: object) => api.unions.add([union(fields)]),
    office: (fields: object) => api.office.set({ ...office, ...fields }),
  }
  for (const [kind, cases] of Object.entries(wrong) as [keyof typeof wrong, (typeof wrong)['study']][])
    for (const [fields, sentence] of cases) {
      const [error] = await safe<unknown, Error>(adders[kind](fields))
      const place = kind === 'office' ? '' : '第1条'
      expect(error?.message, `${kind} ${JSON.stringify(fields)}`).toBe(`填写有误，没有保存：${place}${sentence}。`)
    }
  expect(await context.db.selectFrom('change').selectAll().execute()).toEqual([])
})

test('an unknown union or stay is named, and none of the records of the file is stored', async () => {
  const folder = await makeTestFolder()
  await jsonFile(folder, 'f.json', [lecture(), lecture({ unionIds: ['no-such-union'] })])
  expect(await cli(folder, 'records', 'add', 'lecture', '--json-file', 'f.json')).toEqual({
    code: 1,
    out: '',
    error: '单位名册中没有编号为“no-such-union”的基层工会，请先在“单位名册”中添加。',
  })
  await jsonFile(folder, 'f.json', [lecture(), lecture({ stayId: 'no-such-stay' })])
  expect((await cli(folder, 'records', 'add', 'lecture', '--json-file', 'f.json')).error).toBe(
    '没有编号为“no-such-stay”的蹲点记录，请先登记蹲点，再把宣讲关联上去。',
  )
  expect(await cliJson(folder, 'records', 'list', 'lecture')).toEqual([])
})

test('a malformed JSON file is named with line and column; JSON that is no record with what is missing', async () => {
  const folder = await makeTestFolder()
  await jsonFile(folder, 'f.json', '[{"date": "2026-11-05",\n  "topic": 主题}]')
  const add = async () => (await cli(folder, 'records', 'add', 'study', '--json-file', 'f.json')).error
  expect(await add()).toBe(`文件“${join(folder, 'f.json')}”第2行第12列不是正确的JSON，没有保存，请改正后再试。`)
  await jsonFile(folder, 'f.json', [])
  expect(await add()).toBe('填写有误，没有保存：没有可添加的记录。')
  await jsonFile(folder, 'f.json', '"2026-11-05"')
  expect(await add()).toBe('填写有误，没有保存：第1条：应为一组字段。')
  await jsonFile(folder, 'f.json', {})
  expect(await add()).toBe(
    '填写有误，没有保存：第1条“日期”：必填；第1条“学习类型”：必填；第1条“主题”：必填；另有1处有误。',
  )
  expect(await cliJson(folder, 'records', 'list', 'study')).toEqual([])
})

test('a period that ends before it starts is refused for sheet, report and bundle alike, and no file is written', async () => {
  const folder = await makeTestFolder()
  await cliJson(folder, 'sample', 'load')
  const backwards = ['--from', '2026-11-30', '--to', '2026-11-01']
  const lines = [
    ['report', 'draft', ...backwards],
    ['sheet', 'all', ...backwards, '--out', 'f.xlsx'],
    ['bundle', 'export', ...backwards, '--out', 'out'],
  ]
  for (const line of lines)
    expect(await cli(folder, ...line)).toEqual({
      code: 1,
      out: '',
      error: '填写有误，没有保存：“截止日期”：截止日期早于起始日期，请核对。',
    })
  expect(await readdir(folder)).toEqual(['ledger'])
})

/** A folder of 128 KiB that is then full, or read-only; needs the right to mount. */
async function mountFolder(state: 'full' | 'read-only'): Promise<string> {
  const folder = join(await makeTestFolder(), '优盘')
  await mkdir(folder)
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=128k', 'tmpfs', folder])
  onTestFinished(() => void execFileSync('umount', [folder]))
  if (state === 'full') await writeFile(join(folder, '别的文件'), Buffer.alloc(128 * 1024 - 4096))
  else execFileSync('mount', ['-o', 'remount,ro', folder])
  return folder
}

const canMount = (() => {
  try {
    execFileSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

test.skipIf(!canMount)('a full or read-only place is named for every output, and nothing is left there', async () => {
  const folder = await makeTestFolder()
  await cliJson(folder, 'sample', 'load')
  await enrolSuperior(join(folder, 'ledger'))
  const { documentId } = await cliJson<{ documentId: string }>(folder, 'report', 'draft', ...period)
  for (const state of ['full', 'read-only'] as const) {
    const stick = await mountFolder(state)
    const before = await readdir(stick)
    const lines = [
      ['document', 'write', documentId, '--out', join(stick, 'f.docx')],
      ['sheet', 'all', ...period, '--out', join(stick, 'f.xlsx')],
      ['bundle', 'export', ...period, '--out', stick],
    ]
    for (const line of lines) {
      const { code, error } = await cli(folder, ...line)
      expect(code, line.join(' ')).toBe(1)
      expect(error).toMatch(
        state === 'full'
          ? /^(磁盘已满，“.+”没有写出，请清理空间或换一个位置再试|“.+”只剩0\.0MB，需要0\.1MB，没有写出任何文件，请清理空间或换一个U盘再导出)。$/
          : /^(没有写入“.+”的权限，请换一个文件夹再试|“.+”是只读的，没有写出任何文件，请打开U盘的写保护开关或换一个位置再导出)。$/,
      )
    }
    expect(await readdir(stick)).toEqual(before)
  }
  expect(await cliJson(folder, 'bundle', 'list')).toEqual([])
})

test.skipIf(!canMount)(
  'a full disk under the ledger refuses the record whole, and the ledger goes on afterwards',
  async () => {
    const folder = join(await makeTestFolder(), '台账盘')
    await mkdir(folder)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder])
    onTestFinished(() => void execFileSync('umount', [folder]))
    const app = await openTestApp({ dataFolder: folder })
    onTestFinished(app.close)
    const many = Array.from({ length: 1000 }, () => study({ decisions: long(1000) }))
    const [error] = await safe(app.api.studies.add(many))
    expect(error?.message).toBe('磁盘已满，本次没有保存，已有数据不受影响，请清理磁盘空间后再试。')
    expect((await app.api.studies.list({})).total).toBe(0)
    await app.api.studies.add([study()])
    expect((await app.api.studies.list({})).total).toBe(1)
  },
)

test('an output whose folder is a file is refused in one sentence', async () => {
  const folder = await makeTestFolder()
  await cliJson(folder, 'sample', 'load')
  await enrolSuperior(join(folder, 'ledger'))
  await writeFile(join(folder, '文件'), '')
  const sheet = await cli(folder, 'sheet', 'all', ...period, '--out', '文件/f.xlsx')
  expect([sheet.code, sheet.error]).toEqual([1, `文件夹“${join(folder, '文件')}”不存在，请换一个位置再试。`])
  const bundle = await cli(folder, 'bundle', 'export', ...period, '--out', '文件/包')
  expect([bundle.code, bundle.error]).toEqual([1, `“${join(folder, '文件/包')}”不是文件夹，请换一个位置再导出。`])
})

test('a damaged, newer or busy ledger is one sentence on the error output and exit code 1', async () => {
  const folder = await makeTestFolder()
  const ledger = join(folder, 'ledger')
  const { close } = await openTestApp({ dataFolder: ledger })
  expect(await cli(folder, 'office', 'show')).toMatchObject({
    code: 1,
    out: '',
    error: expect.stringMatching(/^数据文件夹“.+”正由电脑“.+”用命令行使用.+请等那个命令做完再试。$/),
  })
  await close()
  const path = join(ledger, 'ledger.sqlite')
  const cut = (await readFile(path)).subarray(0, -1)
  await writeFile(path, cut)
  expect(await cli(folder, 'office', 'show')).toEqual({
    code: 1,
    out: '',
    error: `数据文件“${path}”已损坏，未作任何改动，请用备份恢复，或联系技术人员抢救。`,
  })
  expect(Buffer.compare(await readFile(path), cut)).toBe(0)
})

test('a bundle that is none, and one that is missing, are named', async () => {
  const folder = await makeTestFolder()
  await writeFile(join(folder, 'f.ghb'), '这不是上报包')
  expect(await cli(folder, 'bundle', 'inspect', 'f.ghb')).toEqual({
    code: 1,
    out: '',
    error: '这个文件不是上报包（应为“.ghb”文件），请核对所选的文件。',
  })
  expect((await cli(folder, 'bundle', 'inspect', 'none.ghb')).error).toBe(
    `文件“${join(folder, 'none.ghb')}”不存在，请核对文件名和权限后再试。`,
  )
})
