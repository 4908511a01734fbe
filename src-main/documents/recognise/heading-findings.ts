/** Doubts about headings (层次序数): numbers that skip or repeat, bold that differs between neighbours. */
import type { Finding, HeadingBlock, RecognisedBlock, Recognition } from '../../../src-shared/recognition.ts'
import { numberOf } from './chinese-day.ts'
import { type Notes, noteFinding, openNotes } from './notes.ts'

export function headingFindings({ document, found }: Pick<Recognition, 'document' | 'found'>): Finding[] {
  const notes = openNotes()
  const lines = found.filter((one) => one.part === 'heading').map((one) => one.line)
  let taken = 0
  for (const blocks of [document.blocks, ...(document.annexes ?? []).map((annex) => annex.blocks)]) {
    const headings = blocks.filter((block): block is HeadingBlock => block.kind === 'heading')
    const placed = headings.map((heading, index) => ({ heading, line: lines[taken + index] ?? 0 }))
    taken += headings.length
    checkSequence(notes, placed)
    checkBold(notes, placed)
    for (const { heading, line } of placed)
      if (heading.number === '')
        noteFinding(notes, 'headingUnnumbered', {
          line,
          words: heading.text,
          note: '这个标题没有序数，排版时将按级别编号',
          isInfo: true,
        })
    checkInlineItems(notes, blocks, found)
  }
  return notes.findings
}

type Placed = { readonly heading: HeadingBlock; readonly line: number }

function checkSequence(notes: Notes, headings: readonly Placed[]) {
  const counts = [0, 0, 0, 0]
  for (const { heading, line } of headings) {
    const { level, number } = heading
    const value = countOf(number)
    const expected = (counts[level - 1] ?? 0) + 1
    counts.splice(level - 1, 4, value || expected, 0, 0, 0)
    counts.length = 4
    if (number === '' || value === expected) continue
    noteFinding(notes, 'headingSequence', {
      line,
      words: `${number}${heading.text.slice(0, 20)}`,
      note: `此处序数应为第${expected}个，写的是“${number}”`,
    })
  }
}

function countOf(number: string): number {
  const inner = number.replace(/[（）、.]/gu, '')
  return /\d/.test(inner) ? Number(inner) : numberOf(inner)
}

/** Headings of one rank below the same heading are all bold or none. */
function checkBold(notes: Notes, headings: readonly Placed[]) {
  const groups = new Map<string, Placed[]>()
  let above = 0
  for (const [index, placed] of headings.entries()) {
    if (placed.heading.level === 1) above = index
    const key = placed.heading.level === 1 ? '1' : `${above} ${placed.heading.level}`
    const group = groups.get(key)
    if (group) group.push(placed)
    else groups.set(key, [placed])
  }
  for (const group of groups.values()) {
    const plain = group.filter(({ heading }) => !heading.isBold && heading.text !== '')
    const [first] = plain
    if (first && plain.length < group.length)
      noteFinding(notes, 'unevenBold', {
        line: first.line,
        words: plain.map(({ heading }) => `${heading.number}${heading.text.slice(0, 20)}`).join('；'),
        note: '同级标题有的加粗、有的没有；按标准排版一律不加粗',
        isInfo: true,
      })
  }
}

/** 一要 and 二要 bold, 三要 not. */
function checkInlineItems(notes: Notes, blocks: readonly RecognisedBlock[], found: Recognition['found']) {
  for (const block of blocks) {
    if (block.kind === 'table' || !block.inlineItems) continue
    const runs = block.kind === 'paragraph' ? block.runs : (block.runIn ?? [])
    const isBold = (item: string) => runs.some((run) => run.isBold && run.text.includes(item))
    const plain = block.inlineItems.filter((item) => !isBold(item))
    if (plain.length === 0 || plain.length === block.inlineItems.length) continue
    const words = block.inlineItems.join('、')
    noteFinding(notes, 'unevenBold', {
      line: found.find((one) => one.part === 'inlineItems' && one.words === words)?.line ?? 0,
      words: plain.join('、'),
      note: `“${words}”有的加粗、有的没有`,
      isInfo: true,
    })
  }
}
