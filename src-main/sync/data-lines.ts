/** Lines of data in a bundle (数据行): the texts of an NDJSON part, to be parsed by `parseStrictLine`. */
import { isUtf8 } from 'node:buffer'
import { damaged } from './invalid-bundle.ts'
import type { OpenedPart } from './open-bundle.ts'
import { volumeLimits } from './volume.ts'

const newline = 10

/**
 * The lines of a part, one after another and without line breaks; as many as its entry says.
 * @throws Problem BUNDLE_INVALID naming the part, at once or at the line that is wrong
 */
export async function linesOf({ entry, read }: OpenedPart): Promise<Generator<string>> {
  const bytes = await read()
  const wrong = () => damaged(`数据“${entry.name}”`)
  if (!isUtf8(bytes) || (bytes.length > 0 && bytes.at(-1) !== newline)) throw wrong()
  return textsOf(bytes, entry.rows, wrong)
}

function* textsOf(bytes: Buffer, rows: number, wrong: () => Error): Generator<string> {
  let count = 0
  for (let start = 0; start < bytes.length; count += 1) {
    const end = bytes.indexOf(newline, start)
    if (end - start > volumeLimits.line || count >= rows) throw wrong()
    yield bytes.toString('utf8', start, end)
    start = end + 1
  }
  if (count !== rows) throw wrong()
}
