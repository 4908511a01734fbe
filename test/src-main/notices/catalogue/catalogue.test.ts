/** The catalogue: complete, findable, valid, and in our own words. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { documentText } from '../../../../src-main/documents/recognise/render-text.ts'
import { findCatalogueNotice, listCatalogue, matchCatalogue } from '../../../../src-main/notices/catalogue/catalogue.ts'
import { withQuotations } from '../../../../src-main/notices/catalogue/quotations.ts'
import { noticeSchema, requirementSchema } from '../../../../src-shared/notices.ts'
import { areSeedsThere, readSeed, type SeedLetter, seedLetters, seedText, whySkipped } from '../seeds.ts'

const root = join(import.meta.dirname, '../../../..')

test('every notice and every row of the catalogue is what the schemas let through unchanged', () => {
  for (const { requirements, ...fields } of listCatalogue()) {
    expect(noticeSchema.parse(fields)).toEqual(fields)
    for (const one of requirements) expect(requirementSchema.parse(one)).toEqual(one)
  }
})

test('the rows of the five notices are all there, each with its letter and number', () => {
  const codes = listCatalogue().map(({ requirements }) => requirements.map(({ code }) => code))
  const upTo = (letter: string, last: number) => Array.from({ length: last }, (_, index) => `${letter}${index + 1}`)
  expect(codes.map((own) => own.filter((code) => code !== 'B2-2'))).toEqual([
    upTo('B', 17),
    upTo('A', 12),
    upTo('E', 16),
    upTo('C', 15),
    upTo('D', 10),
  ])
})

test('only the two numbers that a notice states are built in', () => {
  const minimums = listCatalogue().flatMap(({ requirements }) =>
    requirements.flatMap(({ code, minimum }) =>
      minimum ? [`${code} ${minimum.count}${minimum.unit} ${minimum.scope}`] : [],
    ),
  )
  expect(minimums).toEqual(['B2 1次 每个中心组', 'B2-2 1次 每个中心组', 'B3 1次 每个党支部'])
})

test('a notice is found by its 文号 in whatever brackets, and by nothing else', () => {
  const title = (number: string) => findCatalogueNotice(number)?.issuer
  expect(['青总发〔2022〕24号', '青总发[2022]24号', ' 青总发【2022】 24 号', '青总发（2022）24号'].map(title)).toEqual(
    Array(4).fill('青海省总工会'),
  )
  expect(['', '青总发〔2022〕25号', '青总发'].map(title)).toEqual([undefined, undefined, undefined])
  expect(listCatalogue('青总发〔2022〕24号')).toHaveLength(1)
  expect(listCatalogue('青总发〔2022〕25号')).toEqual([])
})

test('a text that lost its 文号 is found by title and issuer together; another 文号 under the same title is another notice', () => {
  const title = '上海市总工会关于认真学习宣传贯彻党的二十大精神的通知'
  const read = (fields: object) => matchCatalogue({ format: '普通', blocks: [], ...fields })?.number
  expect(read({ title })).toBe('沪工总宣〔2022〕149号')
  expect(read({ title, number: '沪工总宣〔2022〕150号' })).toBeUndefined()
  const unsigned = '关于全市工会系统开展党的二十大精神宣讲工作的通知'
  expect(read({ title: unsigned })).toBeUndefined()
  expect(read({ title: unsigned, issuers: ['固原市总工会'] })).toBe('固工发〔2022〕142号')
})

describe.skipIf(!areSeedsThere)(`the catalogue beside the notices themselves${whySkipped}`, () => {
  const number = (letter: SeedLetter) => matchCatalogue(readSeed(letter))

  test('each notice is recognised as its entry, with the particulars that the entry has', () => {
    for (const letter of seedLetters) {
      const document = readSeed(letter)
      const entry = number(letter)
      expect(entry?.requirements[0]?.code).toBe(`${letter}1`)
      expect(document).toMatchObject({ number: entry?.number, title: entry?.title })
      expect(document.date ?? document.printedOn ?? null).toBe(entry?.date)
      expect(document.printedOn ?? null).toBe(entry?.printedOn)
      expect(document.copies ?? null).toBe(entry?.copies)
    }
  })

  test('with the text at hand every row but the unstated one quotes it exactly and at length', () => {
    for (const letter of seedLetters) {
      const document = readSeed(letter)
      const entry = number(letter)
      if (!entry) throw new Error(letter)
      const text = documentText(document)
      for (const [index, row] of withQuotations(entry, document).entries()) {
        const key = entry.requirements[index]?.quote ?? ''
        if (row.code === 'D10') expect(row.quote).toBe('')
        else expect(row.quote, row.code).toContain(key)
        expect(text).toContain(row.quote)
        if (key !== '') expect(row.quote.length, row.code).toBeGreaterThan(key.length)
      }
    }
  })

  test('no 16 characters in a row of a notice stand in what we wrote about it, save the titles that name them', () => {
    const runs = new Set<string>()
    for (const letter of seedLetters) {
      const text = seedText(letter).replace(/\s+/gu, '')
      for (let at = 0; at + 16 <= text.length; at += 1) runs.add(text.slice(at, at + 16))
    }
    const titles = listCatalogue().map(({ title }) => title)
    const files = [
      'src-main/notices',
      'test/src-main/notices/propose',
      'test/src-main/notices/catalogue',
      'src-shared',
    ].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => join(folder, file)),
    )
    const copied = files.flatMap((file) => {
      const text = titles.reduce((rest, title) => rest.replaceAll(title, ''), readFileSync(join(root, file), 'utf8'))
      const bare = text.replace(/\s+/gu, '')
      const at = Array.from({ length: Math.max(0, bare.length - 15) }, (_, index) => index)
      return at
        .filter((index) => runs.has(bare.slice(index, index + 16)))
        .map((index) => `${file}: ${bare.slice(index, index + 16)}`)
    })
    expect(copied).toEqual([])
  })
})
