/** Fills a data folder from the command line before the window opens (备好数据), in a second where clicks take minutes. */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { office } from '../sample-records.ts'

const root = join(import.meta.dirname, '../..')

/** Introduces the office; then each line is what would be typed after the name of the program. */
export function fillLedger(dataFolder: string, lines: readonly (readonly string[])[]): void {
  const file = join(dataFolder, 'office.json')
  writeFileSync(file, JSON.stringify(office))
  for (const line of [['office', 'set', '--json-file', file], ...lines])
    execFileSync(join(root, 'node_modules/.bin/node'), [
      join(root, 'src-main/shell-cli/main.ts'),
      '--data',
      dataFolder,
      ...line,
    ])
}
