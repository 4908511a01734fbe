/** A made-up superior (上级) beside the window under test, moved from the command line: its card, and what it opens. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { VolumeInspection } from '../../src-shared/bundles.ts'
import { office } from '../sample-records.ts'

const root = join(import.meta.dirname, '../..')

/** Lies within the folder of the one below, so that it goes with it. */
const placeOf = (dataFolder: string) => join(dataFolder, '上级')

/** Enrols 固川市总工会 in a ledger that no window holds yet. */
export function enrolSuperior(dataFolder: string): void {
  const place = placeOf(dataFolder)
  mkdirSync(place, { recursive: true })
  const particulars = join(place, 'office.json')
  writeFileSync(particulars, JSON.stringify({ ...office, name: '固川市总工会', mark: '', superior: '宁川省总工会' }))
  const card = join(place, '名片.ghk')
  run(place, 'office', 'set', '--json-file', particulars)
  run(place, 'keys', 'card', '--out', card)
  const { fingerprint } = JSON.parse(run(place, 'keys', 'show', '--json')) as { fingerprint: string }
  run(dataFolder, 'keys', 'accept', card, '--fingerprint', fingerprint, '--as', '上级')
}

/** What the superior finds in a bundle. */
export function openedBySuperior(dataFolder: string, bundle: string): VolumeInspection {
  return JSON.parse(run(placeOf(dataFolder), 'bundle', 'inspect', bundle, '--json')) as VolumeInspection
}

function run(folder: string, ...line: string[]): string {
  const program = [join(root, 'src-main/shell-cli/main.ts'), '--data', folder]
  return execFileSync(join(root, 'node_modules/.bin/node'), [...program, ...line], { encoding: 'utf8' })
}
