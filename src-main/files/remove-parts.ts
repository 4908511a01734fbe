/** Clears away what a program that was killed has left half written (未写完的文件) in a data folder that it alone holds. */
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** `.part` files in the folder and in its content store. What cannot be removed does no harm and waits for the next start. */
export function removeParts(dataFolder: string): void {
  const store = join(dataFolder, 'files')
  for (const folder of [dataFolder, ...namesIn(store).map((name) => join(store, name))])
    for (const name of namesIn(folder)) if (/\.part(-journal|-wal|-shm)?$/u.test(name)) remove(join(folder, name))
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    return // held open by another program, or not ours to remove
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return [] // a file, or nothing yet
  }
}
