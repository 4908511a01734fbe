/** Stretches of text that look alike (文字), as data: what a paragraph on the page is made of, and any part of it. */

import type { LayoutTraits } from '../../src-shared/layouts.ts'
import type { PartRun } from '../../src-shared/part-types.ts'

/** Classes are those of paper.css. */
export type PaperRun = { readonly text: string; readonly classes: string }

const levelClasses = { 1: 'heiti', 2: 'kaiti', 3: '', 4: '' } as const

/** The runs of a paragraph; a line break inside a text is a space, as in the DOCX. */
export function runsOf(runs: readonly PartRun[], traits: LayoutTraits): PaperRun[] {
  return runs.flatMap(({ text, level, isBold }) => {
    const bold = isBold || isBoldLevel(level, traits) ? 'bold' : ''
    return plainRuns(text, traits, `${level ? levelClasses[level] : ''} ${bold}`.trim())
  })
}

/** Whether headings of that level are bold (加粗), as many offices have （一） and 1. */
export function isBoldLevel(level: number | undefined, { hasBoldHeadings }: LayoutTraits): boolean {
  return hasBoldHeadings && (level === 2 || level === 3)
}

/** One text; digits and Latin letters apart where the office has a font for them. */
export function plainRuns(text: string, { digits }: LayoutTraits, classes = ''): PaperRun[] {
  const plain = text.replaceAll('\n', ' ')
  if (plain === '') return []
  if (!digits) return [{ text: plain, classes }]
  return plain
    .split(/([!-~]+)/u)
    .filter((part) => part !== '')
    .map((part) => ({ text: part, classes: /^[!-~]/.test(part) ? `${classes} digits`.trim() : classes }))
}

/** The characters `from` up to but not including `to`, counted over all runs. */
export function sliceRuns(runs: readonly PaperRun[], from: number, to: number): PaperRun[] {
  let at = 0
  return runs.flatMap((run) => {
    const start = at
    at += run.text.length
    const text = run.text.slice(Math.max(0, from - start), Math.max(0, to - start))
    return text === '' ? [] : [{ ...run, text }]
  })
}
