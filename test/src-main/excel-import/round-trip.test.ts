import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyOf } from '../../../src-main/excel-import/natural-key.ts'
import type { ImportKind } from '../../../src-shared/excel-import.ts'
import { makeTestFolder, openTestApp } from '../../open-test-app.ts'
import { enterRecords, randomLedger } from '../../random-records.ts'
import { enterRegisters, randomRegisters } from '../../random-registers.ts'
import { openWorkbook } from '../../read-workbook.ts'
import { activity, lecture, stay, study, union } from '../../sample-records.ts'

type App = Awaited<ReturnType<typeof openTestApp>>

async function exported({ api }: App, withRecords = true): Promise<File> {
  const delivery = await api.imports.template({ withRecords })
  if (delivery.state !== 'download') throw new Error(delivery.state)
  return new File([await delivery.file.arrayBuffer()], delivery.file.name)
}

const everything = { offset: 0, limit: 100_000, text: '', from: null, to: null }

/** Every record without stamps, ids by the names they stand for, in an order that does not depend on ids. */
async function contents({ api }: App) {
  const unions = (await api.unions.list(everything)).rows
  const stays = (await api.stays.list(everything)).rows
  const names = new Map([
    ...unions.map(({ id, name }) => [id, name] as const),
    ...stays.map(({ id, unitName, from }) => [id, `${unitName} ${from}`] as const),
  ])
  const named = (_key: string, value: unknown) => (typeof value === 'string' ? (names.get(value) ?? value) : value)
  const plain = (rows: readonly object[]) =>
    rows
      .map((row) => {
        const { id: _i, version: _v, createdAt: _c, updatedAt: _u, ...fields } = row as Record<string, unknown>
        return JSON.stringify(fields, named)
      })
      .toSorted()
  return {
    unions: plain(unions),
    stays: plain(stays),
    studies: plain((await api.studies.list(everything)).rows),
    lectures: plain((await api.lectures.list(everything)).rows),
    activities: plain((await api.activities.list(everything)).rows),
    cadres: plain((await api.cadres.list(everything)).rows),
    lecturers: plain((await api.lecturers.list(everything)).rows),
    lectureTeams: plain((await api.lectureTeams.list(everything)).rows),
    studyGroups: plain((await api.studyGroups.list(everything)).rows),
    venues: plain((await api.venues.list(everything)).rows),
    materials: plain((await api.materials.list(everything)).rows),
  }
}

test('what the ledger holds, written as a workbook and taken into an empty ledger, is the same to the last field', async () => {
  await fc.assert(
    fc.asyncProperty(randomLedger, randomRegisters, async (ledger, registers) => {
      const distinct = <Row extends object>(kind: ImportKind, rows: readonly Row[]) => [
        ...new Map(rows.map((row) => [keyOf(kind, row as Record<string, unknown>), row])).values(),
      ]
      const source = await openTestApp({ dataFolder: await makeTestFolder() })
      const target = await openTestApp({ dataFolder: await makeTestFolder() })
      // One record of each natural key: two that look the same are asked about, not taken in.
      await enterRecords(source.api, {
        ...ledger,
        studies: distinct(
          'study',
          ledger.studies.map((one) => ({ ...one, topic: '' })),
        ).map(({ topic: _t, ...one }) => one),
        lectures: distinct('lecture', ledger.lectures),
        stays: [...new Map(ledger.stays.map((one) => [one.days[0], one])).values()],
        activities: [...new Map(ledger.activities.map((one) => [`${one.date}${one.kind}`, one])).values()],
      })
      await enterRegisters(source.api, registers)
      const file = await exported(source)
      const before = await contents(source)
      const { sheets } = await target.api.imports.apply({ file })
      expect(sheets.flatMap(({ problems }) => problems)).toEqual([])
      expect(await contents(target)).toEqual(before)
      const again = await source.api.imports.apply({ file })
      expect(again.id).toBeNull()
      await source.close()
      await target.close()
    }),
    { numRuns: 8 },
  )
}, 120_000)

test('text with every separator, line breaks and Excel escapes comes back as it was', async () => {
  const source = await openTestApp()
  const target = await openTestApp({ dataFolder: await makeTestFolder() })
  const { ids } = await source.api.unions.add([union({ note: '=1+1\n第二行' }), union({ name: '甲、乙联合工会' })])
  await source.api.stays.add([
    stay({
      cadres: [
        { name: '李红梅', post: '副主席、三级调研员', isLeader: true },
        { name: '王强', post: '', isLeader: false },
      ],
      unionId: ids[1] ?? null,
      problems: [
        {
          text: '用工合同不规范，\n需补签',
          category: '劳动关系',
          responsible: '李红梅',
          due: '2026-12-10',
          state: '办理中',
        },
        { text: '1.5倍加班费未付' },
      ],
      deeds: ['建成职工书屋；配书300册', '2处\n净水机'],
      consolationYuan: 1234.5,
      outcome: '一是…\n二是…  ',
    }),
  ])
  const stays = await source.api.stays.list(everything)
  await source.api.lectures.add([
    lecture({
      speakers: [
        { name: '赵铁柱', post: '全国劳动模范；“五一”奖章', kind: '劳模工匠' },
        { name: '孙教授', post: '党校（行政学院）、教授', kind: '专家' },
      ],
      unionIds: ids,
      strata: [{ stratum: '工会委员、技能标兵', people: 12 }, { stratum: '一线职工' }],
      modes: ['劳模宣讲', '专家宣讲'],
      stayId: stays.rows[0]?.id ?? null,
      note: '_x000D_ 原样',
    }),
  ])
  await source.api.studies.add([study({ startTime: '09:00', endTime: '10:30', decisions: '无' })])
  await source.api.activities.add([activity({ unionIds: ids })])
  await target.api.imports.apply({ file: await exported(source) })
  expect(await contents(target)).toEqual(await contents(source))
})

const templateKinds: readonly ImportKind[] = [
  'study',
  'lecture',
  'stay',
  'activity',
  'grassrootsUnion',
  'cadre',
  'lecturer',
  'lectureTeam',
  'studyGroup',
  'venue',
  'material',
]

test('the empty template has a sheet for each register, drop-down lists, and an example that is not taken in', async () => {
  const app = await openTestApp()
  const file = await exported(app, false)
  const workbook = await openWorkbook(new Uint8Array(await file.arrayBuffer()))
  expect(workbook.worksheets.filter(({ state }) => state === 'visible').map(({ name }) => name)).toEqual([
    '学习',
    '宣讲',
    '蹲点',
    '宣传文化',
    '单位名册',
    '干部',
    '宣讲员',
    '宣讲团',
    '学习组织',
    '阵地场所',
    '学习材料',
  ])
  const study = workbook.getWorksheet('学习')
  expect(study?.getCell('B3').value).toBe('日期*')
  expect(study?.getCell('E6').dataValidation).toMatchObject({ type: 'list', formulae: ['选项!$A$1:$A$15'] })
  expect(workbook.getWorksheet('选项')?.getCell('A1').value).toBe('理论学习中心组集体学习')
  const { sheets } = await app.api.imports.preview({ file })
  expect(
    sheets.map(({ kind, header, rows, problems, remarks }) => ({ kind, header, rows, problems, remarks })),
  ).toEqual(
    templateKinds.map((kind) => ({
      kind,
      header: 3,
      rows: 0,
      problems: [],
      remarks: [],
    })),
  )
})
