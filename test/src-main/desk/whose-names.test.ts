/** Several offices have a 城关镇, a 县总工会党组, a 工业园区 and a 李红梅 each: what they report together keeps them apart. */
import { expect, test } from 'vitest'
import type { AnySheetKind, Sheet } from '../../../src-shared/statistics.ts'
import { convertWithLibreOffice } from '../../libre-office.ts'
import { openOffices, type TestOffice } from '../../open-offices.ts'
import { formulaResults, openWorkbook } from '../../read-workbook.ts'
import { lecture, stay, study, union } from '../../sample-records.ts'
import { makeReport, november } from '../intake/make-report.ts'
import { takeIn } from '../intake/take-in.ts'

const scope = 'received' as const
const problems = [{ text: '食堂排队时间长' }]

/** Two counties that call everything alike, the second with one session, lecture and stay more; and a third unheard. */
async function likeCounties() {
  const offices = await openOffices({ counties: 3 })
  const { city, counties } = offices
  const [one, other] = counties as [TestOffice, TestOffice]
  for (const [index, { api }] of [one, other].entries()) {
    const { ids } = await api.unions.add([union({ name: '一厂工会' }), union({ name: '二厂工会' })])
    const several = Array.from({ length: index + 1 })
    await api.studies.add(several.map(() => study()))
    await api.lectures.add(several.map(() => lecture({ unionIds: ids.slice(0, 1) })))
    await api.stays.add(several.map(() => stay({ problems, deeds: ['增设窗口'] })))
    const { api: _, ...county } = index === 0 ? one : other
    await takeIn(city, [await makeReport({ api, ...county }, city)])
  }
  await city.api.unions.add([union({ name: '市直机关工会' })])
  await city.api.studies.add([study({ organiser: '市总工会党组' })])
  return { ...offices, one, other }
}

async function sheet({ api }: TestOffice, kind: AnySheetKind): Promise<Sheet> {
  const [found] = await api.sheets.show({ ...november, kinds: [kind], scope })
  if (!found) throw new Error(`${kind} was not drawn`)
  return found
}

const starts = ({ blocks }: Sheet, block: number, columns = 2) =>
  blocks[block]?.rows.map((row) => row.slice(0, columns))

test('townships, organisers, places and people of one name are one row for each office', async () => {
  const { city } = await likeCounties()
  expect(starts(await sheet(city, 'lecture'), 0, 4)).toEqual([
    ['云山县·城关镇', 2, 1, 1],
    ['固川市·城关镇', 1, 0, 1],
    ['清河县·城关镇', 2, 1, 1],
  ])
  const months = await sheet(city, 'studyMonths')
  expect(starts(months, 2)).toEqual([
    ['云山县·县总工会党组', 1],
    ['固川市·市总工会党组', 1],
    ['清河县·县总工会党组', 2],
  ])
  // What nobody filled in is nobody's.
  expect(starts(months, 3)).toEqual([['未填写', 4]])
  const stays = await sheet(city, 'stayDetail')
  expect(starts(stays, 0)).toEqual([
    ['云山县·李红梅', 1],
    ['清河县·李红梅', 2],
  ])
  expect(starts(stays, 1)).toEqual([
    ['云山县·云山工业园区', 1],
    ['清河县·云山工业园区', 2],
  ])
  expect(starts(stays, 2)).toEqual([
    ['云山县·城关镇', 1],
    ['清河县·城关镇', 2],
  ])
})

test('lists say whose each row is', async () => {
  const { city } = await likeCounties()
  const columnOf = async (kind: AnySheetKind, block: number, title: string) => {
    const drawn = (await sheet(city, kind)).blocks[block]
    const index = drawn?.columns.findIndex((column) => column.title === title) ?? -1
    return drawn?.rows.map((row) => row[index]).toSorted()
  }
  expect(await columnOf('coverage', 2, '乡镇（街道、园区）')).toEqual([
    '云山县·城关镇',
    '固川市·城关镇',
    '清河县·城关镇',
  ])
  const units = ['云山县·云山工业园区', '清河县·云山工业园区', '清河县·云山工业园区']
  expect(await columnOf('stay', 0, '蹲点单位')).toEqual(units)
  expect(await columnOf('problems', 1, '蹲点单位')).toEqual(units)
  expect(await columnOf('deeds', 0, '蹲点单位')).toEqual(units)
})

