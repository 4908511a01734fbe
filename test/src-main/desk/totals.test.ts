import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addValues, valuesOf } from '../../../src-shared/office-totals.ts'
import type { SheetBlock, SheetCell, SheetKind } from '../../../src-shared/statistics.ts'
import { openOffices, type TestOffice } from '../../open-offices.ts'
import { enterRecords, type RandomLedger, randomLedger, randomPeriod } from '../../random-records.ts'
import { activity, lecture, stay, study, union } from '../../sample-records.ts'
import { makeReport } from '../intake/make-report.ts'
import { takeIn } from '../intake/take-in.ts'
import { plainFigures } from '../statistics/plain-figures.ts'
import type { PlainLedger, PlainRow } from '../statistics/plain-groups.ts'
import { plainLedger } from '../statistics/plain-groups.ts'
import {
  measureOfTitle,
  type PlainBlock,
  plainBlocks,
  plainCoverage,
  plainSheetCell,
} from '../statistics/plain-sheets.ts'

const period = randomPeriod

/** Each county enters its records and reports them; the city enters some of its own. */
async function reportAll(ledgers: readonly RandomLedger[], own: RandomLedger) {
  const offices = await openOffices({ counties: ledgers.length })
  const { city, counties } = offices
  await enterRecords(city.api, own)
  for (const [index, ledger] of ledgers.entries()) {
    const county = counties[index] as TestOffice
    await enterRecords(county.api, ledger)
    await takeIn(city, [await makeReport(county, city, { period })])
  }
  return offices
}

const close = async ({ province, city, counties }: Awaited<ReturnType<typeof openOffices>>) => {
  for (const office of [province, city, ...counties]) await office.close()
}

/** The rows of all, each with its own office before what only that office calls so. */
async function allOf(offices: readonly TestOffice[]): Promise<PlainLedger> {
  const ledgers = await Promise.all(
    offices.map(async ({ api, dataFolder }) => {
      const owner = (await api.office.show())?.name.replace('总工会', '·') ?? ''
      return { ledger: plainLedger(dataFolder), owner }
    }),
  )
  const kinds = ['study', 'lecture', 'stay', 'activity', 'grassrootsUnion'] as const
  return Object.fromEntries(
    kinds.map((kind) => [
      kind,
      ledgers.flatMap(({ ledger, owner }) => ledger[kind].map((row) => withOwner(row, owner))),
    ]),
  ) as unknown as PlainLedger
}

const ownNames = ['township', 'organiser', 'partyOrganisation', 'host', 'leadSpeaker', 'team', 'unitName', 'name']

function withOwner(row: PlainRow, owner: string): PlainRow {
  const owned = Object.entries(row).map(([field, value]) => {
    if (field === 'cadres' || field === 'speakers') return [field, value.map((one: PlainRow) => withOwner(one, owner))]
    return [field, ownNames.includes(field) && value ? `${owner}${value}` : value]
  })
  return Object.fromEntries(owned)
}

test('figures of random counties, their sum and every cell of the grouped sheets are what plain TypeScript counts over their rows', async () => {
  await fc.assert(
    fc.asyncProperty(fc.tuple(randomLedger, randomLedger), randomLedger, async (ledgers, own) => {
      const offices = await reportAll(ledgers, own)
      const { city, counties } = offices
      const { rows, total } = await city.api.upper.totals({ period })
      const plain = [city, ...counties].map(({ dataFolder }) => valuesOf(plainFigures(dataFolder, period)))
      expect(rows.map(({ values }) => values)).toEqual(plain)
      expect(total).toEqual(addValues(plain))
      const without = await city.api.upper.totals({ period, withOwn: false })
      expect(without.total).toEqual(addValues(plain.slice(1)))
      const all = await allOf([city, ...counties])
      await checkSheets(city, all)
      await checkCoverage(city, all)
      await checkOffices(city)
      await close(offices)
    }),
    { numRuns: 4 },
  )
}, 300_000)

async function checkSheets({ api }: TestOffice, ledger: PlainLedger) {
  const kinds = Object.keys(plainBlocks) as SheetKind[]
  const sheets = await api.sheets.show({ ...period, kinds, scope: 'received' })
  for (const kind of kinds)
    for (const [index, plain] of (plainBlocks[kind] ?? []).entries()) {
      const block = sheets.find((sheet) => sheet.kind === kind)?.blocks[index]
      if (plain && block) checkBlock(ledger, plain, block)
    }
}

