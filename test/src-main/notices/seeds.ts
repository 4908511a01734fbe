/** The five real notices beside the checkout, which the product never reads; tests that need them are skipped without. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { recogniseDocument } from '../../../src-main/documents/recognise/recognise-document.ts'
import type { RecognisedDocument } from '../../../src-shared/recognition.ts'

const folder = join(import.meta.dirname, '../../../../shared/seeds')
export const seedLetters = ['A', 'B', 'C', 'D', 'E'] as const
export type SeedLetter = (typeof seedLetters)[number]
export const areSeedsThere = existsSync(folder)
/** Stands in the title of a skipped suite. */
export const whySkipped = areSeedsThere ? '' : ' (skipped: the five notices are not on this machine)'

export function seedText(letter: SeedLetter): string {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
  return readFileSync(join(folder, files[seedLetters.indexOf(letter)] ?? ''), 'utf8')
}

export function readSeed(letter: SeedLetter): RecognisedDocument {
  return recogniseDocument({ text: seedText(letter) }).document
}

/** 成文日期, else 印发日期, else nothing. */
export function dateOf(document: RecognisedDocument): string | null {
  return document.date ?? document.printedOn ?? null
}
