/**
 * The rows of the checklist that are measured on paper: every form and kind as LibreOffice prints it has no fault, and
 * each row catches the one fault that it is for.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { checkDocument } from '../../../src-main/documents/check/check-document.ts'
import { writeDocx } from '../../../src-main/documents/write-docx.ts'
import { checklist } from '../../../src-shared/conformance.ts'
import { defaultLayout } from '../../../src-shared/layouts.ts'
import { must, mutated } from './check/mutate.ts'
import { mutations } from './check/mutations.ts'
import { fiveNotices, noticeNames } from './printed-page/five-notices.ts'
import { printedLines } from './printed-page/flow.ts'
import { type Print, printAll, type Source } from './printed-page/print.ts'
import { printedRows } from './printed-page/printed-rows.ts'
import { printedSamples } from './printed-page/printed-samples.ts'
import type { PrintedRow, PrintedVerdict } from './printed-page/row.ts'
import { missingForRendering } from './render-pdf.ts'

let folder: string
let missing: string | undefined
/** By sample or fault, then by row. */
const verdicts = new Map<string, Map<number, PrintedVerdict>>()
/** All words of a sample as printed. */
const texts = new Map<string, string>()

beforeAll(async () => {
  missing = await missingForRendering()
  if (missing) return
  folder = await mkdtemp(join(tmpdir(), 'gongwen-rows-'))
  const sources = await printedSources()
  const open = await printAll(folder, sources)
  // A few prints at a time: their rasters are let go before the next ones are read.
  const names = Object.keys(sources)
  const work = async () => {
    for (let name = names.shift(); name !== undefined; name = names.shift()) await look(await open(name))
  }
  await Promise.all([work(), work(), work()])
}, 600_000)
afterAll(async () => {
  if (folder) await rm(folder, { recursive: true, force: true })
})
beforeEach((context) => {
  if (missing && !context.task.name.startsWith('at least')) context.skip(missing)
})

/** The samples, and for each row the one with its fault. */
async function printedSources(): Promise<Record<string, Source>> {
  const sources: Record<string, Source> = {}
  const notices = Object.entries(fiveNotices()).map(
    ([name, document]) => [name, { document, layout: defaultLayout }] as const,
  )
  for (const [name, { document, layout }] of [...Object.entries(printedSamples), ...notices]) {
    const bytes = await writeDocx(document, layout)
    sources[name] = { document, ...(layout && { layout }), bytes, savedAgain: (saved) => saved }
  }
  for (const row of printedRows) {
    const { savedAgain: _, ...base } = must(sources[row.fault.of])
    sources[nameOf(row)] = { ...base, ...(await spoilt(row, base)) }
  }
  return sources
}

async function spoilt({ fault }: PrintedRow, { document, bytes }: Source): Promise<Partial<Source>> {
  if ('layout' in fault) return { bytes: await writeDocx(document, fault.layout) }
  if ('change' in fault) return { bytes: mutated(bytes, fault.change) }
  return { savedAgain: (saved) => mutated(saved, fault.changeSaved) }
}

async function look(print: Print): Promise<void> {
  verdicts.set(print.name, await judge(print))
  texts.set(
    print.name,
    printedLines(print.pages)
      .map(({ text }) => text)
      .join(''),
  )
}

async function judge(print: Print): Promise<Map<number, PrintedVerdict>> {
  const rows = printedRows.filter((row) =>
    print.name.startsWith('fault') ? print.name === nameOf(row) : row.isOfDuplex || !print.layout.traits.isDuplex,
  )
  const judged = new Map<number, PrintedVerdict>()
  for (const row of rows) judged.set(row.id, await row.judge(print))
  if (!print.name.startsWith('fault')) expect([print.name, print.flow.unfound]).toEqual([print.name, []])
  return judged
}

const nameOf = ({ id }: PrintedRow) => `fault-${id}`
const titleOf = (id: number) => must(checklist.find((row) => row.id === id)).title

const faultsOf = (name: string) =>
  [...must(verdicts.get(name))].flatMap(([id, verdict]) =>
    verdict && verdict.length > 0 ? [`${id} ${titleOf(id)}: ${verdict.join('; ')}`] : [],
  )

test.each(Object.keys(printedSamples))('printed, %s has no fault in any row', (name) => {
  expect(faultsOf(name)).toEqual([])
})

test('no addressee is lost, however many there are', () => {
  for (const name of ['many-recipients', 'long-imprint', 'duplex-long-imprint']) {
    const { recipients, copyTo } = must(printedSamples[name]).document
    const names = [...recipients, ...copyTo].filter((one) => typeof one === 'string')
    expect(names.filter((one) => !must(texts.get(name)).includes(one))).toEqual([])
  }
})

test.for(noticeNames)(
  'the real %s has no fault of severity E in its XML and none in any row on paper',
  async (name, context) => {
    const document = fiveNotices()[name] ?? context.skip('the five notices are not at hand')
    const severe = checkDocument(await writeDocx(document)).filter(
      ({ pass, severity }) => pass === false && severity === 'E',
    )
    expect(severe.map(({ id, found }) => `${id} ${found}`)).toEqual([])
    expect(faultsOf(name)).toEqual([])
  },
)

test.each(printedRows.map((row) => [row.id, titleOf(row.id), row] as const))(
  'row %d (%s) concerns its sample, which is right, and catches the fault in it',
  (id, _, row) => {
    expect(verdicts.get(row.fault.of)?.get(id)).toEqual([])
    expect(verdicts.get(nameOf(row))?.get(id)?.length).toBeGreaterThan(0)
  },
)

test('at least 80 of the 90 rows are decided in our tests, by XML or on paper, each with a fault that it catches', () => {
  const decided = new Set([...mutations, ...printedRows].map(({ id }) => id))
  expect(checklist.filter(({ id }) => !decided.has(id)).map(({ id }) => id)).toEqual([])
  expect(decided.size).toBeGreaterThanOrEqual(80)
  expect(printedRows.map(({ id }) => id)).toEqual([...new Set(printedRows.map(({ id }) => id))])
})
