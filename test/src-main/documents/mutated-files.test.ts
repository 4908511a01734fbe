/** Files of ours with bytes changed at random: they are answered or refused, and nothing else ever comes out. */
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { checkDocument } from '../../../src-main/documents/check/check-document.ts'
import { mendDocument } from '../../../src-main/documents/check/mend-document.ts'
import { readDocumentFile } from '../../../src-main/documents/read-document-file.ts'
import { recogniseDocument } from '../../../src-main/documents/recognise/recognise-document.ts'
import { writeDocx } from '../../../src-main/documents/write-docx.ts'
import { readZip, writeZip, type ZipEntries } from '../../../src-main/files/zip.ts'
import { Problem } from '../../../src-shared/problems.ts'
import { report } from './sample-document.ts'

let file: Uint8Array
let parts: ZipEntries
beforeAll(async () => {
  file = await writeDocx(report({ annexes: [] }))
  parts = readZip(file)
})

/** Places as fractions of the length, and the bytes that go there. */
const changes = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), {
  minLength: 1,
  maxLength: 20,
})
type Changes = readonly (readonly [number, number])[]

test('bytes of the archive', () => {
  let refused = 0
  fc.assert(
    fc.property(changes, (places) => {
      refused += answers(changed(file, places)) ? 0 : 1
    }),
    { numRuns: 200, seed: 2026 },
  )
  expect(refused).toBeGreaterThan(20)
})

test('bytes within its parts', () => {
  let answered = 0
  const names = fc.nat(1000)
  fc.assert(
    fc.property(changes, names, (places, which) => {
      const all = Object.keys(parts)
      const name = all[which % all.length] ?? ''
      answered += answers(writeZip({ ...parts, [name]: changed(parts[name] ?? new Uint8Array(), places) })) ? 1 : 0
    }),
    { numRuns: 200, seed: 2026 },
  )
  expect(answered).toBeGreaterThan(20)
})

test('values within its XML', () => {
  const values = ['', '-1', '0', '0.5', '99999999999', 'NaN', '__proto__', 'constructor', '〔', '12pt', '50%', '%1%9']
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(5000), fc.constantFrom(...values), (which, place, value) => {
      const all = Object.keys(parts).filter((name) => name.endsWith('.xml'))
      const name = all[which % all.length] ?? ''
      const xml = Buffer.from(parts[name] ?? []).toString()
      const found = [...xml.matchAll(/="[^"]*"/g)]
      const at = found[place % found.length]
      if (!at) return
      const next = `${xml.slice(0, at.index)}="${value}"${xml.slice(at.index + at[0].length)}`
      answers(writeZip({ ...parts, [name]: new TextEncoder().encode(next) }))
    }),
    { numRuns: 200, seed: 2026 },
  )
})

/** False when the file was refused with a sentence. @throws whatever is not a problem of ours */
function answers(bytes: Uint8Array): boolean {
  try {
    expect(recogniseDocument(readDocumentFile('a.docx', bytes)).document.blocks).toBeInstanceOf(Array)
    expect(checkDocument(bytes)).toHaveLength(90)
    mendDocument(bytes, [2, 3, 14])
    return true
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    expect(['FILE_UNREADABLE', 'INVALID_INPUT']).toContain(error.code)
    expect(error.message).toMatch(/^[^。]+(?:。[^。]+)?。$/)
    return false
  }
}

function changed(bytes: Uint8Array, places: Changes): Uint8Array {
  const next = Uint8Array.from(bytes)
  for (const [place, byte] of places) next[Math.min(next.length - 1, Math.floor(place * next.length))] = byte
  return next
}