function checkBlock(ledger: PlainLedger, plain: PlainBlock, { columns, rows, rowKeys, total }: SheetBlock) {
  const months = ['2026-10', '2026-11', '2026-12']
  const keyed = rows.map((cells, index) => ({ key: (rowKeys?.[index] ?? String(cells[0])) as string | null, cells }))
  for (const { key, cells } of [...keyed, ...(total ? [{ key: null, cells: total }] : [])])
    for (const [column, { title, kind, ratioOf, total: inTotal }] of columns.entries()) {
      if (kind === 'text' || ratioOf || title === '应覆盖单位数' || (key === null && inTotal === 'none')) continue
      const measure = plain.timed ?? measureOfTitle[plain.kind][title] ?? ''
      const month = plain.timed ? (months[column - 1] ?? null) : null
      const { value } = plainSheetCell(ledger, plain, { period, measure, row: key, month })
      expect([plain, key, title, cells[column] ?? null]).toEqual([plain, key, title, value])
    }
}

async function checkCoverage({ api }: TestOffice, ledger: PlainLedger) {
  const [sheet] = await api.sheets.show({ ...period, kinds: ['coverage'], scope: 'received' })
  const { base, unreached } = plainCoverage(ledger, period)
  const counted = [...new Set(base.map(({ township }) => township as string))].map((township) => {
    const count = (unions: readonly PlainRow[]) => unions.filter((one) => one.township === township).length
    return [township, count(base), count(base) - count(unreached), count(unreached)]
  })
  const shown = sheet?.blocks[0]?.rows.map((row) => row.slice(0, 4)) ?? []
  expect(shown.toSorted()).toEqual(counted.toSorted())
  expect(new Set(sheet?.blocks[2]?.rows.map(([township]) => township))).toEqual(
    new Set(unreached.map(({ township }) => township)),
  )
}

/** Own records count, so the own office stands in every table; and every column that has a total adds up to it. */
async function checkOffices({ api }: TestOffice) {
  const [sheet] = await api.sheets.show({ ...period, kinds: ['offices'], scope: 'received' })
  for (const { columns, rows, total } of sheet?.blocks ?? []) {
    expect(rows[0]?.[0]).toBe('本单位')
    for (const [column, { title, kind }] of columns.entries())
      if (kind !== 'text' && kind !== 'rate')
        expect([title, sumOf(rows.map((row) => row[column] ?? null))]).toEqual([title, total?.[column] ?? null])
  }
}

function sumOf(cells: readonly SheetCell[]): number | null {
  const stated = cells.filter((cell) => typeof cell === 'number')
  return stated.length === 0 ? null : Math.round(stated.reduce((sum, cell) => sum + cell * 100, 0)) / 100
}

async function smallCity() {
  const offices = await openOffices({ counties: 2 })
  for (const [index, county] of offices.counties.entries()) {
    const { ids } = await county.api.unions.add([union(), union({ name: '乙村工会', township: '南河乡' })])
    await county.api.studies.add(Array.from({ length: index + 1 }, () => study()))
    await county.api.lectures.add([lecture({ unionIds: ids.slice(0, index + 1), audienceOnSite: 10 * (index + 1) })])
    await takeIn(offices.city, [await makeReport(county, offices.city, { period })])
  }
  return offices
}

test('分单位汇总表 holds each office with what it reported, the base of coverage of its own; the total is that of all', async () => {
  const { city } = await smallCity()
  const [sheet] = await city.api.sheets.show({ ...period, kinds: ['offices'], scope: 'received' })
  expect(sheet?.blocks[1]?.rows).toEqual([
    ['本单位', 0, null, null, null, null, 0, 0, null],
    ['云山县总工会', 1, 10, null, null, null, 2, 1, 0.5],
    ['清河县总工会', 1, 20, null, null, null, 2, 2, 1],
  ])
  expect(sheet?.blocks[1]?.total).toEqual(['合计', 2, 30, null, null, null, 4, 3, 0.75])
  await expect(city.api.sheets.show({ ...period, kinds: ['offices'] })).rejects.toThrow()
})

