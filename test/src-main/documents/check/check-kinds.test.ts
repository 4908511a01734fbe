/** What our writer makes of every kind, in every profile and with the office's own settings, fails no row of severity E. */
import { expect, test } from 'vitest'
import { checkDocument } from '../../../../src-main/documents/check/check-document.ts'
import { writeDocx } from '../../../../src-main/documents/write-docx.ts'
import { layoutNames, layoutOf } from '../../../../src-shared/layouts.ts'
import { printedSamples } from '../printed-page/printed-samples.ts'
import { samples } from '../sample-kinds.ts'
import { must } from './mutate.ts'

/** One with more addressees than a page of 版记 holds among them. */
const everything = { ...samples, 'long-imprint': must(printedSamples['long-imprint']).document }
const settings = [
  {},
  { digits: 'Times', hasBoldHeadings: true, pageNumber: 'centred', titlePitch: 35, markSize: 62 },
] as const

test.each(layoutNames.flatMap((name) => settings.map((options) => [name, options] as const)))(
  '%s with %o',
  async (name, options) => {
    const layout = layoutOf(name, options)
    const faults: string[] = []
    for (const [sample, document] of Object.entries(everything)) {
      const rows = checkDocument(await writeDocx(document, layout), layout)
      faults.push(
        ...rows
          .filter(({ pass, severity }) => pass === false && severity === 'E')
          .map(({ id, found }) => `${sample} ${id} ${found}`),
      )
      // Most of what can be decided is decided: a check that no longer finds its part would pass over it in silence.
      expect(rows.filter(({ pass }) => pass).length, sample).toBeGreaterThan(name === '套打' ? 34 : 40)
    }
    expect(faults).toEqual([])
  },
)

test.each(layoutNames)(
  'a file of %s is recognised as such: nobody has to say by which profile to judge it',
  async (name) => {
    const faults: string[] = []
    for (const [sample, document] of Object.entries(everything)) {
      const rows = checkDocument(await writeDocx(document, layoutOf(name)))
      // A long title is set smaller on purpose; whoever reads the report is told so.
      const failed = rows.filter(({ pass, id }) => pass === false && !(sample === 'long-title' && id === 39))
      faults.push(...failed.map(({ id, found }) => `${sample} ${id} ${found}`))
    }
    expect(faults).toEqual([])
  },
)

test('a file of another school is told the numbers of its own', async () => {
  const [document] = Object.values(samples)
  if (!document) throw new Error('no samples')
  const strict = layoutOf('strict-33476')
  const { pitch } = strict.grid
  const wider = { ...strict, grid: { ...strict.grid, pitch: { ...pitch, value: 592 } } }
  const row = checkDocument(await writeDocx(document, wider)).find(({ id }) => id === 13)
  expect(row).toMatchObject({
    pass: false,
    expected: '固定值 29.45磅',
    mend: '选中正文，把行距设为固定值29.45磅。',
  })
})

test('a page number in the middle departs from the standard, whoever chose it, and the row says so', async () => {
  const [document] = Object.values(samples)
  if (!document) throw new Error('no samples')
  const rows = checkDocument(await writeDocx(document, layoutOf('strict-33476', { pageNumber: 'centred' })))
  const failed = rows.filter(({ pass, severity }) => pass === false && severity === 'E')
  expect(failed.map(({ id }) => id)).toEqual([72])
  expect(failed[0]?.found).toContain('单页码居中（有的单位习惯居中，标准规定居外侧）')
})

test('a text that came without mark and number is judged by its own form', async () => {
  const faults: string[] = []
  for (const [sample, document] of Object.entries(samples)) {
    const rows = checkDocument(await writeDocx({ ...document, mark: '', number: '' }, layoutOf('office-A')))
    const failed = rows.filter(({ pass, severity }) => pass === false && severity === 'E')
    faults.push(...failed.map(({ id, found }) => `${sample} ${id} ${found}`))
  }
  expect(faults).toEqual([])
})
