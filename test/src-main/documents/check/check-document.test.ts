/** Every check catches the fault that it is for and leaves right documents alone. */
import { beforeAll, expect, test } from 'vitest'
import { checkDocument, checks } from '../../../../src-main/documents/check/check-document.ts'
import { writeDocx } from '../../../../src-main/documents/write-docx.ts'
import { checklist } from '../../../../src-shared/conformance.ts'
import { layoutOf } from '../../../../src-shared/layouts.ts'
import { report, wideSheet } from '../sample-document.ts'
import { samples } from '../sample-kinds.ts'
import { joint, letter, minutes, notice } from './foreign-documents.ts'
import { must, mutated } from './mutate.ts'
import { type Base, mutations } from './mutations.ts'

let bases: Readonly<Record<Base, Uint8Array>>
beforeAll(async () => {
  const sheet = wideSheet()
  bases = {
    report: await writeDocx(report()),
    unsealed: await writeDocx(report({ hasSeal: false })),
    landscape: await writeDocx(report({ annexes: [{ title: sheet.title, sheet }] })),
    notice: notice(),
    letter: letter(),
    minutes: minutes(),
    joint: joint(),
    evenImprint: await writeDocx(must(samples['many-recipients']), layoutOf('duplex')),
  }
})

const failing = (bytes: Uint8Array) => checkDocument(bytes).filter(({ pass }) => pass === false)
const idsOf = (rows: readonly { readonly id: number }[]) => rows.map(({ id }) => id)

test('the checklist has its 90 rows, each once, and every check belongs to one of them', () => {
  expect(idsOf(checklist)).toEqual(Array.from({ length: 90 }, (_, index) => index + 1))
  expect(idsOf(checks).filter((id, index, all) => all.indexOf(id) !== index)).toEqual([])
})

test('every check has its mutation', () => {
  expect(idsOf(checks).filter((id) => !mutations.some((one) => one.id === id))).toEqual([])
})

test.each(['report', 'unsealed', 'landscape', 'notice', 'letter', 'minutes', 'joint', 'evenImprint'] as const)(
  'a right document (%s) fails no check',
  (base) => {
    expect(failing(bases[base]).map(({ id, found }) => `${id} ${found}`)).toEqual([])
  },
)

test.each(mutations.map((one) => [one.id, one] as const))(
  'check %d passes before and fails after its fault',
  (id, mutation) => {
    const { of, change, also = [] } = mutation
    const before = checkDocument(bases[of]).find((row) => row.id === id)
    const rows = failing(change instanceof Uint8Array ? change : mutated(bases[of], change))
    expect(before?.pass).toBe(true)
    const row = rows.find((one) => one.id === id)
    expect(row, `row ${id} among ${idsOf(rows)}`).toBeDefined()
    expect(row?.found).not.toBe('')
    expect(row?.mend).toMatch(/。$/)
    expect(idsOf(rows).filter((one) => one !== id && !also.includes(one))).toEqual([])
  },
)