test('in 分单位汇总表 an office that has reported stands with noughts where it has no records, one that has not is blank, and the rows add up', async () => {
  const { city, counties } = await openOffices({ counties: 4 })
  const [all, nothing, withoutStays, unheard] = counties as [TestOffice, TestOffice, TestOffice, TestOffice]
  for (const [index, { api }] of counties.entries()) {
    const { ids } = await api.unions.add([union(), union({ name: '乙村工会', township: '南河乡' })])
    if (index === 1) continue
    await api.studies.add([study()])
    await api.lectures.add([lecture({ unionIds: ids.slice(0, 1), audienceOnSite: 10 })])
    await api.activities.add([activity({ participants: 30 })])
    if (index !== 2) await api.stays.add([stay({ visits: 5, consolationYuan: 0.1 })])
  }
  const empty = [{ what: 'all', reason: '机构改革' }] as const
  await takeIn(city, [await makeReport(all, city, { period })])
  await takeIn(city, [await makeReport(nothing, city, { period, manifest: { declaredEmpty: [...empty] } })])
  await takeIn(city, [await makeReport(withoutStays, city, { period })])
  expect((await unheard.api.studies.list({})).total).toBe(1)

  await checkOffices(city)
  const [sheet] = await city.api.sheets.show({ ...period, kinds: ['offices'], scope: 'received' })
  const [, lectures, stays] = sheet?.blocks ?? []
  expect(lectures?.rows).toEqual([
    ['本单位', 0, null, null, null, null, 0, 0, null],
    ['云山县总工会', 1, 10, null, null, null, 2, 1, 0.5],
    ['清河县总工会', 0, null, null, null, null, 2, 0, 0],
    ['石桥县总工会', 1, 10, null, null, null, 2, 1, 0.5],
    ['柳林县总工会', null, null, null, null, null, null, null, null],
  ])
  expect(lectures?.total).toEqual(['合计', 2, 20, null, null, null, 6, 2, 2 / 6])
  expect(stays?.rows.map((row) => row.slice(0, 2))).toEqual([
    ['本单位', 0],
    ['云山县总工会', 1],
    ['清河县总工会', 0],
    ['石桥县总工会', 0],
    ['柳林县总工会', null],
  ])
  await city.api.unions.add([union()])
  await checkOffices(city)
})

test('a cross-table by 报送单位 names the offices; a figure leads to its records, their bundle and its signer', async () => {
  const { city, counties } = await smallCity()
  const [first] = counties as [TestOffice]
  const table = await city.api.sheets.cross({
    kind: 'study',
    rows: 'office',
    measure: 'sessions',
    period,
    scope: 'received',
  })
  expect(table.rows.map(({ label }) => label)).toEqual(['云山县总工会', '清河县总工会'])
  expect(table.figures.rowTotals).toEqual([1, 2])
  await expect(city.api.sheets.cross({ kind: 'study', rows: 'office', measure: 'sessions', period })).rejects.toThrow()
  const { officeId } = first.context
  const behind = await city.api.upper.records({ officeId, figure: 'study.sessions', period })
  expect(behind).toMatchObject({ kind: 'study', count: 1 })
  const origin = await city.api.upper.record({ kind: 'study', id: behind.records[0]?.id ?? '' })
  expect(origin).toMatchObject({
    officeId,
    officeName: '云山县总工会',
    bundle: {
      seq: 1,
      signer: { name: '云山县总工会', fingerprint: (await first.api.keys.show()).fingerprint, state: '使用中' },
    },
  })
})

test('subtotals hold an office and those below it', async () => {
  const { province, city, counties } = await openOffices({ counties: 1 })
  const [county] = counties as [TestOffice]
  await city.api.studies.add([study()])
  await county.api.studies.add([study(), study()])
  await takeIn(province, [await makeReport(city, province, { period }), await makeReport(county, province, { period })])
  const { rows } = await province.api.upper.totals({ period, withOwn: false })
  expect(
    rows.map(({ depth, values, subtotal }) => [depth, values?.['study.sessions'], subtotal?.['study.sessions']]),
  ).toEqual([
    [0, 1, 3],
    [1, 2, undefined],
  ])
})
