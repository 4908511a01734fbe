/** Passphrases (口令) on the command line: from a file or the environment, because a line can be read by others. */
import { readFile } from 'node:fs/promises'
import { Problem } from '../../src-shared/problems.ts'
import type { Call } from './command.ts'

/** Of the keys: --passphrase-file, else XUEXUAN_PASSPHRASE; undefined when neither is given. @throws Problem FILE_UNREADABLE */
export async function givenPassphrase({ options, pathOf }: Call): Promise<string | undefined> {
  const file = options['passphrase-file']
  return file === undefined ? process.env.XUEXUAN_PASSPHRASE : await firstLineOf(pathOf(file))
}

/** @throws Problem FILE_UNREADABLE */
export async function firstLineOf(path: string): Promise<string> {
  try {
    return (await readFile(path, 'utf8')).split(/\r?\n/, 1)[0] ?? ''
  } catch (cause) {
    throw new Problem('FILE_UNREADABLE', `口令文件“${path}”读不了，请核对路径和权限。`, { cause })
  }
}
