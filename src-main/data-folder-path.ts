/** Where the data folder (数据文件夹) and the state folder are. Apart from the file that opens it, because the window's process needs no database. */
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/** As an absolute path: what the command line asks for, else what XUEXUAN_DATA names, else in the person's own profile. */
export function chosenDataFolder(asked: string | undefined): string {
  return resolve(asked ?? process.env.XUEXUAN_DATA ?? defaultDataFolder())
}

/** Where this person's marks of data folders are kept, apart from the data: XUEXUAN_STATE, else in her own profile. */
export function chosenStateFolder(): string {
  return resolve(process.env.XUEXUAN_STATE ?? defaultStateFolder())
}

function defaultStateFolder(): string {
  if (process.platform === 'win32') return join(process.env.LOCALAPPDATA ?? homedir(), 'xuexuan', 'state')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'xuexuan-state')
  return join(process.env.XDG_STATE_HOME ?? join(homedir(), '.local', 'state'), 'xuexuan')
}

function defaultDataFolder(): string {
  if (process.platform === 'win32') return join(process.env.APPDATA ?? homedir(), 'xuexuan')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'xuexuan')
  return join(process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'xuexuan')
}
