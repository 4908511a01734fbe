/** What we write is in our own words: no run of a real notice stands in our sources, tests or documents; its facts may. */
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { expect, test } from 'vitest'
import { documentText } from '../src-main/documents/recognise/render-text.ts'
import { areSeedsThere, readSeed, seedLetters, whySkipped } from './src-main/notices/seeds.ts'

const root = join(import.meta.dirname, '..')
const places = ['src-shared', 'src-main', 'src-renderer', 'test', 'resources', 'README.md']
const written = ['.ts', '.tsx', '.md', '.css', '.html', '.json', '.sql']
/** In characters, marks and spaces apart: what is shorter two clerks write alike. */
const longestRun = 15
/** Names, not sentences: whose spirit is studied, the name of a body of writings, papers cited in 《》. */
const names =
  /《[^》]*》|(?:学习|宣传|贯彻|落实|宣讲)+(?:中国共产党|党的|中国工会)[^，。；]{2,14}(?:精神|大会|全会)|关于工人阶级和工会工作的重要论述/gu

test.skipIf(!areSeedsThere)(
  `no ${longestRun + 1} characters of a real notice stand in what is committed${whySkipped}`,
  () => {
    const runs = new Set(seedLetters.flatMap((letter) => runsOf(sentencesOf(letter))))
    const found = filesBelow().flatMap((file) =>
      runsOf(readFileSync(join(root, file), 'utf8'))
        .filter((run) => runs.has(run))
        .slice(0, 1)
        .map((run) => `${file}: ${run}`),
    )
    expect(found).toEqual([])
  },
)

test('a run is found across line breaks, comment marks, spaces and joined literals', () => {
  const [run] = runsOf('各级工会要把这件事情一直办到职工心里')
  for (const text of [
    "'各级工会要把这件' +\n  '事情一直办到职工心里'",
    ' * 各级工会要把这件\n * 事情 一直办到，职工心里',
  ])
    expect(runsOf(text)).toContain(run)
  expect(runsOf("words: '各级工会要把这件', kind: '事情一直办到职工心里'")).not.toContain(run)
})

/** Of the notice its sentences: title, addressees, signature and number are facts. */
function sentencesOf(letter: (typeof seedLetters)[number]): string {
  const { format, blocks, annexes = [] } = readSeed(letter)
  return documentText({ format, blocks, annexes }).replace(names, '\u0000')
}

/** Every run of letters, digits and Chinese characters; a mark or a space ends none, code between two literals does. */
function runsOf(text: string): string[] {
  return text.split('\u0000').flatMap((piece) => {
    const bare = piece.replace(/[^\p{L}\p{N}]/gu, '')
    return Array.from({ length: Math.max(0, bare.length - longestRun) }, (_, at) => bare.slice(at, at + longestRun + 1))
  })
}

function filesBelow(): string[] {
  return places.flatMap((place) =>
    extname(place) === ''
      ? readdirSync(join(root, place), { recursive: true, encoding: 'utf8' })
          .filter((file) => written.includes(extname(file)))
          .map((file) => join(place, file))
      : [place],
  )
}
