/**
 * Chinese names by their sound (拼音首字母): 「gty」 finds 古田园. The only file that imports pinyin-pro. SQL knows
 * `initials(text)` and `soundsLike(text, word)` on every connection; whoever uses them awaits `loadPinyin` before,
 * because the dictionary takes 40 ms and 30 MB that the start of the program does without.
 */
let pinyin: typeof import('pinyin-pro').pinyin | undefined

/** The readings of a text, each a list of syllables: 单 at its head is a surname (shàn) or not (dān). */
type Readings = readonly (readonly string[])[]

const known = new Map<string, Readings>()
/** Names kept: more than the largest register holds, at about 300 bytes each. */
const keptNames = 50_000

export async function loadPinyin(): Promise<void> {
  pinyin ??= (await import('pinyin-pro')).pinyin
}

/** Initials of the likeliest reading, small letters and digits only: 单县总工会 → sxzgh. */
export function initials(text: string): string {
  return (
    readingsOf(text)[0]
      ?.map((syllable) => syllable[0])
      .join('') ?? ''
  )
}

/**
 * Does `word`, typed in Latin letters, sound like a stretch of `text`? Each character is typed as its initial (also
 * zh, ch, sh) or in full, the last one as far as the clerk has come; ü is typed v.
 */
export function soundsLike(text: string, word: string): boolean {
  const typed = word.toLowerCase()
  return readingsOf(text).some((syllables) => syllables.some((_, start) => fits(syllables, start, typed)))
}

/** Is this a word that may be meant by its sound? */
export function isLatin(word: string): boolean {
  return /^[a-z][a-z0-9]*$/i.test(word)
}

/** What better-sqlite3 registers when a database is opened. */
export const soundFunctions = {
  initials: (text: unknown) => initials(String(text ?? '')),
  soundsLike: (text: unknown, word: unknown) => Number(soundsLike(String(text ?? ''), String(word))),
} as const

function fits(syllables: readonly string[], index: number, typed: string): boolean {
  if (typed === '') return true
  const syllable = syllables[index]
  if (syllable === undefined) return false
  if (syllable.startsWith(typed)) return true
  const heads = [syllable.slice(0, 1), /^[zcs]h/.exec(syllable)?.[0], syllable]
  return heads.some((head) => head && typed.startsWith(head) && fits(syllables, index + 1, typed.slice(head.length)))
}

function readingsOf(text: string): Readings {
  let readings = known.get(text)
  if (readings) return readings
  readings = [syllablesOf(text, 'head'), syllablesOf(text, 'off')]
  if (readings[0]?.join(' ') === readings[1]?.join(' ')) readings = readings.slice(0, 1)
  if (known.size >= keptNames) known.clear()
  known.set(text, readings)
  return readings
}

/** Letters and digits of the text itself count as syllables; other marks are not typed. */
function syllablesOf(text: string, surname: 'head' | 'off'): string[] {
  if (!pinyin) throw new Error('loadPinyin has not been awaited')
  return pinyin(text, { toneType: 'none', type: 'array', v: true, surname })
    .map((syllable) => syllable.toLowerCase())
    .filter((syllable) => /^[a-z0-9]+$/.test(syllable))
}