test('a row of one office leads to the records of that office alone, in sheets and in cross-tables', async () => {
  const { city, other } = await likeCounties()
  const ofOther = async (kind: 'study' | 'stay') => {
    const { rows } = await (kind === 'study' ? other.api.studies : other.api.stays).list({})
    return rows.map(({ id }) => id).toSorted()
  }
  const cell = { period: november, scope, column: 1 }
  const sessions = await city.api.sheets.records({ ...cell, kind: 'studyMonths', block: 2, row: '清河县·县总工会党组' })
  expect(sessions.ids.toSorted()).toEqual(await ofOther('study'))
  const stays = await city.api.sheets.records({ ...cell, kind: 'stayDetail', block: 0, row: '清河县·李红梅' })
  expect(stays.ids.toSorted()).toEqual(await ofOther('stay'))
  const unions = await city.api.sheets.records({ ...cell, kind: 'lecture', block: 0, row: '清河县·城关镇' })
  expect(unions.ids.length).toBe(2)

  const query = { kind: 'lecture', rows: 'township', measure: 'coveredUnions', period: november, scope } as const
  const table = await city.api.sheets.cross(query)
  expect(table.rows.map(({ label }, index) => [label, table.figures.rowTotals[index]])).toEqual([
    ['云山县·城关镇', 1],
    ['清河县·城关镇', 1],
  ])
  const unionsReached = await city.api.sheets.cross({ ...query, rows: 'union' })
  expect(unionsReached.rows.map(({ label }) => label).toSorted()).toEqual([
    '一厂工会（云山县·城关镇）',
    '一厂工会（清河县·城关镇）',
  ])
  const place = { row: '清河县·城关镇', column: null, isCompared: false }
  expect((await city.api.sheets.crossRecords({ query, ...place })).ids.length).toBe(1)
})

test('the collected report names a township with its county; a record itself is shown as it came', async () => {
  const { city, one } = await likeCounties()
  const { documentId } = await city.api.upper.report({ period: november })
  const { content } = await city.api.documents.get({ id: documentId })
  const words = JSON.stringify(
    content.blocks.map((block) => ('runs' in block ? block.runs.map(({ text }) => text) : block)),
  )
  for (const name of ['云山县·城关镇', '清河县·城关镇', '固川市·城关镇', '云山县·云山工业园区'])
    expect(words).toContain(name)
  const { rows } = await one.api.stays.list({})
  const origin = await city.api.upper.record({ kind: 'stay', id: rows[0]?.id ?? '' })
  expect(origin.fields).toMatchObject({ unitName: '云山工业园区', township: '城关镇' })
  expect(JSON.stringify(origin.fields)).not.toContain('云山县')
  // Each office's own figures and sheets are its own.
  const own = (await one.api.sheets.show({ ...november, kinds: ['lecture'] }))[0]
  expect(own && starts(own, 0)).toEqual([['城关镇', 2]])
})

test('the workbook over all offices is worked out by LibreOffice to the values that it shows', async () => {
  const { city } = await likeCounties()
  const kinds = ['offices', 'lecture', 'stayDetail'] as const
  const delivery = await city.api.sheets.write({ kinds: [...kinds], period: november, scope })
  if (delivery.state !== 'download') throw new Error(delivery.state)
  const bytes = new Uint8Array(await delivery.file.arrayBuffer())
  const stored = formulaResults(await openWorkbook(bytes))
  expect(stored.size).toBeGreaterThan(50)
  expect(formulaResults(await openWorkbook(await convertWithLibreOffice(bytes, 'xlsx', 'xlsx')))).toEqual(stored)
}, 120_000)
