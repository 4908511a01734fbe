/** The five real notices that the product is measured by: facts and figures of what is recognised in them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { recogniseDocument } from '../../../../src-main/documents/recognise/recognise-document.ts'
import { documentText } from '../../../../src-main/documents/recognise/render-text.ts'
import type { RecognisedBlock, Recognition } from '../../../../src-shared/recognition.ts'

const folder = join(import.meta.dirname, '../../../../../shared/seeds')
const isThere = existsSync(folder)

function read(letter: string): { source: string; result: Recognition } {
  const name = readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()['ABCDE'.indexOf(letter)]
  const source = readFileSync(join(folder, name ?? ''), 'utf8')
  return { source, result: recogniseDocument({ text: source }) }
}

function levels(blocks: readonly RecognisedBlock[]): number[] {
  return [1, 2, 3, 4].map((level) => blocks.filter((block) => block.kind === 'heading' && block.level === level).length)
}

type Facts = {
  number: string
  titleLength: number
  groups: number[]
  levels: number[]
  parts: Partial<Record<keyof Recognition['document'], unknown>>
  absent: string[]
  joined: number
  doubled: number
  findings: string[]
}

const facts: Record<string, Facts> = {
  A: {
    number: '沪工总宣〔2022〕149号',
    titleLength: 26,
    groups: [1],
    levels: [3, 8, 0, 0],
    parts: { mark: '上海市总工会文件', kind: '通知', format: '普通' },
    absent: ['issuer', 'date', 'annexNotes', 'annexes', 'copyTo', 'printer', 'printedOn', 'copies', 'signers'],
    joined: 6,
    doubled: 2,
    findings: [],
  },
  B: {
    number: '沪工总宣〔2021〕198号',
    titleLength: 30,
    groups: [1],
    levels: [4, 7, 0, 0],
    parts: { printer: '上海市总工会办公室', printedOn: '2021-12-29' },
    absent: ['issuer', 'date', 'annexNotes', 'annexes', 'copyTo', 'copies'],
    joined: 7,
    doubled: 0,
    findings: ['unevenBold', 'nameOrder', 'unevenBold'],
  },
  C: {
    number: '青总发〔2022〕24号',
    titleLength: 26,
    groups: [1, 1, 1, 2],
    levels: [4, 14, 0, 0],
    parts: { printer: '青海省总工会办公室', printedOn: '2022-11-15' },
    absent: ['issuer', 'date', 'annexNotes', 'annexes', 'copies'],
    joined: 10,
    doubled: 0,
    findings: ['foreignWord', 'unevenBold'],
  },
  D: {
    number: '固工发〔2022〕142号',
    titleLength: 24,
    groups: [3, 2],
    levels: [3, 11, 0, 0],
    parts: { mark: '固原市总工会文件', printer: '固原市总工会办公室', printedOn: '2022-12-08', copies: 5 },
    absent: ['issuer', 'date', 'copyTo'],
    joined: 4,
    doubled: 0,
    findings: ['issuerNotInTitle', 'typo', 'annexName', 'annexNumber', 'windowBefore', 'fewCopies'],
  },
  E: {
    number: '秦工办字〔2022〕43号',
    titleLength: 30,
    groups: [3, 2, 1],
    levels: [4, 0, 12, 0],
    parts: {
      issuer: ['秦皇岛市总工会办公室'],
      date: '2022-11-14',
      printer: '秦皇岛市总工会办公室',
      printedOn: '2022-11-15',
    },
    absent: ['annexNotes', 'annexes', 'copyTo', 'copies'],
    joined: 6,
    doubled: 0,
    findings: ['typo', 'typo', 'typo', 'unevenBold', 'datesDiffer'],
  },
}

describe.skipIf(!isThere)(`the five notices${isThere ? '' : ' (skipped: their folder is not on this machine)'}`, () => {
  test.each(Object.entries(facts))(
    '%s: parts, levels, what is absent, what was joined and what is doubtful',
    (letter, expected) => {
      const { document, tidied, missing, findings } = read(letter).result
      const count = (what: string) => tidied.filter((one) => one.what === what).length
      expect({
        number: document.number,
        titleLength: document.title?.length,
        groups: document.recipients?.map((group) => group.names.length),
        levels: levels(document.blocks),
        joined: count('lineBreak'),
        doubled: count('doubledText'),
        findings: findings.map(({ what }) => what),
      }).toEqual({
        number: expected.number,
        titleLength: expected.titleLength,
        groups: expected.groups,
        levels: expected.levels,
        joined: expected.joined,
        doubled: expected.doubled,
        findings: expected.findings,
      })
      expect(document).toMatchObject(expected.parts)
      expect(missing.map(({ part }) => part)).toEqual(expect.arrayContaining(expected.absent))
      for (const part of expected.absent) expect(document).not.toHaveProperty(part)
      expect(document.title).not.toMatch(/\s/)
      expect(document.unplaced).toBeUndefined()
    },
  )

  test.each(Object.keys(facts))('%s: every character is in the document or the report', (letter) => {
    const { source, result } = read(letter)
    const counts = new Map<string, number>()
    const count = (text: string, sign: number) => {
      for (const char of text.replace(/\s/g, '').split('')) counts.set(char, (counts.get(char) ?? 0) + sign)
    }
    count(source, 1)
    count(documentText(result.document), -1)
    for (const { before, after } of result.tidied) {
      count(before, -1)
      count(after, 1)
    }
    expect([...counts].filter(([, number]) => number !== 0)).toEqual([])
  })

  test.each(Object.keys(facts))('%s: written out and read again it is the same document', (letter) => {
    const { document } = read(letter).result
    const again = recogniseDocument({ text: documentText(document, { isMarked: true }) })
    expect(again.document).toEqual(document)
    expect(new Set(again.tidied.map(({ what }) => what))).toEqual(new Set(['markdown']))
  })

  test('A: four bold sentences within one second-level heading; B: 一要、二要、三要', () => {
    const bold = read('A').result.document.blocks.flatMap((block) =>
      block.kind === 'heading' ? (block.runIn ?? []).filter((run) => run.isBold) : [],
    )
    expect(bold).toHaveLength(4)
    expect(
      read('B').result.document.blocks.flatMap((block) => (block.kind === 'table' ? [] : (block.inlineItems ?? []))),
    ).toEqual([...['一要', '二要', '三要']])
  })

  test('C: copies go to persons by post; the headings are one rank whatever their marks', () => {
    const { document } = read('C').result
    expect(document.copyTo).toHaveLength(4)
    expect(document.copyTo?.[0]).toMatchObject({ persons: true })
    expect(document.copyTo?.flatMap((group) => group.names)).toHaveLength(5)
  })

  test('D: one annex with three headings; its number and its name differ from 附件说明', () => {
    const { document } = read('D').result
    expect(document.annexNotes).toMatchObject([{ name: expect.stringMatching(/安排$/) }])
    expect(document.annexes).toMatchObject([{ number: 1, isLabelled: true, title: expect.stringMatching(/安排$/) }])
    expect(levels(document.annexes?.[0]?.blocks ?? [])).toEqual([3, 0, 0, 0])
    expect(document.annexes?.[0]?.title).not.toBe(document.annexNotes?.[0]?.name)
  })

  test('E: the names of the first group share one noun', () => {
    expect(read('E').result.document.recipients?.[0]).toMatchObject({ headNoun: '总工会' })
  })
})
